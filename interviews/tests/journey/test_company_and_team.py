"""A company's own things in the browser, by keyboard where it counts: the place, the profile, an invitation."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from interviewer.web.tests.browser import axe, no_sideways_scroll
from interviewer.web.tests.product import Product
from interviews.tests.journey.recruiting import Recruiter

pytestmark = [pytest.mark.browser, pytest.mark.slow]
PLACES = """
from locations.tests.factories import CityFactory
for name in ("Bengaluru", "Bengaluru Rural", "Belagavi"):
    CityFactory(name=name)
"""


def chooses_a_place(page: Page) -> None:
    """By keyboard alone: the list opens, is walked through and closed, the focus stays in the field."""
    place = page.get_by_role("combobox", name="Place")
    place.focus()
    page.keyboard.type("beng")
    options = page.get_by_role("listbox", name="Places").get_by_role("option")
    expect(options).to_have_text(["Bengaluru, Karnataka, India", "Bengaluru Rural, Karnataka, India"])
    expect(place).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status").filter(has_text="2 places.")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(place).to_have_attribute("aria-activedescendant", options.nth(1).get_attribute("id"))
    axe(page, within=".combobox")
    page.keyboard.press("Escape")
    expect(place).to_have_attribute("aria-expanded", "false")
    expect(place).to_have_value("beng")
    page.keyboard.press("ArrowDown")
    expect(options).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(place).to_have_value("Bengaluru, Karnataka, India")
    expect(place).to_be_focused()
    expect(page.get_by_label("Phone")).to_have_value("+91 ")


def test_a_company_describes_itself_and_its_team_grows(product: Callable[..., Product], new_page):
    running = product()
    running.python(PLACES)
    owner = Recruiter(running, new_page())
    owner.registers()
    page = owner.page
    page.goto(f"{running.url}/workspace/company/")
    chooses_a_place(page)
    page.get_by_label("Phone").fill("98765 43210")
    page.get_by_role("button", name="Save profile").click()
    expect(page.get_by_text("Profile saved.")).to_be_visible()
    expect(page.get_by_label("Phone")).to_have_value("+91 98765 43210")
    axe(page)
    page.get_by_role("link", name="Public page").click()
    expect(page.get_by_text("Bengaluru, Karnataka, India")).to_be_visible()
    axe(page)
    page.goto(f"{running.url}/workspace/team/")
    page.get_by_label("E-mail address").fill("cara@new.example")
    page.get_by_label("Role").select_option("reviewer")
    page.get_by_role("button", name="Send invitation").click()
    expect(page.get_by_text("An invitation was sent to cara@new.example.")).to_be_visible()
    axe(page)
    joins(new_page(phone=True), running)
    page.reload()
    expect(page.get_by_role("row").filter(has_text="Cara")).to_contain_text("reviewer")


def joins(phone: Page, running: Product) -> None:
    """Somebody without an account opens the link on a phone, makes one, and accepts."""
    mail = running.mail_to("cara@new.example", subject="invites you to the team")
    phone.goto(re.search(r"http\S+/team/join/\S+/", mail.text)[0])
    no_sideways_scroll(phone)
    axe(phone)
    phone.get_by_label("Your name").fill("Cara")
    phone.get_by_label("Password").fill("a long sentence of hers")
    phone.get_by_role("button", name="Make an account").click()
    code = running.mail_to("cara@new.example", subject="code").text
    phone.locator("input[name=code]").fill(re.search(r"(?<!\d)\d{6}(?!\d)", code)[0])
    phone.locator("form:has(input[name=code]) [type=submit]").first.click()
    phone.get_by_role("button", name="Accept the invitation").click()
    expect(phone.get_by_text("Welcome to")).to_be_visible()
    no_sideways_scroll(phone)
