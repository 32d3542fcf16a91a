"""A member's way of looking at the list of candidates: its columns, views under a name, the one it opens with."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from companies.models import Membership
from interviewer.errors import Conflict, Invalid
from interviewer.journal import services as journal
from interviews.candidate_columns import known_columns
from interviews.models import ListPreference, SavedView

MAX_VIEWS = 50


def set_columns(*, actor: Membership, columns: Sequence[str]) -> ListPreference:
    """Choose the columns of one's own list; none at all brings back the usual ones."""
    row, _is_new = ListPreference.objects.update_or_create(
        membership=actor, defaults={"columns": known_columns(columns)}
    )
    journal.record(
        actor=actor.user, action="candidates.columns", subject=actor.company, data={"columns": row.columns}
    )
    return row


def _named(actor: Membership, name: str, *, but: SavedView | None = None) -> str:
    name = " ".join(name.split())
    if not name or len(name) > 60:
        raise Invalid(fields={"name": _("A name has between 1 and 60 characters.")})
    taken = SavedView.objects.filter(owner=actor, name__iexact=name)
    if taken.exclude(pk=but.pk if but else None).exists():
        raise Invalid(fields={"name": _("You have a view of this name already.")})
    return name


def save(
    *, actor: Membership, name: str, query: str, columns: Sequence[str], is_shared: bool = False
) -> SavedView:
    """Keep filters, order and columns under a name. Raises Invalid for its name, Conflict when there are too many."""
    name = _named(actor, name)
    if len(query) > 2_000:
        raise Invalid(_("These filters are too long to be kept."))
    if SavedView.objects.filter(owner=actor).count() >= MAX_VIEWS:
        raise Conflict(_("You have %(n)d views: delete one first.") % {"n": MAX_VIEWS})
    try:
        with transaction.atomic():
            row = SavedView.objects.create(
                company=actor.company,
                owner=actor,
                name=name,
                query=query,
                columns=known_columns(columns),
                is_shared=is_shared,
            )
            _written(actor, "view.saved", row)
    except IntegrityError as clash:  # a second click was first
        raise Invalid(fields={"name": _("You have a view of this name already.")}) from clash
    return row


def change(*, actor: Membership, view: SavedView, name: str, is_shared: bool) -> SavedView:
    """Rename one's own view and share it, or no longer. Raises Invalid, and Conflict for a colleague's."""
    _own(actor, view)
    view.name, view.is_shared = _named(actor, name, but=view), is_shared
    with transaction.atomic():
        view.save(update_fields=["name", "is_shared", "updated_at"])
        _written(actor, "view.changed", view)
    return view


def set_view_columns(*, actor: Membership, view: SavedView, columns: Sequence[str]) -> SavedView:
    """Choose the columns of one's own view. Raises Conflict for a colleague's."""
    _own(actor, view)
    view.columns = known_columns(columns)
    with transaction.atomic():
        view.save(update_fields=["columns", "updated_at"])
        _written(actor, "view.changed", view)
    return view


def delete(*, actor: Membership, view: SavedView) -> None:
    """Take one's own view away, from colleagues as well. Raises Conflict for a colleague's."""
    _own(actor, view)
    with transaction.atomic():
        _written(actor, "view.deleted", view)
        view.delete()


def open_with(*, actor: Membership, view: SavedView | None) -> None:
    """Choose the view that one's list opens with; None for the plain list."""
    ListPreference.objects.update_or_create(membership=actor, defaults={"default_view": view})
    data = {"view": view.name if view else ""}
    journal.record(actor=actor.user, action="view.opened_with", subject=actor.company, data=data)


def _own(actor: Membership, view: SavedView) -> None:
    if view.owner_id != actor.pk:
        raise Conflict(_("This view is a colleague's. Save it under a name of your own."))


def _written(actor: Membership, action: str, view: SavedView) -> None:
    data = {"name": view.name, "shared": view.is_shared}
    journal.record(actor=actor.user, action=action, subject=view, data=data, company_id=actor.company_id)
