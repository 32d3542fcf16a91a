"""A candidate solves a problem in two languages in real Chromium, and the recruiter plays back how."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from interviewer.web.tests.browser import axe, no_sideways_scroll
from interviews.tests.test_coding_in_browser import BROWSER_STYLE, PROGRAM, SEAT, write

pytestmark = [pytest.mark.browser, pytest.mark.box, pytest.mark.slow]

CPP = """#include <iostream>
int main() { long long a, b; std::cin >> a >> b; std::cout << a + b << std::endl; }
"""
SLOW = "while True:\n    pass\n"


@pytest.fixture
def seat(product):
    """A candidate in the room of a running product: its address, their session, the recruiter's."""
    started = product(DEBUG=False)
    found = json.loads(started.python(SEAT).strip().splitlines()[-1])
    return {**found, "site": started.url, "room": f"{started.url}/i/{found['token']}/coding/"}


def sit(page, seat: dict, *, session: str = "session") -> None:
    page.context.add_cookies([{"name": "sessionid", "value": seat[session], "url": seat["site"]}])


def language(page, name: str) -> None:
    page.get_by_label("Language", exact=True).select_option(name)


def status(page):
    return page.locator("#code-status")


def test_a_problem_in_two_languages_and_its_playback(seat, new_page, console):
    console.expect(BROWSER_STYLE)
    page = new_page()
    sit(page, seat)
    page.goto(seat["room"])
    write(page, "print(1)\n")
    page.keyboard.press("Control+Enter")
    expect(status(page)).to_have_text("Wrong answer. 0 of 1 cases passed")
    expect(page.locator("tr.is-different")).to_contain_text("differs")
    axe(page)
    page.locator(".cm-content").press("Control+A")
    page.keyboard.type("print(sum(map(int, input().split())))\n", delay=15)
    page.keyboard.press("Control+Shift+Enter")
    expect(status(page)).to_have_text("Accepted. 3 of 3 cases passed")
    language(page, "cpp")
    expect(page.locator(".cm-content")).to_contain_text("bits/stdc++")
    page.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
        document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }""",
        CPP,
    )
    page.get_by_role("button", name="Submit").click()
    expect(status(page)).to_have_text("Accepted. 3 of 3 cases passed")
    expect(page.locator("#save-state")).to_contain_text("Saved")
    plays_it_back(seat, new_page())


def plays_it_back(seat: dict, page) -> None:
    """The recruiter's code tab."""
    sit(page, seat, session="recruiter")
    page.goto(f"{seat['site']}/workspace/candidates/{seat['uid']}/?tab=code")
    expect(page.get_by_role("heading", name="How it was typed")).to_be_visible()
    expect(page.get_by_text("This record has gaps")).to_have_count(0)
    axe(page)  # with the players still empty
    player = page.locator(".player").filter(has=page.locator("[data-kind=p]"))
    player.locator("[data-code]").press("]")
    expect(player.get_by_role("status")).to_contain_text("Pasted")
    expect(player.locator("mark[data-kind=p]")).to_contain_text("std::cin")
    typed = page.locator(".player").first
    typed.get_by_role("slider").press("End")
    expect(typed.locator("[data-code]")).to_have_text(PROGRAM)
    typed.get_by_role("slider").press("Home")
    typed.get_by_label("Speed").select_option("64")
    typed.locator("[data-code]").press(" ")
    expect(typed.get_by_role("button", name="Pause")).to_be_visible()
    expect(typed.locator("[data-code]")).to_have_text(PROGRAM)
    axe(page)
    no_sideways_scroll(page)


def test_settings_versions_and_the_split_by_keyboard(seat, page, console):
    console.expect(BROWSER_STYLE)
    sit(page, seat)
    page.goto(seat["room"])
    write(page, "a = 'a good first version'\n")
    expect(page.locator("#save-state")).to_contain_text("Saved")
    write(page, "x\n")
    page.keyboard.press("F8")
    dialog = page.get_by_role("dialog", name="Earlier versions")
    expect(dialog.locator("pre")).to_contain_text("a good first version")
    axe(page)
    dialog.get_by_role("button", name="Put this version back").click()
    expect(page.locator(".cm-content")).to_contain_text("a good first version")
    page.keyboard.press("F9")
    page.get_by_label("Key bindings").select_option("vim")
    page.get_by_label("Size of the text").fill("20")
    page.get_by_label("High contrast").check()
    axe(page)
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.locator(".cm-scroller")).to_have_css("font-size", "20px")
    expect(page.locator(".cm-vimMode")).to_have_count(1)
    page.locator(".cm-content").click()
    page.keyboard.press("Escape")
    page.keyboard.type("ggdG")
    expect(page.locator(".cm-content")).not_to_contain_text("good")
    page.keyboard.press("F1")
    axe(page)
    page.keyboard.press("Escape")
    bar = page.get_by_role("separator", name="Width of the statement")
    bar.press("End")
    expect(bar).to_have_attribute("aria-valuenow", "70")
    page.reload()
    expect(bar).to_have_attribute("aria-valuenow", "70")
    expect(page.locator(".cm-vimMode")).to_have_count(1)
    page.keyboard.press("F6")
    expect(page.locator("#statement")).to_be_focused()


def test_what_runs_for_ever_is_cancelled(seat, page, console):
    console.expect(BROWSER_STYLE)
    sit(page, seat)
    page.goto(seat["room"])
    write(page, SLOW)
    page.get_by_role("button", name="Submit").click()
    page.get_by_role("button", name="Cancel").click()
    expect(status(page)).to_have_text("Cancelled")
    write(page, PROGRAM)
    page.get_by_role("button", name="Submit").click()
    expect(status(page)).to_have_text("Accepted. 3 of 3 cases passed")


def test_the_room_is_stacked_on_a_phone(seat, phone, console):
    console.expect(BROWSER_STYLE)
    sit(phone, seat)
    phone.goto(seat["room"])
    phone.locator(".cm-content").wait_for()
    expect(phone.locator("#splitter")).to_be_hidden()
    below = phone.locator("#editor").bounding_box()["y"] > phone.locator("#statement").bounding_box()["y"]
    assert below
    write(phone, "print(1)\n")
    phone.get_by_role("button", name="Run samples").click()
    expect(status(phone)).to_have_text("Wrong answer. 0 of 1 cases passed")
    no_sideways_scroll(phone)
    axe(phone)


def test_versions_without_a_script(seat, new_page):
    page = new_page(java_script_enabled=False)
    sit(page, seat)
    page.goto(seat["room"])
    page.get_by_role("textbox", name="Your program").fill("print(42)")
    page.get_by_role("button", name="Run samples").click()
    page.get_by_role("link", name="Versions").click()
    page.get_by_role("link", name=re.compile("The template")).click()
    page.get_by_role("button", name="Put this version back").click()
    expect(page.get_by_role("textbox", name="Your program")).to_have_value(re.compile("import sys"))
    expect(page.get_by_text("The earlier version is back")).to_be_visible()
