"""The life of a test: published when nothing is missing, closed, and succeeded by a new version."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from edudiagno import readiness
from edudiagno.enums import TestStatus
from edudiagno.lifecycles import TEST
from edudiagno.models import EduDiagnoTest
from edudiagno.services import questions
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal

_COPIED = (
    *("title", "description", "field", "level", "family", "minutes", "mcq_minutes", "coding_minutes"),
    *("video_minutes", "pass_mark", "max_attempts", "cool_down_days", "mcq_weight", "coding_weight"),
    *("video_weight", "penalty_percent", "shuffles_questions", "shuffles_options", "feedback_policy"),
    *("coding_languages", "video_takes"),
)


def publish(*, actor: object, test: EduDiagnoTest) -> None:
    """Open a test to job seekers. Raises Invalid with all that is missing.

    A version takes the place and the address of the one before it, which is closed; who began that one ends it.
    """
    found = readiness.missing(test)
    if found:
        raise Invalid(" ".join(found))
    with transaction.atomic():
        before = EduDiagnoTest.objects.select_for_update().filter(family=test.family).exclude(pk=test.pk)
        for older in before.filter(status=TestStatus.PUBLISHED):
            if older.version > test.version:
                raise Conflict(_("A newer version of this test is published."))
            TEST.move(older, TestStatus.CLOSED, actor=actor, reason="a new version was published")
        _take_address(test, list(before))
        TEST.move(test, TestStatus.PUBLISHED, actor=actor, published_at=test.published_at or timezone.now())


def _take_address(test: EduDiagnoTest, others: list[EduDiagnoTest]) -> None:
    """The published version has the plain short name; the others have it with their number."""
    plain = min((one.slug for one in [*others, test]), key=len)
    rows = EduDiagnoTest.objects
    for other in others:
        if other.slug == plain:
            rows.filter(pk=other.pk).update(slug=f"{plain[:70]}-v{other.version}")
    if test.slug != plain:
        rows.filter(pk=test.pk).update(slug=plain)
        test.slug = plain


def close(*, actor: object, test: EduDiagnoTest) -> None:
    """Let nobody begin any more; who has begun goes on to the end."""
    TEST.move(test, TestStatus.CLOSED, actor=actor)


def new_version(*, actor: object, test: EduDiagnoTest) -> EduDiagnoTest:
    """A draft with everything that the test has, to be changed and published in its place."""
    with transaction.atomic():
        family = EduDiagnoTest.objects.select_for_update().filter(family=test.family)
        rows = list(family.order_by("-version"))
        if rows[0].status == TestStatus.DRAFT and not rows[0].is_deleted:
            raise Conflict(_("There is a draft of the next version already."))
        values = {name: getattr(test, name) for name in _COPIED}
        number = rows[0].version + 1
        slug = f"{min((row.slug for row in rows), key=len)[:70]}-v{number}"
        made = EduDiagnoTest.objects.create(**values, slug=slug, version=number)
        questions.copy_all(source=test, to=made)
        journal.record(actor=actor, action="edudiagno_test.new_version", subject=made)
    return made
