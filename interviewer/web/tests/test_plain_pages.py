"""Pages that belong to no app, as people see them: errors, health, the development outbox."""

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


def test_the_health_page_and_the_outbox_can_be_read_by_everybody(product, page, phone):
    running = product()
    running.python(
        "from interviewer.integrations import mail; "
        "mail.queue(kind='test', to='asha@example.org', subject='Your code', text='It is 123456.')"
    )
    running.mail_to("asha@example.org")

    for view in (page, phone):
        for path in ("/health/", "/outbox/"):
            view.goto(f"{running.url}{path}")
            axe(view)
            no_sideways_scroll(view)
        view.get_by_role("link", name="Your code").click()
        assert "It is 123456." in view.get_by_role("main").inner_text()
        axe(view)


def test_the_api_documents_itself_under_the_same_policy(product, page):
    running = product(worker=False)

    page.goto(f"{running.url}/api/v1/docs/")

    page.get_by_role("heading", name="AI Interviewer API").wait_for()
