"""Open Badges 3.0: a certificate as a verifiable credential, signed as a JWT with an Ed25519 key.

The key is BADGE_SIGNING_KEY, or one that is made once and kept in DATA_DIR. Whoever checks a badge reads the public key
at the address that the header names.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings

KEY_FILE = "badge-signing.key"
CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]


@dataclass(frozen=True)
class Addresses:
    """Where on this site the parts of a badge are found."""

    credential: str
    issuer: str
    key: str
    revoked: str
    criteria: str


@dataclass(frozen=True)
class Achieved:
    """What a badge says: of whom, what, and since when. `salt` hides the e-mail address."""

    holder: str
    email: str
    salt: str
    title: str
    description: str
    level: str
    achievement_id: str
    issued_at: datetime


def signing_key() -> Ed25519PrivateKey:
    """The private key: from the environment, or the one that is kept in DATA_DIR, which is made when it is missing."""
    if settings.BADGE_SIGNING_KEY:
        return Ed25519PrivateKey.from_private_bytes(base64.b64decode(settings.BADGE_SIGNING_KEY))
    path = Path(settings.DATA_DIR) / KEY_FILE
    if not path.exists():
        _make_key(path)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(path.read_text()))


def _make_key(path: Path) -> None:
    """Make a key that only we can read. Of two processes that make one, the first one's stays."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()))
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()


def public_jwk() -> dict[str, str]:
    """The public key as others read it (RFC 8037)."""
    raw = signing_key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "alg": "EdDSA",
        "use": "sig",
        "x": base64.urlsafe_b64encode(raw).rstrip(b"=").decode(),
    }


def issuer(address: str) -> dict[str, object]:
    """Who issues the badges."""
    return {"id": address, "type": ["Profile"], "name": "EduDiagno", "url": settings.SITE_URL}


def credential(achieved: Achieved, at: Addresses) -> dict[str, object]:
    """The badge as an unsigned verifiable credential."""
    hashed = hashlib.sha256((achieved.email.lower() + achieved.salt).encode()).hexdigest()
    return {
        "@context": CONTEXTS,
        "id": at.credential,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achieved.title,
        "issuer": issuer(at.issuer),
        "validFrom": achieved.issued_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": f"sha256${hashed}",
                    "identityType": "emailAddress",
                    "salt": achieved.salt,
                }
            ],
            "achievement": {
                "id": achieved.achievement_id,
                "type": ["Achievement"],
                "achievementType": "Assessment",
                "name": achieved.title,
                "description": achieved.description or achieved.title,
                "criteria": {
                    "id": at.criteria,
                    "narrative": f"Passed the test at the level {achieved.level}.",
                },
            },
        },
        "credentialStatus": {"id": at.revoked, "type": "1EdTechRevocationList"},
    }


def sign(content: Mapping[str, object], key_address: str, issued_at: datetime) -> str:
    """The credential as a signed JWT."""
    claims = {
        **content,
        "iss": content["issuer"]["id"],
        "jti": content["id"],
        "sub": content["id"],
        "nbf": int(issued_at.timestamp()),
    }
    return jwt.encode(claims, signing_key(), algorithm="EdDSA", headers={"kid": key_address})
