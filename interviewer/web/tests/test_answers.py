"""Answers of every kind: the request id, the headers that protect, errors as pages and as problem details."""

from __future__ import annotations

import logging

import pytest
from django.test import Client, RequestFactory
from django.urls import path
from rest_framework import serializers
from rest_framework.decorators import api_view, permission_classes

from interviewer import errors, urls
from interviewer.errors import DomainError
from interviewer.web.answers import error_response

pytestmark = pytest.mark.django_db


class _Form(serializers.Serializer):
    age = serializers.IntegerField()


@api_view(["POST"])
@permission_classes([])
def _api(request):
    """Reads a body."""
    _Form(data=request.data).is_valid(raise_exception=True)
    raise errors.Conflict("Taken.")


def _broken(request):
    """Has a mistake with a secret in it."""
    raise RuntimeError("secret-in-the-trace")


urlpatterns = [
    path("api/v1/test/", _api),
    path("api/v1/broken/", _broken),
    path("broken/", _broken),
    *urls.urlpatterns,
]
handler400, handler403, handler404 = urls.handler400, urls.handler403, urls.handler404
handler429, handler500 = urls.handler429, urls.handler500


@pytest.fixture(autouse=True)
def with_broken_pages(settings):
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = False


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


ALL_ERRORS = [
    errors.DomainError, errors.NotFound, errors.NotAllowed, errors.NotSignedIn, errors.Conflict, errors.WrongStage,
    errors.TooLate, errors.Gone, errors.TooLarge, errors.WrongType, errors.Invalid, errors.TooMany,
    errors.ServiceDown, errors.ServiceFailed, errors.StorageFull, errors.WrongCredentials, errors.TokenNotValid,
    errors.Forged, errors.Running, errors.Changed, errors.KeyReused,
]  # fmt: skip


def test_the_list_of_errors_is_whole():
    def below(kind: type) -> set[type]:
        return {kind, *(found for child in kind.__subclasses__() for found in below(child))}

    assert {kind for kind in below(DomainError) if kind.__module__ == errors.__name__} == set(ALL_ERRORS)


@pytest.mark.parametrize("kind", ALL_ERRORS)
def test_every_error_is_problem_details_for_programs(kind):
    request = RequestFactory().get("/api/v1/things/")
    request.request_id = "abcdefgh12"
    answer = error_response(request, kind("Because of this."))
    assert (answer.status_code, answer["Content-Type"]) == (kind.status, "application/problem+json")
    import json

    assert json.loads(answer.content) == {
        "type": f"/problems/{kind.code}/",
        "title": str(kind.title),
        "status": kind.status,
        "detail": "Because of this.",
        "instance": "/api/v1/things/",
        "code": kind.code,
        "request_id": "abcdefgh12",
    }


@pytest.mark.parametrize("kind", ALL_ERRORS)
def test_every_error_is_a_page_with_a_way_back_for_people(kind, rf):
    request = rf.get("/things/")
    request.request_id = "abcdefgh12"
    answer = error_response(request, kind("Because of this."))
    page = answer.content.decode()
    assert (answer.status_code, "abcdefgh12" in page, "href=" in page.split("<main")[1]) == (
        kind.status,
        True,
        True,
    )


def test_who_asks_too_often_hears_when_to_come_back(rf):
    assert error_response(rf.get("/x/"), errors.TooMany(retry_after_seconds=90))["Retry-After"] == "90"


@pytest.mark.parametrize(
    ("method", "address", "body", "status", "code"),
    [
        ("get", "/api/v1/nothing/", None, 404, "not-found"),
        ("delete", "/api/v1/", None, 405, "method-not-allowed"),
        ("get", "/api/v1/test/", None, 405, "method-not-allowed"),
        ("post", "/api/v1/test/", "{not json", 400, "parse-error"),
        ("post", "/api/v1/test/", '{"age": "old"}', 422, "invalid"),
        ("post", "/api/v1/test/", '{"age": 7}', 409, "conflict"),
        ("get", "/api/v1/broken/", None, 500, "server-error"),
    ],
)
def test_the_api_answers_problem_details(visitor, method, address, body, status, code):
    answer = visitor.generic(method.upper(), address, body or "", content_type="application/json")
    found = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert (found["status"], found["code"], found["instance"]) == (status, code, address)
    assert found["request_id"] == answer["X-Request-ID"]
    assert {"type", "title", "detail"} <= set(found)
    assert "secret-in-the-trace" not in answer.content.decode()


def test_a_wrong_field_is_pointed_at(visitor):
    answer = visitor.post("/api/v1/test/", {"age": "old"}, content_type="application/json")
    assert answer.json()["errors"] == [{"pointer": "/age", "detail": "A valid integer is required."}]


def test_a_mistake_of_ours_is_a_page_without_a_trace_and_a_log_line_with_the_id(visitor, caplog):
    with caplog.at_level(logging.ERROR, "django.request"):
        answer = visitor.get("/broken/", headers={"X-Request-ID": "abcdefgh12"})
    page = answer.content.decode()
    assert (answer.status_code, answer["X-Request-ID"]) == (500, "abcdefgh12")
    assert ("abcdefgh12" in page, "secret-in-the-trace" in page, "Traceback" in page) == (True, False, False)
    assert "secret-in-the-trace" in caplog.text


def test_a_request_id_that_is_no_id_is_not_taken_over(visitor):
    assert len(visitor.get("/livez", headers={"X-Request-ID": "a b\n<script>"})["X-Request-ID"]) == 16


@pytest.mark.parametrize(
    "address", ["/account/login/", "/account/password/reset/", "/account/logout/", "/admin/login/"]
)
def test_a_forged_form_is_refused_in_our_words(address):
    answer = Client(enforce_csrf_checks=True).post(address, {"login": "a@example.com"})
    assert (answer.status_code, "open for too long" in answer.content.decode()) == (403, True)


def test_a_forged_request_of_a_page_to_the_api_is_refused_as_problem_details(django_user_model):
    client = Client(enforce_csrf_checks=True)
    client.force_login(django_user_model.objects.create_user(email="a@example.com", password="x" * 12))
    answer = client.post("/api/v1/test/", {"age": 7}, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/problem+json")


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/", 200),
        ("/account/login/", 200),
        ("/workspace/", 302),
        ("/nothing/", 404),
        ("/api/v1/nothing/", 404),
        ("/broken/", 500),
        ("/api/v1/broken/", 500),
        ("/admin/login/", 200),
        ("/static/css/tokens.css", 200),
    ],
)
def test_every_kind_of_answer_carries_the_headers_that_protect(visitor, settings, address, status):
    settings.WHITENOISE_USE_FINDERS = settings.WHITENOISE_AUTOREFRESH = True
    answer = visitor.get(address)
    policy = answer["Content-Security-Policy"]
    assert answer.status_code == status
    assert ("unsafe" in policy, "default-src 'self'" in policy, "object-src 'none'" in policy) == (
        False,
        True,
        True,
    )
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Request-ID"] != ""


def test_only_an_interview_may_use_camera_and_microphone(visitor):
    policy = visitor.get("/i/nobody/")["Permissions-Policy"]
    assert ("camera=(self)" in policy, "microphone=(self)" in policy, "geolocation=()" in policy) == (
        True,
        True,
        True,
    )
