"""The video questions of an attempt: seeing one, sending a recording or typed words."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from edudiagno.enums import Section
from edudiagno.services import attempts, videos
from edudiagno.views.frame import at_attempt, frame
from interviewer.errors import Conflict, Invalid, NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.answers import wants_json
from interviewer.web.uploads import checked_upload
from seekers.access import SeekerRequest


@require_safe
@at_attempt
def index(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """The video questions, without their text before they are opened."""
    attempt = attempts.open_section(seeker=request.seeker, uid=uid, section=Section.VIDEO)
    rows = attempt.video_responses.select_related("question")
    return render(request, "edudiagno/videos.html", {"rows": rows, **frame(attempt, Section.VIDEO)})


@require_http_methods(["GET", "HEAD", "POST"])
@at_attempt
def page(request: SeekerRequest, uid: uuid.UUID, answer: uuid.UUID) -> HttpResponse:
    """A question with its clock; POST opens it, or opens a new take."""
    if request.method == "POST":
        try:
            videos.open_take(seeker=request.seeker, uid=uid, answer_uid=answer)
        except Conflict as problem:
            messages.warning(request, problem.message)
        return redirect("edudiagno:video", uid, answer)
    return _page(request, uid, answer)


def _page(
    request: SeekerRequest, uid: uuid.UUID, answer: uuid.UUID, status: int = 200, **more: object
) -> HttpResponse:
    attempt = attempts.open_section(seeker=request.seeker, uid=uid, section=Section.VIDEO)
    row = videos.response_of(seeker=request.seeker, uid=uid, answer_uid=answer)
    context = {
        **frame(attempt, Section.VIDEO),
        "row": row,
        "takes_left": attempt.test.video_takes - row.takes,
        "may_type": videos.may_type(attempt),
        "typed": row.answer if row.was_typed else "",
        **more,
    }
    return render(request, "edudiagno/video.html", context, status=status)


@checked_upload(videos.LARGEST + 1024 * 1024)
@require_POST
@at_attempt
def upload(request: SeekerRequest, uid: uuid.UUID, answer: uuid.UUID) -> HttpResponse:
    """Take a recording."""
    videos.response_of(seeker=request.seeker, uid=uid, answer_uid=answer)
    file = request.FILES.get("recording")
    if file is None:
        raise Invalid(_("There was no recording in what was sent. Please try again."))
    videos.store(seeker=request.seeker, uid=uid, answer_uid=answer, file=file)
    if wants_json(request):
        return JsonResponse({"saved": True})
    return redirect("edudiagno:video", uid, answer)


@require_POST
@at_attempt
def type_answer(request: SeekerRequest, uid: uuid.UUID, answer: uuid.UUID) -> HttpResponse:
    """Take typed words."""
    text = request.POST.get("answer", "")
    try:
        videos.type_answer(seeker=request.seeker, uid=uid, answer_uid=answer, text=text)
    except Invalid as problem:
        return _page(request, uid, answer, status=422, typed=text, typed_error=problem.message)
    messages.success(request, _("Your answer is saved."))
    return redirect("edudiagno:videos", uid)


@require_safe
@at_attempt
def recording(request: SeekerRequest, uid: uuid.UUID, answer: uuid.UUID) -> HttpResponseBase:
    """The recording that counts, to look at before the test ends."""
    row = videos.response_of(seeker=request.seeker, uid=uid, answer_uid=answer)
    if not row.file:
        raise NotFound
    return serve_private(request, row.file, content_type=row.content_type)


@require_POST
@at_attempt
def finish(request: SeekerRequest, uid: uuid.UUID) -> HttpResponse:
    """End the section; there is no way back into it."""
    attempts.close_section(seeker=request.seeker, uid=uid, section=Section.VIDEO)
    return redirect("edudiagno:attempt", uid)
