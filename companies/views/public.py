"""Pages for anybody: registration, a company's page and its pictures."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from companies.access import membership_of
from companies.forms import NewCompanyForm, RegistrationForm
from companies.models import Company
from companies.profile_facts import facts
from companies.services import registration
from interviewer.accounts import sign_up
from interviewer.errors import NotFound
from interviewer.integrations.media import serve_private
from interviewer.web.fields import kind_by_name

#: Jobs that a company's page names; the job board has them all.
JOBS_SHOWN = 5


@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Register a company; somebody who is signed in and belongs to none adds one to their account."""
    is_known = request.user.is_authenticated
    if is_known and membership_of(request):
        return redirect("workspace:dashboard")
    form = (NewCompanyForm if is_known else RegistrationForm)(
        request.POST if request.method == "POST" else None
    )
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "companies/register.html", {"form": form}, status=status)
    sign_up.limit(request)
    if is_known:
        registration.found(actor=request.user, company=form.company)
        return redirect("workspace:dashboard")
    values = form.cleaned_data
    user = registration.register(
        name=values["name"], email=values["email"], password=values["password"], company=form.company
    )
    return sign_up.ask_for_code(request, user=user, email=values["email"])


@require_safe
def page(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """What a company says about itself, for anybody."""
    company = _public(uid)
    context = {
        "company": company,
        "facts": facts(company),
        "jobs": company.postings.defer("search")[:JOBS_SHOWN],
        "jobs_count": company.postings.count(),
    }
    return render(request, "companies/page.html", context)


@require_safe
def picture(request: HttpRequest, uid: uuid.UUID, name: str) -> HttpResponseBase:
    """A company's logo, banner or picture: public, as on its letters."""
    file = getattr(_public(uid), name)
    if not file:
        raise NotFound
    return serve_private(request, file, content_type=kind_by_name(file.name))


def _public(uid: uuid.UUID) -> Company:
    rows = Company.objects.public().select_related("city__state__country").filter(uid=uid)
    company = rows.first()
    if company is None:
        raise NotFound
    return company
