"""Certificates and badges: issued once, checked by anybody, signed so that others can check, and revocable."""

from __future__ import annotations

import hashlib
import io

import jwt
import pytest

from edudiagno import badges
from edudiagno.models import EduDiagnoCertificate
from edudiagno.services import certificates
from edudiagno.tests.takers import Taker, taker
from interviewer.accounts.tests.factories import StaffFactory
from interviewer.errors import Conflict, Invalid
from seekers.tests.factories import JobSeekerFactory

pytestmark = pytest.mark.django_db


def passed(run_tasks, label: str = "A") -> Taker:
    someone = taker(seeker=JobSeekerFactory(first_name="Asha", last_name="Rao"), mcq=1, title="Python basics")
    someone.chooses(label)
    someone.post("hand-in/")
    run_tasks()
    return someone


def test_who_passes_gets_a_certificate_and_who_does_not_gets_none(run_tasks):
    someone = passed(run_tasks)
    passed(run_tasks, "B")
    row = EduDiagnoCertificate.objects.get()
    assert (row.attempt, row.holder, row.revoked_at) == (someone.attempt, "Asha Rao", None)


def test_the_certificate_is_a_pdf_with_name_test_and_address(run_tasks):
    from pypdf import PdfReader

    someone = passed(run_tasks)
    answer = someone.get("certificate.pdf")
    text = PdfReader(io.BytesIO(b"".join(answer.streaming_content))).pages[0].extract_text()
    code = EduDiagnoCertificate.objects.get().code
    assert [part in text for part in ("Asha Rao", "Python basics", f"/verify/{code}/")] == [True] * 3


def test_anybody_can_check_a_certificate_and_sees_no_score(client, run_tasks):
    passed(run_tasks)
    code = EduDiagnoCertificate.objects.get().code
    page = client.get(f"/verify/{code}/").content.decode()
    assert [part in page for part in ("genuine", "Asha Rao", "Python basics", "100")] == [
        True,
        True,
        True,
        False,
    ]
    assert client.get("/verify/AAAAAAAAAAAAAAAA/").status_code == 404


def test_a_library_that_is_not_ours_accepts_the_badge(client, run_tasks):
    someone = passed(run_tasks)
    row = EduDiagnoCertificate.objects.get()
    token = client.get(f"/verify/{row.code}/badge.jwt").content.decode()
    header = jwt.get_unverified_header(token)
    public = client.get(header["kid"].partition("//")[2].partition("/")[2].join(["/", ""])).json()
    claims = jwt.decode(
        token, jwt.PyJWK(public), algorithms=["EdDSA"], issuer="http://localhost:8000/badges/issuer.json"
    )
    assert claims["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert claims["@context"][0] == "https://www.w3.org/ns/credentials/v2"
    assert claims["jti"] == claims["id"] == f"http://localhost:8000/verify/{row.code}/badge.jwt"
    assert claims["credentialSubject"]["achievement"]["name"] == "Python basics"
    (identity,) = claims["credentialSubject"]["identifier"]
    hashed = hashlib.sha256((someone.seeker.user.email.lower() + identity["salt"]).encode()).hexdigest()
    assert identity["identityHash"] == f"sha256${hashed}"
    assert someone.seeker.user.email not in str(claims)


def test_a_badge_that_was_changed_or_signed_by_another_is_refused(run_tasks):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    passed(run_tasks)
    token = EduDiagnoCertificate.objects.get().credential
    head, body, seal = token.split(".")
    public = jwt.PyJWK(badges.public_jwk())
    with pytest.raises(jwt.InvalidTokenError):
        jwt.decode(f"{head}.{body[:-2]}AA.{seal}", public, algorithms=["EdDSA"])
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(token, Ed25519PrivateKey.generate().public_key(), algorithms=["EdDSA"])


def test_the_key_is_made_once_and_only_we_can_read_it(settings, tmp_path):
    settings.DATA_DIR, settings.BADGE_SIGNING_KEY = tmp_path, ""
    first, second = badges.public_jwk(), badges.public_jwk()
    assert first == second
    assert (tmp_path / badges.KEY_FILE).stat().st_mode & 0o777 == 0o600
    settings.BADGE_SIGNING_KEY = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="  # RFC 8037, appendix A.1
    assert badges.public_jwk()["x"] == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"


def test_a_revoked_certificate_says_so_and_is_on_the_list(client, run_tasks):
    passed(run_tasks)
    row = EduDiagnoCertificate.objects.get()
    assert client.get("/badges/revoked.json").json()["revokedCredentials"] == []
    with pytest.raises(Invalid):
        certificates.revoke(actor=StaffFactory(), certificate=row, reason=" ")
    certificates.revoke(actor=StaffFactory(), certificate=row, reason="Taken by somebody else.")
    with pytest.raises(Conflict):
        certificates.revoke(actor=StaffFactory(), certificate=row, reason="Again.")
    page = client.get(f"/verify/{row.code}/").content.decode()
    assert ("was revoked" in page, "Taken by somebody else." in page, "genuine" in page) == (
        True,
        True,
        False,
    )
    listed = client.get("/badges/revoked.json").json()
    claims = jwt.decode(row.credential, jwt.PyJWK(badges.public_jwk()), algorithms=["EdDSA"])
    assert listed["revokedCredentials"] == [
        {"id": claims["id"], "revoked": True, "revocationReason": "Taken by somebody else."}
    ]
    assert claims["credentialStatus"] == {"id": listed["id"], "type": "1EdTechRevocationList"}


def test_a_name_that_changes_later_stays_on_the_certificate(run_tasks):
    someone = passed(run_tasks)
    someone.seeker.first_name = "Other"
    someone.seeker.save()
    row = certificates.issue(attempt=someone.fresh())
    assert (row.holder, EduDiagnoCertificate.objects.count()) == ("Asha Rao", 1)
