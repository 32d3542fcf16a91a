"""A job as schema.org's JobPosting, for search engines: only what the page says, too.

Required by https://developers.google.com/search/docs/appearance/structured-data/job-posting: title, description,
datePosted, hiringOrganization, and a jobLocation or, for work from anywhere, where applicants may live.
"""

from __future__ import annotations

import json

from django.conf import settings
from django.urls import reverse
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe

from companies.enums import EmploymentType, WorkMode
from companies.models import AiInterviewedJob, JobPosting
from companies.search import bands
from seekers.board.cards import path_of

_TYPES = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.INTERNSHIP: "INTERN",
}
#: Where a company says nothing of its country, its money does.
_COUNTRY_OF_CURRENCY = {"INR": "IN"}
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def job_posting(posting: JobPosting) -> dict[str, object]:
    """The job's data."""
    company, job = posting.company, posting.listing
    found: dict[str, object] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": posting.title,
        "description": _description(posting),
        "identifier": {"@type": "PropertyValue", "name": company.name, "value": str(posting.uid)},
        "datePosted": posting.posted_at.date().isoformat(),
        "url": f"{settings.SITE_URL}{path_of(posting)}",
        "hiringOrganization": _organisation(posting),
        # Applying happens here, without another site's form.
        "directApply": True,
    }
    if posting.employment_type:
        found["employmentType"] = _TYPES[EmploymentType(posting.employment_type)]
    if posting.skills:
        found["skills"] = ", ".join(posting.skills)
    if posting.min_experience_years:
        months = posting.min_experience_years * 12
        found["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": months,
        }
    if job.benefits:
        found["jobBenefits"] = job.benefits
    return found | _place(posting) | _salary(posting)


def _description(posting: JobPosting) -> str:
    """As HTML, escaped; a job that has none is described by its title."""
    job = posting.listing
    parts = [job.description, job.requirements if isinstance(job, AiInterviewedJob) else "", job.benefits]
    return linebreaks("\n\n".join(part for part in parts if part) or posting.title, autoescape=True)


def _organisation(posting: JobPosting) -> dict[str, object]:
    company = posting.company
    found: dict[str, object] = {"@type": "Organization", "name": company.name}
    if company.website:
        found["sameAs"] = company.website
    if company.logo:
        found["logo"] = f"{settings.SITE_URL}{reverse('companies:logo', args=[company.uid])}"
    return found


def country_of(posting: JobPosting) -> str:
    """ISO code of the country of the job, as far as it is known."""
    country = posting.company.country
    return country.iso2 if country else _COUNTRY_OF_CURRENCY.get(posting.currency, "")


def _place(posting: JobPosting) -> dict[str, object]:
    country = country_of(posting)
    found: dict[str, object] = {}
    if posting.work_mode == WorkMode.REMOTE:
        found["jobLocationType"] = "TELECOMMUTE"
        if country:
            found["applicantLocationRequirements"] = {"@type": "Country", "name": country}
    if posting.work_mode != WorkMode.REMOTE or not country:
        town = {"addressLocality": posting.place} if posting.place else {}
        nation = {"addressCountry": country} if country else {}
        found["jobLocation"] = {"@type": "Place", "address": {"@type": "PostalAddress", **town, **nation}}
    return found


def _salary(posting: JobPosting) -> dict[str, object]:
    low, high = posting.min_salary, posting.max_salary
    if low is None and high is None:
        return {}
    amounts = {"minValue": low, "maxValue": high}
    value = {name: amount for name, amount in amounts.items() if amount is not None}
    return {
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": posting.currency or bands.HOME_CURRENCY,
            "value": {"@type": "QuantitativeValue", **value, "unitText": "YEAR"},
        }
    }


def as_data_block(data: dict[str, object]) -> SafeString:
    """JSON that can stand in a <script type="application/ld+json">, which browsers do not run; nothing in it can
    end the element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308  (escaped in this line)
