"""A job's public link: with a source for each place it stands at, as a QR code and as a button, and a new one."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from companies.access import EDITORS, EVERYBODY, MemberRequest, member
from interviewer.errors import DomainError
from interviews import embed, links, rules
from interviews.forms.invitations import SourceForm
from interviews.queries import invitations as queries
from interviews.services import public_links
from interviews.views.recruiter.inviting_frame import inviting_tabs
from interviews.views.recruiter.job_frame import find_job, is_sent, show

COLUMNS = [
    {"label": gettext_lazy("Source")},
    {"label": gettext_lazy("Link")},
    {"label": gettext_lazy("Candidates"), "numeric": True},
    {"label": gettext_lazy("Completed"), "numeric": True},
    {"label": gettext_lazy("What can be done")},
]


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EVERYBODY)
def index(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """The public link in all its forms; a new source gets a link of its own."""
    job = find_job(request, uid)
    form = SourceForm(request.POST if is_sent(request) else None)
    if form.is_bound and form.is_valid():
        try:
            public_links.add_source(actor=request.user, job=job, tag=form.cleaned_data["tag"])
            return redirect("workspace:job_links", job.uid)
        except DomainError as refusal:
            form.add_error("tag", refusal.message)
    return show(
        request,
        job,
        "links",
        status=422 if form.is_bound else 200,
        form=form,
        public_link=links.public_link(job),
        why_shut=rules.why_not_begin_by_public_link(job),
        rows=queries.sources_of(job),
        columns=COLUMNS,
        snippet=embed.snippet(job),
        embed_label=embed.label(),
        embed_link=links.public_link(job, embed.TAG),
        inviting_tabs=inviting_tabs(request, job),
    )


@require_POST
@member(*EDITORS)
def act(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Give the job a new public link, or take a source off the list."""
    job = find_job(request, uid)
    if request.POST.get("do") == "renew":
        public_links.renew(actor=request.user, job=job)
        messages.success(
            request,
            _("The job has a new public link. The old one, its QR codes and buttons lead nowhere now."),
        )
    elif request.POST.get("do") == "remove":
        public_links.remove_source(actor=request.user, job=job, tag=request.POST.get("tag", "")[:40])
        messages.success(request, _("Taken off the list. Whoever has the link can still use it."))
    return redirect("workspace:job_links", job.uid)
