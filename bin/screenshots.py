"""Takes the pictures of docs/screenshots: starts the product with demo data and visits its main pages.

Each page is taken 1440 wide and light, and 390 wide and dark; `--all` takes every size in both schemes. Names given as
arguments limit it to those pictures. A candidate walks through a whole interview for theirs.
"""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402

from interviewer.web.tests.browser import DESKTOP, PHONE, SETTLED, chromium_path, flags  # noqa: E402
from interviewer.web.tests.product import Product, environment, free_port, wait_until  # noqa: E402
from interviews.demo.people import COMPANIES, PASSWORD  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {"1440": DESKTOP, "390": PHONE}
LOOKS = (("1440", "light"), ("390", "dark"))
ALL_LOOKS = (*LOOKS, ("1440", "dark"), ("390", "light"))
#: Longer pages are cut here (pixels): the documents show what a page is like, not all of it.
TALLEST = 2200
COLOURS = 128
RECRUITER = COMPANIES[0].members[0].email
SCORED = "/workspace/candidates/?sort=overall"


@dataclass(frozen=True)
class Picture:
    """One page: where to begin, which links to follow from there, and as whom (an e-mail of the demo data)."""

    name: str
    path: str
    follow: tuple[str, ...] = ()
    who: str = ""


PICTURES: tuple[Picture, ...] = (
    Picture("landing", "/"),
    Picture("sign-in", "/account/login/"),
    Picture("health", "/health/"),
    Picture("candidate-link", "{link}"),
    Picture("dashboard", "/workspace/", who=RECRUITER),
    Picture("jobs", "/workspace/jobs/", who=RECRUITER),
    Picture("candidates", "/workspace/candidates/", who=RECRUITER),
    *(
        Picture(
            f"report-{tab}",
            SCORED,
            follow=("main table tbody th a", f"main a[href$='tab={tab}']"),
            who=RECRUITER,
        )
        for tab in ("conversation", "quiz", "code", "timeline")
    ),
    Picture("report", SCORED, follow=("main table tbody th a",), who=RECRUITER),
)


def sign_in(page: Page, url: str, who: str) -> None:
    """Sign in by the page that people use."""
    page.goto(f"{url}/account/login/")
    page.fill("input[name=login]", who)
    page.fill("input[name=password]", PASSWORD)
    page.locator("form:has(input[name=login]) [type=submit]").first.click()
    page.wait_for_url(lambda address: "/account/login/" not in address)


def visit(page: Page, url: str, picture: Picture) -> None:
    """Go to the picture's page, by its links where its address is not known beforehand."""
    answer = page.goto(f"{url}{picture.path}")
    if answer is None or answer.status >= 400:
        raise SystemExit(f"{picture.name}: {picture.path} answered {answer and answer.status}")
    for selector in picture.follow:
        page.locator(selector).first.click()
        page.wait_for_load_state()
    page.evaluate("document.fonts.ready")


def shoot(page: Page, name: str, looks: tuple[tuple[str, str], ...]) -> None:
    """The open page in each look, as small files."""
    for size, scheme in looks:
        viewport = SIZES[size]
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        # As tall as the page: what is fixed to the window's edge belongs to the page's.
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        page.set_viewport_size({"width": viewport["width"], "height": max(height, viewport["height"])})
        page.evaluate(SETTLED)
        taken = Image.open(BytesIO(page.screenshot()))
        taken.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}-{size}-{scheme}.png", optimize=True)
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    print(name, flush=True)


def take(browser: Browser, product: Product, picture: Picture, looks: tuple[tuple[str, str], ...]) -> None:
    """One page in every look."""
    context = browser.new_context(viewport=DESKTOP, reduced_motion="reduce", locale="en-GB")
    page = context.new_page()
    if picture.who:
        sign_in(page, product.url, picture.who)
    visit(page, product.url, picture)
    shoot(page, picture.name, looks)
    context.close()


#: Of a candidate's walk: words of the page's heading, and the name of its picture.
WALK = {
    "Before you hand in": "",
    "Your résumé": "candidate-resume",
    "Is this right?": "candidate-resume-read",
    "Prove your e-mail": "candidate-code",
    "Question 1 of": "candidate-quiz",
    "Sum of two numbers": "candidate-coding",
    "Check your devices": "candidate-devices",
    "Start my answer": "candidate-question",
    "Thank you": "candidate-thanks",
}


def walk(browser: Browser, product: Product, wanted: list[str], looks: tuple[tuple[str, str], ...]) -> None:
    """A candidate goes through every stage; each page of WALK is taken as they come to it."""
    from playwright.sync_api import expect

    from interviews.tests.journey.applying import Applicant
    from interviews.tests.journey.jobs import open_job

    expect.set_options(timeout=60_000)

    taken: set[str] = set()

    def look(page: Page) -> None:
        text = page.inner_text("main")
        name = next((name for words, name in WALK.items() if words in text), "")
        # The coding room is shown with its verdicts, everything else as it opens.
        if name and (not wanted or name in wanted) and (name not in taken or name == "candidate-coding"):
            taken.add(name)
            shoot(page, name, looks)

    context = browser.new_context(
        viewport=DESKTOP, reduced_motion="reduce", locale="en-GB", permissions=["camera", "microphone"]
    )
    applicant = Applicant(product, context.new_page(), product.folder, look)
    applicant.opens(open_job(product))
    applicant.takes_the_interview()
    context.close()


def main() -> None:
    """Start everything, take all pictures, stop everything."""
    from playwright.sync_api import sync_playwright

    names = [argument for argument in sys.argv[1:] if argument != "--all"]
    looks = ALL_LOOKS if "--all" in sys.argv else LOOKS
    wanted = [picture for picture in PICTURES if not names or picture.name in names]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="interviewer-pictures-") as name, sync_playwright() as playwright:
        folder, port = Path(name), free_port()
        product = Product(
            folder=folder,
            env=environment(DATA_DIR=folder / "data", PORT=port, SPEECH_ENGINE="none"),
            port=port,
        )
        product.manage("prepare")
        link = re.search(r"https?://[^/]+(/i/\S+)", product.manage("loaddemo"))
        try:
            product.start_web()
            product.start_worker()  # what the demo data enqueued is scored before it is pictured
            wait_until(
                lambda: not product.health()["checks"]["queue"]["detail"]["waiting"], "queue", seconds=180
            )
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=flags())
            for picture in wanted:
                path = picture.path.format(link=link and link[1])
                take(browser, product, replace(picture, path=path), looks)
            if not names or set(names) & set(WALK.values()):
                walk(browser, product, names, looks)
            browser.close()
        finally:
            product.stop()


if __name__ == "__main__":
    main()
