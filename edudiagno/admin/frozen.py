"""Admin pages whose rows stay as they are once their test is published."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from edudiagno import rules
from edudiagno.models import EduDiagnoTest


def test_of(row: object) -> EduDiagnoTest | None:
    """The test that a row belongs to."""
    if row is None or isinstance(row, EduDiagnoTest):
        return row
    return row.test if hasattr(row, "test") else row.question.test


class FrozenOnceOpen(admin.options.BaseModelAdmin):
    """Nothing is added, changed or deleted after publishing: a new version of the test is made for that."""

    def has_add_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Only to a draft."""
        return super().has_add_permission(request, *([obj] if self._is_inline() else [])) and self._is_free(
            obj
        )

    def has_change_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Only in a draft."""
        return super().has_change_permission(request, obj) and self._is_free(obj)

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        """Only from a draft."""
        return super().has_delete_permission(request, obj) and self._is_free(obj)

    def _is_inline(self) -> bool:
        return isinstance(self, admin.options.InlineModelAdmin)

    @staticmethod
    def _is_free(row: object) -> bool:
        test = test_of(row)
        return test is None or rules.can_edit(test)
