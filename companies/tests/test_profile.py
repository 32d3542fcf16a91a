"""A company's profile, its two editors at once, its pictures, its public page, and the check of its identity."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from companies import rules
from companies.enums import Role, Verification
from companies.models import Company, Membership
from companies.services import profiles, staff
from companies.tests.factories import CompanyFactory, MembershipFactory
from interviewer.accounts.tests.factories import StaffFactory, UserFactory
from interviewer.errors import Conflict, Invalid, NotAllowed
from interviewer.journal.models import AuditEvent, OutgoingMail
from locations.tests.factories import CityFactory, StateFactory

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
URL = "/workspace/company/"


@pytest.fixture
def company() -> Company:
    return CompanyFactory(name="Lumen Labs", email="hello@lumen.example", tagline="Light for all")


@pytest.fixture
def alice(company) -> Membership:
    return MembershipFactory(company=company, user__email="alice@lumen.example")


@pytest.fixture
def client(alice) -> Client:
    browser = Client()
    browser.force_login(alice.user, backend=BACKEND)
    return browser


def filled(client: Client, **changes: object) -> dict[str, object]:
    """The form as a browser would send it back, with some fields typed anew."""
    context = client.get(URL).context
    form = context["form"]
    values = {}
    for name, field in form.fields.items():
        is_file = getattr(field.widget, "input_type", "") == "file"
        if not is_file and not name.startswith("remove_"):
            value = field.prepare_value(form[name].value())
            values[name] = "" if value is None else value
    return {**values, "seen": context["seen"], **changes}


def errors(answer) -> dict[str, list[str]]:
    return {name: list(texts) for name, texts in answer.context["form"].errors.items()}


# --- the form


def test_everything_that_is_typed_is_kept(client, company):
    pune = CityFactory(name="Pune", state=StateFactory(name="Maharashtra", code="MH"))
    typed = {
        "name": "Lumen Labs",
        "industry": "Lighting",
        "size_range": "11-50",
        "foundation_year": "1999",
        "city": "pune, mh",
        "address": "1 Light Road",
        "postal_code": "411001",
        "phone": "98765 43210",
        "website": "https://lumen.example/",
        "tags": "lamps, led",
        "about": "We make light.",
    }
    assert client.post(URL, filled(client, **typed)).status_code == 302
    company.refresh_from_db()
    assert (company.city, company.state, company.country) == (pune, pune.state, pune.state.country)
    assert (company.phone, company.phone_country_code) == ("+91 98765 43210", "+91")
    assert (company.tags, company.foundation_year, company.is_verified) == (["lamps", "led"], 1999, True)
    assert client.get(URL).context["form"]["city"].value() == "Pune, Maharashtra, India"
    assert 'value="Pune, Maharashtra, India"' in client.get(URL).content.decode()
    assert AuditEvent.objects.get(action="company.edited").data["fields"][:2] == ["about", "address"]
    client.post(URL, filled(client, city=""))
    company.refresh_from_db()
    assert (company.city, company.state, company.country) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({"city": "Atlantis"}, "city", "We don't know this place."),
        ({"city": "Pune\x00"}, "city", "Null characters are not allowed."),
        ({"foundation_year": "3000"}, "foundation_year", ""),
        ({"foundation_year": "2099"}, "foundation_year", "This year has not come yet."),
        ({"foundation_year": "1e9"}, "foundation_year", "Enter a whole number."),
        ({"phone": "98765 43210"}, "phone", "Please enter the number with its country code"),
        ({"website": "javascript:alert(1)"}, "website", "Enter a valid URL."),
        ({"size_range": "many"}, "size_range", "Select a valid choice."),
        ({"email": "nobody"}, "email", "Enter a valid email address."),
        ({"name": ""}, "name", "This field is required."),
        ({"tags": ",".join(str(n) for n in range(21))}, "tags", "At most 20 entries."),
        ({"tagline": "x" * 201}, "tagline", "at most 200 characters"),
    ],
)
def test_bad_input_is_told_beside_the_field_and_nothing_typed_is_lost(client, company, typed, field, message):
    answer = client.post(URL, filled(client, about="Typed for an hour", **typed))
    assert answer.status_code == 422
    assert list(errors(answer)) == [field]
    assert message in errors(answer)[field][0]
    assert answer.context["form"]["about"].value() == "Typed for an hour"
    assert answer.context["form"][field].value() == typed[field]
    company.refresh_from_db()
    assert (company.name, company.about) == ("Lumen Labs", "")


def test_a_new_name_takes_the_verification_back(client, company):
    client.post(URL, filled(client, name="Lumen & Sons"))
    company.refresh_from_db()
    assert (company.name, company.is_verified) == ("Lumen & Sons", False)


# --- two at once


def test_the_second_of_two_editors_sees_both_values_and_overwrites_on_purpose_only(client, company):
    other = MembershipFactory(company=company)
    second = Client()
    second.force_login(other.user, backend=BACKEND)
    drawn = filled(client, tagline="Mine", about="Also mine")
    second.post(URL, filled(second, tagline="Theirs"))
    answer = client.post(URL, drawn)
    assert answer.status_code == 422
    assert errors(answer)["tagline"] == ["Somebody saved this meanwhile: “Theirs”."]
    assert answer.context["form"]["tagline"].value() == "Mine"
    company.refresh_from_db()
    assert (company.tagline, company.about) == ("Theirs", "")
    again = client.post(URL, {**drawn, "seen": answer.context["seen"]})
    company.refresh_from_db()
    assert (again.status_code, company.tagline, company.about) == (302, "Mine", "Also mine")


def test_what_both_wrote_alike_and_other_fields_are_no_conflict(client, company):
    drawn = filled(client, tagline="Same", industry="Lighting")
    Company.objects.update(tagline="Same", about="Of somebody else")
    answer = client.post(URL, {**drawn, "about": "Of somebody else"})
    company.refresh_from_db()
    assert (answer.status_code, company.industry) == (302, "Lighting")


def test_a_mistake_beside_does_not_make_one_forget_what_others_saved(client, company):
    drawn = filled(client, tagline="Mine", email="nobody")
    Company.objects.update(tagline="Theirs")
    answer = client.post(URL, drawn)
    answer = client.post(URL, {**drawn, "email": "hello@lumen.example", "seen": answer.context["seen"]})
    assert errors(answer)["tagline"] == ["Somebody saved this meanwhile: “Theirs”."]


def test_a_field_that_is_not_changed_does_not_undo_what_staff_did(alice, company):
    stale = Company.objects.get(pk=company.pk)
    Company.objects.update(staff_notes="call them")
    profiles.edit(actor=alice.user, company=stale, changes={"tagline": "New"})
    company.refresh_from_db()
    assert (company.tagline, company.staff_notes) == ("New", "call them")


# --- pictures


@pytest.mark.parametrize(
    ("name", "page"), [("logo", "logo"), ("banner", "banner"), ("about_poster", "picture")]
)
def test_a_picture_is_kept_shown_replaced_and_removed(client, company, name, page):
    client.post(URL, filled(client, **{name: SimpleUploadedFile("a.png", PNG, "text/html")}))
    company.refresh_from_db()
    first = getattr(company, name)
    answer = Client().get(f"/companies/{company.uid}/{page}/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert answer["X-Content-Type-Options"] == "nosniff"
    client.post(URL, filled(client, tagline="Without a new picture"))
    company.refresh_from_db()
    assert getattr(company, name).name == first.name
    client.post(URL, filled(client, **{f"remove_{name}": "on"}))
    company.refresh_from_db()
    assert getattr(company, name).name == ""
    assert Client().get(f"/companies/{company.uid}/{page}/").status_code == 404


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "Please choose one of these"),
        (b"<!doctype html><script>alert(1)</script>", "Please choose one of these"),
        (b"", "The submitted file is empty."),
        (PNG + b"0" * (2 * 1024 * 1024), "The file may have 2 MB at most."),
    ],
)
def test_what_is_no_picture_or_too_large_is_refused(client, company, content, message):
    answer = client.post(URL, filled(client, banner=SimpleUploadedFile("b.png", content, "image/png")))
    assert (answer.status_code, message in errors(answer)["banner"][0]) == (422, True)
    company.refresh_from_db()
    assert company.banner.name == ""


def test_an_upload_that_is_far_too_large_is_refused_unread(client):
    answer = client.post(URL, {"name": "x"}, CONTENT_LENGTH=str(50 * 1024 * 1024))
    assert answer.status_code == 413


# --- the public page


def test_anybody_reads_what_the_company_says(company, django_assert_num_queries):
    company.city = CityFactory(name="Pune", state=StateFactory(name="Maharashtra"))
    company.about, company.website = "<b>We</b> make light.", "https://lumen.example/"
    company.save()
    with django_assert_num_queries(3):
        page = Client().get(f"/companies/{company.uid}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "&lt;b&gt;We&lt;/b&gt; make light." in text
    assert "Pune, Maharashtra, India" in text
    assert '<meta property="og:title" content="Lumen Labs">' in text
    assert "Verified" in text
    assert "hello@lumen.example" not in text


def test_a_rating_shows_from_five_ratings_on(company):
    url = f"/companies/{company.uid}/"
    Company.objects.update(rating="4.25", ratings_count=4)
    assert " of 5 from " not in Client().get(url).content.decode()
    Company.objects.update(ratings_count=5)
    assert "4.3 of 5 from 5 ratings" in Client().get(url).content.decode()


@pytest.mark.parametrize("field", ["suspended_at", "deleted_at"])
def test_stopped_and_deleted_companies_have_no_page_and_no_pictures(company, field):
    company.logo.save("logo.png", ContentFile(PNG))
    Company.objects.update(**{field: timezone.now()})
    answers = [Client().get(f"/companies/{company.uid}/{page}") for page in ("", "logo/")]
    assert [answer.status_code for answer in answers] == [404, 404]


# --- identity


def sent(company: Company, alice: Membership) -> Company:
    file = SimpleUploadedFile("d.png", PNG)
    Company.objects.update(verified_at=None)
    return profiles.send_document(actor=alice.user, company=company, file=file, document_type="registration")


def state(company: Company) -> Verification:
    return Company.objects.get(pk=company.pk).verification


def subjects() -> list[str]:
    return list(OutgoingMail.objects.order_by("id").values_list("subject", flat=True))


def test_a_document_waits_is_refused_with_a_reason_sent_anew_and_accepted(client, company, alice):
    Company.objects.update(verified_at=None)
    assert state(company) == Verification.NONE
    sent(company, alice)
    assert state(company) == Verification.WAITING
    helper = StaffFactory()
    staff.refuse(actor=helper, company=company, reason=" The scan  cannot be read ")
    assert state(company) == Verification.REFUSED
    assert "was refused: The scan cannot be read. You can work" in client.get(URL).content.decode()
    assert "The scan cannot be read" in OutgoingMail.objects.latest("id").text
    sent(company, alice)
    assert (state(company), Company.objects.get().refusal_reason) == (Verification.WAITING, "")
    staff.verify(actor=helper, company=company)
    assert state(company) == Verification.VERIFIED
    assert subjects() == [
        "The identity document of Lumen Labs was refused",
        "Lumen Labs is verified",
    ]
    actions = AuditEvent.objects.filter(actor=helper).order_by("id").values_list("action", flat=True)
    assert list(actions) == ["company.refused", "company.verified"]


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 501])
def test_a_refusal_needs_a_reason(company, alice, reason):
    sent(company, alice)
    with pytest.raises(Invalid):
        staff.refuse(actor=StaffFactory(), company=company, reason=reason)
    assert state(company) == Verification.WAITING


def test_without_a_document_there_is_nothing_to_refuse(company):
    with pytest.raises(Conflict):
        staff.refuse(actor=StaffFactory(), company=company, reason="None")


def test_staff_refuse_in_the_admin(company, alice):
    sent(company, alice)
    browser = Client()
    browser.force_login(StaffFactory(), backend=BACKEND)
    url = "/admin/companies/company/"
    chosen = {"_selected_action": [company.pk], "action": "refuse", "reason": "Blurred"}
    without = browser.post(url, {**chosen, "reason": ""}, follow=True).content.decode()
    assert ("Give a reason" in without, state(company)) == (True, Verification.WAITING)
    browser.post(url, chosen)
    assert Company.objects.get().refusal_reason == "Blurred"


def test_suspending_is_told_to_the_owners_once(company, alice):
    MembershipFactory(company=company, role=Role.RECRUITER, user=UserFactory())
    for suspended in (True, True, False):
        staff.set_suspended(actor=StaffFactory(), company=company, suspended=suspended)
    mails = OutgoingMail.objects.order_by("id").values_list("to", "subject")
    assert list(mails) == [
        ("alice@lumen.example", "Lumen Labs was stopped"),
        ("alice@lumen.example", "Lumen Labs may go on"),
    ]


def test_a_stopped_company_is_told_and_changes_nothing(client, company, alice):
    drawn = filled(client, tagline="New")
    Company.objects.update(suspended_at=timezone.now())
    for page in ("/workspace/", URL):
        assert "everything can be read, nothing changed" in client.get(page).content.decode()
    assert client.post(URL, drawn).status_code == 403
    document = {"identity_document": SimpleUploadedFile("d.png", PNG), "identity_document_type": "tax"}
    assert client.post(f"{URL}document/", document).status_code == 403
    with pytest.raises(NotAllowed):
        profiles.edit(actor=alice.user, company=company, changes={"tagline": "New"})
    assert rules.why_not_edit(Membership.objects.get(pk=alice.pk)) != ""
    company.refresh_from_db()
    assert company.tagline == "Light for all"


def test_an_unverified_company_is_told_what_that_means(client):
    Company.objects.update(verified_at=None)
    assert "The company is not verified. You can work as before" in client.get("/workspace/").content.decode()
