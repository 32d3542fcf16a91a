"""The coding stage: the page, and what its script asks: save, run, submit, look."""

from __future__ import annotations

import uuid
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.enums import SubmissionKind
from assessments.models import DSAImage, DSAQuestion
from assessments.queries import coding_page, problem_states, submission_state, submission_version
from interviewer.errors import Conflict, DomainError, NotFound
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviewer.web.answers import fields_sent, wants_json
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import Stage
from interviews.services import coding, stages
from interviews.views.candidate.frame import frame


@require_safe
@at_stage(Stage.CODING)
def page(request: CandidateRequest) -> HttpResponse:
    """One problem with its editor, tabs for the others."""
    interview = request.interview
    attempt = coding.begin(interview=interview)
    problems = coding.problems(attempt)
    if not problems:
        coding.finish(interview=interview)
        return redirect(stage_url(interview, stages.current(interview)))
    plan = stages.plan_of(interview)
    shown = coding_page(
        sitting=interview,
        problems=problems,
        current=request.GET.get("problem", ""),
        language=request.GET.get("language", ""),
        allowed_languages=plan.coding_languages,
        image_address=partial(_image_address, interview.link_token),
    )
    context = {
        "room": shown,
        "deadline": attempt.deadline_at,
        "now": timezone.now(),
        "records_typing": coding.records_typing(interview),
        **frame(interview, Stage.CODING),
    }
    return render(request, "candidate/coding.html", context)


def _image_address(token: str, problem: DSAQuestion, image: DSAImage) -> str:
    return reverse("interviews:coding_image", args=[token, problem.uid, image.pk])


@require_POST
@at_stage(Stage.CODING)
def draft(request: CandidateRequest, problem: uuid.UUID) -> HttpResponse:
    """Save what is typed."""
    typed = fields_sent(request)
    coding.save_draft(
        interview=request.interview,
        problem_uid=problem,
        language=typed.get("language", "")[:20],
        code=typed.get("code", ""),
        typing=typed.get("typing", ""),
    )
    return JsonResponse({"saved_at": timezone.now().isoformat()})


@require_POST
@at_stage(Stage.CODING)
def send(request: CandidateRequest, problem: uuid.UUID) -> HttpResponse:
    """Run or submit. A script gets 202 and where to look; a plain form comes back to the page."""
    typed = fields_sent(request)
    if typed.get("kind") == "save":
        return _kept(request, problem, typed)
    kind = typed.get("kind") if typed.get("kind") in SubmissionKind.values else SubmissionKind.RUN
    own = typed.get("own_input") if typed.get("uses_own_input") == "yes" else None
    language = typed.get("language", "")[:20]
    try:
        row = coding.send(
            interview=request.interview, problem_uid=problem, kind=kind, language=language,
            code=typed.get("code", ""), own_input=own, typing=typed.get("typing", ""),
        )  # fmt: skip
    except DomainError as refusal:
        if wants_json(request):
            raise
        messages.error(request, refusal.message)
    else:
        if wants_json(request):
            url = reverse("interviews:coding_submission", args=[request.interview.link_token, row.uid])
            return JsonResponse({"uid": str(row.uid), "url": url}, status=202, headers={"Location": url})
    return back(request, problem, language)


def _kept(request: CandidateRequest, problem: uuid.UUID, typed: dict[str, str]) -> HttpResponse:
    """Without a script: keep what is typed in the language it was shown in, then show the chosen one."""
    coding.save_draft(
        interview=request.interview,
        problem_uid=problem,
        language=typed.get("shown_language", "")[:20],
        code=typed.get("code", ""),
    )
    return back(request, problem, typed.get("language", ""))


def back(request: CandidateRequest, problem: uuid.UUID, language: str) -> HttpResponse:
    """To the page of a problem, for what was sent without a script."""
    page_url = reverse("interviews:coding", args=[request.interview.link_token])
    return redirect(f"{page_url}?{urlencode({'problem': problem, 'language': language})}")


@require_safe
@at_stage(Stage.CODING)
def submission(request: CandidateRequest, submission: uuid.UUID) -> HttpResponse:
    """How a submission stands, as a part of the page or for programs; cheap to ask again (ETag)."""
    version = submission_version(sitting=request.interview, uid=submission)
    if not version:
        raise NotFound
    etag = f'"{version}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    state = submission_state(sitting=request.interview, uid=submission)
    if wants_json(request):
        told = {key: value for key, value in (state or {}).items() if key not in {"samples", "hidden"}}
        return JsonResponse(told, json_dumps_params={"default": vars}, headers={"ETag": etag})
    context = {"state": state, "desk": "interviews", "key": request.interview.link_token}
    shown = render(request, "candidate/coding/_result.html", context)
    shown["ETag"] = etag
    return shown


@require_POST
@at_stage(Stage.CODING)
def cancel(request: CandidateRequest, submission: uuid.UUID) -> HttpResponse:
    """Stop judging a submission."""
    try:
        row = coding.cancel(interview=request.interview, uid=submission)
    except Conflict as refusal:
        if wants_json(request):
            raise
        messages.error(request, refusal.message)
        return redirect("interviews:coding", request.interview.link_token)
    if wants_json(request):
        return JsonResponse({"uid": str(row.uid), "status": row.status})
    return back(request, row.question.uid, row.language)


@require_safe
@at_stage(Stage.CODING)
def image(request: CandidateRequest, problem: uuid.UUID, number: int) -> HttpResponseBase:
    """A picture in a statement."""
    file = coding.image_of(interview=request.interview, problem_uid=problem, number=number).file
    return serve_private(request, file, content_type=image_type_of)


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.CODING)
def finish(request: CandidateRequest) -> HttpResponse:
    """What is done and what is open; then hand the stage in."""
    if request.method != "POST":
        return _review(request)
    coding.finish(interview=request.interview)
    return redirect(stage_url(request.interview, stages.current(request.interview)))


def _review(request: CandidateRequest) -> HttpResponse:
    interview = request.interview
    attempt = coding.begin(interview=interview)
    context = {
        "problems": problem_states(sitting=interview, problems=coding.problems(attempt)),
        "deadline": attempt.deadline_at,
        "now": timezone.now(),
        **frame(interview, Stage.CODING),
    }
    return render(request, "candidate/coding_review.html", context)
