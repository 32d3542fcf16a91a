"""Every page of the product, as everybody who may knock: who gets in, and that others learn nothing."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from edudiagno.tests.walk import kwargs_of as kwargs_of_tests
from interviews.enums import Stage
from interviews.services import coding, quiz
from interviews.tests.walk_pages import PAGES, Door, Page
from interviews.tests.walk_places import value_of
from interviews.tests.walk_world import World

pytestmark = pytest.mark.django_db

ROLES = ("owner", "recruiter", "reviewer")
VISITORS = (
    "nobody",
    "program",
    "staff",
    "candidate",
    "other candidate",
    "seeker",
    "other seeker",
    *ROLES,
    *(f"other {role}" for role in ROLES),
)
MAY = {
    Door.MEMBER: ROLES,
    Door.EDITOR: ("owner", "recruiter"),
    Door.OWNER: ("owner",),
}


def patterns(resolver: URLResolver, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, URLPattern]]:
    """Every pattern with its full name, but those of the admin and of the API, which have their own walks."""
    for one in resolver.url_patterns:
        if isinstance(one, URLPattern):
            yield ":".join([*spaces, one.name or str(one.pattern)]), one
        elif one.namespace not in {"admin", "v1"}:
            yield from patterns(one, (*spaces, one.namespace) if one.namespace else spaces)


PATTERNS = dict(patterns(get_resolver()))


def kwargs_of(name: str, world: World, *, house: str = "here") -> dict[str, object]:
    """What stands in the address: the objects of a house; `missing` for those that never were."""
    here = getattr(world, house)
    if name.startswith("edudiagno:"):
        known = kwargs_of_tests(here.attempt)
        return {key: known[key] for key in PATTERNS[name].pattern.converters}
    is_link = name.startswith("interviews:")
    values = {
        key: lambda key=key: value_of(key, name, here, world) for key in PATTERNS[name].pattern.converters
    }
    kwargs = {key: values[key]() for key in PATTERNS[name].pattern.converters}
    if is_link and "question" in kwargs and world.at == Stage.QUIZ:
        quiz.begin(interview=here.sitting)
    if is_link and world.at == Stage.CODING:
        coding.begin(interview=here.sitting)
    return kwargs


def knock(world: World, who: str, method: str, url: str) -> HttpResponse:
    """An answer, with what it changed taken back."""
    client = world.client(who)
    with transaction.atomic():
        answer = getattr(client, method)(url)
        if not answer.streaming:
            answer.content  # noqa: B018 - rendered while the rows are there
        transaction.set_rollback(True)
    return answer


def expected(name: str, page: Page, who: str, method: str, kwargs: dict[str, object]) -> int:
    """The status that a visitor must get."""
    if who == "program" and page.program:
        return page.program[method == "post"]
    if who == "candidate" and page.seated:
        return page.seated[method == "post"]
    if page.known(method) is None:
        return 405
    if page.door == Door.OPEN:
        return page.known(method)
    if page.door == Door.ACCOUNT:
        return expected_of_account(name, page, who, method)
    if page.door == Door.LINK:
        return page.known(method)
    if page.door in (Door.SEEKER, Door.EVERY_SEEKER):
        return expected_of_seeker(page, who, method, kwargs)
    if page.door == Door.SEAT:
        return page.known(method) if who == "candidate" else 401 if who == "program" else 302
    return expected_of_member(page, who, method, kwargs)


def expected_of_account(name: str, page: Page, who: str, method: str) -> int:
    """The status of a page that answers otherwise once somebody is signed in."""
    kind = who.removeprefix("other ")
    if kind not in (*ROLES, "staff", "seeker"):
        return page.known(method)
    if name == "companies:register" and kind not in ROLES:  # who belongs to no company may still make one
        return page.known(method)
    if name == "seekers:register" and kind == "seeker":
        return 302
    return page.signed_in[method == "post"] or 405


def expected_of_seeker(page: Page, who: str, method: str, kwargs: dict[str, object]) -> int:
    """The status of a job seeker's own page."""
    if who == "program":
        return 401
    if not who.endswith("seeker"):
        return 302
    is_another = who.startswith("other ") and "uid" in kwargs and page.door == Door.SEEKER
    return 404 if is_another else page.known(method)


def expected_of_member(page: Page, who: str, method: str, kwargs: dict[str, object]) -> int:
    """The status of a page of the workspace."""
    late = page.post_door if method == "post" else None
    role = who.removeprefix("other ")
    if who == "program":
        return 401
    if role not in ROLES:
        return 302
    if role not in MAY[page.door]:
        return 403
    if who.startswith("other ") and {"uid", "view", "bulk"} & set(kwargs):
        return 404
    return 403 if late and role not in MAY[late] else page.known(method)


def same(answer: HttpResponse) -> tuple[int, str]:
    """An answer without what differs from one request to the next."""
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = re.sub(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", "", text.decode(errors="replace"))
    return answer.status_code, re.sub(
        r'(nonce=|csrfmiddlewaretoken" value=|<code>|"request_id": ?)[^>,]*', "", text
    )


def test_every_page_is_declared():
    assert sorted(PATTERNS) == sorted(PAGES)


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_everybody_gets_what_is_theirs(name):
    page = PAGES[name]
    world = World(page.at)
    kwargs = kwargs_of(name, world)
    url = reverse(name, kwargs=kwargs)
    found, due = {}, {}
    for who in VISITORS:
        for method in ("get", "post"):
            answer = knock(world, who, method, url)
            found[who, method] = answer.status_code
            due[who, method] = expected(name, page, who, method, kwargs)
            if who.startswith("other ") and page.door in (*MAY, Door.SEEKER):
                assert "lumen" not in same(answer)[1], f"{who} sees what is another's"
            if answer.status_code == 403 and page.door in MAY:
                assert 'href="/start/"' in same(answer)[1], "a refusal shows no way back"
            if answer.status_code == 302 and who == "nobody" and page.door in MAY:
                assert answer.url == f"/account/login/?next={url}"
    assert found == due


WITH_OBJECT = [name for name, one in PATTERNS.items() if one.pattern.converters and PAGES[name].door in MAY]


@pytest.mark.parametrize("name", sorted(WITH_OBJECT))
def test_anothers_object_and_a_missing_one_are_the_same(name):
    world = World(PAGES[name].at)
    theirs = kwargs_of(name, world)
    missing = {key: uuid.uuid4() if isinstance(value, uuid.UUID) else value for key, value in theirs.items()}
    for method in ("get", "post"):
        answers = [
            same(knock(world, "other owner", method, reverse(name, kwargs=kwargs)))
            for kwargs in (theirs, missing)
        ]
        assert answers[0] == answers[1]


INNER = [name for name in WITH_OBJECT if len(PATTERNS[name].pattern.converters) > 1]


@pytest.mark.parametrize("name", sorted(INNER))
def test_an_object_of_another_company_inside_of_ones_own_is_missing(name):
    if name in {"workspace:job_qr", "workspace:job_pool_copy"} or "competency" in name:
        pytest.skip("what stands inside is of no company")
    world = World(PAGES[name].at)
    kwargs = kwargs_of(name, world, house="there") | {"uid": kwargs_of(name, world)["uid"]}
    url = reverse(name, kwargs=kwargs)
    for method in ("get", "post"):
        status = 405 if PAGES[name].known(method) is None else 404
        assert knock(world, "owner", method, url).status_code == status


BORROWED = [
    name
    for name, one in PATTERNS.items()
    if "token" in one.pattern.converters
    and {"question", "problem", "submission", "turn"} & set(one.pattern.converters)
]


@pytest.mark.parametrize("name", sorted(BORROWED))
def test_a_candidate_reaches_nothing_of_another_interview_by_the_own_link(name):
    page = PAGES[name]
    world = World(page.at)
    kwargs = kwargs_of(name, world, house="there") | {"token": kwargs_of(name, world)["token"]}
    url = reverse(name, kwargs=kwargs)
    for method in ("get", "post"):
        status = 405 if page.known(method) is None else page.borrowed[method == "post"]
        answer = knock(world, "candidate", method, url)
        assert (answer.status_code, "zephyr" in same(answer)[1]) == (status, False)


LINKS = [name for name, one in PATTERNS.items() if {"token", "public_token"} & set(one.pattern.converters)]


@pytest.mark.parametrize("token", ["invented", "with space", "nul\x00inside", "ż" * 300])
@pytest.mark.parametrize("name", sorted(LINKS))
def test_an_invented_link_is_not_found(name, token):
    world = World(PAGES[name].at)
    kwargs = kwargs_of(name, world)
    url = reverse(name, kwargs={key: token if "token" in key else value for key, value in kwargs.items()})
    for method in ("get", "post"):
        status = 405 if PAGES[name].known(method) is None else 404
        assert knock(world, "candidate", method, url).status_code == status
