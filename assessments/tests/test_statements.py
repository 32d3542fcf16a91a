"""Statements become HTML whose headings fit the page and which can do no harm."""

from __future__ import annotations

import pytest

from assessments.statements import as_html

TEXT = "# One\n\n## Two\n\n### Three"


@pytest.mark.parametrize(("top", "levels"), [(3, (3, 4, 5)), (1, (2, 2, 3)), (5, (5, 6, 6))])
def test_headings_begin_where_the_page_says(top, levels):
    one, two, three = levels
    expected = f"<h{one}>One</h{one}>\n<h{two}>Two</h{two}>\n<h{three}>Three</h{three}>\n"
    assert as_html(TEXT, top=top) == expected


def test_tags_in_the_text_stay_text():
    assert (
        as_html("<h1>x</h1>\n\n`<h1>`") == "<p>&lt;h1&gt;x&lt;/h1&gt;</p>\n<p><code>&lt;h1&gt;</code></p>\n"
    )
