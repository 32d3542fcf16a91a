"""What a recruiter does in a browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from interviewer.web.tests.product import Product

if TYPE_CHECKING:
    from playwright.sync_api import Download, Page

PASSWORD = "a long and quiet password"
SAMPLE = ("1 2", "3")
HIDDEN = ("40 2", "42")
OWN_QUESTION = "Tell us about a service that you built and kept running."


@dataclass
class Recruiter:
    """A person with a company of their own; `check` looks at every page they come to."""

    product: Product
    page: Page
    check: Callable[[Page], None] = lambda _page: None
    email: str = "priya@lanternfreight.example"

    def registers(self) -> None:
        """Register a company and prove the address by the code in the mail."""
        page = self.page
        page.goto(f"{self.product.url}/register/")
        self.check(page)
        page.get_by_label("Company", exact=True).fill("Lantern Freight")
        page.get_by_label("Your name").fill("Priya Nair")
        page.get_by_label("Work e-mail").fill(self.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("I accept the terms of use").check()
        page.get_by_role("button", name="Register").click()
        expect(page.get_by_role("heading", name="Confirm your e-mail")).to_be_visible()
        self.check(page)
        page.get_by_label("Code").fill(self.product.mail_to(self.email).code)
        page.get_by_role("button", name="Confirm").click()
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()
        expect(page.get_by_text("First steps")).to_be_visible()
        self.check(page)

    def signs_in(self) -> None:
        """Come in by e-mail address and password."""
        page = self.page
        page.goto(f"{self.product.url}/account/login/")
        self.check(page)
        page.get_by_label("E-mail").fill(self.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("main").get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", name="Dashboard")).to_be_visible()

    def describes_a_job(self) -> None:
        """A draft, then how its candidates are interviewed."""
        page = self.page
        page.get_by_role("link", name="New job").first.click()
        page.get_by_label("Job title").fill("Backend engineer")
        page.get_by_label("City").fill("Kochi")
        page.get_by_label("Skills").fill("python, django, sql")
        page.get_by_label("Description").fill("You build the services that know where every parcel is.")
        self.check(page)
        page.get_by_role("button", name="Save draft and go on").click()
        expect(page.get_by_text("Draft saved")).to_be_visible()
        page.get_by_role("checkbox", name="Quiz", exact=True).check()
        page.get_by_role("checkbox", name="Coding", exact=True).check()
        page.get_by_label("Generated questions").fill("0")
        page.get_by_label("Record video").uncheck()
        self.check(page)
        page.get_by_role("button", name="Save interview").click()
        expect(page.get_by_text("Saved.")).to_be_visible()

    def opens(self, section: str) -> None:
        """Go to a section of the job."""
        tabs = self.page.get_by_role("navigation", name="Sections of the job")
        tabs.get_by_role("link", name=section, exact=True).click()

    def writes_a_quiz_question(self) -> None:
        """A question with two options; one mistake first, and nothing typed is lost."""
        page = self.page
        self.opens("Quiz")
        self.check(page)
        page.get_by_role("link", name="Add question").first.click()
        page.get_by_label("Question", exact=True).fill("Which statement changes rows?")
        page.get_by_label("Option 1", exact=True).fill("UPDATE")
        page.get_by_label("Option 2", exact=True).fill("SELECT")
        self.check(page)
        page.get_by_role("button", name="Save question").click()
        expect(page.get_by_text("Mark which option is right.").first).to_be_visible()
        self.check(page)
        expect(page.get_by_label("Option 2", exact=True)).to_have_value("SELECT")
        page.get_by_role("checkbox", name=re.compile("right.*option 1")).check()
        page.get_by_role("button", name="Save question").click()
        expect(page.get_by_text("Question saved.")).to_be_visible()

    def writes_a_problem(self) -> None:
        """A problem with a sample and a hidden case."""
        page = self.page
        self.opens("Coding")
        self.check(page)
        page.get_by_role("link", name="Write a problem").first.click()
        page.get_by_label("Title").fill("Sum of two numbers")
        page.get_by_label("Statement").fill("Read two whole numbers and print their **sum**.")
        for number, (given, right) in enumerate((SAMPLE, HIDDEN)):
            case = page.get_by_role("group", name=f"Case {number + 1}")
            case.get_by_label("Input").fill(given)
            case.get_by_label("Right output").fill(right)
        page.get_by_role("button", name="Show as candidates see it").click()
        expect(page.locator(".prose strong", has_text="sum")).to_be_visible()
        expect(page.get_by_role("group", name="Case 2").get_by_label("Input")).to_have_value(HIDDEN[0])
        self.check(page)
        page.get_by_role("button", name="Save problem").click()
        expect(page.get_by_text("1 hidden case")).to_be_visible()

    def chooses_a_rubric(self) -> None:
        """Start from the library, and change an anchor."""
        page = self.page
        self.opens("Rubric")
        page.get_by_label("Software engineering").check()
        page.get_by_role("button", name="Use this rubric").click()
        expect(page.get_by_text("The rubric was filled.")).to_be_visible()
        self.check(page)
        page.get_by_role("link", name="Edit").first.click()
        page.get_by_label("Level 5").fill(
            "Shows with numbers what their own change did for people who depend on it."
        )
        self.check(page)
        page.get_by_role("button", name="Save competency").click()
        expect(page.get_by_text("Competency saved.")).to_be_visible()

    def writes_a_question(self) -> None:
        """A question of their own."""
        page = self.page
        self.opens("Questions")
        self.check(page)
        page.get_by_role("link", name="Add question").first.click()
        page.get_by_label("Question", exact=True).fill(OWN_QUESTION)
        page.get_by_label("Scored under").select_option(index=1)
        self.check(page)
        page.get_by_role("button", name="Save question").click()
        expect(page.get_by_text("Question saved.")).to_be_visible()

    def publishes(self) -> None:
        """Open the job to candidates."""
        page = self.page
        self.opens("Overview")
        self.check(page)
        page.get_by_role("button", name="Publish the job").click()
        expect(page.get_by_role("heading", name="The job is open")).to_be_visible()
        expect(page.get_by_role("textbox", name="Public link")).to_have_value(
            re.compile(r"^http://localhost:\d+/j/")
        )
        self.check(page)

    def invites(self, *lines: str) -> None:
        """Invite people."""
        page = self.page
        page.get_by_role("link", name="Invite candidates").click()
        page.get_by_label("Candidates").fill("\n".join(lines))
        page.get_by_label("Personal message").fill("We liked your work on parcels.")
        self.check(page)
        page.get_by_role("button", name="Send invitations").click()
        expect(page.get_by_role("link", name=re.compile(r"^invited \d"))).to_be_visible()
        self.check(page)

    def prepares_everything(self) -> None:
        """From nothing to an open job."""
        self.registers()
        self.describes_a_job()
        self.writes_a_quiz_question()
        self.writes_a_problem()
        self.chooses_a_rubric()
        self.writes_a_question()
        self.publishes()

    def opens_the_report_of(self, name: str) -> None:
        """From the list of candidates to the page of one."""
        page = self.page
        page.goto(f"{self.product.url}/workspace/candidates/")
        self.check(page)
        page.get_by_role("link", name=name).first.click()
        expect(page.get_by_role("heading", name=name)).to_be_visible()

    def waits_for_the_report(self) -> None:
        """Reload until the scores are there."""
        page = self.page
        for _look in range(60):
            if page.get_by_role("link", name="Report as PDF").count():
                return
            page.wait_for_timeout(500)
            page.reload()
        raise AssertionError(f"no report:\n{page.inner_text('main')}")

    def downloads_the_report(self) -> Download:
        """The report as a file; asked for again while the page says that it is being made."""
        page, arrived = self.page, []
        page.on("download", lambda download: arrived.append(download))
        for _look in range(60):
            page.get_by_role("link", name="Report as PDF").click()
            for _moment in range(20):
                if arrived:
                    return arrived[0]
                page.wait_for_timeout(100)
                if page.get_by_text("The PDF is being made").count():
                    break
            else:
                raise AssertionError(f"neither a report nor a word about it:\n{page.inner_text('main')}")
            page.wait_for_timeout(1000)
        raise AssertionError("the report was never made")
