"""Charts: the drawing, its words for screen readers, and labels that cannot become markup."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from interviewer.web import charts

SVG = "{http://www.w3.org/2000/svg}"
SCORES = [("Python", 91.0), ("Design", 50.0), ("Ownership", None), ("Testing", 120.0)]


def test_radar_says_its_numbers_in_words():
    drawing = ET.fromstring(charts.radar(SCORES, title="Competencies"))
    assert drawing.get("aria-label") == "Competencies. Python: 91; Design: 50; Ownership: –; Testing: 100"


def test_radar_draws_four_rings_and_the_scores():
    drawing = ET.fromstring(charts.radar(SCORES, title="Competencies"))
    assert [shape.get("class") for shape in drawing.iter(f"{SVG}polygon")] == ["chart__grid"] * 4 + [
        "chart__area"
    ]


def test_radar_with_a_comparison_draws_a_second_shape():
    drawing = charts.radar(SCORES, title="Competencies", comparison=[50, 50, 50, 50])
    assert drawing.count("chart__area--2") == 1


def test_radar_of_two_scores_becomes_bars():
    assert "chart--bars" in charts.radar(SCORES[:2], title="Competencies")


def test_bars_never_leave_their_track():
    drawing = ET.fromstring(
        charts.bars([("All", 40), ("Half", 20), ("More", 90)], title="Funnel", highest=40)
    )
    widths = [
        shape.get("width") for shape in drawing.iter(f"{SVG}rect") if shape.get("class") == "chart__bar"
    ]
    assert widths == ["340.0", "170.0", "340.0"]


def test_sparkline_of_a_flat_series_stays_inside():
    points = ET.fromstring(charts.sparkline([4, 4, 4], title="Per day")).find(f"{SVG}polyline").get("points")
    assert points == "3.0,29.0 56.0,29.0 109.0,29.0"


def test_sparkline_of_nothing_is_nothing():
    assert charts.sparkline([], title="Per day") == ""


@pytest.mark.parametrize("draw", [charts.radar, charts.bars])
def test_a_label_is_text_whatever_it_contains(draw):
    drawing = draw([('"><script>alert(1)</script>', 10), ("b", 20), ("c", 30)], title="<b>&")
    assert "<script" not in drawing
    ET.fromstring(drawing)
