"""Real Chromium for tests, with a fake camera and microphone, and pages that may not complain."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from interviewer.env import BASE_DIR

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

AXE = Path(__file__).parent / "axe" / "axe.min.js"
FAILURES = BASE_DIR / "build" / "test-failures"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
# An inherited colour reaches the innermost element one transition, and so one frame, per level.
SETTLED = """async () => {
  const moving = () => document.getAnimations().some((one) => one instanceof CSSTransition);
  for (let still = 0, frames = 0; still < 10 && frames < 300; frames++) {
    await new Promise(requestAnimationFrame);
    still = moving() ? 0 : still + 1;
  }
}"""
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium_path() -> str:
    """The browser of this machine: CHROMIUM, or the first known name on the path; empty if there is none."""
    return os.environ.get("CHROMIUM", "") or next(filter(None, map(shutil.which, _NAMES)), "")


def flags(*, audio: Path | None = None, video: Path | None = None) -> list[str]:
    """Chromium's flags: devices are fake and allowed; the microphone hears `audio` once, the camera sees `video`."""
    found = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--no-sandbox"]
    found += ["--autoplay-policy=no-user-gesture-required", "--disable-dev-shm-usage"]
    if audio:
        found.append(f"--use-file-for-fake-audio-capture={audio}%noloop")
    if video:
        found.append(f"--use-file-for-fake-video-capture={video}")
    return found


@dataclass
class Console:
    """What pages complained about: errors, uncaught exceptions, violations of the content security policy."""

    complaints: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Complaints that match are part of the test, for example those about a killed server."""
        self.expected.append(pattern)

    def watch(self, page: Page) -> None:
        """Listen to one page."""
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: uncaught {error}"))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.location.get('url', '')}: {message.text}")

    def unexpected(self) -> list[str]:
        """The complaints that no expectation covers."""
        return [text for text in self.complaints if not any(re.search(one, text) for one in self.expected)]


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts Chromium: `launch()`, `launch(audio=wav_file)`. Skips where there is no browser."""
    executable = chromium_path()
    if not executable:
        pytest.skip("no Chromium here: install chromium, or set CHROMIUM to a browser's path")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)  # the machine may be busy with a compiler or a model
    # The browser's event loop lives in this thread, and Django would refuse the database beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running: list[Browser] = []

        def start(*, audio: Path | None = None, video: Path | None = None) -> Browser:
            browser = playwright.chromium.launch(
                executable_path=executable, args=flags(audio=audio, video=video)
            )
            running.append(browser)
            return browser

        yield start
        for browser in running:
            browser.close()


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Browser:
    """One Chromium for all tests; each test gets its own fresh profile by `new_page`."""
    return launch()


@pytest.fixture
def console() -> Console:
    """What the pages of this test complained about; anything not expected fails the test."""
    return Console()


@pytest.fixture
def new_page(
    browser: Browser, console: Console, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Opens a page in a fresh profile: `new_page()`, `new_page(phone=True)`, `new_page(browser=launch(audio=…))`."""
    contexts: list[BrowserContext] = []

    def open_page(*, phone: bool = False, browser: Browser = browser, **options: object) -> Page:
        size = {"viewport": PHONE, "is_mobile": True, "has_touch": True} if phone else {"viewport": DESKTOP}
        context = browser.new_context(
            **{
                "permissions": ["camera", "microphone"],
                "reduced_motion": "reduce",
                "locale": "en-GB",
                **size,
                **options,
            }
        )
        context.set_default_timeout(30_000)
        context.on("page", console.watch)
        contexts.append(context)
        return context.new_page()

    yield open_page
    if getattr(request.node, "failed", False):
        _keep_pictures(request.node.nodeid, contexts)
    for context in contexts:
        context.close()
    assert console.unexpected() == [], "the browser's console complained"


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page on a desktop, 1440 wide."""
    return new_page()


@pytest.fixture
def phone(new_page: Callable[..., Page]) -> Page:
    """A page on a phone, 390 wide."""
    return new_page(phone=True)


def _keep_pictures(name: str, contexts: list[BrowserContext]) -> None:
    """What each open page showed when the test failed, as pictures and source under build/."""
    FAILURES.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"\W+", "-", name)[-100:]
    for number, page in enumerate(page for context in contexts for page in context.pages):
        page.screenshot(path=FAILURES / f"{stem}-{number}.png", full_page=True)
        (FAILURES / f"{stem}-{number}.html").write_text(page.content())


def axe(page: Page, *, within: str = "", schemes: tuple[str, ...] = ("light", "dark")) -> None:
    """Assert that axe finds nothing wrong with the page (or the element `within`), light and dark."""
    page.evaluate(AXE.read_text() + ";0")  # by the debugger: the content security policy would refuse a tag
    found: list[str] = []
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(SETTLED)  # colours may still be on their way from the other scheme
        result = page.evaluate("target => axe.run(target || document)", within)
        for violation in result["violations"]:
            for node in violation["nodes"]:
                summary = " ".join(node["failureSummary"].split())
                found.append(
                    f"{scheme}: {violation['id']} ({violation['impact']}) at {node['target']}: {summary}"
                )
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    assert found == [], f"axe on {page.url}"


def no_sideways_scroll(page: Page) -> None:
    """Assert that the page fits its width."""
    widths = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert widths[0] <= widths[1], f"{page.url} is {widths[0]} wide in a window of {widths[1]}"


@pytest.fixture(scope="session")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Makes a WAV file that says a text, for `launch(audio=…)`; skips where no voice is installed."""
    program = shutil.which("espeak-ng")

    def say(text: str) -> Path:
        if not program or not shutil.which("ffmpeg"):
            pytest.skip("no voice for the fake microphone here: install espeak-ng and ffmpeg")
        folder = tmp_path_factory.mktemp("spoken")
        subprocess.run([program, "-v", "en-us", "-s", "150", "-w", folder / "raw.wav", text], check=True)
        # Chromium's fake microphone wants 48 kHz; two seconds of silence let the recorder begin.
        convert = [
            "ffmpeg",
            "-loglevel",
            "error",
            "-i",
            folder / "raw.wav",
            "-af",
            "adelay=2000",
            "-ar",
            "48000",
        ]
        subprocess.run([*convert, "-ac", "1", folder / "spoken.wav"], check=True)
        return folder / "spoken.wav"

    return say
