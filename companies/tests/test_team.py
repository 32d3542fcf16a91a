"""The team: invitations by e-mail, roles, leaving, handing over, and that a company always has an owner."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from companies.access import SESSION_KEY
from companies.enums import Role
from companies.models import Company, Membership, TeamInvitation
from companies.services import team, team_invitations
from companies.tests.factories import CompanyFactory, MembershipFactory
from interviewer.accounts.models import User
from interviewer.accounts.tests.factories import PASSWORD, UserFactory
from interviewer.errors import Conflict, Gone, NotAllowed, NotFound, TooMany
from interviewer.journal.models import AuditEvent, OutgoingMail

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def lumen() -> Company:
    return CompanyFactory(name="Lumen Labs")


@pytest.fixture
def alice(lumen) -> Membership:
    return MembershipFactory(company=lumen, user__name="Alice", user__email="alice@lumen.example")


@pytest.fixture
def bob(lumen) -> Membership:
    return MembershipFactory(
        company=lumen, role=Role.RECRUITER, user__name="Bob", user__email="bob@lumen.example"
    )


def browser(member: Membership | User) -> Client:
    client = Client()
    client.force_login(getattr(member, "user", member), backend=BACKEND)
    return client


def mails(address: str) -> list[str]:
    return list(OutgoingMail.objects.filter(to=address).order_by("id").values_list("subject", flat=True))


def link_to(address: str) -> str:
    text = OutgoingMail.objects.filter(to=address, kind="team_invitation").latest("id").text
    return re.search(r"/team/join/[^/]+/", text)[0]


def token_of(address: str) -> str:
    return link_to(address).split("/")[-2]


def roles(company: Company) -> dict[str, str]:
    rows = company.memberships.filter(removed_at=None)
    return dict(rows.values_list("user__email", "role"))


def journal() -> list[str]:
    return list(
        AuditEvent.objects.filter(action__startswith="team.").order_by("id").values_list("action", flat=True)
    )


# --- inviting


def test_an_owner_invites_and_a_new_person_joins(alice):
    answer = browser(alice).post(
        "/workspace/team/invite/", {"email": " Cara@New.example", "role": "reviewer"}
    )
    assert (answer.status_code, answer.url) == (302, "/workspace/team/")
    assert mails("cara@new.example") == ["Alice invites you to the team of Lumen Labs"]
    cara = Client()
    link = link_to("cara@new.example")
    answer = cara.post(link, {"name": "Cara", "password": "a long sentence of hers"})
    assert answer.url == "/account/confirm-email/"
    code = re.search(r"(?<!\d)\d{6}(?!\d)", OutgoingMail.objects.latest("id").text)[0]
    assert cara.post("/account/confirm-email/", {"code": code}).url == link
    assert "Accept the invitation" in cara.get(link).content.decode()
    assert cara.post(link).url == "/workspace/"
    assert roles(alice.company) == {"alice@lumen.example": "owner", "cara@new.example": "reviewer"}
    assert cara.get("/workspace/").status_code == 200
    assert mails("alice@lumen.example") == ["Cara joined Lumen Labs"]
    assert journal() == ["team.invited", "team.joined"]


def test_somebody_with_an_account_signs_in_and_accepts(alice):
    dan = UserFactory(email="dan@elsewhere.example")
    team_invitations.invite(actor=alice, email=dan.email, role=Role.RECRUITER)
    client, link = Client(), link_to(dan.email)
    login = re.search(r'href="(/account/login/[^"]+)"', client.get(link).content.decode())[1]
    answer = client.post(login, {"login": dan.email, "password": PASSWORD})
    assert answer.url == link
    assert client.post(link).url == "/workspace/"
    assert roles(alice.company)[dan.email] == "recruiter"


def test_known_and_unknown_addresses_get_the_same_answers(alice):
    shown = []
    for address in ("known@x.example", "fresh@x.example"):
        if address.startswith("known"):
            UserFactory(email=address)
        team_invitations.invite(actor=alice, email=address, role=Role.RECRUITER)
        client = Client()
        pages = [
            client.get(link_to(address)),
            client.post(link_to(address), {"name": "N", "password": "a long sentence of mine"}),
        ]
        pages.append(client.get(pages[1].url))
        texts = [page.content.decode().replace(address, "address") for page in pages]
        secret = r'(csrfmiddlewaretoken" value=|nonce=|<code>|/team/join/|next=)[^>]*'
        shown.append(
            [(page.status_code, re.sub(secret, "", t)) for page, t in zip(pages, texts, strict=True)]
        )
    assert shown[0] == shown[1]
    assert User.objects.filter(email__endswith="@x.example").count() == 2
    assert mails("known@x.example")[-1] == "You already have an account"


def test_only_the_invited_address_may_accept(alice):
    team_invitations.invite(actor=alice, email="cara@new.example", role=Role.OWNER)
    mallory = UserFactory(email="mallory@elsewhere.example")
    client = browser(mallory)
    page = client.get(link_to("cara@new.example"))
    assert "Accept the invitation" not in page.content.decode()
    assert client.post(link_to("cara@new.example")).status_code == 403
    assert roles(alice.company) == {"alice@lumen.example": "owner"}


def test_an_address_that_is_not_proven_may_not_accept(alice):
    team_invitations.invite(actor=alice, email="cara@new.example", role=Role.OWNER)
    cara = UserFactory(email="cara@new.example", verified=False)
    with pytest.raises(NotAllowed):
        team_invitations.accept(user=cara, token=token_of("cara@new.example"))


@pytest.mark.parametrize("change", ["expires_at", "revoked_at", "accepted_at"])
def test_a_link_that_is_over_says_so(alice, client, change):
    row = team_invitations.invite(actor=alice, email="cara@new.example", role=Role.REVIEWER)
    TeamInvitation.objects.filter(pk=row.pk).update(**{change: timezone.now() - timedelta(seconds=1)})
    answer = client.get(link_to("cara@new.example"))
    assert (answer.status_code, "This invitation" in answer.content.decode()) == (410, True)


def test_the_link_works_for_seven_days(alice, time_machine):
    row = team_invitations.invite(actor=alice, email="cara@new.example", role=Role.REVIEWER)
    assert row.expires_at - row.sent_at == timedelta(days=7)
    time_machine.move_to(row.expires_at + timedelta(seconds=1))
    with pytest.raises(Gone):
        team_invitations.by_token(token_of("cara@new.example"))


def test_the_token_is_kept_as_a_hash_only(alice):
    row = team_invitations.invite(actor=alice, email="cara@new.example", role=Role.REVIEWER)
    token = token_of("cara@new.example")
    assert token not in str([getattr(row, field.attname) for field in row._meta.fields])


def test_sending_again_ends_the_earlier_link(alice, time_machine):
    row = team_invitations.invite(actor=alice, email="cara@new.example", role=Role.REVIEWER)
    earlier = token_of(row.email)
    with pytest.raises(TooMany):
        team_invitations.resend(actor=alice, invitation=row)
    time_machine.move_to(timezone.now() + timedelta(days=8))  # an expired one too
    team_invitations.resend(actor=alice, invitation=row)
    with pytest.raises(NotFound):
        team_invitations.by_token(earlier)
    assert team_invitations.by_token(token_of(row.email)).times_sent == 2


def test_a_withdrawn_invitation_ends_and_may_be_made_anew(alice):
    row = team_invitations.invite(actor=alice, email="cara@new.example", role=Role.REVIEWER)
    answer = browser(alice).post(f"/workspace/team/invitations/{row.uid}/", {"action": "revoke"})
    assert answer.status_code == 302
    with pytest.raises(Gone):
        team_invitations.by_token(token_of(row.email))
    with pytest.raises(Gone):
        team_invitations.resend(actor=alice, invitation=row)
    assert team_invitations.invite(actor=alice, email=row.email, role=Role.REVIEWER).pk != row.pk


@pytest.mark.parametrize(
    ("form", "field", "message"),
    [
        ({"email": "no address", "role": "owner"}, "email", "Enter a valid email address."),
        ({"email": "x" * 250 + "@x.example", "role": "owner"}, "email", "at most 254 characters"),
        ({"email": "nul\x00@x.example", "role": "owner"}, "email", "Null characters are not allowed."),
        ({"email": "c@x.example", "role": "king"}, "role", "king is not one of the available choices."),
        ({"email": "BOB@lumen.example", "role": "owner"}, "email", "This person is a member already."),
        (
            {"email": "asked@x.example", "role": "owner"},
            "email",
            "This address was invited already: send that invitation again.",
        ),
    ],
)
def test_bad_invitations_are_told_beside_the_field_and_stay_typed(alice, bob, form, field, message):
    team_invitations.invite(actor=alice, email="asked@x.example", role=Role.REVIEWER)
    answer = browser(alice).post("/workspace/team/invite/", form)
    assert answer.status_code == 422
    assert any(message in text for text in answer.context["form"].errors[field])
    assert answer.context["form"]["email"].value() == form["email"]
    assert TeamInvitation.objects.count() == 1


def test_who_left_comes_back_in_the_new_role(alice, bob):
    team.remove(actor=alice, member=bob)
    team_invitations.invite(actor=alice, email=bob.user.email, role=Role.REVIEWER)
    team_invitations.accept(user=bob.user, token=token_of(bob.user.email))
    assert roles(alice.company)["bob@lumen.example"] == "reviewer"


def test_nobody_joins_a_stopped_company(alice):
    team_invitations.invite(actor=alice, email="cara@new.example", role=Role.REVIEWER)
    Company.objects.update(suspended_at=timezone.now())
    with pytest.raises(NotAllowed):
        team_invitations.accept(
            user=UserFactory(email="cara@new.example"), token=token_of("cara@new.example")
        )


# --- roles


def test_a_role_is_changed_and_the_person_told(alice, bob):
    browser(alice).post(f"/workspace/team/{bob.uid}/", {"action": "role", "role": "reviewer"})
    assert roles(alice.company)["bob@lumen.example"] == "reviewer"
    assert mails("bob@lumen.example") == ["Your role in Lumen Labs is now: reviewer"]
    assert journal() == ["team.role_changed"]


def test_somebody_taken_out_is_out_at_once(alice, bob):
    client = browser(bob)
    assert client.get("/workspace/").status_code == 200
    browser(alice).post(f"/workspace/team/{bob.uid}/", {"action": "remove"})
    assert client.get("/workspace/").url == "/register/"
    assert mails("bob@lumen.example") == ["You no longer belong to Lumen Labs"]


def test_the_ownership_is_handed_over(alice, bob):
    browser(alice).post(f"/workspace/team/{bob.uid}/", {"action": "transfer"})
    assert roles(alice.company) == {"alice@lumen.example": "recruiter", "bob@lumen.example": "owner"}
    assert mails("alice@lumen.example") == mails("bob@lumen.example") == ["Lumen Labs has a new owner"]


def test_somebody_leaves_and_the_owners_are_told(alice, bob):
    client = browser(bob)
    assert client.post("/workspace/team/leave/").status_code == 422
    assert client.post("/workspace/team/leave/", {"sure": "yes"}).url == "/"
    assert roles(alice.company) == {"alice@lumen.example": "owner"}
    assert mails("alice@lumen.example") == ["Bob left Lumen Labs"]


def test_the_last_owner_stays(alice, bob):
    with pytest.raises(Conflict):
        team.leave(actor=alice)
    with pytest.raises(Conflict):
        team.remove(actor=alice, member=alice)
    with pytest.raises(Conflict):
        team.change_role(actor=alice, member=alice, role=Role.REVIEWER)
    answer = browser(alice).post("/workspace/team/leave/", {"sure": "yes"})
    assert answer.status_code == 409
    assert "make somebody else owner first" in answer.content.decode()
    assert roles(alice.company)["alice@lumen.example"] == "owner"


def test_one_of_two_owners_may_leave(alice, bob):
    team.change_role(actor=alice, member=bob, role=Role.OWNER)
    team.leave(actor=alice)
    assert roles(alice.company) == {"bob@lumen.example": "owner"}


def test_an_owner_who_was_demoted_meanwhile_may_do_nothing(alice, bob):
    team.transfer(actor=alice, member=bob)
    for change in (
        lambda: team.change_role(actor=alice, member=bob, role=Role.REVIEWER),
        lambda: team.remove(actor=alice, member=bob),
        lambda: team_invitations.invite(actor=alice, email="x@x.example", role=Role.OWNER),
    ):
        with pytest.raises(NotAllowed):
            change()
    assert roles(alice.company)["bob@lumen.example"] == "owner"


def test_others_are_told_whom_to_ask(alice, bob):
    for path in ("team/invite/", f"team/{alice.uid}/"):
        answer = browser(bob).post(f"/workspace/{path}", {"action": "remove"})
        assert (answer.status_code, "alice@lumen.example" in answer.content.decode()) == (403, True)


def test_a_stopped_company_is_read_only_for_its_owner_who_may_still_leave(alice, bob):
    team.change_role(actor=alice, member=bob, role=Role.OWNER)
    Company.objects.update(suspended_at=timezone.now())
    client = browser(alice)
    page = client.get("/workspace/team/").content.decode()
    assert ("Invite somebody" in page, "everything can be read, nothing changed" in page) == (False, True)
    answers = [
        client.post("/workspace/team/invite/", {"email": "x@x.example", "role": "owner"}),
        client.post(f"/workspace/team/{bob.uid}/", {"action": "remove"}),
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert client.post("/workspace/team/leave/", {"sure": "yes"}).status_code == 302


@pytest.mark.parametrize("data", [{}, {"action": "role"}, {"action": "role", "role": "king"}])
def test_a_role_that_is_none_is_told(alice, bob, data):
    answer = browser(alice).post(f"/workspace/team/{bob.uid}/", data)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["role"])


# --- lists and companies


@pytest.mark.parametrize("count", [1, 3])
def test_the_team_is_listed_with_a_constant_number_of_queries(alice, count, django_assert_num_queries):
    for number in range(count - 1):
        MembershipFactory(company=alice.company, role=Role.REVIEWER)
        team_invitations.invite(actor=alice, email=f"{number}@x.example", role=Role.REVIEWER)
    client = browser(alice)
    with django_assert_num_queries(6):
        page = client.get("/workspace/team/")
    assert len(page.context["page"]) == count


def test_somebody_in_two_companies_switches_between_them(alice):
    other = MembershipFactory(user=alice.user, company=CompanyFactory(name="Zephyr"))
    client = browser(alice)
    assert "Switch to Zephyr" in client.get("/workspace/").content.decode()
    answer = client.post("/workspace/company/switch/", {"company": str(other.company.uid)})
    assert (answer.status_code, client.session[SESSION_KEY]) == (302, str(other.company.uid))
    assert "Switch to Lumen Labs" in client.get("/workspace/").content.decode()


@pytest.mark.parametrize("wanted", ["", "nonsense", "\x00", "another"])
def test_nobody_switches_into_a_company_of_others(alice, wanted):
    others = MembershipFactory().company
    client = browser(alice)
    answer = client.post(
        "/workspace/company/switch/", {"company": str(others.uid) if wanted == "another" else wanted}
    )
    assert (answer.status_code, SESSION_KEY in client.session) == (422, False)
