"""The public link of a job: anybody may start an interview of their own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from interviews.services import public_links
from interviews.stages import Plan, required_stages, time_limit


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, public_token: str) -> HttpResponse:
    """What the job is, and a button that starts."""
    job = public_links.find_job(public_token)
    if request.method == "POST":
        interview = public_links.start(job=job)
        return redirect("interviews:consent", interview.link_token)
    plan = Plan.of(job)
    steps = [{"label": stage.label, "limit": time_limit(plan, stage)} for stage in required_stages(plan)]
    context = {
        "job": job,
        "company": job.company,
        "steps": steps,
        "is_open": job.is_open and job.public_link_open,
    }
    return render(request, "public/ai_job.html", context, status=200 if context["is_open"] else 410)
