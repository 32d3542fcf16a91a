"""Marking candidates: tags of the company, and a flag with its reason."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from companies.models import Company
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal
from interviews.models import Interview, InterviewTag, Tag

MAX_TAGS = 200
MAX_PER_INTERVIEW = 20


def tag_named(*, company: Company, name: str) -> Tag:
    """The company's tag of this name, whatever its case; made where there is none. Raises Invalid and Conflict."""
    name = " ".join(name.split())
    if not name or len(name) > 40:
        raise Invalid(fields={"tag": _("A tag has between 1 and 40 characters.")})
    own = Tag.objects.filter(company=company)
    found = own.filter(name__iexact=name).first()
    if found:
        return found
    if own.count() >= MAX_TAGS:
        raise Conflict(_("There are %(n)d tags already: use one of them.") % {"n": MAX_TAGS})
    try:
        with transaction.atomic():
            return Tag.objects.create(company=company, name=name)
    except IntegrityError:  # a colleague was first
        return own.get(name__iexact=name)


def add(*, actor: object, interview: Interview, name: str) -> Tag:
    """Put a tag on a candidate; one that is there already changes nothing."""
    with transaction.atomic():
        tag = tag_named(company=interview.company, name=name)
        if interview.tag_links.count() >= MAX_PER_INTERVIEW:
            raise Conflict(_("A candidate carries at most %(n)d tags.") % {"n": MAX_PER_INTERVIEW})
        _link, is_new = InterviewTag.objects.get_or_create(
            interview=interview, tag=tag, defaults={"added_by": actor}
        )
        if is_new:
            journal.record(actor=actor, action="interview.tagged", subject=interview, data={"tag": tag.name})
    return tag


def remove(*, actor: object, interview: Interview, tag: Tag) -> None:
    """Take a tag off; the tag itself goes when nobody carries it any more."""
    with transaction.atomic():
        gone, _rows = interview.tag_links.filter(tag=tag).delete()
        if gone:
            journal.record(
                actor=actor, action="interview.untagged", subject=interview, data={"tag": tag.name}
            )
        Tag.objects.filter(pk=tag.pk, links=None).delete()


def flag(*, actor: object, interview: Interview, reason: str) -> None:
    """Mark for a second look. Raises Invalid without a reason."""
    if not reason.strip():
        raise Invalid(fields={"flag_reason": _("Say why, so that others understand it.")})
    _set_flag(actor, interview, True, reason.strip())


def unflag(*, actor: object, interview: Interview) -> None:
    """The look was taken."""
    _set_flag(actor, interview, False, "")


def _set_flag(actor: object, interview: Interview, value: bool, reason: str) -> None:
    with transaction.atomic():
        changed = (
            Interview.objects.filter(pk=interview.pk)
            .exclude(flagged=value, flag_reason=reason)
            .update(flagged=value, flag_reason=reason, updated_at=timezone.now())
        )
        if changed:
            journal.record(
                actor=actor,
                action="interview.flagged" if value else "interview.unflagged",
                subject=interview,
                data={"reason": reason} if reason else {},
            )
