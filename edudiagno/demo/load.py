"""Loads three tests with attempts, by the services that staff and job seekers use."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from assessments.enums import QuestionType
from assessments.models import DSAPoolQuestion
from edudiagno.demo.content import ANSWER, EXPLAINING, PEOPLE, PYTHON, SQL, VIDEOS
from edudiagno.enums import Level, Section
from edudiagno.models import EduDiagnoMCQQuestion, EduDiagnoTest, EduDiagnoVideoQuestion
from edudiagno.services import attempts, certificates, mcq, questions, scoring, videos
from edudiagno.services.tests import publish
from interviewer.accounts.models import User
from seekers.models import JobSeeker

#: How many questions each person gets right; the best come first.
RIGHT = (6, 6, 5, 5, 5, 4, 4, 4, 3, 3, 2, 1)


def is_loaded() -> bool:
    """Whether the demo tests are there already."""
    return User.objects.filter(email=PEOPLE[0][1]).exists()


def load(*, password: str) -> int:
    """Load everything; returns how many attempts were made. Nothing the second time."""
    if is_loaded():
        return 0
    with transaction.atomic():
        people = [_person(name, email, password) for name, email in PEOPLE]
        sql = _test("SQL for daily work", "sql-for-daily-work", "Data", Level.BEGINNER, SQL, minutes=20)
        python = _python()
        explaining = _explaining()
        for test in (sql, python, explaining):
            publish(actor=None, test=test)
        for person, right in zip(people, RIGHT, strict=True):
            _take(person, sql, right)
        _take(people[0], explaining, 2, words=ANSWER)
        attempts.begin(seeker=people[1], test=python)
    return len(people) + 2


def _person(name: str, email: str, password: str) -> JobSeeker:
    first, _space, last = name.partition(" ")
    user = User.objects.create_user(email, password, name=name)
    user.emailaddress_set.create(email=email, verified=True, primary=True)
    return JobSeeker.objects.create(user=user, first_name=first, last_name=last)


def _test(
    title: str, slug: str, field: str, level: str, quiz: Sequence[tuple], **more: object
) -> EduDiagnoTest:
    test = EduDiagnoTest.objects.create(title=title, slug=slug, field=field, level=level, **more)
    for number, (text, right, wrong, explanation) in enumerate(quiz):
        EduDiagnoMCQQuestion.objects.create(
            test=test,
            order=number,
            description=text,
            explanation=explanation,
            question_type=QuestionType.MULTIPLE if len(right) > 1 else QuestionType.SINGLE,
            options=[{"label": one, "is_correct": one in right} for one in (*right, *wrong)],
        )
    return test


def _python() -> EduDiagnoTest:
    test = _test(
        "Python fundamentals", "python-fundamentals", "Software", Level.INTERMEDIATE, PYTHON,
        description="Values, functions and files in Python, and one problem to solve with it.",
        coding_languages=["python"], mcq_minutes=15, penalty_percent=25,
    )  # fmt: skip
    source = DSAPoolQuestion.objects.alive().filter(approved=True, difficulty="easy").order_by("slug").first()
    if source is not None:
        questions.copy_from_pool(actor=None, test=test, source=source)
    return test


def _explaining() -> EduDiagnoTest:
    test = _test(
        "Explaining technical work", "explaining-technical-work", "Communication", Level.BEGINNER, EXPLAINING,
        minutes=15,
    )  # fmt: skip
    for number, (text, points) in enumerate(VIDEOS):
        EduDiagnoVideoQuestion.objects.create(test=test, order=number, question=text, expected_points=points)
    return test


def _take(person: JobSeeker, test: EduDiagnoTest, right: int, words: str = "") -> None:
    """Somebody takes a test, with so many right answers."""
    row = attempts.begin(seeker=person, test=test)
    row.text_answers = True
    row.save(update_fields=["text_answers"])
    attempts.open_section(seeker=person, uid=row.uid, section=Section.MCQ)
    asked = list(row.mcq_responses.select_related("question").order_by("question__order"))
    for number, one in enumerate(asked):
        good = mcq.right_places(one.question.options)
        wrong = [place for place in range(len(one.question.options)) if place not in good]
        chosen = sorted(good) if number < right else [wrong[number % len(wrong)]]
        mcq.note_shown(attempt=row, question_uid=one.question.uid)
        mcq.choose(seeker=person, uid=row.uid, question_uid=one.question.uid, options=chosen)
    for answer in row.video_responses.all():
        videos.open_take(seeker=person, uid=row.uid, answer_uid=answer.uid)
        videos.type_answer(seeker=person, uid=row.uid, answer_uid=answer.uid, text=words)
    attempts.hand_in(attempt=row)
    scoring.run(attempt_id=row.pk)
    row.refresh_from_db()
    attempts.show_on_leaderboard(attempt=row, is_shown=right % 2 == 0)
    if right == max(RIGHT) and row.passed:
        certificates.print_pdf(certificate_id=row.certificate.pk)
