"""What a test still lacks before it can be published, in words for its authors."""

from __future__ import annotations

from collections import Counter

from django.utils.translation import gettext as _

from assessments.services.references import proof
from edudiagno.enums import Section
from edudiagno.models import EduDiagnoTest
from interviewer.errors import Invalid


def missing(test: EduDiagnoTest) -> list[str]:
    """What is missing or contradicts itself; nothing when the test can be published."""
    questions = questions_of(test)
    found: list[str] = []
    if not any(questions.values()):
        found.append(_("There is no question yet."))
    for section in Section:
        found += _about_section(test, section, questions[section])
    for number, row in enumerate(questions[Section.MCQ], start=1):
        found += [_("Quiz question %(n)d: %(why)s") % {"n": number, "why": why} for why in _about_mcq(row)]
    for row in questions[Section.CODING]:
        found += [
            _("Problem “%(title)s”: %(why)s") % {"title": row, "why": why} for why in _about_problem(row)
        ]
    return found + _about_draws(test, questions)


def questions_of(test: EduDiagnoTest) -> dict[str, list]:
    """The approved questions of each section, with what the checks look at."""
    coding = test.dsa_questions.filter(approved=True).prefetch_related("cases", "references")
    return {
        Section.MCQ: list(test.mcq_questions.filter(approved=True)),
        Section.CODING: list(coding),
        Section.VIDEO: list(test.video_questions.all()),
    }


def _about_section(test: EduDiagnoTest, section: Section, rows: list) -> list[str]:
    minutes = test.section_minutes(section)
    if rows and not test.section_weight(section):
        return [_("The section “%(name)s” has questions and no weight.") % {"name": section.label}]
    if rows and minutes is not None and not 0 < minutes <= test.minutes:
        return [_("The section “%(name)s” has no time, or more than the test.") % {"name": section.label}]
    return []


def _about_mcq(row: object) -> list[str]:
    from edudiagno.services.questions import check_options

    try:
        check_options(question_type=row.question_type, options=row.options)
    except Invalid as problem:
        return [problem.message]
    return (
        [_("The picture has no text for those who can't see it.")] if row.image and not row.image_text else []
    )


def _about_problem(row: object) -> list[str]:
    cases = list(row.cases.all())
    found = []
    if not cases:
        found.append(_("there are no cases."))
    elif not any(case.is_sample for case in cases):
        found.append(_("no case is a sample."))
    elif all(case.is_sample for case in cases):
        found.append(_("no case is hidden."))
    shown = proof(row, list(row.references.all()))
    if shown.wrong:
        found.append(_("a reference solution got another verdict than it must."))
    elif shown.stale:
        found.append(_("reference solutions are not judged yet."))
    return found


def _about_draws(test: EduDiagnoTest, questions: dict[str, list]) -> list[str]:
    draws = {(draw.section, draw.pool): draw.count for draw in test.draws.all()}
    sizes = Counter((section, row.pool) for section, rows in questions.items() for row in rows if row.pool)
    found = []
    for (section, pool), size in sorted(sizes.items()):
        names = {"pool": pool, "size": size, "count": draws.get((section, pool), 0)}
        if not names["count"]:
            found.append(_("It is not said how many questions of the pool “%(pool)s” are drawn.") % names)
        elif names["count"] > size:
            found.append(
                _("%(count)d questions are drawn of the pool “%(pool)s”, which has %(size)d.") % names
            )
    empty = sorted(pool for section, pool in draws if (section, pool) not in sizes)
    return found + [
        _("The pool “%(pool)s” is drawn from and has no questions.") % {"pool": one} for one in empty
    ]
