"""Dates that make sense, and the message beside the field of those that don't."""

from __future__ import annotations

from datetime import date

import pytest

from seekers import periods
from seekers.periods import Span, month_number, overlapping

TODAY = date(2026, 11, 25)


def months(start: tuple[int, int], end: tuple[int, int] | None, *, current: bool = False) -> dict:
    return {
        "start_year": start[0],
        "start_month": start[1],
        "end_year": end[0] if end else None,
        "end_month": end[1] if end else None,
        "is_current": current,
    }


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        (months((2020, 1), (2021, 1)), []),
        (months((2020, 1), (2020, 1)), []),
        (months((2020, 1), None, current=True), []),
        (months((2026, 11), None, current=True), []),
        (months((2026, 12), None, current=True), ["start_year"]),
        (months((2020, 5), (2020, 4)), ["end_year"]),
        (months((2020, 1), (2026, 12)), ["end_year"]),
        (months((2020, 1), None), ["end_year"]),
        ({**months((2020, 1), None), "end_year": 2021}, ["end_month"]),
        ({"is_current": False, "end_year": 2020, "end_month": 1}, []),
    ],
)
def test_months_of_an_entry(values, fields):
    assert sorted(periods.dated(values, TODAY)) == fields


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"start_year": 2016, "end_year": 2020}, []),
        ({"start_year": 2024, "end_year": 2028}, []),
        ({"start_year": 2027}, ["start_year"]),
        ({"start_year": 2020, "end_year": 2016}, ["end_year"]),
        ({"start_year": 2020, "end_year": 2099}, ["end_year"]),
        ({"start_year": 2016, "grading_system": "cgpa_10", "grade": 10}, []),
        ({"start_year": 2016, "grading_system": "cgpa_10", "grade": 85}, ["grade"]),
        ({"start_year": 2016, "grading_system": "gpa_4", "grade": -1}, ["grade"]),
        ({"start_year": 2016, "grading_system": "", "grade": 8}, ["grading_system"]),
    ],
)
def test_years_and_grades_of_a_course(values, fields):
    assert sorted(periods.studied(values, TODAY)) == fields


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"issued_on": date(2024, 1, 1), "expires_on": None, "expires": False}, []),
        ({"issued_on": date(2027, 1, 1), "expires_on": None}, ["issued_on"]),
        ({"issued_on": date(2024, 1, 1), "expires_on": date(2023, 1, 1), "expires": True}, ["expires_on"]),
        ({"issued_on": None, "expires_on": None, "expires": True}, ["expires_on"]),
    ],
)
def test_days_of_a_certificate(values, fields):
    assert sorted(periods.certified(values, TODAY)) == fields


def test_a_school_year_does_not_lie_ahead():
    assert (list(periods.schooled({"year": 2027}, TODAY)), periods.schooled({"year": 2026}, TODAY)) == (
        ["year"],
        {},
    )


def test_jobs_that_ran_beside_each_other_for_longer_than_a_handover_are_named():
    def span(start: tuple[int, int], end: tuple[int, int] | None) -> Span:
        return Span(month_number(*start), month_number(*end) if end else None)

    jobs = [
        ("Acme", span((2020, 1), (2021, 1))),
        ("Initech", span((2020, 11), (2024, 6))),  # two months with Acme: a handover
        ("Globex", span((2024, 1), None)),  # five months with Initech
        ("Umbrella", span((2026, 1), None)),  # ten months with Globex, both until now
    ]
    assert overlapping(jobs, today=TODAY) == (("Initech", "Globex", 5), ("Globex", "Umbrella", 10))
