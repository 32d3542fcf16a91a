"""How a company reviews: blind or not, and what it writes to candidates about each decision."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from companies.access import EDITORS, MemberRequest, member
from companies.enums import Role
from companies.letters import PLACEHOLDERS
from interviewer.errors import Invalid, NotFound
from interviews.enums import Decision
from interviews.forms.reading import LetterForm
from interviews.models import DecisionLetter
from interviews.services import assignments, letters


def _page(request: MemberRequest, *, decision: str = "", form: LetterForm | None = None) -> HttpResponse:
    own = {row.decision: row for row in DecisionLetter.objects.filter(company=request.company)}
    sections = []
    for one in letters.WRITTEN_ABOUT:
        start = own.get(one) or letters.standard(one)
        drawn = LetterForm(initial={"subject": start.subject, "body": start.body}, prefix=one)
        is_refused = form is not None and one == decision
        sections.append((one, form if is_refused else drawn, one in own, is_refused))
    context = {
        "company": request.company,
        "sections": sections,
        "placeholders": [(f"{{{name}}}", label) for name, label in PLACEHOLDERS.items()],
        "may_edit": request.membership.role in EDITORS,
        "is_owner": request.membership.role == Role.OWNER,
    }
    return render(request, "workspace/review_settings.html", context, status=422 if form else 200)


@require_safe
@member()
def index(request: MemberRequest) -> HttpResponse:
    """The settings."""
    return _page(request)


@require_POST
@member(Role.OWNER)
def blind(request: MemberRequest) -> HttpResponse:
    """Say whether reviewers score blind in every job that does not say otherwise."""
    assignments.set_blind_for_company(
        actor=request.user, company=request.company, blind="blind_review" in request.POST
    )
    messages.success(request, _("Saved."))
    return redirect("workspace:review_settings")


@require_POST
@member(*EDITORS)
def letter(request: MemberRequest, decision: str) -> HttpResponse:
    """Keep the text for a decision, or go back to the standard one."""
    if decision not in letters.WRITTEN_ABOUT:
        raise NotFound
    if request.POST.get("do") == "drop":
        letters.drop_template(actor=request.user, company=request.company, decision=decision)
        messages.success(request, _("The standard text is back."))
        return redirect("workspace:review_settings")
    form = LetterForm(request.POST, prefix=Decision(decision))
    if form.is_valid():
        try:
            letters.save_template(
                actor=request.user, company=request.company, decision=decision, letter=form.letter
            )
        except Invalid as refusal:
            for name, text in refusal.fields.items():
                form.add_error(name, text)
    if form.errors:
        return _page(request, decision=decision, form=form)
    messages.success(request, _("The text is saved."))
    return redirect("workspace:review_settings")
