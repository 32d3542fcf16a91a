"""Scripts of other sites get nothing unless the settings name them, and cookies never."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
SITE = "https://careers.example"
PREFLIGHT = {"origin": SITE, "access-control-request-method": "POST"}


def marks(answer):
    return {name: value for name, value in answer.items() if name.startswith("Access-Control")}


def test_nobody_is_allowed_by_default():
    assert marks(Client().get("/api/v1/auth/me/", headers={"origin": SITE})) == {}
    refused = Client().options("/api/v1/auth/me/", headers=PREFLIGHT)
    assert (refused.status_code, marks(refused)) == (405, {})


def test_a_site_that_is_named_may_send_tokens_and_no_cookies(settings):
    settings.API_CORS_ORIGINS = [SITE]
    asked = Client().options("/api/v1/auth/me/", headers=PREFLIGHT)
    assert (asked.status_code, asked["Access-Control-Allow-Origin"]) == (204, SITE)
    assert "Authorization" in asked["Access-Control-Allow-Headers"]
    answer = Client().get("/api/v1/auth/me/", headers={"origin": SITE})
    assert (answer.status_code, answer["Access-Control-Allow-Origin"], "Origin" in answer["Vary"]) == (
        401,
        SITE,
        True,
    )
    assert "Access-Control-Allow-Credentials" not in {**marks(asked), **marks(answer)}
    assert marks(Client().get("/", headers={"origin": SITE})) == {}
    assert marks(Client().get("/api/v1/auth/me/", headers={"origin": f"{SITE}.evil.example"})) == {}
