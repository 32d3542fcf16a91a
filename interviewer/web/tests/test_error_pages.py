"""Error pages as people see them in production: in the house's style, usable, complete on a phone."""

from __future__ import annotations

import pytest

from interviewer.web.tests.browser import axe, no_sideways_scroll

pytestmark = pytest.mark.browser


def test_a_page_that_does_not_exist_shows_the_way_back(product, page, phone, console):
    running = product(worker=False, DEBUG=False)
    console.expect(r"/nothing/here/.*404")

    for view in (page, phone):
        answer = view.goto(f"{running.url}/nothing/here/")

        assert answer.status == 404
        assert answer.headers["content-security-policy"].count("unsafe") == 0
        axe(view)
        no_sideways_scroll(view)
