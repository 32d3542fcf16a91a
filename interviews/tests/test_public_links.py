"""The public link: sources that stay with the candidate, links that are counted, renewed, printed and embedded."""

from __future__ import annotations

import io
from html import unescape

import pytest
from django.utils.html import escape
from PIL import Image

from companies.tests.factories import AiInterviewedJobFactory
from interviewer.errors import Conflict
from interviews import embed, links
from interviews.models import Interview, SourceLink
from interviews.queries.invitations import sources_of
from interviews.services import public_links
from interviews.tests.arrivals import Browser
from interviews.tests.factories import InterviewFactory, SourceLinkFactory
from interviews.tests.recruiters import at_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def job():
    return AiInterviewedJobFactory(company__name="Parcel Works")


@pytest.mark.parametrize(
    ("query", "tag", "shown"),
    [
        ("?source=careers-page", "careers-page", "careers-page"),
        ("?source=Careers%20Page", "careers-page", "careers-page"),
        ("", "", "public link"),
        ("?source=%3Cscript%3E", "", "public link"),
        ("?source=%00", "", "public link"),
        ("?source=" + "x" * 500, "", "public link"),
    ],
)
def test_the_source_of_the_link_stays_with_the_candidate(job, query, tag, shown):
    Browser().opens(f"/j/{job.public_token}/{query}").presses("Get my private link")
    interview = Interview.objects.get()
    assert (interview.source, interview.source_tag, interview.came_by) == ("public_link", tag, shown)


def test_each_source_has_a_link_and_its_candidates_are_counted(job):
    client = at_work(job.company)
    url = f"/workspace/jobs/{job.uid}/links/"
    assert client.post(url, {"tag": "Careers Page"}).status_code == 302
    InterviewFactory(job=job, source_tag="careers-page")
    InterviewFactory(job=job, source_tag="careers-page", status="completed")
    InterviewFactory(job=job, source_tag="campus")
    InterviewFactory(source_tag="campus")
    assert [(row.tag, row.begun, row.completed, row.is_kept) for row in sources_of(job)] == [
        ("campus", 1, 0, False),
        ("careers-page", 2, 1, True),
    ]
    text = unescape(client.get(url).content.decode())
    assert f"{links.public_link(job)}?source=careers-page" in text


@pytest.mark.parametrize("tag", ["", "<b>", "ż", "x" * 41])
def test_a_source_that_is_none_is_refused_beside_its_field(job, tag):
    answer = at_work(job.company).post(f"/workspace/jobs/{job.uid}/links/", {"tag": tag})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["tag"])
    assert (answer.context["form"]["tag"].value(), SourceLink.objects.count()) == (tag, 0)


def test_a_source_is_kept_once_and_only_so_many_are_kept(job, monkeypatch):
    monkeypatch.setattr(public_links, "MAX_SOURCES", 1)
    for _time in range(2):
        public_links.add_source(actor=None, job=job, tag="campus")
    with pytest.raises(Conflict, match="at most 1 links"):
        public_links.add_source(actor=None, job=job, tag="board")
    assert SourceLink.objects.count() == 1


def test_a_source_that_is_taken_off_the_list_works_on(job):
    SourceLinkFactory(job=job, tag="campus")
    at_work(job.company).post(f"/workspace/jobs/{job.uid}/links/act/", {"do": "remove", "tag": "campus"})
    assert SourceLink.objects.count() == 0
    Browser().opens(f"/j/{job.public_token}/?source=campus").presses("Get my private link")
    assert Interview.objects.get().source_tag == "campus"


def test_a_renewed_link_leaves_the_old_one_unknown_and_those_who_began_alone(job):
    old = f"/j/{job.public_token}/"
    begun = Browser().opens(old).presses("Get my private link")
    client = at_work(job.company)
    page = client.post(f"/workspace/jobs/{job.uid}/links/act/", {"do": "renew"}, follow=True)
    job.refresh_from_db()
    assert (Browser().opens(old).page.status_code, begun.opens(begun.at).page.status_code) == (404, 200)
    assert links.public_link(job) in page.content.decode()
    assert Browser().opens(f"/j/{job.public_token}/").page.status_code == 200


def test_the_button_for_other_websites_is_a_plain_link_that_is_shown_as_it_will_look(job):
    page = at_work(job.company).get(f"/workspace/jobs/{job.uid}/links/")
    snippet = embed.snippet(job)
    assert snippet.startswith(
        f'<a href="{links.public_link(job)}?source=website" style="display:inline-block;'
    )
    assert (snippet.endswith(">Apply with an interview</a>"), "<script" in snippet) == (True, False)
    text = page.content.decode()
    assert f'value="{escape(snippet)}"' in text
    assert f'<a class="embed-button" href="{links.public_link(job)}?source=website">' in text


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_a_source_has_a_qr_code_of_its_own(job, kind):
    client = at_work(job.company)
    url = f"/workspace/jobs/{job.uid}/qr.{kind}"
    plain, tagged = (client.get(f"{url}{query}") for query in ("?download", "?source=campus&download"))
    assert plain.content != tagged.content
    assert tagged["Content-Disposition"].endswith(f'-campus-qr.{kind}"')
    if kind == "png":
        assert Image.open(io.BytesIO(tagged.content)).width > 200


def test_the_page_of_links_needs_as_many_queries_for_three_rows(job, django_assert_num_queries):
    client = at_work(job.company)
    for more in (1, 2):
        for _row in range(more):
            SourceLinkFactory(job=job)
            InterviewFactory(job=job, source_tag=f"tag-{more}")
        with django_assert_num_queries(6):
            assert client.get(f"/workspace/jobs/{job.uid}/links/").status_code == 200
