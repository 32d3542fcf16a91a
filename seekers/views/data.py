"""A job seeker's own data: taking it along, what was agreed to, deleting the account."""

from __future__ import annotations

import json
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from companies.access import membership_of
from interviewer.accounts import sign_up
from interviewer.errors import Gone, Invalid
from interviewer.integrations.media import serve_private
from seekers import contributions, queries
from seekers.access import SeekerRequest, seeker
from seekers.enums import DownloadKind, DownloadStatus
from seekers.forms.erasure import EraseForm
from seekers.json_resume import writing
from seekers.models import AgreementRecord, Download
from seekers.resume_pdf import DESIGNS
from seekers.services import downloads, erasure


@never_cache
@require_safe
@seeker
def page(request: SeekerRequest) -> HttpResponse:
    """What there is to take along, what is being made, and the history of agreements."""
    own = Download.objects.for_seeker(request.seeker)
    rows = list(own.exclude(expires_at__lt=timezone.now())[:20])
    consents = [
        one for each in contributions.every() if each.consents for one in each.consents(request.seeker)
    ]
    context = {
        "designs": DESIGNS,
        "downloads": rows,
        "is_making": any(row.status == DownloadStatus.MAKING for row in rows),
        "agreements": list(AgreementRecord.objects.for_seeker(request.seeker)[:100]),
        "consents": consents,
    }
    return render(request, "seekers/data.html", context)


@require_POST
@seeker
def ask(request: SeekerRequest) -> HttpResponse:
    """Have a file made."""
    kind = request.POST.get("kind", "")
    if kind not in DownloadKind.values:
        raise Invalid(_("Choose what to download."))
    downloads.ask(seeker=request.seeker, kind=DownloadKind(kind))
    messages.success(request, _("It is being made. This page offers it as soon as it is ready."))
    return redirect("seekers:data")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def file(request: SeekerRequest, uid: UUID) -> HttpResponseBase:
    """The file itself; posting makes one that failed once more."""
    row = get_object_or_404(Download.objects.for_seeker(request.seeker), uid=uid)
    if request.method == "POST":
        downloads.again(row=row)
        return redirect("seekers:data")
    if row.status != DownloadStatus.READY or (row.expires_at and row.expires_at < timezone.now()):
        raise Gone(_("This download is not offered any more. Ask for a new one."))
    is_data = row.kind == DownloadKind.DATA
    kind, name = ("application/zip", "my-data.zip") if is_data else ("application/pdf", "resume.pdf")
    return serve_private(request, row.file, content_type=kind, download_name=name)


@never_cache
@require_safe
@seeker
def json_resume(request: SeekerRequest) -> HttpResponse:
    """The profile as JSON Resume."""
    document = writing.document(queries.profile_of(request.seeker))
    text = json.dumps(document, ensure_ascii=False, indent=2)
    answer = HttpResponse(text, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="resume.json"'
    return answer


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
@seeker
def erase(request: SeekerRequest) -> HttpResponse:
    """Say what goes and what stays, ask for the password, and delete."""
    if request.method == "POST":
        sign_up.limit_passwords(request)
    form = EraseForm(request.POST if request.method == "POST" else None, user=request.user)
    keeps_account = request.user.is_staff or membership_of(request) is not None
    if request.method != "POST" or not form.is_valid():
        kept = [one for one in contributions.every() if one.kept]
        context = {"form": form, "kept": kept, "keeps_account": keeps_account}
        return render(request, "seekers/erase.html", context, status=422 if form.is_bound else 200)
    erasure.erase(seeker=request.seeker, keeps_account=keeps_account)
    if not keeps_account:
        logout(request)
    messages.success(request, _("Your profile was deleted."))
    return redirect("home")
