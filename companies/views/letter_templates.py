"""A company's wording of e-mails to applicants, a text for each status."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from companies import letters as texts
from companies import rules
from companies.access import EDITORS, MemberRequest, member
from companies.application_forms import LetterTemplateForm
from companies.enums import ApplicationStatus
from companies.services import letters
from interviewer.errors import NotFound


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """What applicants are told in which status."""
    found = letters.templates(request.company)
    context = {
        "company": request.company,
        "rows": [(status, ApplicationStatus(status).label, letter) for status, letter in found.items()],
        "may_edit": not rules.why_not_edit(request.membership),
    }
    return render(request, "workspace/applications/letters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member(*EDITORS)
def edit(request: MemberRequest, status: str) -> HttpResponse:
    """Change the wording for a status."""
    if status not in texts.STATUSES:
        raise NotFound
    if request.method == "POST":
        rules.require(rules.why_not_edit(request.membership))
    kept = letters.template(request.company, status)
    form = LetterTemplateForm(
        request.POST if request.method == "POST" else None,
        initial={"subject": kept.subject, "body": kept.body, "is_on": kept.is_on},
    )
    if form.is_bound and form.is_valid():
        letters.save(actor=request.user, company=request.company, status=status, letter=form.letter)
        messages.success(request, _("Saved."))
        return redirect("workspace:letters")
    context = {
        "company": request.company,
        "form": form,
        "status_label": ApplicationStatus(status).label,
        "placeholders": texts.PLACEHOLDERS.items(),
    }
    code = 422 if form.is_bound else 200
    return render(request, "workspace/applications/letter.html", context, status=code)
