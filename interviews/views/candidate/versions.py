"""Earlier versions of a candidate's program: the list with one of them shown, and putting it back."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from assessments.queries import code_versions
from interviewer.web.answers import fields_sent, wants_json
from interviews.access import CandidateRequest, at_stage
from interviews.enums import Stage
from interviews.services import coding, stages
from interviews.views.candidate.coding import back
from interviews.views.candidate.frame import frame


@require_safe
@at_stage(Stage.CODING)
def index(request: CandidateRequest, problem: uuid.UUID) -> HttpResponse:
    """The versions in one language, and the code of the chosen one."""
    interview = request.interview
    question = coding.problem(interview=interview, uid=problem)
    language = request.GET.get("language", "")[:20]
    rows = code_versions(sitting=interview, question=question, language=language)
    context = {
        "problem": question,
        "language": language,
        "versions": rows,
        "shown": next((one for one in rows if one.key == request.GET.get("version")), rows[0]),
        "deadline": stages.enter(interview=interview, stage=Stage.CODING).deadline_at,
        "now": timezone.now(),
        **frame(interview, Stage.CODING),
    }
    return render(request, "candidate/coding_versions.html", context)


@require_POST
@at_stage(Stage.CODING)
def restore(request: CandidateRequest, problem: uuid.UUID) -> HttpResponse:
    """Put a version back into the editor; the present code becomes a version itself."""
    typed = fields_sent(request)
    language = typed.get("language", "")[:20]
    version = typed.get("version", "")
    code = coding.restore(
        interview=request.interview, problem_uid=problem, language=language, version=version
    )
    if wants_json(request):
        return JsonResponse({"language": language, "code": code})
    messages.success(
        request, _("The earlier version is back. What you had before is in the list of versions.")
    )
    return back(request, problem, language)
