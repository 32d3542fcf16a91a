#!/usr/bin/env python
"""Measures the job board on PostgreSQL: search, facets and page among a million postings, beside a plain ILIKE.

bin/bench_board.py                     a million postings, made for the purpose (a few minutes)
bin/bench_board.py --postings 50000    fewer
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interviewer.settings")

ROLES = (
    "developer|engineer|architect|tester|analyst|manager|designer|consultant|accountant|nurse|pharmacist|teacher|"
    "electrician|welder|driver|chef|receptionist|recruiter|sales executive|support associate|technician|writer|"
    "translator|surveyor|auditor|lawyer|therapist|counsellor|supervisor|operator"
).split("|")
FIELDS = (
    "Python|Java|C++|C#|.NET|Node.js|React|Go|Data|Cloud|Network|Security|Mobile|Embedded|Test|Site|Finance|Tax|"
    "Clinic|Ward|School|Plant|Field|Store|Hotel|Media|Legal|Energy|Rail|Farm"
).split("|")
LEVELS = ("", "", "", "Senior ", "Junior ", "Lead ", "Assistant ", "Trainee ")
SKILLS = (
    "python java javascript typescript sql postgresql mysql mongodb redis docker kubernetes aws azure gcp linux git "
    "react angular vue.js node.js django spring .net c++ c# go rust kotlin swift php excel tally gst payroll hiring "
    "crm salesforce sap oracle figma photoshop autocad solidworks plc scada welding icu pharmacy teaching cbse hindi "
    "english tamil kannada marathi bengali forklift inventory logistics negotiation reporting statistics pytorch "
    "tensorflow airflow spark kafka terraform ansible jenkins selenium cypress security audit compliance contracts"
).split()
PLACES = (
    "Bengaluru Mumbai Hyderabad Pune Chennai Delhi Kolkata Gurugram Noida Ahmedabad Jaipur Kochi Indore Surat Nagpur "
    "Lucknow Mysuru Coimbatore Bhopal Vadodara Chandigarh Patna Visakhapatnam Thiruvananthapuram Madurai Ranchi "
    "Guwahati Bhubaneswar Dehradun Mangaluru Nashik Rajkot Vijayawada Hubballi Udaipur Jodhpur Raipur Siliguri"
).split()
SYLLABLES = "ka ri mo ta ne lu sha vi do pra an el or un is ba ge fi zo hu".split()
JOB_COLUMNS = (
    "id created_at updated_at uid title description min_experience_years max_experience_years currency min_salary "
    "max_salary show_salary skills benefits featured approved staff_notes role location locality work_mode "
    "qualification degree previous_industry languages posted_at company_id"
).split()
QUERIES = {
    "nothing (newest)": {},
    "python developer": {"text": "python developer"},
    "developer (a common word)": {"text": "developer"},
    "two slips": {"text": "pyhton developr"},
    "nurse in a town": {"text": "nurse mysore"},
    "three words": {"text": "senior java kubernetes"},
    "a company": {"text": "company of the middle"},
    "remote": {"facets": {"mode": ("remote",)}},
    "remote, a town, 3-5 years": {
        "facets": {"mode": ("remote",), "place": ("pune",), "experience": ("3-5",)}
    },
    "text, two modes, two towns": {
        "text": "engineer",
        "facets": {"mode": ("remote", "hybrid"), "place": ("bengaluru", "chennai")},
    },
    "text by pay": {"text": "python", "sort": "pay"},
    "nobody has it": {"text": "astronaut"},
}
BATCH = 20_000
COMPANIES = 5_000


def names(chance: random.Random) -> list[str]:
    """Invented companies, with as many words as a real board has."""
    return [
        f"{''.join(chance.choices(SYLLABLES, k=3)).title()} {''.join(chance.choices(SYLLABLES, k=4)).title()}"
        for _number in range(COMPANIES)
    ]


def jobs(number: int, companies: list[object], chance: random.Random, until: datetime) -> Iterator[object]:
    """Believable jobs, the oldest first; some towns, skills and companies have many, most have few."""
    from companies.models import Job

    for index in range(number):
        low, pay = chance.choice((0, 0, 1, 2, 3, 5, 8)), chance.randrange(12, 250) * 1000
        posted_at = until - timedelta(seconds=(number - index) * 180 * 86400 / number)
        yield Job(
            pk=index + 1,
            uid=uuid.UUID(int=chance.getrandbits(128), version=4),
            company=companies[int(chance.paretovariate(0.6)) % len(companies)],
            title=f"{chance.choice(LEVELS)}{chance.choice(FIELDS)} {chance.choice(ROLES)}",
            description="Work with people who know what they do, and say what you need. " * 8,
            skills=sorted({SKILLS[int(chance.paretovariate(0.7)) % len(SKILLS)] for _one in range(6)}),
            location=PLACES[int(chance.paretovariate(0.5)) % len(PLACES)],
            work_mode=chance.choices(("on_site", "hybrid", "remote"), (6, 3, 1))[0],
            min_experience_years=low,
            max_experience_years=low + chance.choice((1, 2, 3, 5)),
            min_salary=pay if index % 3 else None,
            max_salary=pay + 20_000 if index % 3 else None,
            featured=index % 500 == 0,
            posted_at=posted_at,
            created_at=posted_at,
            updated_at=posted_at,
        )


def copy(cursor: object, table: str, columns: list[str], rows: list[tuple]) -> None:
    """Rows into a table, by COPY."""

    def cell(value: object) -> str:
        if value is None:
            return r"\N"
        if isinstance(value, list):
            value = json.dumps(value)
        return str(value).replace("\\", "\\\\")

    text = "".join("\t".join(map(cell, row)) + "\n" for row in rows)
    cursor.copy_expert(f"COPY {table} ({', '.join(columns)}) FROM STDIN", io.StringIO(text))


def seed(number: int) -> None:
    """Companies, jobs and postings, written by the product's own code and stored by COPY."""
    from django.db import connection
    from django.utils import timezone

    from companies.models import Company, Job, JobPosting
    from companies.posting_text import posting_of
    from companies.search import upkeep

    chance = random.Random(7)  # noqa: S311  (the same board each time)
    made = Company.objects.bulk_create([Company(name=name, email="a@b.example") for name in names(chance)])
    Company.objects.filter(pk=made[COMPANIES // 2].pk).update(name=made[COMPANIES // 2].name)
    columns = [field.column for field in JobPosting._meta.fields if field.name != "id"]
    seen: set[str] = set()
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX posting_words")
        batch: list[Job] = []
        for job in jobs(number, made, chance, timezone.now()):
            batch.append(job)
            if len(batch) == BATCH or job.pk == number:
                rows = [posting_of(one) for one in batch]
                copy(cursor, Job._meta.db_table, JOB_COLUMNS, [_of(one, JOB_COLUMNS) for one in batch])
                copy(cursor, JobPosting._meta.db_table, columns, [_of(one, columns) for one in rows])
                seen.update(
                    word
                    for row in rows
                    for word in f"{row.title_words} {row.skill_words} {row.company_words} {row.place_words}".split()
                )
                batch = []
        upkeep.learn(seen)
        cursor.execute("CREATE INDEX posting_words ON companies_jobposting USING gin (search)")
        cursor.execute("ANALYZE")


def _of(row: object, columns: list[str]) -> tuple:
    return tuple(getattr(row, column) for column in columns)


def by_ilike(question: object) -> None:
    """What one would write first: ILIKE over title, skills, company and place, with the number found."""
    from django.db.models import CharField, Q
    from django.db.models.functions import Cast

    from companies.listing import open_jobs
    from companies.models import Job

    rows = open_jobs(Job).annotate(skill_text=Cast("skills", CharField()))
    for word in question.text.split():
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(skill_text__icontains=word)
            | Q(company__name__icontains=word)
            | Q(location__icontains=word)
        )
    if modes := question.facets.get("mode"):
        rows = rows.filter(work_mode__in=modes)
    if places := question.facets.get("place"):
        rows = rows.filter(location__in=[place.title() for place in places])
    rows.count()
    list(rows.order_by("-posted_at")[:20])


def measure(number: int, times: int) -> None:
    """Print a line for each query."""
    from statistics import median

    from django.test import Client

    from bench import milliseconds
    from companies.models import Company
    from companies.search import facets
    from companies.search.finding import Question, find
    from seekers.board.filters import address

    client = Client(headers={"host": "localhost"})
    name = Company.objects.order_by("pk")[COMPANIES // 2].name
    print(f"{'query':<28}{'found':>8}{'search':>9}{'+facets':>9}{'page':>9}{'ILIKE':>10}   (ms, medians)")
    totals: list[float] = []
    for what, values in QUERIES.items():
        text = name if what == "a company" else values.get("text", "")
        question = Question(**values | {"text": text})

        def counted(question: Question = question) -> None:
            facets.count(question, find(question))

        def page(url: str = f"/jobs/?{address(question)}") -> None:
            if client.get(url).status_code != 200:
                raise RuntimeError(url)

        found = find(question)
        search = median(milliseconds(lambda question=question: find(question), times=times))
        both, whole = median(milliseconds(counted, times=times)), median(milliseconds(page, times=times))
        plain = median(milliseconds(lambda question=question: by_ilike(question), times=3, warm=1))
        totals.append(whole)
        shown = f"{found.total}{'+' if found.is_capped else ''}"
        print(f"{what:<28}{shown:>8}{search:>9.1f}{both:>9.1f}{whole:>9.1f}{plain:>10.1f}", flush=True)
    print(f"median of all pages: {median(totals):.1f} ms, slowest {max(totals):.1f} ms")


def inside(number: int, times: int) -> None:
    """Seed and measure in this process, whose database is fresh."""
    import django

    django.setup()
    from companies.services import postings

    begun = time.perf_counter()
    seed(number)
    print(f"{number:,} postings made in {time.perf_counter() - begun:.0f} s", flush=True)
    measure(number, times)
    begun = time.perf_counter()
    postings.repair()
    print(f"looking for what is out of step: {(time.perf_counter() - begun) * 1000:.0f} ms")


def main() -> int:
    """Make a server and a database for the purpose; 0 when everything could be measured."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--postings", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--times", type=int, default=15, help="how often each query is measured")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.inside:
        inside(chosen.postings, chosen.times)
        return 0
    from interviewer.web.tests import postgres
    from interviewer.web.tests.product import PRODUCTION, environment, manage

    try:
        with (
            tempfile.TemporaryDirectory(prefix="interviewer-bench-") as folder,
            postgres.server() as server,
            postgres.fresh_database(server) as url,
        ):
            env = environment(
                **PRODUCTION | {"DATA_DIR": folder, "DATABASE_URL": url, "LOG_LEVEL": "WARNING"}
            )
            manage(env, "prepare", "--no-pool", "--no-places")
            command = [sys.executable, __file__, "--inside", *sys.argv[1:]]
            return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode
    except postgres.NoServer as problem:
        print(f"PostgreSQL is left out: {problem}")
        return 0


if __name__ == "__main__":
    sys.exit(main())
