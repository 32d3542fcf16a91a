"""The company's own pages in the workspace: profile and identity document."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies import rules
from companies.access import MemberRequest, member
from companies.enums import Role, Verification
from companies.forms import IdentityForm, ProfileForm
from companies.models import Company
from companies.services import profiles
from interviewer.errors import Conflict, NotFound
from interviewer.integrations.media import serve_private
from interviewer.journal import services as journal
from interviewer.web.fields import MIB, kind_by_name
from interviewer.web.seen import fingerprints
from interviewer.web.uploads import checked_upload

#: Three pictures of 2 MB and the text.
MAX_REQUEST = 8 * MIB
TONES = {
    Verification.NONE: "quiet",
    Verification.WAITING: "info",
    Verification.VERIFIED: "success",
    Verification.REFUSED: "danger",
}


def _stored(request: MemberRequest) -> Company:
    """The company as it is now. A ModelForm writes into its instance: this one is its own."""
    rows = Company.objects.for_user(request.user).select_related("city__state__country")
    return rows.get(pk=request.company.pk)


def _page(
    request: MemberRequest,
    *,
    form: ProfileForm | None = None,
    identity: IdentityForm | None = None,
    seen: str = "",
) -> HttpResponse:
    stored = _stored(request)
    context = {
        "company": request.company,
        "form": form or ProfileForm(instance=_stored(request)),
        "seen": seen or fingerprints(profiles.values(stored)),
        "identity_form": identity or IdentityForm(),
        "verification_tone": TONES[stored.verification],
        "standing": rules.standing(stored) or _("Verified: staff have checked the document."),
        "why_not": rules.why_not_edit_company(request.membership),
    }
    return render(request, "workspace/company.html", context, status=422 if form or identity else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member()
@checked_upload(MAX_REQUEST)
def profile(request: MemberRequest) -> HttpResponse:
    """What the company says about itself; an owner changes it."""
    if request.method != "POST":
        return _page(request)
    rules.require(rules.why_not_edit_company(request.membership))
    form, seen = (
        ProfileForm(request.POST, request.FILES, instance=_stored(request)),
        request.POST.get("seen", ""),
    )
    if not form.is_valid():
        return _page(request, form=form, seen=seen)
    try:
        profiles.edit(actor=request.user, company=request.company, changes=form.changes, seen=seen)
    except Conflict as conflict:
        form.show_conflict(conflict.fields, _stored(request))
        return _page(request, form=form)
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
