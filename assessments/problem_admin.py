"""What the admin of every kind of coding problem shares: of jobs, of the pool, of tests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from assessments.checking import why_not_checker
from assessments.services import packages, references
from interviewer.errors import Conflict, DomainError


class CheckedProblemForm(forms.ModelForm):
    """A problem whose checker can be used with its options and its program."""

    def clean(self) -> dict[str, Any]:
        """The checker can be used."""
        values = super().clean() or {}
        options, source = values.get("checker_options"), values.get("validator_source") or ""
        if isinstance(options, dict) and "checker" in values:
            why = why_not_checker(values["checker"], options, has_program=bool(source.strip()))
            if why:
                self.add_error("checker", why)
        return values


class JudgedProblemAdmin(admin.ModelAdmin):
    """A problem that reference solutions prove, and that can be taken out as a package."""

    def save_related(self, request: HttpRequest, form: forms.ModelForm, *args: Any) -> None:
        """Whatever was changed may change verdicts: reference solutions are judged again."""
        super().save_related(request, form, *args)
        if form.changed_data or any(formset.has_changed() for formset in args[0]):
            references.outdate(problem=form.instance)

    @admin.action(description=_("Export as a problem package (one)"))
    def export_package(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse | None:
        """A zip of the one that is chosen."""
        try:
            if queryset.count() != 1:
                raise Conflict(_("Choose one problem."))
            name, content = packages.export(problem=queryset.get())
        except DomainError as refusal:
            messages.error(request, refusal.message)
            return None
        headers = {"Content-Disposition": f'attachment; filename="{name}.zip"'}
        return HttpResponse(content, content_type="application/zip", headers=headers)
