"""Statements: mathematics, pictures, and nothing that can do harm."""

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


def test_mathematics_becomes_mathml() -> None:
    html = as_html("Let $n \\le 10^5$ and\n\n$$\n\\sum_{i=1}^n a_i\n$$\n")

    assert html.count("<math") == 2
    assert '<math display="inline">' in html
    assert '<math display="block">' in html
    assert "<msup><mn>10</mn><mn>5</mn></msup>" in html.replace("<mrow>", "").replace("</mrow>", "")
    assert "$" not in html


@pytest.mark.parametrize(
    "text", ["It costs $5 or $6.", "One $ alone", "\\$a\\$", "`$x$`", "```\n$x$\n```", "$$ never ended"]
)
def test_dollars_that_are_no_mathematics_stay(text: str) -> None:
    html = as_html(text)

    assert "<math" not in html
    assert "$" in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![a](javascript:alert(1))",
        "![a](https://elsewhere.example/x.png)",
        "$\\text{<script>alert(1)</script>}$",
        "$\\href{javascript:alert(1)}{x}$",
        '$\\class{x" onclick="alert(1)}{x}$',
        '![a" onerror="alert(1)](known.png)',
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "$\\unicode{<svg/onload=alert(1)>}$",
    ],
)
def test_nothing_that_runs_survives(text: str) -> None:
    html = as_html(text, {"known.png": "/pictures/1/"})

    for hostile in (
        "<script",
        "<svg",
        "elsewhere.example",
        ' onerror="',
        ' onclick="',
        'href="java',
        'src="java',
    ):
        assert hostile not in html


def test_a_picture_of_the_problem_is_shown() -> None:
    html = as_html("![Two trees](trees.png) ![Lost](lost.png)", {"trees.png": "/pictures/1/?a=1&b=2"})

    assert html == '<p><img src="/pictures/1/?a=1&amp;b=2" alt="Two trees"> Lost</p>\n'


@pytest.mark.parametrize(
    "latex", ["{" * 500, "\\frac{1}", "x" * 5_000, "\\left(", "^", "\\begin{array}", "&"]
)
def test_a_formula_that_can_not_be_read_is_still_a_page(latex: str) -> None:
    assert as_html(f"a ${latex}$ b").startswith("<p>a ")
