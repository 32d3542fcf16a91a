"""Entries of the job board's Atom feed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.utils.html import linebreaks

from companies import listing
from companies.search import finding
from companies.search.finding import NEWEST, Question
from seekers.board.cards import facts, path_of

SIZE = 50
EXCERPT = 600


def entries(question: Question) -> Iterator[dict[str, object]]:
    """The newest jobs that a question finds, whatever its order."""
    for row in finding.find(replace(question, sort=NEWEST), size=SIZE).postings:
        job = row.listing
        if not listing.is_open(job):
            continue
        lines = [" · ".join(text for _icon, text in facts(row)), job.description[:EXCERPT]]
        yield {
            "title": f"{row.title}, {row.company_name}",
            "link": f"{settings.SITE_URL}{path_of(row)}",
            "unique_id": f"urn:uuid:{row.uid}",
            "description": linebreaks("\n\n".join(line for line in lines if line), autoescape=True),
            "pubdate": row.posted_at,
            "updateddate": row.indexed_at,
            "author_name": row.company_name,
            "categories": row.skills,
        }
