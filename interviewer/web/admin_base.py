"""What every admin page of the product shares: nothing is deleted for good by accident, statuses are read-only."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import admin, messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewer.journal import services as journal


class HouseAdmin(admin.ModelAdmin):
    """Opens quickly on large tables, shows times as facts, and says who changed what."""

    show_full_result_count = False
    list_per_page = 50

    def get_readonly_fields(self, request: HttpRequest, obj: object = None) -> Sequence[str]:
        """Times that the product sets are shown, not typed."""
        names = {field.name for field in self.model._meta.fields}
        facts = [name for name in ("uid", "created_at", "updated_at", "deleted_at") if name in names]
        return [*super().get_readonly_fields(request, obj), *facts]


class SoftDeletedAdmin(HouseAdmin):
    """Deleting hides a row; restoring shows it again. Rows go for good only by erasure."""

    actions = ["delete_softly", "restore"]

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Nobody deletes for good here; the actions hide."""
        return False

    def in_step(self, row: Model) -> None:
        """Bring into step what is kept apart from the row; called inside the transaction of each change here."""

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list, change: bool) -> None:
        """The last step of storing the form."""
        super().save_related(request, form, formsets, change)
        self.in_step(form.instance)

    @admin.action(description=_("Delete (can be restored)"), permissions=["change"])
    def delete_softly(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Hide the chosen rows."""
        for row in queryset.filter(deleted_at=None):
            with transaction.atomic():
                type(row)._default_manager.filter(pk=row.pk).update(deleted_at=timezone.now())
                journal.record(actor=request.user, action=f"{row._meta.model_name}.deleted", subject=row)
                self.in_step(row)
        messages.success(request, _("Deleted. They can be restored."))

    @admin.action(description=_("Restore"), permissions=["change"])
    def restore(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Show the chosen rows again."""
        for row in queryset.exclude(deleted_at=None):
            with transaction.atomic():
                type(row)._default_manager.filter(pk=row.pk).update(deleted_at=None)
                journal.record(actor=request.user, action=f"{row._meta.model_name}.restored", subject=row)
                self.in_step(row)
        messages.success(request, _("Restored."))


class ReadOnlyInline(admin.TabularInline):
    """Rows that the product wrote, shown beside their owner."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """They are facts."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """They are facts."""
        return False
