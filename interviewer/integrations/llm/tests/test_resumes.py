"""Résumés as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from interviewer.integrations.llm.port import ResumeProfile
from interviewer.integrations.llm.resume import parse, sections

TODAY = date(2026, 11, 24)

FRESHER = """Resume
Name: Rahul Kumar Verma
Mobile: 9876543210
Email: RAHUL.verma@gmail.com
Address: 12, MG Road, Indiranagar, Bengaluru, Karnataka - 560038

Career Objective
To obtain a challenging position.
Educational Qualifications
B.E. Computer Science, VTU, 2022, 78%
12th, KV, 2018
Technical Skills
Languages: C, C++, Java, Python
Web: HTML, CSS, JavaScript, React
Internship
Web Intern, Infosys, Jan 2022 - Jun 2022
Hobbies
Cricket, Reading, Go
"""

SCIENTIST = """Dr. María-José García López
Data Scientist — Madrid, Spain
maria@garcia.es · +34 612 345 678 · www.mariagarcia.dev · https://www.linkedin.com/in/mjgarcia/

EXPERIENCE
Lead Data Scientist | BBVA | 03/2019 – Present
Data Scientist | Telefónica | 2015 – 2019
EDUCATION
PhD in Statistics, Universidad Complutense (2015)
SKILLS
Python · R · SQL · scikit-learn · PyTorch · A/B testing
"""


def test_a_fresher_with_labelled_lines():
    assert parse(FRESHER, today=TODAY) == ResumeProfile(
        first_name="Rahul",
        last_name="Kumar Verma",
        email="rahul.verma@gmail.com",
        phone="+919876543210",
        city="Bengaluru",
        years_of_experience=0.5,
        education=("B.E. Computer Science, VTU, 2022, 78%", "12th, KV, 2018"),
        skills=("C", "C++", "Java", "Python", "HTML", "CSS", "JavaScript", "React"),
    )


def test_a_scientist_with_overlapping_employment():
    profile = parse(SCIENTIST, today=TODAY)

    assert (profile.first_name, profile.last_name) == ("María-José", "García López")
    assert (profile.city, profile.phone) == ("Madrid", "+34612345678")
    assert profile.years_of_experience == 11.9
    assert profile.portfolio_url == "https://www.mariagarcia.dev"
    assert profile.linkedin_url == "https://www.linkedin.com/in/mjgarcia"
    assert profile.skills == ("Python", "R", "SQL", "scikit-learn", "PyTorch", "A/B testing")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("JOHN O'BRIEN", ("John", "O'Brien")),
        ("प्रिया शर्मा", ("प्रिया", "शर्मा")),
        ("Ludwig van der Rohe | Architect", ("Ludwig", "van der Rohe")),
        ("Curriculum Vitae", ("", "")),
        ("Python Developer", ("", "")),
    ],
)
def test_names(line: str, name: tuple[str, str]):
    profile = parse(f"{line}\n", today=TODAY)

    assert (profile.first_name, profile.last_name) == name


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("8 years of experience in sales", 8.0),
        ("Experience: 2.5 yrs", 2.5),
        ("over 10+ years of professional software experience", 10.0),
        ("5 years 6 months of experience", 5.5),
        ("I am 30 years old", None),
        ("Work Experience\nClerk, 2010 - 2012\nManager, 2011 - 2013", 4.0),
        ("Education\nB.Sc 2010 - 2013", None),
        ("", None),
    ],
)
def test_years_are_stated_or_added_up_and_never_guessed(text: str, years: float | None):
    assert parse(text, today=TODAY).years_of_experience == years


def test_sections_follow_the_headings():
    assert sections("Ann Lee\nSKILLS:\nPython\n== Education ==\nB.Sc") == {
        "top": "Ann Lee",
        "skills": "Python",
        "education": "B.Sc",
    }


def test_an_empty_text_gives_an_empty_profile():
    assert parse("", today=TODAY) == ResumeProfile()


def test_a_degree_is_no_web_address():
    profile = parse("Asha Rao\nEducation\nB.Tech Computer Science, 2017 to 2021", today=TODAY)
    assert profile.portfolio_url == ""
    assert parse("Asha Rao\nasharao.tech", today=TODAY).portfolio_url == "https://asharao.tech"
