"""Tests in the admin: their settings and questions, publishing, new versions, files, preview and statistics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from assessments.models import DSAPoolQuestion
from assessments.queries import pool
from assessments.statements import as_html
from edudiagno import mcq_files, quality, readiness, rules
from edudiagno.admin.frozen import FrozenOnceOpen
from edudiagno.admin.questions import MCQForm
from edudiagno.enums import TestStatus
from edudiagno.models import EduDiagnoDraw, EduDiagnoMCQQuestion, EduDiagnoTest, EduDiagnoVideoQuestion
from edudiagno.queries import numbers_of
from edudiagno.services import imports, questions
from edudiagno.services import tests as services
from interviewer.errors import DomainError
from interviewer.web.admin_base import SoftDeletedAdmin
from interviewer.web.spreadsheets import csv_lines

#: What may be changed while job seekers take a test: nothing that a running attempt stands on.
FREE = {"title", "description", "max_attempts", "cool_down_days", "feedback_policy"}


class QuestionsFileForm(forms.Form):
    """A file with quiz questions."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV with the columns of an export, or QTI 3 (zip or XML).")
    )
    is_dry = forms.BooleanField(
        label=_("Only check: say what would be imported, and write nothing"), required=False, initial=True
    )

    def clean_file(self) -> object:
        """Not larger than what is read."""
        file = self.cleaned_data["file"]
        if file.size > mcq_files.BOUNDS.archive:
            raise forms.ValidationError(_("The file is larger than 8 MB."))
        return file


class PackageFileForm(forms.Form):
    """A problem package."""

    package = forms.FileField(label=_("Package"), help_text=_("A zip in the format of Kattis."))


class PoolForm(forms.Form):
    """Problems of the pool."""

    problems = forms.ModelMultipleChoiceField(DSAPoolQuestion.objects.none(), label=_("Problems"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Those that may be copied today."""
        super().__init__(*args, **kwargs)
        self.fields["problems"].queryset = pool()
        self.fields["problems"].widget.attrs["size"] = 20


class MCQInline(FrozenOnceOpen, admin.StackedInline):
    """Quiz questions."""

    model = EduDiagnoMCQQuestion
    form = MCQForm
    extra = 0


class VideoInline(FrozenOnceOpen, admin.StackedInline):
    """Video questions."""

    model = EduDiagnoVideoQuestion
    extra = 0


class DrawInline(FrozenOnceOpen, admin.TabularInline):
    """How many of each pool."""

    model = EduDiagnoDraw
    extra = 0


@admin.register(EduDiagnoTest)
class EduDiagnoTestAdmin(SoftDeletedAdmin):
    """Tests."""

    list_display = ["title", "field", "level", "status", "version", "minutes", "pass_mark", "published_at"]
    list_filter = ["status", "level", "field", ("deleted_at", admin.EmptyFieldListFilter)]
    search_fields = ["title", "field", "slug"]
    actions = [*SoftDeletedAdmin.actions, "publish", "close", "make_version"]
    inlines = [DrawInline, MCQInline, VideoInline]
    change_form_template = "admin/edudiagno/test_form.html"

    def get_prepopulated_fields(self, request: HttpRequest, obj: object = None) -> dict[str, Sequence[str]]:
        """The short name follows the title while the test is new."""
        return {"slug": ["title"]} if obj is None else {}

    def get_readonly_fields(self, request: HttpRequest, obj: EduDiagnoTest | None = None) -> Sequence[str]:
        """After publishing everything that marking and clocks stand on."""
        shown = [*super().get_readonly_fields(request, obj), "status", "version", "published_at", "missing"]
        if obj is None or rules.can_edit(obj):
            return shown
        editable = [field.name for field in EduDiagnoTest._meta.fields if field.editable]
        return [*shown, *(name for name in editable if name not in {*FREE, *shown, "id"})]

    @admin.display(description=_("what is missing before publishing"))
    def missing(self, row: EduDiagnoTest | None) -> SafeString | str:
        """The readiness check."""
        if row is None or row.pk is None:
            return "–"
        found = readiness.missing(row)
        return format_html_join("", "{}<br>", ((one,) for one in found)) if found else _("nothing: ready")

    def get_urls(self) -> list[URLPattern]:
        """With the pages of one test."""
        pages = {
            "preview": self.preview,
            "statistics": self.statistics,
            "import": self.import_file,
            "package": self.import_package,
            "pool": self.copy_from_pool,
            "csv": self.export_csv,
            "qti": self.export_qti,
        }
        own = [
            path(f"<int:pk>/{name}/", self.admin_site.admin_view(view), name=f"edudiagno_test_{name}")
            for name, view in pages.items()
        ]
        return [*own, *super().get_urls()]

    # --- actions -------------------------------------------------------------------------------------------

    def _each(self, request: HttpRequest, rows: QuerySet, act: Callable[..., object], done: str) -> None:
        for row in rows:
            try:
                act(actor=request.user, test=row)
            except DomainError as refusal:
                messages.error(request, f"{row}: {refusal.message}")
            else:
                messages.success(request, f"{row}: {done}")

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Open them to job seekers, or say what is missing."""
        self._each(request, queryset, services.publish, _("published."))

    @admin.action(description=_("Close"), permissions=["change"])
    def close(self, request: HttpRequest, queryset: QuerySet) -> None:
        """Let nobody begin any more."""
        self._each(request, queryset, services.close, _("closed; who has begun goes on."))

    @admin.action(description=_("Make a new version"), permissions=["change"])
    def make_version(self, request: HttpRequest, queryset: QuerySet) -> None:
        """A draft of each, to be changed and published in its place."""
        self._each(request, queryset, services.new_version, _("there is a draft of the next version."))

    # --- pages of one test ---------------------------------------------------------------------------------

    def _test(self, request: HttpRequest, pk: int, *, to_change: bool = False) -> EduDiagnoTest:
        row = self.get_queryset(request).filter(pk=pk).first()
        if row is None:
            raise Http404
        allowed = (
            self.has_change_permission(request, row) if to_change else self.has_view_permission(request, row)
        )
        if not allowed:
            raise PermissionDenied
        return row

    def _page(
        self, request: HttpRequest, template: str, row: EduDiagnoTest, **context: object
    ) -> HttpResponse:
        shared = {**self.admin_site.each_context(request), "opts": self.opts, "test": row}
        return render(request, f"admin/edudiagno/{template}.html", {**shared, "title": str(row), **context})

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Everything that may be asked, with what is right."""
        row = self._test(request, pk)
        problems = [
            {"row": one, "statement": as_html(one.description), "cases": list(one.cases.all())}
            for one in row.dsa_questions.prefetch_related("cases")
        ]
        return self._page(request, "preview", row, problems=problems)

    def statistics(self, request: HttpRequest, pk: int) -> HttpResponse:
        """How good the questions are, how often they were shown, and which programs are alike."""
        row = self._test(request, pk)
        return self._page(
            request,
            "statistics",
            row,
            reports=quality.quiz_report(test=row),
            others=quality.other_questions(test=row),
            pairs=quality.similar_programs(test=row),
            numbers=numbers_of(test=row),
        )

    def import_file(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Add quiz questions of a file; at first only checked."""
        row = self._test(request, pk, to_change=True)
        form, found = QuestionsFileForm(request.POST or None, request.FILES or None), None
        if request.method == "POST" and form.is_valid():
            try:
                found = imports.import_questions(
                    actor=request.user,
                    test=row,
                    content=form.cleaned_data["file"].read(),
                    is_dry=form.cleaned_data["is_dry"],
                )
            except DomainError as refusal:
                form.add_error("file", refusal.message)
        if found and found.is_written:
            messages.success(request, _("%(n)d questions were imported.") % {"n": found.count})
            return redirect("admin:edudiagno_edudiagnotest_change", row.pk)
        return self._page(request, "import", row, form=form, found=found)

    def import_package(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Add the coding problem of a package."""
        row = self._test(request, pk, to_change=True)
        form = PackageFileForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            try:
                made, notes = questions.import_package(
                    actor=request.user, test=row, archive=form.cleaned_data["package"]
                )
            except DomainError as refusal:
                form.add_error("package", refusal.message)
            else:
                for note in notes:
                    messages.info(request, note)
                return redirect("admin:edudiagno_edudiagnodsaquestion_change", made.pk)
        return self._page(request, "import", row, form=form)

    def copy_from_pool(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Copy problems of the platform's pool."""
        row = self._test(request, pk, to_change=True)
        form = PoolForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                for source in form.cleaned_data["problems"]:
                    questions.copy_from_pool(actor=request.user, test=row, source=source)
            except DomainError as refusal:
                form.add_error("problems", refusal.message)
            else:
                where = reverse("admin:edudiagno_edudiagnodsaquestion_changelist")
                return redirect(f"{where}?test__id__exact={row.pk}")
        return self._page(request, "import", row, form=form)

    def export_csv(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """The quiz as CSV."""
        row = self._test(request, pk)
        rows = mcq_files.csv_rows(imports.as_file_questions(test=row))
        headers = {"Content-Disposition": f'attachment; filename="{row.slug}.csv"'}
        return StreamingHttpResponse(csv_lines(rows), content_type="text/csv", headers=headers)

    def export_qti(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The quiz as a QTI 3 package."""
        row = self._test(request, pk)
        content = mcq_files.qti_zip(imports.as_file_questions(test=row))
        headers = {"Content-Disposition": f'attachment; filename="{row.slug}-qti3.zip"'}
        return HttpResponse(content, content_type="application/zip", headers=headers)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args: object, **kwargs: object
    ) -> HttpResponse:
        """With the state of the test for its tools."""
        row = kwargs.get("obj")
        context["is_draft"] = row is not None and row.status == TestStatus.DRAFT
        return super().render_change_form(request, context, *args, **kwargs)
