"""Coding problems of a job: written, copied, imported, with reference solutions and pictures."""

from __future__ import annotations

import uuid
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from rest_framework.request import Request

from assessments.models import DSAQuestion
from assessments.queries import pool
from assessments.services import packages, problems, references
from assessments.services.problems import CaseText, ProblemText
from assessments.services.references import ReferenceText
from companies.api_access import MemberEndpoint
from interviewer.api.endpoints import MIB
from interviewer.api.operations import reads, writes
from interviewer.api.parsers import FormBody
from interviewer.api.replies import Reply
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviews.api.serializers import content as shapes
from interviews.api.serializers import files
from interviews.api.serializers.jobs import MoveIn
from interviews.api.views.content import one_of
from interviews.api.views.jobs import JobEndpoint

_SAMPLES = Count("cases", filter=Q(cases__is_sample=True))
_HIDDEN = Count("cases", filter=Q(cases__is_sample=False))


class ProblemEndpoint(JobEndpoint):
    """Coding problems of a job."""

    tag = "coding-problems"
    largest_body = 5 * MIB

    def rows(self) -> QuerySet:
        """In their order, with their cases."""
        return DSAQuestion.objects.for_job(self.job).prefetch_related("cases").order_by("order", "pk")

    def save(self, request: Request, row: DSAQuestion | None, data: dict[str, Any]) -> DSAQuestion:
        """Write a problem with its cases."""
        values = dict(data)
        cases = [CaseText(**one) for one in values.pop("cases")]
        text = ProblemText(**{**values, "checker_options": dict(values["checker_options"])})
        made = self.changed(
            lambda: problems.save(actor=request.user, job=self.job, problem=row, text=text, cases=cases)
        )
        return one_of(self.rows(), made.uid)


class Problems(ProblemEndpoint):
    """All of them."""

    @reads("list-coding-problems", shapes.ProblemRowOut, many=True)
    def get(self, request: Request, uid: uuid.UUID) -> QuerySet:
        """Coding problems in their order"""
        rows = DSAQuestion.objects.for_job(self.job).annotate(samples=_SAMPLES, hidden=_HIDDEN)
        return rows.order_by("order", "pk")

    @writes("make-coding-problem", shapes.ProblemIn, shapes.ProblemOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Write a problem with its cases"""
        row = self.save(request, None, data)
        return Reply(row, at=reverse("v1:problem", args=[uid, row.uid]))


class ProblemDetail(ProblemEndpoint):
    """One of them."""

    @reads("get-coding-problem", shapes.ProblemOut)
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> DSAQuestion:
        """A problem with all of its cases"""
        return one_of(self.rows(), problem)

    @writes("set-coding-problem", shapes.ProblemIn, shapes.ProblemOut)
    def put(self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID) -> Reply:
        """Write it anew; of a published job a successor with a new uid takes its place"""
        row = self.save(request, one_of(self.rows(), problem), data)
        return Reply(row, at=reverse("v1:problem", args=[uid, row.uid]))

    @writes("delete-coding-problem")
    def delete(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> None:
        """Take it out of the job"""
        row = one_of(self.rows(), problem)
        self.changed(lambda: problems.delete(actor=request.user, problem=row))


class ProblemMove(ProblemEndpoint):
    """Their order."""

    @writes("move-coding-problem", MoveIn)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID) -> None:
        """Move it up or down"""
        problems.move(problem=one_of(self.rows(), problem), up=data["direction"] == "up")


class PoolProblems(MemberEndpoint):
    """The platform's pool."""

    tag, area = "coding-problems", "jobs"
    readers = MemberEndpoint.changers

    @reads("list-pool-problems", shapes.PoolProblemOut, many=True, filters=shapes.PoolFilters)
    def get(self, request: Request, filters: dict[str, Any]) -> QuerySet:
        """Problems of the pool that can be copied into a job"""
        return pool(**filters)


class ProblemCopies(ProblemEndpoint):
    """Copies of the pool's problems."""

    @writes("copy-pool-problem", shapes.CopyIn, shapes.ProblemOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Copy a problem of the pool with its cases"""
        source = one_of(pool(), data["pool_problem"])
        made = self.changed(lambda: problems.copy_from_pool(actor=request.user, job=self.job, source=source))
        return Reply(one_of(self.rows(), made.uid), at=reverse("v1:problem", args=[uid, made.uid]))


class ProblemPackages(ProblemEndpoint):
    """Problems as packages."""

    parser_classes = [FormBody]
    largest_body = 33 * MIB

    @writes("import-coding-problem", files.PackageIn, shapes.ImportedOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID) -> Reply:
        """Add the problem of a package in a format of Kattis"""
        made, notes = self.changed(
            lambda: packages.import_to_job(actor=request.user, job=self.job, archive=data["package"])
        )
        body = {"problem": one_of(self.rows(), made.uid), "notes": notes}
        return Reply(body, at=reverse("v1:problem", args=[uid, made.uid]))


class ProblemPackage(ProblemEndpoint):
    """One problem as a package."""

    readers = MemberEndpoint.changers

    @reads("export-coding-problem", file_type="application/zip", budget="exports")
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
        """The problem as a package in a format of Kattis"""
        name, content = packages.export(problem=one_of(self.rows(), problem))
        headers = {"Content-Disposition": f'attachment; filename="{name}.zip"', "Cache-Control": "no-store"}
        return HttpResponse(content, content_type="application/zip", headers=headers)


class References(ProblemEndpoint):
    """Reference solutions of a problem."""

    readers = MemberEndpoint.changers

    @reads("list-references", shapes.ReferenceOut, many=True)
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> QuerySet:
        """Reference solutions and what the judge said of them"""
        return one_of(self.rows(), problem).references.order_by("pk")

    @writes(
        "add-reference",
        shapes.ReferenceIn,
        shapes.ReferenceOut,
        status=202,
        budget="runs",
        is_idempotent=True,
    )
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID) -> Reply:
        """Add a solution; it is judged in the background"""
        row = references.add(problem=one_of(self.rows(), problem), text=ReferenceText(**data))
        return Reply(row, at=reverse("v1:reference", args=[uid, problem, row.pk]))


class Reference(ProblemEndpoint):
    """One of them."""

    readers = MemberEndpoint.changers

    def find(self, problem: uuid.UUID, number: int) -> Any:
        """A solution of the problem; raises NotFound."""
        row = one_of(self.rows(), problem).references.filter(pk=number).first()
        if row is None:
            raise NotFound
        return row

    @reads("get-reference", shapes.ReferenceOut)
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID, number: int) -> object:
        """A reference solution"""
        return self.find(problem, number)

    @writes("delete-reference")
    def delete(self, request: Request, uid: uuid.UUID, problem: uuid.UUID, number: int) -> None:
        """Forget a solution"""
        row = self.find(problem, number)
        self.changed(lambda: references.delete(reference=row))


class ReferencesJudge(ProblemEndpoint):
    """Proving a problem anew."""

    @writes("judge-references", status=202, budget="runs", is_idempotent=True)
    def post(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> Reply:
        """Judge all reference solutions again"""
        references.judge_again(problem=one_of(self.rows(), problem))
        return Reply(at=reverse("v1:references", args=[uid, problem]))


class ProblemImages(ProblemEndpoint):
    """Pictures of a statement."""

    parser_classes = [FormBody]

    @reads("list-problem-images", shapes.ImageOut, many=True)
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID) -> QuerySet:
        """Pictures of the statement"""
        return one_of(self.rows(), problem).images.order_by("name")

    @writes("add-problem-image", files.PictureIn, shapes.ImageOut, status=201, is_idempotent=True)
    def post(self, request: Request, data: dict[str, Any], uid: uuid.UUID, problem: uuid.UUID) -> Reply:
        """Keep a picture; write ![what it shows](name) where it belongs"""
        row, file = one_of(self.rows(), problem), data["image"]
        name = packages.picture_name(file.name or "")
        packages.add_image(problem=row, name=name, content=file.read())
        image = row.images.filter(name=name).first()
        return Reply(image, at=reverse("v1:problem_image", args=[uid, problem, image.pk]))


class ProblemImage(ProblemEndpoint):
    """One picture."""

    @reads("get-problem-image", file_type="image/*")
    def get(self, request: Request, uid: uuid.UUID, problem: uuid.UUID, number: int) -> HttpResponseBase:
        """A picture of the statement"""
        image = one_of(self.rows(), problem).images.filter(pk=number).first()
        if image is None:
            raise NotFound
        return serve_private(request, image.file, content_type=image_type_of)
