"""Where a company's events are sent, and what became of each sending; for owners."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from companies.access import MemberRequest, member
from companies.enums import Role
from companies.forms_of_programs import WebhookForm
from companies.models import WebhookDelivery, WebhookEndpoint
from companies.services import webhooks
from interviewer.errors import Conflict, DomainError

PAGE_SIZE = 25
#: Where the session keeps a new secret until it was shown, once.
NEW_SECRET = "new_webhook_secret"  # noqa: S105


def _page(request: MemberRequest, form: WebhookForm) -> HttpResponse:
    log = WebhookDelivery.objects.for_company(request.company).select_related("endpoint", "event")
    context = {
        "company": request.company,
        "form": form,
        "endpoints": list(WebhookEndpoint.objects.for_company(request.company)),
        "page": Paginator(log, PAGE_SIZE).get_page(request.GET.get("page")),
        "columns": [
            {"label": _("Event")}, {"label": _("Address")}, {"label": _("Status")}, {"label": _("Attempts")},
            {"label": _("Last answer")}, {"label": ""},
        ],
        "new_secret": "" if form.is_bound else request.session.pop(NEW_SECRET, ""),
    }  # fmt: skip
    return render(request, "workspace/webhooks.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@member(Role.OWNER)
def index(request: MemberRequest) -> HttpResponse:
    """The addresses, the form of a new one, and the log."""
    form = WebhookForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            row = webhooks.add(actor=request.membership, **form.cleaned_data)
        except DomainError as refusal:
            for name, text in refusal.fields.items() or [(None, refusal.message)]:
                form.add_error(name, text)
        else:
            request.session[NEW_SECRET] = row.secret
            return redirect("workspace:webhooks")
    return _page(request, form)


@require_POST
@member(Role.OWNER)
def act(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Test an address, give it a new secret, switch it on or off, or remove it."""
    row = webhooks.find(company=request.company, uid=uid)
    do, actor = request.POST.get("do"), request.membership
    if do == "rotate":
        request.session[NEW_SECRET] = webhooks.rotate(actor=actor, endpoint=row).secret
    elif do == "remove":
        webhooks.remove(actor=actor, endpoint=row)
        messages.success(request, _("The webhook was removed."))
    elif do in {"on", "off"}:
        webhooks.change(actor=actor, endpoint=row, url=row.url, events=row.events, is_on=do == "on")
    else:
        webhooks.send_test(endpoint=row)
        messages.success(request, _("A test is on its way. Reload the page to see what became of it."))
    return redirect("workspace:webhooks")


@require_POST
@member(Role.OWNER)
def replay(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """Send an event again."""
    try:
        webhooks.replay(actor=request.membership, uid=uid)
        messages.success(request, _("The event is sent again."))
    except Conflict as refusal:
        messages.warning(request, refusal.message)
    return redirect("workspace:webhooks")
