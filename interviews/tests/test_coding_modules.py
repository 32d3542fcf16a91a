"""The modules of the coding room and of its playback, each alone in Chromium without a server."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from assessments import edits
from interviewer.web.tests.test_browser_modules import Site, site  # noqa: F401  (the fixture)

pytestmark = pytest.mark.browser

RECORDER = """import { Recorder, difference } from "/static/js/candidate/coding/recorder.js";
window.time = 0;
window.make = (text) => new Recorder(text, { now: () => window.time, session: "s" });
window.difference = difference; window.ready = true;"""
REPLAY = """import { Replay, clock } from "/static/js/recruiter/replay.js";
window.make = (base, events) => new Replay(base, events); window.clock = clock; window.ready = true;"""
SPLIT = """import { split } from "/static/js/candidate/coding/split.js";
window.moved = [];
split(document.getElementById("bar"), { value: 42, onChange: (percent) => window.moved.push(percent) });
window.ready = true;"""
PANES = '<div id="box"><p>Left</p><div id="bar" role="separator" tabindex="0" aria-label="Width">|</div><p>Right</p></div>'


def opened(site, body: str, script: str) -> Site:  # noqa: F811
    found = site(body, script)
    found.page.wait_for_function("window.ready")
    return found


def typed(site: Site, text: str, steps: list[tuple[int, str, str]]) -> dict:  # noqa: F811
    """What is sent after a text became others at times: (milliseconds, text, kind)."""
    script = """([text, steps]) => { const made = make(text);
    for (const [at, next, kind] of steps) { window.time = at; kind === "b" ? made.mark("b") : made.note(next, kind); }
    return made.take(); }"""
    return site.page.evaluate(script, [text, steps])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "abc"),
        ("abc", ""),
        ("aaa", "aaaa"),
        ("abcabc", "abc"),
        ("x😀y", "x😁y"),
        ("😀", "😀😀"),
        ("a\n", "a\nb\n"),
    ],
)
def test_the_difference_is_replayed_by_the_server(site, before, after):  # noqa: F811
    page = opened(site, "", RECORDER).page
    edit = page.evaluate("([before, after]) => difference(before, after)", [before, after])
    assert edits.replay(before, [[0, *edit]]) == after
    edit[2].encode()  # raises for half a character


def test_fast_typing_is_one_event_and_a_pause_begins_the_next(site):  # noqa: F811
    page = opened(site, "", RECORDER)
    steps = [(100, "a", ""), (200, "ab", ""), (300, "abc", ""), (2000, "abcd", ""), (2100, "abc", "")]
    sent = typed(page, "", steps)
    assert sent["events"] == [[100, 0, 0, "abc"], [1900, 3, 0, "d"], [100, 3, 1, ""]]
    assert edits.replay("", edits.batch_of(json.dumps(sent)).events) == "abc"


def test_deleting_backwards_is_one_event(site):  # noqa: F811
    sent = typed(opened(site, "", RECORDER), "abc", [(10, "ab", ""), (60, "a", ""), (90, "", "")])
    assert sent["events"] == [[10, 0, 3, ""]]


def test_pastes_and_leaving_are_marked_and_never_merged(site):  # noqa: F811
    steps = [(10, "a", ""), (20, "abc", "p"), (30, "", "b"), (40, "", "b"), (50, "abcd", "")]
    sent = typed(opened(site, "", RECORDER), "", steps)
    assert sent["events"] == [[10, 0, 0, "a"], [10, 1, 0, "bc", "p"], [10, "b"], [20, 3, 0, "d"]]


def test_what_is_on_its_way_is_not_changed_and_counted_on(site):  # noqa: F811
    page = opened(site, "", RECORDER).page
    first, second, third = page.evaluate("""() => { const made = make("");
      made.note("a"); const first = made.take(); made.note("ab"); const second = made.take();
      made.settle(first); made.note("abc"); const third = made.take(); return [first, second, third]; }""")
    assert (first["first"], first["events"]) == (0, [[0, 0, 0, "a"]])
    assert second["events"] == [[0, 0, 0, "a"], [0, 1, 0, "b"]]
    assert (third["first"], third["events"]) == (1, [[0, 1, 0, "b"], [0, 2, 0, "c"]])


def test_a_text_is_shown_as_it_was_at_any_moment(site):  # noqa: F811
    page = opened(site, "", REPLAY).page
    events = [[100, number, 0, "x"] for number in range(950)]
    lengths = page.evaluate(
        "events => { const made = make('', events); return [95000, 10000, 50, 60000].map((at) => made.at(at).text.length); }",
        events,
    )
    assert lengths == [950, 100, 0, 600]


def test_the_marks_of_the_timeline(site):  # noqa: F811
    page = opened(site, "", REPLAY).page
    events = [[5, 0, 0, "a"], [10, 1, 0, "bcd", "p"], [1, "b"], [9, "f"], [5, 0, 1, "", "g"]]
    marks = page.evaluate("events => make('', events).marks()", events)
    assert [(one["at"], one["kind"], one["size"]) for one in marks] == [
        (15, "p", 3),
        (16, "b", 0),
        (30, "g", 0),
    ]
    assert page.evaluate("clock(75400)") == "1:15"


def test_server_and_browser_replay_alike(site):  # noqa: F811
    page = opened(site, "", REPLAY).page
    events = [[5, 0, 0, "😀a"], [1, 2, 1, "b😁"], [1, 0, 2, ""], [1, 1, 2, "c"]]
    assert page.evaluate("events => make('', events).at(99).text", events) == edits.replay("", events)


def test_the_bar_moves_by_keys_and_by_pointer_within_bounds(site):  # noqa: F811
    page = opened(site, PANES, SPLIT).page
    bar = page.get_by_role("separator")
    expect(bar).to_have_attribute("aria-valuenow", "42")
    bar.press("ArrowRight")
    bar.press("PageUp")
    bar.press("End")
    bar.press("Home")
    bar.press("ArrowLeft")
    assert page.evaluate("moved") == [44, 54, 70, 20, 20]
    box, panes = bar.bounding_box(), page.locator("#box").bounding_box()
    page.mouse.move(box["x"] + 2, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(panes["x"] + panes["width"] / 2, box["y"] + 2)
    page.mouse.up()
    expect(bar).to_have_attribute("aria-valuenow", "50")
