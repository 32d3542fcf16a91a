"""The coding section of an attempt: the same room as an interview's, on the same services."""

from __future__ import annotations

import uuid
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessments.enums import SubmissionKind
from assessments.queries import (
    code_versions,
    coding_page,
    problem_states,
    submission_state,
    submission_version,
)
from edudiagno.enums import Section
from edudiagno.services import attempts, coding
from edudiagno.views.frame import at_attempt, frame
from interviewer.errors import Conflict, DomainError, NotFound, TooLate
from interviewer.integrations.media import serve_private
from interviewer.integrations.media_types import image_type_of
from interviewer.web.answers import fields_sent, wants_json
from seekers.access import SeekerRequest


@require_safe
@at_attempt
def page(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """One problem with its editor, tabs for the others."""
    attempt = attempts.open_section(seeker=request.seeker, uid=uid, section=Section.CODING)
    room = coding_page(
        sitting=attempt,
        problems=coding.problems(attempt=attempt),
        current=request.GET.get("problem", ""),
        language=request.GET.get("language", ""),
        allowed_languages=attempt.test.coding_languages,
        image_address=partial(_image_address, uid),
    )
    context = {"room": room, "records_typing": False, **frame(attempt, Section.CODING)}
    return render(request, "candidate/coding.html", context)


def _image_address(uid: uuid.UUID, problem: object, image: object) -> str:
    return reverse("edudiagno:coding_image", args=[uid, problem.uid, image.pk])


@require_POST
@at_attempt
def draft(request: SeekerRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Save what is typed."""
    typed = fields_sent(request)
    _save(request, uid, problem, typed, typed.get("language", ""))
    return JsonResponse({"saved_at": timezone.now().isoformat()})


def _save(
    request: SeekerRequest, uid: uuid.UUID, problem: uuid.UUID, typed: dict[str, str], language: str
) -> None:
    coding.save_draft(
        seeker=request.seeker,
        uid=uid,
        problem_uid=problem,
        language=language[:20],
        code=typed.get("code", ""),
    )


@require_POST
@at_attempt
def send(request: SeekerRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Run or submit. A script gets 202 and where to look; a plain form comes back to the page."""
    typed, language = fields_sent(request), fields_sent(request).get("language", "")[:20]
    if typed.get("kind") == "save":
        _save(request, uid, problem, typed, typed.get("shown_language", ""))
        return _back(uid, problem, language)
    kind = typed.get("kind") if typed.get("kind") in SubmissionKind.values else SubmissionKind.RUN
    own = typed.get("own_input") if typed.get("uses_own_input") == "yes" else None
    try:
        row = coding.send(
            seeker=request.seeker, uid=uid, problem_uid=problem, kind=kind, language=language,
            code=typed.get("code", ""), own_input=own,
        )  # fmt: skip
    except DomainError as refusal:
        if wants_json(request) or isinstance(refusal, NotFound | TooLate):
            raise
        messages.error(request, refusal.message)
    else:
        if wants_json(request):
            url = reverse("edudiagno:coding_submission", args=[uid, row.uid])
            return JsonResponse({"uid": str(row.uid), "url": url}, status=202, headers={"Location": url})
    return _back(uid, problem, language)


def _back(uid: uuid.UUID, problem: uuid.UUID, language: str) -> HttpResponse:
    """To the page of a problem, for what was sent without a script."""
    page_url = reverse("edudiagno:coding", args=[uid])
    return redirect(f"{page_url}?{urlencode({'problem': problem, 'language': language})}")


@require_safe
@at_attempt
def submission(request: SeekerRequest, uid: uuid.UUID, submission: uuid.UUID) -> HttpResponse:
    """How a submission stands, as a part of the page or for programs; cheap to ask again (ETag)."""
    attempt = attempts.require(seeker=request.seeker, uid=uid, section=Section.CODING)
    version = submission_version(sitting=attempt, uid=submission)
    if not version:
        raise NotFound
    headers = {"ETag": f'"{version}"'}
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return HttpResponse(status=304, headers=headers)
    state = submission_state(sitting=attempt, uid=submission)
    if wants_json(request):
        told = {key: value for key, value in (state or {}).items() if key not in {"samples", "hidden"}}
        return JsonResponse(told, json_dumps_params={"default": vars}, headers=headers)
    shown = render(
        request, "candidate/coding/_result.html", {"state": state, "desk": "edudiagno", "key": attempt.uid}
    )
    shown["ETag"] = headers["ETag"]
    return shown


@require_POST
@at_attempt
def cancel(request: SeekerRequest, uid: uuid.UUID, submission: uuid.UUID) -> HttpResponse:
    """Stop judging a submission."""
    try:
        row = coding.cancel(seeker=request.seeker, uid=uid, submission_uid=submission)
    except TooLate:
        raise
    except Conflict as refusal:
        if wants_json(request):
            raise
        messages.error(request, refusal.message)
        return redirect("edudiagno:coding", uid)
    if wants_json(request):
        return JsonResponse({"uid": str(row.uid), "status": row.status})
    return _back(uid, row.question.uid, row.language)


@require_safe
@at_attempt
def image(request: SeekerRequest, uid: uuid.UUID, problem: uuid.UUID, number: int) -> HttpResponseBase:
    """A picture in a statement."""
    file = coding.image_of(seeker=request.seeker, uid=uid, problem_uid=problem, number=number).file
    return serve_private(request, file, content_type=image_type_of)


@require_http_methods(["GET", "HEAD", "POST"])
@at_attempt
def finish(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """What is done and what is open; then hand the section in."""
    if request.method == "POST":
        attempts.close_section(seeker=request.seeker, uid=uid, section=Section.CODING)
        return redirect("edudiagno:attempt", uid)
    attempt = attempts.open_section(seeker=request.seeker, uid=uid, section=Section.CODING)
    states = problem_states(sitting=attempt, problems=coding.problems(attempt=attempt))
    return render(
        request, "candidate/coding_review.html", {"problems": states, **frame(attempt, Section.CODING)}
    )


@require_safe
@at_attempt
def versions(request: SeekerRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """The earlier versions in one language, and the code of the chosen one."""
    attempt = attempts.open_section(seeker=request.seeker, uid=uid, section=Section.CODING)
    question = coding.problem(seeker=request.seeker, uid=uid, problem_uid=problem)
    language = request.GET.get("language", "")[:20]
    rows = code_versions(sitting=attempt, question=question, language=language)
    context = {
        "problem": question,
        "language": language,
        "versions": rows,
        "shown": next((one for one in rows if one.key == request.GET.get("version")), rows[0]),
        **frame(attempt, Section.CODING),
    }
    return render(request, "candidate/coding_versions.html", context)


@require_POST
@at_attempt
def restore(request: SeekerRequest, uid: uuid.UUID, problem: uuid.UUID) -> HttpResponse:
    """Put a version back into the editor; the present code becomes a version itself."""
    typed = fields_sent(request)
    language, version = typed.get("language", "")[:20], typed.get("version", "")
    code = coding.restore(
        seeker=request.seeker, uid=uid, problem_uid=problem, language=language, version=version
    )
    if wants_json(request):
        return JsonResponse({"language": language, "code": code})
    said = _("The earlier version is back. What you had before is in the list of versions.")
    messages.success(request, said)
    return _back(uid, problem, language)
