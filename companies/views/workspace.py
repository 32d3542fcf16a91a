"""The company's own pages in the workspace: profile, identity document, team."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies import rules
from companies.access import MemberRequest, member
from companies.enums import Role
from companies.forms import IdentityForm, ProfileForm
from companies.models import Company
from companies.services import profiles
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.journal import services as journal
from interviewer.web.fields import kind_by_name

PAGE_SIZE = 25


def _identity_state(company: Company) -> dict[str, str]:
    if company.is_verified:
        return {"tone": "success", "text": _("Verified: staff have checked the document.")}
    if company.identity_document:
        return {"tone": "info", "text": _("Sent in. Staff will check it; nothing more is needed from you.")}
    return {"tone": "quiet", "text": _("Not verified yet. Send a document that proves who the company is.")}


def _page(
    request: MemberRequest, *, form: ProfileForm | None = None, identity: IdentityForm | None = None
) -> HttpResponse:
    # A ModelForm writes into its instance: a fresh copy keeps the page's head as it is in the database.
    company = Company.objects.for_user(request.user).get(pk=request.company.pk)
    context = {
        "company": request.company,
        "form": form or ProfileForm(instance=company),
        "identity_form": identity or IdentityForm(),
        "identity": _identity_state(request.company),
        "why_not": rules.why_not_edit_company(request.membership),
    }
    return render(request, "workspace/company.html", context, status=422 if form or identity else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member()
def profile(request: MemberRequest) -> HttpResponse:
    """What the company says about itself; an owner changes it."""
    if request.method != "POST":
        return _page(request)
    rules.require(rules.why_not_edit_company(request.membership))
    copy = Company.objects.for_user(request.user).get(pk=request.company.pk)
    form = ProfileForm(request.POST, request.FILES, instance=copy)
    if not form.is_valid():
        return _page(request, form=form)
    profiles.edit(actor=request.user, company=request.company, changes=form.changes)
    messages.success(request, _("Profile saved."))
    return redirect("workspace:company")


@require_POST
@member(Role.OWNER)
def send_document(request: MemberRequest) -> HttpResponse:
    """Send the identity document to staff."""
    form = IdentityForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, identity=form)
    profiles.send_document(
        actor=request.user,
        company=request.company,
        file=form.cleaned_data["identity_document"],
        document_type=form.cleaned_data["identity_document_type"],
    )
    messages.success(request, _("Document sent. Staff will check it."))
    return redirect("workspace:company")


@require_safe
@member(Role.OWNER)
def document_file(request: MemberRequest) -> HttpResponseBase:
    """The document as it was sent, for an owner."""
    file = request.company.identity_document
    if not file:
        raise NotFound
    journal.record(actor=request.user, action="company.document_viewed", subject=request.company)
    ending = file.name.rpartition(".")[2]
    return serve_private(
        request, file, content_type=kind_by_name(file.name), download_name=f"document.{ending}"
    )


@require_safe
@member()
def team(request: MemberRequest) -> HttpResponse:
    """Who works here, in which role."""
    members = request.company.memberships.filter(removed_at=None).select_related("user").order_by("pk")
    columns = [{"label": _("Name")}, {"label": _("Role")}, {"label": _("Since")}]
    page = Paginator(members, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"company": request.company, "page": page, "columns": columns}
    return render(request, "workspace/team.html", context)
