"""The device check: camera, microphone and speaker, or typing instead."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviewer.errors import Invalid
from interviews.access import CandidateRequest, at_stage, stage_url
from interviews.enums import Stage
from interviews.forms.conversation import DevicesForm
from interviews.services import conversation, devices, planning, stages
from interviews.views.candidate.frame import frame


@require_http_methods(["GET", "HEAD", "POST"])
@at_stage(Stage.DEVICES)
def page(request: CandidateRequest) -> HttpResponse:
    """Check the devices, then go on; meanwhile the questions are planned."""
    interview = request.interview
    stages.enter(interview=interview, stage=Stage.DEVICES)
    planning.ensure(interview=interview)
    if request.method != "POST":
        return _page(request)
    form = DevicesForm(request.POST)
    if not form.is_valid():
        return _page(request, status=422)
    results = {name: form.cleaned_data[name] for name in ("camera", "microphone", "speaker")}
    try:
        devices.finish(interview=interview, is_typed=form.cleaned_data["mode"] == "typed", results=results)
    except Invalid as problem:
        messages.error(request, problem.message)
        return _page(request, status=422)
    return redirect(stage_url(interview, stages.current(interview)))


def _page(request: CandidateRequest, status: int = 200) -> HttpResponse:
    interview = request.interview
    context = {
        "plan": stages.plan_of(interview),
        "may_type": conversation.may_type(interview),
        **frame(interview, Stage.DEVICES),
    }
    return render(request, "candidate/devices.html", context, status=status)
