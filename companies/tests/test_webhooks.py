"""Companies' servers are told what happens: signed, tried again, given up, sent again, and never inwards."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_q.models import OrmQ, Schedule
from standardwebhooks import Webhook, WebhookVerificationError

from companies.enums import Role
from companies.models import CompanyEvent, WebhookDelivery, WebhookEndpoint
from companies.services import deliveries, webhooks
from companies.tests.api_client import program_of
from companies.tests.factories import (
    MembershipFactory,
    WebhookDeliveryFactory,
)
from interviewer.errors import Invalid
from interviewer.integrations import webhooks as wire

pytestmark = pytest.mark.django_db


class Receiver(HTTPServer):
    """Takes what is sent, and answers what it is told to."""

    answer = 204

    def __init__(self) -> None:
        self.got: list[tuple[dict[str, str], bytes]] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hooks?from=us"


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        self.server.got.append((dict(self.headers), self.rfile.read(size)))
        self.send_response(self.server.answer)
        if self.server.answer == 302:
            self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()

    def log_message(self, *given: object) -> None:
        """Nothing."""


@pytest.fixture
def receiver(settings) -> Iterator[Receiver]:
    settings.WEBHOOK_PRIVATE_TARGETS = True
    server = Receiver()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def alice():
    return MembershipFactory(role=Role.OWNER)


@pytest.fixture
def endpoint(alice, receiver):
    return webhooks.add(actor=alice, url=receiver.url)


def event(company):
    return webhooks.emit(company_id=company.pk, kind="interview.scored", data={"interview": "x"})


def test_what_is_sent_is_verified_by_the_standards_own_library(alice, endpoint, receiver, run_tasks):
    sent = event(alice.company)
    run_tasks()
    ((headers, body),) = receiver.got
    lower = {name.lower(): value for name, value in headers.items()}
    told = Webhook(endpoint.secret).verify(body, lower)
    assert (told["type"], told["data"], lower["webhook-id"]) == (
        "interview.scored",
        {"interview": "x"},
        str(sent.uid),
    )
    with pytest.raises(WebhookVerificationError):
        Webhook(endpoint.secret).verify(body.replace(b"scored", b"forged"), lower)
    with pytest.raises(WebhookVerificationError):
        Webhook(webhooks._new_secret()).verify(body, lower)
    row = WebhookDelivery.objects.get()
    assert (row.status, row.attempts, row.answered, row.delivered_at is not None) == (
        "delivered",
        1,
        204,
        True,
    )


def test_after_a_rotation_both_secrets_are_good_for_a_day(alice, endpoint, receiver, run_tasks):
    old = endpoint.secret
    new = webhooks.rotate(actor=alice, endpoint=endpoint).secret
    event(alice.company)
    run_tasks()
    headers = {name.lower(): value for name, value in receiver.got[0][0].items()}
    for secret in (old, new):
        Webhook(secret).verify(receiver.got[0][1], headers)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert WebhookEndpoint.objects.get().secrets == [new]


def test_a_receiver_that_is_down_is_asked_for_three_days_and_then_given_up(
    alice, endpoint, receiver, run_tasks
):
    receiver.answer = 500
    event(alice.company)
    began = timezone.now()
    moment = began
    run_tasks()
    for _attempt in range(len(deliveries.PAUSES)):
        row = WebhookDelivery.objects.get()
        assert (row.status, row.answered) == ("waiting", 500)
        moment = row.next_at
        with time_machine.travel(moment, tick=False):
            Schedule.objects.all().delete()
            deliveries.run(delivery_id=row.pk)
    row = WebhookDelivery.objects.get()
    assert (row.status, row.attempts, len(receiver.got)) == ("dead", 10, 10)
    assert timedelta(hours=71) < moment - began < timedelta(hours=72)
    bodies = {body for _headers, body in receiver.got}
    assert (len(bodies), {headers["webhook-id"] for headers, _body in receiver.got}) == (
        1,
        {str(row.event.uid)},
    )


def test_what_was_given_up_is_sent_again_under_the_same_id(alice, endpoint, receiver, run_tasks):
    row = WebhookDeliveryFactory(endpoint=endpoint, status="dead")
    webhooks.replay(actor=alice, uid=row.uid)
    run_tasks()
    assert [headers["webhook-id"] for headers, _body in receiver.got] == [str(row.event.uid)]
    assert WebhookDelivery.objects.count() == 2


def test_a_receiver_that_says_gone_is_switched_off_and_redirects_are_not_followed(
    alice, endpoint, receiver, run_tasks
):
    receiver.answer = 302
    event(alice.company)
    run_tasks()
    assert (WebhookDelivery.objects.get().status, len(receiver.got)) == ("waiting", 1)
    receiver.answer = 410
    event(alice.company)
    run_tasks()
    assert WebhookEndpoint.objects.get().disabled_at is not None
    event(alice.company)
    assert (OrmQ.objects.count(), CompanyEvent.objects.count()) == (0, 3)


def test_only_the_chosen_events_of_the_own_company_are_sent(alice, receiver, run_tasks):
    webhooks.add(actor=alice, url=receiver.url, events=["job.closed"])
    event(alice.company)
    event(MembershipFactory().company)
    assert WebhookDelivery.objects.count() == 0
    webhooks.emit(company_id=alice.company.pk, kind="job.closed", data={})
    run_tasks()
    assert len(receiver.got) == 1


INWARDS = [
    "http://example.com/", "https://127.0.0.1/", "https://localhost/", "https://10.0.0.5/", "https://[::1]/",
    "https://169.254.169.254/latest/", "https://[::ffff:10.0.0.1]/", "https://192.168.1.1:8443/", "https://router/",
    "https://db.internal/", "https://0.0.0.0/", "https://user:pass@example.com/", "https://example.com:25/",
    "https://example.com:99999/", "ftp://example.com/", "https://", "https://ex\u00e4mple.com/", "https://[fe80::1%25eth0]/",
]  # fmt: skip


@pytest.mark.parametrize("url", INWARDS)
def test_an_address_inside_is_refused_when_it_is_entered(alice, url):
    with pytest.raises(Invalid) as refused:
        webhooks.add(actor=alice, url=url)
    assert list(refused.value.fields) == ["url"]


@pytest.mark.parametrize(
    "address", ["10.1.2.3", "127.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fd00::1"]
)
def test_a_name_that_leads_inside_is_refused_when_it_is_resolved(monkeypatch, address):
    asked = []

    def names(*given, **_more):
        asked.append(given)
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 443))
        return [public, (family, socket.SOCK_STREAM, 6, "", (address, 443))]

    def connect(*_given, **_more):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(socket, "create_connection", connect)
    answer = wire.send(url="https://rebind.example/", secrets=["whsec_c2VjcmV0"], message_id="x", body=b"{}")
    assert (answer.status, answer.error) == (None, "The name leads to an address that is not public.")
    assert len(asked) == 1


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch):
    replies = iter(["93.184.216.34", "127.0.0.1"])
    names = lambda *given, **more: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(replies), 443))]  # noqa: E731
    tried = []

    def connect(address, *_given, **_more):
        tried.append(address)
        raise OSError("no network here")

    monkeypatch.setattr(socket, "getaddrinfo", names)
    monkeypatch.setattr(socket, "create_connection", connect)
    answer = wire.send(url="https://rebind.example/", secrets=[], message_id="x", body=b"{}")
    assert (tried, answer.error) == ([("93.184.216.34", 443)], "OSError: no network here")


def test_the_api_of_webhooks(alice, receiver, run_tasks):
    owner = program_of(alice.user)
    made = owner.post("/webhooks/", {"url": receiver.url, "events": ["interview.scored"]})
    assert (made.status_code, made.json()["secret"][:6]) == (201, "whsec_")
    assert "secret" not in owner.get(made["Location"]).json()
    assert owner.post("/webhooks/", {"url": "ftp://x.example/"}).json()["errors"][0]["pointer"] == "/url"
    tested = owner.post(f"{made['Location']}test/")
    run_tasks()
    assert (tested.status_code, owner.get(tested["Location"]).json()["status"]) == (202, "delivered")
    again = owner.post(f"{tested['Location']}replay/")
    assert again.status_code == 202
    assert owner.post(f"{again['Location']}replay/").status_code == 409
    page = owner.get("/webhook-deliveries/?page_size=1").json()
    assert (len(page["results"]), owner.get(page["next"]).json()["results"][0]["uid"]) == (
        1,
        tested.json()["uid"],
    )
    assert owner.get("/webhook-deliveries/?cursor=forged").json()["errors"][0]["parameter"] == "cursor"
    assert [one["type"] for one in owner.get("/events/").json()["results"]] == ["test.sent"]
    off = owner.put(made["Location"], {"url": receiver.url, "is_on": False})
    assert (off.json()["is_on"], owner.delete(made["Location"]).status_code) == (False, 204)


@pytest.fixture
def browser(alice):
    client = Client()
    client.force_login(alice.user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_an_owner_adds_tests_and_removes_a_webhook_on_the_page(browser, receiver, run_tasks):
    page = browser.post("/workspace/webhooks/", {"url": receiver.url}, follow=True)
    row = WebhookEndpoint.objects.get()
    assert row.secret in page.content.decode()
    assert row.secret not in browser.get("/workspace/webhooks/").content.decode()
    act = f"/workspace/webhooks/{row.uid}/act/"
    browser.post(act, {"do": "test"})
    run_tasks()
    delivery = WebhookDelivery.objects.get()
    browser.post(f"/workspace/webhooks/deliveries/{delivery.uid}/replay/")
    assert WebhookDelivery.objects.count() == 2
    rotated = browser.post(act, {"do": "rotate"}, follow=True)
    assert WebhookEndpoint.objects.get().secret in rotated.content.decode()
    for do, is_off in (("off", True), ("on", False)):
        browser.post(act, {"do": do})
        assert (WebhookEndpoint.objects.get().disabled_at is not None) == is_off
    browser.post(act, {"do": "remove"})
    assert WebhookEndpoint.objects.count() == 0
    assert browser.post("/workspace/webhooks/", {"url": "ftp://x"}).status_code == 422


def test_an_owner_makes_and_revokes_a_key_on_the_page(browser, alice):
    page = browser.post(
        "/workspace/api-keys/", {"name": "Report", "scopes": ["jobs:read"], "days": ""}, follow=True
    )
    key = alice.company.api_keys.get()
    shown = page.context["new_key"]
    assert (shown.startswith(key.prefix), shown in page.content.decode()) == (True, True)
    assert shown not in browser.get("/workspace/api-keys/").content.decode()
    browser.post(f"/workspace/api-keys/{key.uid}/revoke/")
    assert alice.company.api_keys.get().revoked_at is not None
    wrong = browser.post("/workspace/api-keys/", {"name": "Report"})
    assert (wrong.status_code, "scopes" in wrong.context["form"].errors) == (422, True)


def test_events_are_json_that_programs_can_read(alice, endpoint, receiver, run_tasks):
    event(alice.company)
    run_tasks()
    assert sorted(json.loads(receiver.got[0][1])) == ["data", "timestamp", "type"]
