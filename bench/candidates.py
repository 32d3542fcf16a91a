"""Server time of the candidates' pages with 100,000 interviews for 2,000 jobs in one company, among other companies."""

from __future__ import annotations

import random
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.utils import timezone

from bench import Row, timed
from companies.models import AiInterviewedJob, Company
from companies.tests.factories import AiInterviewedJobFactory, CompanyFactory, MembershipFactory
from interviews.enums import Decision, InterviewStatus, Stage
from interviews.models import Interview, InterviewTag, StageAttempt, Tag
from interviews.tests.factories import AnsweredTurnFactory, InterviewFactory, RubricFactory

INTERVIEWS, JOBS, OTHERS = 100_000, 2_000, 20_000
FIRST = ("Asha", "Bela", "Chen", "Dara", "Emil", "Farah", "Gita", "Hari", "Ines", "Jonas")
LAST = ("Rao", "Li", "Okafor", "Schmidt", "Nowak", "Silva", "Tanaka", "Verma", "Weiss", "Young")
CITIES = ("Pune", "Delhi", "Mumbai", "Berlin", "Lagos")


def _jobs(company: Company, number: int) -> list[AiInterviewedJob]:
    made = [AiInterviewedJobFactory.build(company=company, title=f"Engineer {n}") for n in range(number)]
    return AiInterviewedJob.objects.bulk_create(made, batch_size=500)


def _interviews(jobs: list[AiInterviewedJob], number: int, chance: random.Random) -> None:
    now = timezone.now()
    for start in range(0, number, 5_000):
        rows = []
        for n in range(start, min(start + 5_000, number)):
            is_done = chance.random() < 0.6
            decision = chance.choice(Decision.values) if is_done else Decision.UNDECIDED
            rows.append(
                Interview(
                    job=jobs[n % len(jobs)],
                    first_name=chance.choice(FIRST),
                    last_name=f"{chance.choice(LAST)}{n % 997}",
                    email=f"person{n}@example{n % 89}.com",
                    city=chance.choice(CITIES),
                    status=InterviewStatus.COMPLETED if is_done else InterviewStatus.INVITED,
                    overall_score=chance.randint(20, 99) if is_done else None,
                    match_score=chance.randint(20, 99) if is_done else None,
                    decision=decision,
                    flagged=chance.random() < 0.01,
                    recruiter_feedback="A summary of some sentences. " * 20 if is_done else "",
                    created_at=now - timedelta(minutes=chance.randint(0, 500_000)),
                    link_expires_at=now + timedelta(days=14),
                )
            )
        Interview.objects.bulk_create(rows, batch_size=500)


def _marks(company: Company, chance: random.Random) -> None:
    ids = list(Interview.objects.filter(company=company).values_list("pk", flat=True))
    tag = Tag.objects.create(company=company, name="remote")
    InterviewTag.objects.bulk_create(
        [InterviewTag(interview_id=pk, tag=tag) for pk in chance.sample(ids, min(2_000, len(ids)))],
        batch_size=500,
    )
    under_way = chance.sample(ids, min(2_000, len(ids)))
    Interview.objects.filter(pk__in=under_way[:500]).update(
        status=InterviewStatus.IN_PROGRESS, plan={"has_match": True, "has_conversation": True}
    )
    StageAttempt.objects.bulk_create(
        [StageAttempt(interview_id=pk, stage=Stage.CONSENT, finished_at=timezone.now()) for pk in under_way],
        batch_size=500,
    )


def _scored(job: AiInterviewedJob) -> Interview:
    from bench.pages import _scored as scored

    RubricFactory(job=job)
    interview = scored(job)
    AnsweredTurnFactory(interview=interview)
    return interview


def _analyse() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def measure() -> list[Row]:
    """Medians of the whole answer, without the network."""
    chance = random.Random(7)  # noqa: S311 - the same data each time
    owner = MembershipFactory()
    jobs = _jobs(owner.company, JOBS)
    _interviews(jobs, INTERVIEWS, chance)
    _interviews(_jobs(CompanyFactory(), 200), OTHERS, chance)
    _marks(owner.company, chance)
    scored = _scored(jobs[0])
    InterviewFactory(job=jobs[0])
    _analyse()
    client = Client(headers={"host": "localhost"})
    client.force_login(owner.user, backend="django.contrib.auth.backends.ModelBackend")

    def page(address: str) -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    base = "/workspace/candidates/"
    asked = {
        "list, newest first": base,
        "list, page 300": f"{base}?page=300",
        "list, sorted by score": f"{base}?sort=overall",
        "list, sorted by name": f"{base}?sort=name",
        "list, one job": f"{base}?job_uid={jobs[5].uid}",
        "list, undecided": f"{base}?status=completed&decision=undecided",
        "list, 80 and more, by match": f"{base}?band=80&sort=match",
        "list, in a city": f"{base}?city=pune",
        "list, with a tag": f"{base}?tag=remote",
        "list, flagged": f"{base}?flagged=yes",
        "list, at a stage": f"{base}?stage=resume",
        "search, a name": f"{base}?search=asha",
        "search, name and surname": f"{base}?search=gita+okafor12",
        "search, an address": f"{base}?search=person54321@",
        "search, nobody": f"{base}?search=zzzz",
        "board": f"{base}board/",
        "board, one job": f"{base}board/?job_uid={jobs[5].uid}",
        "interview page": f"{base}{scored.uid}/",
        "interview page, review": f"{base}{scored.uid}/?tab=review",
        "interview page, activity": f"{base}{scored.uid}/?tab=activity",
        "dashboard": "/workspace/",
    }
    return [timed(what, lambda url=url: page(url), times=15) for what, url in asked.items()]
