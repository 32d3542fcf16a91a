"""Addresses, schooling and résumés of the demo candidates: invented, and different for each."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from companies.models import AiInterviewedJob
from interviews.enums import Stage

_DEGREES = {
    True: (
        "B.Tech, Computer Science",
        "B.E., Information Technology",
        "MCA",
        "B.Sc., Mathematics",
        "M.Tech, Software Engineering",
    ),
    False: ("B.A., English", "B.Com", "B.Sc., Nursing", "BBA", "M.A., Psychology"),
}
_COLLEGES = (
    "Hill Road College",
    "Sagar Institute of Technology",
    "Lakeside University",
    "Government College, North Campus",
)
_EMPLOYERS = {
    True: ("Tamarind Systems", "Peepal Payments", "Bluejay Logistics", "Monsoon Analytics"),
    False: ("Clearline Contact Centre", "Banyan Clinics", "Saffron Travel Desk", "Coral Insurance"),
}
_WORK = {
    True: (
        "Built and kept running internal services; on call one week in five.",
        "Worked in a team of six on the order and invoice pages.",
        "Moved nightly reports from spreadsheets to scheduled jobs.",
        "Wrote interfaces that shops and suppliers connect to.",
    ),
    False: (
        "Answered about sixty calls a day in three languages.",
        "Trained new colleagues and listened in on their first calls.",
        "Kept the appointment book of four clinics.",
        "Handled complaints in writing, with an answer within a day.",
    ),
}


@dataclass(frozen=True)
class DemoCandidate:
    """Somebody who is somewhere in an interview. `quality` is 0 (strong) to 3 (evasive)."""

    person: tuple[str, str, str, int, str]
    number: int
    at: Stage | None
    quality: int = 1
    status: str = ""


def _plain(name: str) -> str:
    """The name in letters that an e-mail address may have; empty where it has none."""
    folded = unicodedata.normalize("NFKD", name.replace("Ł", "L").replace("ł", "l"))
    return "".join(letter for letter in folded.lower() if letter.isascii() and letter.isalpha())


def address(candidate: DemoCandidate) -> str:
    """An e-mail address of this person, under a name that nobody can own."""
    first, last = (_plain(name) for name in candidate.person[:2])
    return f"{first}.{last}@mail.example" if first and last else f"me{candidate.number}@mail.example"


def education(job: AiInterviewedJob, number: int) -> str:
    """What the candidate studied, as fits the job."""
    degrees = _DEGREES[job.has_coding]
    return f"{degrees[number % len(degrees)]}, {_COLLEGES[number % len(_COLLEGES)]}"


def resume(job: AiInterviewedJob, candidate: DemoCandidate) -> str:
    """A short résumé."""
    first, last, city, years, skills = candidate.person
    number, is_technical = candidate.number, job.has_coding
    employers, work = _EMPLOYERS[is_technical], _WORK[is_technical]
    listed = ", ".join(skills.split())
    return (
        f"{first} {last}, {city}\n\n"
        f"{years} {'year' if years == 1 else 'years'} of experience with {listed}.\n\n"
        f"{employers[number % len(employers)]}, {years} {'year' if years == 1 else 'years'}\n"
        f"{work[(number * 3 + 1) % len(work)]}\n\n"
        f"Education: {education(job, number)}\nSkills: {listed}\n"
    )
