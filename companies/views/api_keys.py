"""The keys of a company's servers: an owner makes and revokes them; a new one is shown once."""

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
from companies.forms_of_programs import ApiKeyForm
from companies.models import ApiKey
from companies.services import api_keys
from interviewer.errors import DomainError

PAGE_SIZE = 25
#: Where the session keeps a new key until it was shown, once.
NEW_KEY = "new_api_key"


@require_http_methods(["GET", "HEAD", "POST"])
@member(Role.OWNER)
def index(request: MemberRequest) -> HttpResponse:
    """The keys, and the form of a new one."""
    form = ApiKeyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            _row, text = api_keys.make(actor=request.membership, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, refusal.message)
        else:
            request.session[NEW_KEY] = text
            return redirect("workspace:api_keys")
    rows = ApiKey.objects.for_company(request.company).select_related("made_by__user")
    context = {
        "company": request.company,
        "form": form,
        "page": Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page")),
        "new_key": "" if form.is_bound else request.session.pop(NEW_KEY, ""),
    }
    return render(request, "workspace/api_keys.html", context, status=422 if form.is_bound else 200)


@require_POST
@member(Role.OWNER)
def revoke(request: MemberRequest, uid: uuid.UUID) -> HttpResponse:
    """End a key at once."""
    api_keys.revoke(actor=request.membership, uid=uid)
    messages.success(request, _("The key is revoked: whatever used it is refused from now on."))
    return redirect("workspace:api_keys")
