"""Takes the pictures of docs/screenshots: starts the product with demo data and visits its main pages.

Each page is taken 1440 and 390 wide, light and dark. Names given as arguments limit it to those pictures.
"""

from __future__ import annotations

import re
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from interviewer.web.tests.browser import DESKTOP, PHONE, SETTLED, chromium_path, flags  # noqa: E402
from interviewer.web.tests.product import Product, environment, free_port, wait_until  # noqa: E402
from interviews.demo.people import COMPANIES, PASSWORD  # noqa: E402

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = ROOT / "docs" / "screenshots"
SIZES = {"1440": DESKTOP, "390": PHONE}
SCHEMES = ("light", "dark")


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


def take(browser: Browser, product: Product, picture: Picture) -> None:
    """One page in every size and scheme."""
    for size, viewport in SIZES.items():
        context = browser.new_context(viewport=viewport, reduced_motion="reduce", locale="en-GB")
        page = context.new_page()
        if picture.who:
            sign_in(page, product.url, picture.who)
        visit(page, product.url, picture)
        # As tall as the page: what is fixed to the window's edge belongs to the page's.
        height = page.evaluate("document.documentElement.scrollHeight")
        page.set_viewport_size({"width": viewport["width"], "height": max(height, viewport["height"])})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.evaluate(SETTLED)
            page.screenshot(path=FOLDER / f"{picture.name}-{size}-{scheme}.png", full_page=True)
        context.close()
        print(f"{picture.name} at {size}", flush=True)


def main() -> None:
    """Start everything, take all pictures, stop everything."""
    from playwright.sync_api import sync_playwright

    wanted = [picture for picture in PICTURES if not sys.argv[1:] or picture.name in sys.argv[1:]]
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="interviewer-pictures-") as name, sync_playwright() as playwright:
        folder, port = Path(name), free_port()
        product = Product(folder=folder, env=environment(DATA_DIR=folder / "data", PORT=port), port=port)
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
                take(browser, product, replace(picture, path=picture.path.format(link=link and link[1])))
            browser.close()
        finally:
            product.stop()


if __name__ == "__main__":
    main()
