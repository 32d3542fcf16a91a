"""What of a company's profile is shown as labelled facts."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.translation import gettext as _

from companies.models import Company


def facts(company: Company) -> list[dict[str, object]]:
    """The facts that are filled in, in the order in which they are read."""
    website = company.website
    link = format_html(
        '<a href="{}" rel="nofollow noopener">{}</a>', website, website.partition("://")[2].rstrip("/")
    )
    address = ", ".join(filter(None, [company.address, company.postal_code]))
    found = [
        {"label": _("Industry"), "value": company.industry},
        {"label": _("People"), "value": company.get_size_range_display()},
        {"label": _("Founded in"), "value": company.foundation_year},
        {"label": _("Place"), "value": company.city.label if company.city else ""},
        {"label": _("Address"), "value": address},
        {"label": _("Website"), "value": link if website else ""},
    ]
    return [fact for fact in found if fact["value"]]
