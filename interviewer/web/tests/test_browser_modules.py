"""The JavaScript modules and the editor in real Chromium, under the strict Content-Security-Policy."""

from __future__ import annotations

import io
import json
import mimetypes
import wave
from collections.abc import Callable
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import Page, Route, expect

from interviewer.env import BASE_DIR
from interviewer.web.tests.browser import Console

pytestmark = pytest.mark.browser

SITE = "http://front.test"
POLICY = "default-src 'self'; style-src 'self' 'nonce-n0nce'; base-uri 'none'; form-action 'self'"
HEAD = '<meta charset="utf-8"><title>T</title><script src="/static/js/theme.js"></script>' + "".join(
    f'<link rel="stylesheet" href="/static/css/{name}.css">'
    for name in ("tokens", "base", "components", "candidate")
)
QUIZ = """<form data-autosave data-autosave-url="/save/"><input type="hidden" name="question" value="7" data-autosave-with>
<label><input type="radio" name="answer" value="a">A</label><label><input type="radio" name="answer" value="b">B</label>
<textarea name="why" aria-label="Why"></textarea></form>
<span id="save-state" data-text-saved="Saved" data-text-offline="No connection" data-text-failed="Not saved"></span>"""
EDITOR = '<div id="editor"></div><button id="after">After</button>'
EDITOR_SCRIPT = """import { createEditor } from "/static/vendor/codemirror/codemirror.js";
window.seen = [];
window.editor = createEditor({ parent: document.getElementById("editor"), doc: "x = 1", language: "python",
  label: "Solution", nonce: "n0nce", onChange: (text) => window.seen.push(text) });"""


def silence(*, seconds: int) -> bytes:
    """A sound file in which nothing is heard."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(b"\0\0" * 8_000 * seconds)
    return file.getvalue()


class Site:
    """A site of one page, served by the browser's own router: our static files, a body, and a place to save to."""

    def __init__(self, page: Page, body: str, script: str = 'import "/static/js/app.js";') -> None:
        self.page, self.body, self.script = page, body, script
        self.saved: list[dict[str, list[str]]] = []
        self.answers: list[tuple[int, dict[str, str]]] = []
        page.context.route(f"{SITE}/**", self._serve)
        page.goto(f"{SITE}/")

    def _serve(self, route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path.startswith("/static/"):
            file = BASE_DIR / path.lstrip("/")
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(body=file.read_bytes(), content_type=kind)
        elif path == "/sound.wav":
            route.fulfill(
                body=silence(seconds=8), content_type="audio/wav", headers={"Accept-Ranges": "none"}
            )
        elif path == "/page.js":
            route.fulfill(body=self.script, content_type="text/javascript")
        elif path == "/save/":
            self._save(route)
        else:
            page = f'<!doctype html><html lang="en"><head>{HEAD}<script type="module" src="/page.js"></script></head>'
            headers = {"Content-Security-Policy": POLICY, "Content-Type": "text/html"}
            route.fulfill(body=f"{page}<body><main>{self.body}</main></body></html>", headers=headers)

    def _save(self, route: Route) -> None:
        status, body = self.answers.pop(0) if self.answers else (200, {"ok": "yes"})
        if status == 200:
            self.saved.append(parse_qs(route.request.post_data or ""))
        route.fulfill(status=status, body=json.dumps(body), content_type="application/json")

    def state(self, state: str) -> None:
        """Wait until the page says so."""
        expect(self.page.locator("#save-state")).to_have_attribute("data-state", state)


@pytest.fixture
def site(page: Page) -> Callable[..., Site]:
    """Makes the site: `site(body)`."""
    return lambda *arguments: Site(page, *arguments)


def test_a_choice_is_saved_as_it_is_made(site):
    quiz = site(QUIZ)
    quiz.page.get_by_label("B").check()
    quiz.state("saved")
    assert quiz.saved == [{"question": ["7"], "field": ["answer"], "answer": ["b"]}]


def test_a_choice_made_without_a_connection_is_sent_when_it_is_back(site, console: Console):
    console.expect("Failed to load resource")
    quiz = site(QUIZ)
    quiz.page.context.set_offline(True)
    quiz.page.context.unroute(f"{SITE}/**")
    quiz.page.get_by_label("A").check()
    quiz.state("offline")
    quiz.page.context.route(f"{SITE}/**", quiz._serve)
    quiz.page.context.set_offline(False)
    quiz.state("saved")
    assert quiz.saved[-1]["answer"] == ["a"]


def test_what_was_not_sent_survives_a_reload(site, console: Console):
    console.expect("503")
    quiz = site(QUIZ)
    quiz.answers = [(503, {})] * 3
    quiz.page.get_by_label("Why").fill("because")
    quiz.state("waiting")
    quiz.answers = []
    quiz.page.reload()
    expect(quiz.page.get_by_label("Why")).to_have_value("because")
    quiz.state("saved")
    assert quiz.saved[-1]["why"] == ["because"]


def test_what_is_saved_while_the_page_is_loaded_anew_is_shown_by_the_new_page(site, console: Console):
    """The new page was made before the text was saved, the old one hears of the save before it goes."""
    console.expect("503")
    quiz = site(QUIZ)
    quiz.answers = [(503, {})]
    quiz.page.get_by_label("Why").fill("because")
    quiz.state("waiting")
    asked: list[Route] = []
    quiz.page.context.route(f"{SITE}/", lambda route: asked.append(route))
    quiz.page.evaluate("setTimeout(() => location.reload())")
    for _moment in range(300):
        if asked and quiz.saved:
            break
        quiz.page.wait_for_timeout(100)
    quiz.page.wait_for_timeout(200)
    quiz._serve(asked[0])
    quiz.page.wait_for_function("performance.getEntriesByType('navigation')[0].type === 'reload'")
    expect(quiz.page.get_by_label("Why")).to_have_value("because")
    quiz.state("saved")
    assert quiz.page.evaluate("localStorage.length") == 0


def test_a_refused_choice_tells_the_servers_reason_and_is_not_sent_again(site, console: Console):
    console.expect("409")
    quiz = site(QUIZ)
    quiz.answers = [(409, {"title": "Too late", "detail": "The time for this question is over."})]
    quiz.page.get_by_label("A").check()
    quiz.state("failed")
    expect(quiz.page.locator("#save-state")).to_have_text("The time for this question is over.")
    assert quiz.page.evaluate("localStorage.length") == 0


def test_the_clock_shows_the_servers_time_and_says_when_five_minutes_are_left(site):
    body = """<span class="timer" data-countdown data-now="2020-01-01T00:00:00Z" data-deadline="2020-01-01T00:05:02Z"
    data-zero="none" data-text-five="5 minutes left"><span data-countdown-text></span></span>
    <span role="status" aria-live="assertive" data-countdown-announce></span>"""
    clock = site(body)
    expect(clock.page.locator("[data-countdown-announce]")).to_have_text("5 minutes left")
    expect(clock.page.locator("[data-countdown-text]")).to_have_text("4:59")


def test_the_chosen_theme_is_there_before_the_first_paint_of_the_next_page(site):
    toggle = site('<button data-theme-choice="dark">Dark</button>', "")
    toggle.page.get_by_role("button", name="Dark").click()
    toggle.page.reload(wait_until="commit")
    toggle.page.wait_for_load_state()
    assert toggle.page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_the_editor_is_styled_under_the_policy_and_reports_edits(site):
    room = site(EDITOR, EDITOR_SCRIPT)
    text = room.page.get_by_role("textbox", name="Solution")
    text.press("Control+End")
    text.press("Enter")
    text.press_sequentially("y")
    assert room.page.evaluate("[editor.getValue(), seen.at(-1)]") == ["x = 1\ny", "x = 1\ny"]
    expect(room.page.locator(".cm-gutters")).to_have_css("display", "flex")


def test_escape_and_tab_leave_the_editor(site):
    room = site(EDITOR, EDITOR_SCRIPT)
    text = room.page.get_by_role("textbox", name="Solution")
    text.press("Control+Home")
    text.press("Tab")
    assert room.page.evaluate("editor.getValue()") == "    x = 1"
    text.press("Escape")
    text.press("Tab")
    expect(room.page.get_by_role("button", name="After")).to_be_focused()


def test_a_locked_editor_keeps_its_text(site):
    room = site(EDITOR, EDITOR_SCRIPT)
    room.page.evaluate("editor.setReadOnly(true)")
    room.page.get_by_role("textbox", name="Solution").press_sequentially("zzz")
    assert room.page.evaluate("editor.getValue()") == "x = 1"


CUT_IN = """import { CutIn } from "/static/js/candidate/cut_in.js";
window.after = (levels) => { // a level every 100 ms
  let now = 0, stopped = 0;
  const voice = { talking: true, stop() { stopped += 1; this.talking = false; } };
  const cut = new CutIn(voice, () => now);
  for (const level of levels) { cut.level(level); now += 100; }
  return stopped;
};"""


@pytest.mark.parametrize(
    ("levels", "stops"),
    [
        ([0.5] * 6, 1),
        ([0.9, 0.9, 0.0, 0.9, 0.9, 0.0], 0),  # a cough, and another
        ([0.2] * 50, 0),  # the quiet of the room
    ],
)
def test_who_begins_to_speak_is_not_talked_over(site, levels, stops):
    room = site("", CUT_IN)
    room.page.wait_for_function("!!window.after")
    assert room.page.evaluate("levels => window.after(levels)", levels) == stops


STEPS = """<audio id="heard" src="/sound.wav" preload="auto"></audio><p data-in-step="heard">
<button type="button" class="sentence" data-start="0" data-end="3">First.</button>
<button type="button" class="sentence" data-start="3" data-end="8">Second.</button></p>"""


def test_a_click_on_a_sentence_plays_it_and_marks_it(site):
    report = site(STEPS, 'import "/static/js/in_step.js";')
    report.page.wait_for_function("document.getElementById('heard').readyState >= 2")
    report.page.get_by_role("button", name="Second.").click()
    expect(report.page.get_by_role("button", name="Second.")).to_have_attribute("aria-current", "true")
    expect(report.page.get_by_role("button", name="First.")).not_to_have_attribute("aria-current", "true")
    assert report.page.evaluate("document.getElementById('heard').currentTime >= 3") is True
