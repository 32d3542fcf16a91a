"""What a candidate does in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from weasyprint import HTML

from interviewer.web.tests.product import Product

if TYPE_CHECKING:
    from playwright.sync_api import Page

PROGRAM = "print(sum(map(int, input().split())))\n"
VAGUE = "I built a web service in Python. It worked."
BETTER = (
    "I built the parcel service in Django. It was slow, so I measured the queries and added two indexes: answers "
    "went from 900 to 40 milliseconds. I wrote tests first, because a wrong state had cost us a day before. When "
    "it failed at night I found the cause in the logs, repaired it and explained it to the team."
)
RESUME = """<h1>Asha Rao</h1><p>asha@example.com · +91 98765 43210 · Kochi</p>
<h2>Experience</h2><p>Backend engineer, Parcel Works, 2021 to 2026. Python, Django, SQL, PostgreSQL.</p>
<h2>Education</h2><p>B.Tech Computer Science, 2017 to 2021</p><h2>Skills</h2><p>Python, Django, SQL, testing</p>"""


@dataclass
class Applicant:
    """Somebody with a link; `check` looks at every page they come to."""

    product: Product
    page: Page
    folder: Path
    check: Callable[[Page], None] = lambda _page: None
    email: str = "asha@example.com"

    def invited_link(self) -> str:
        """The private link in the newest invitation."""
        mail = self.product.mail_to(self.email, subject="interview")
        return next(link for link in mail.links if "/i/" in link)

    def opens(self, link: str) -> None:
        """Open a link, private or public."""
        self.page.goto(link)
        self.check(self.page)
        if "/j/" in link:
            self.page.get_by_role("button", name="Get my private").click()
        expect(self.page.get_by_role("heading", name="What you agree to")).to_be_visible()

    def agrees(self) -> None:
        """Read what is stored, and begin."""
        page = self.page
        page.get_by_role("button", name="Agree and begin").click()
        expect(page.get_by_role("group").or_(page.locator(".errorlist")).first).to_be_visible()
        page.get_by_role("checkbox").first.check()
        page.get_by_role("button", name="Agree and begin").click()
        expect(page.get_by_role("heading", name="Your résumé")).to_be_visible()
        self.check(page)

    def sends_a_resume(self) -> None:
        """Upload a PDF, look at what was read, correct it."""
        page = self.page
        file = self.folder / "asha-rao.pdf"
        HTML(string=RESUME).write_pdf(file)
        page.locator("input[type=file]").set_input_files(file)
        page.get_by_role("button", name="Upload and read").click()
        expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
        self.check(page)
        expect(page.get_by_label("First name")).to_have_value("Asha")
        expect(page.get_by_label("Skills")).to_have_value(re.compile("django", re.IGNORECASE))
        if page.get_by_label("E-mail").is_enabled():  # an invited address is settled
            page.get_by_label("E-mail").fill(f"  {self.email.upper()} ")
        page.get_by_role("button", name="This is right: go on").click()

    def proves_the_address(self) -> None:
        """Enter a wrong code, then the one in the mail."""
        page = self.page
        expect(page.get_by_role("heading", name="Prove your e-mail address")).to_be_visible()
        self.check(page)
        code = self.product.mail_to(self.email, subject="code").code
        wrong = "111111" if code != "111111" else "222222"
        page.get_by_label("Code").fill(wrong)
        page.get_by_role("button", name="Go on").click()
        expect(page.locator(".errorlist").first).to_be_visible()
        page.get_by_label("Code").fill(code)
        page.get_by_role("button", name="Go on").click()

    def waits_for_the_match(self) -> None:
        """The match is made in the background; the page goes on by itself."""
        expect(self.page.get_by_role("heading", name="The quiz")).to_be_visible()
        self.check(self.page)

    def answers_the_quiz(self) -> None:
        """Start the clock, choose, hand in."""
        page = self.page
        page.get_by_role("button", name="Start the clock").click()
        page.get_by_label("UPDATE").check()
        expect(page.locator("#save-state")).to_contain_text("Saved")
        self.check(page)
        page.get_by_role("button", name="To the overview").click()
        expect(page.get_by_role("heading", name="Before you hand in")).to_be_visible()
        self.check(page)
        page.get_by_role("button", name="Yes, hand it in").click()
        expect(page).to_have_url(re.compile("/coding/$"))

    def types_a_program(self, code: str = PROGRAM) -> None:
        """Write a program over what is in the editor."""
        page = self.page
        page.locator(".cm-content").click()
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(code)
        expect(page.locator("#save-state")).to_contain_text("Saved")

    def solves_the_problem(self) -> None:
        """Run the sample, submit, hand in."""
        page = self.page
        self.types_a_program()
        page.get_by_role("button", name="Run samples").click()
        expect(page.get_by_text("1 of 1 cases passed", exact=True)).to_be_visible()
        page.get_by_role("button", name="Submit").click()
        expect(page.get_by_text("2 of 2 cases passed", exact=True)).to_be_visible()
        self.check(page)
        self.hands_in_the_programs()

    def hands_in_the_programs(self) -> None:
        """Finish the coding stage."""
        page = self.page
        page.get_by_role("link", name="Overview and handing in").click()
        self.check(page)
        page.get_by_role("button", name="Yes, hand it in").click()
        expect(page.get_by_role("heading", name="Check your devices")).to_be_visible()

    def checks_the_devices(self) -> None:
        """The microphone is heard."""
        page = self.page
        self.check(page)
        page.get_by_role("button", name="Switch on the microphone").click()
        page.get_by_text("We hear you.").wait_for()
        page.get_by_role("button", name="Everything works: go on").click()

    def opens_the_first_question(self) -> None:
        """After the greeting."""
        page = self.page
        page.get_by_role("button", name="Show the first question").wait_for()
        self.check(page)
        page.get_by_role("button", name="Show the first question").click()
        page.get_by_role("button", name="Start my answer").wait_for()
        self.check(page)
        if page.get_by_text("This question is not scored.").is_visible():
            page.get_by_role("button", name="I would rather not answer").click()
            page.get_by_role("button", name="Show the question").click()
            page.get_by_role("button", name="Start my answer").wait_for()

    def speaks(self) -> None:
        """Record an answer; where nothing can hear, write down what was said."""
        page = self.page
        page.get_by_role("button", name="Start my answer").click()
        page.get_by_text("Recording. Speak now.").wait_for()
        page.wait_for_timeout(2500)
        page.get_by_role("button", name="I am done").click()
        page.get_by_role(
            "heading", name=re.compile("Write down what you said|Is this what you said")
        ).wait_for()

    def confirms(self, text: str) -> None:
        """Write down what was said."""
        self.check(self.page)
        self.page.locator("#answer-text").fill(text)
        self.page.get_by_role("button", name="That is my answer").click()

    def answers_the_follow_up(self) -> None:
        """A follow-up depends on the answer before; it is typed."""
        page = self.page
        page.get_by_text("I would like to ask more about that.").wait_for()
        page.get_by_role("button", name="Show the question").click()
        page.get_by_text("Type this answer instead").click()
        page.get_by_role("textbox", name="Your answer").fill(BETTER)
        self.check(page)
        page.get_by_role("button", name="Send my answer").click()

    def finishes(self) -> None:
        """Read the goodbye; the thank-you page may go on to the feedback at any moment."""
        page = self.page
        page.get_by_role("button", name="I have no questions").wait_for()
        self.check(page)
        page.get_by_role("button", name="I have no questions").click()
        page.get_by_role("link", name="Continue").click()
        expect(page.get_by_role("heading", name="Thank you")).to_be_visible()

    def reads_the_feedback(self) -> None:
        """The thank-you page shows it by itself once the scores are there."""
        expect(self.page.get_by_role("heading", name="Your feedback")).to_be_visible(timeout=60_000)
        self.check(self.page)

    def takes_the_interview(self) -> None:
        """Every stage, from the consent to the feedback."""
        self.agrees()
        self.sends_a_resume()
        self.proves_the_address()
        self.waits_for_the_match()
        self.answers_the_quiz()
        self.check(self.page)
        self.solves_the_problem()
        self.checks_the_devices()
        self.opens_the_first_question()
        self.speaks()
        self.confirms(VAGUE)
        self.answers_the_follow_up()
        self.finishes()
        self.reads_the_feedback()
