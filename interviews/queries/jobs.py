"""Reads about jobs: their lists with counts, what readiness looks at, the dashboard."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from assessments.models import DSAQuestion, DSAReferenceSolution, QuizQuestion
from assessments.services import references
from companies.enums import JobStatus, QuizTiming
from companies.models import AiInterviewedJob, Company, Membership
from interviews.enums import Decision, InterviewStatus
from interviews.models import Interview, InterviewQuestion
from interviews.queries import sight
from interviews.queries.candidates import HEAVY, Row, as_rows
from interviews.readiness import CompetencyFacts, JobFacts, ProblemFacts, QuizFacts
from interviews.services import rubrics

_COUNTED = {
    "invited_count": [InterviewStatus.INVITED],
    "busy_count": [InterviewStatus.IN_PROGRESS, InterviewStatus.SCORING],
    "done_count": [InterviewStatus.COMPLETED],
}


def with_counts(rows: QuerySet) -> QuerySet:
    """Jobs with how many candidates are invited, under way and done, and how many are in all."""
    alive = Q(interviews__deleted_at=None)
    counts = {
        name: Count("interviews", filter=alive & Q(interviews__status__in=statuses))
        for name, statuses in _COUNTED.items()
    }
    return rows.annotate(total_count=Count("interviews", filter=alive), **counts)


def counts(job: AiInterviewedJob) -> dict[str, int]:
    """How many candidates of a job are where, and how many wait for a decision. One query."""
    done = Q(status=InterviewStatus.COMPLETED)
    return (
        Interview.objects.for_company(job.company)
        .filter(job=job)
        .aggregate(
            invited=Count("pk", filter=Q(status=InterviewStatus.INVITED)),
            in_progress=Count("pk", filter=Q(status=InterviewStatus.IN_PROGRESS)),
            scoring=Count("pk", filter=Q(status=InterviewStatus.SCORING)),
            completed=Count("pk", filter=done),
            undecided=Count("pk", filter=done & Q(decision=Decision.UNDECIDED)),
        )
    )


def jobs(company: Company, *, search: str = "", status: str = "") -> QuerySet:
    """A company's jobs that fit, newest first, with counts."""
    rows = AiInterviewedJob.objects.for_company(company)
    for word in search.split():
        rows = rows.filter(Q(title__icontains=word) | Q(department__icontains=word) | Q(city__icontains=word))
    if status in JobStatus.values:
        rows = rows.filter(status=status)
    return with_counts(rows).order_by("-created_at", "-pk")


def facts(job: AiInterviewedJob) -> JobFacts:
    """What readiness looks at. Six queries, whatever the job holds."""
    rubric = rubrics.current(job)
    return JobFacts(
        has_description=bool(job.description.strip()),
        skills=len(job.skills),
        has_match=job.has_match,
        has_quiz=job.has_quiz,
        quiz_minutes=job.quiz_minutes,
        is_timed_as_a_whole=job.quiz_timing == QuizTiming.WHOLE_TEST,
        has_coding=job.has_coding,
        coding_minutes=job.coding_minutes,
        has_conversation=job.has_conversation,
        generated_questions=job.question_count,
        weights={
            "quiz": job.quiz_weight,
            "coding": job.coding_weight,
            "conversation": job.conversation_weight,
        },
        quiz=_quiz(job),
        problems=_problems(job),
        own_questions=tuple(InterviewQuestion.objects.for_job(job).values_list("competency_key", flat=True)),
        competencies=tuple(
            CompetencyFacts(c.key, c.name, c.weight, tuple(c.anchors), len(c.expected_points))
            for c in (rubric.competencies.all() if rubric else ())
        ),
    )


def _quiz(job: AiInterviewedJob) -> tuple[QuizFacts, ...]:
    rows = QuizQuestion.objects.for_job(job).filter(approved=True)
    rows = rows.annotate(total=Count("options"), right=Count("options", filter=Q(options__is_correct=True)))
    return tuple(
        QuizFacts(number, row.question_type, row.total, row.right)
        for number, row in enumerate(rows.order_by("order", "pk"), start=1)
    )


def _problems(job: AiInterviewedJob) -> tuple[ProblemFacts, ...]:
    rows = DSAQuestion.objects.for_job(job).filter(approved=True)
    rows = rows.annotate(
        samples=Count("cases", filter=Q(cases__is_sample=True)),
        hidden=Count("cases", filter=Q(cases__is_sample=False)),
    )
    rows = rows.prefetch_related(
        Prefetch("references", DSAReferenceSolution.objects.defer("code", "message"))
    )
    return tuple(_problem(row) for row in rows.order_by("order", "pk"))


def _problem(row: DSAQuestion) -> ProblemFacts:
    proof = references.proof(row, list(row.references.all()))
    return ProblemFacts(row.title, row.samples, row.hidden, row.minutes, proof.stale, proof.wrong)


@dataclass(frozen=True)
class Dashboard:
    """What the front page of the workspace shows."""

    open_jobs: list[AiInterviewedJob]
    latest: list[Row]
    open_count: int
    draft: AiInterviewedJob | None
    has_job: bool
    has_published: bool
    has_invited: bool
    in_progress: int
    completed: int
    undecided: int


def dashboard(membership: Membership) -> Dashboard:
    """The company's state at one glance. The same number of queries, however much there is."""
    company = membership.company
    own = AiInterviewedJob.objects.for_company(company)
    states = own.aggregate(
        total=Count("pk"),
        published=Count("pk", filter=~Q(status=JobStatus.DRAFT)),
        open=Count("pk", filter=Q(status=JobStatus.ACTIVE)),
    )
    people = Interview.objects.for_company(company)
    undecided = Q(status=InterviewStatus.COMPLETED, decision=Decision.UNDECIDED)
    counts = people.aggregate(
        total=Count("pk"),
        busy=Count("pk", filter=Q(status__in=_COUNTED["busy_count"])),
        done=Count("pk", filter=Q(status=InterviewStatus.COMPLETED)),
        undecided=Count("pk", filter=undecided),
    )
    latest = sight.seen_by(membership, people).select_related("job").defer(*HEAVY)
    latest = latest.prefetch_related("stage_attempts").order_by("-updated_at", "-pk")
    return Dashboard(
        open_jobs=list(jobs(company, status=JobStatus.ACTIVE)[:8]),
        latest=as_rows(list(latest[:8])),
        open_count=states["open"],
        draft=own.filter(status=JobStatus.DRAFT).order_by("-updated_at").first(),
        has_job=states["total"] > 0,
        has_published=states["published"] > 0,
        has_invited=counts["total"] > 0,
        in_progress=counts["busy"],
        completed=counts["done"],
        undecided=counts["undecided"],
    )
