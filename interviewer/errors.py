"""Everything that can go wrong, in our words; each class owns its HTTP status and its code."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """A refusal that the person can be told about. `message` says what happened and what to do."""

    status = 400
    code = "bad-request"
    title = _("That did not work")

    def __init__(
        self, message: str = "", *, fields: Mapping[str, str] | None = None, **extra: object
    ) -> None:
        super().__init__(str(message or self.title))
        self.message = str(message or self.title)
        self.fields = dict(fields or {})
        self.extra = extra


class NotFound(DomainError):
    """Missing, or somebody else's: the answer is the same for both."""

    status = 404
    code = "not-found"
    title = _("Not found")


class NotAllowed(DomainError):
    """The person is known, and may not do this."""

    status = 403
    code = "not-allowed"
    title = _("You may not do this")


class NotSignedIn(DomainError):
    """Nobody is signed in, or the seat of this interview was not proven."""

    status = 401
    code = "not-signed-in"
    title = _("Please sign in")


class WrongCredentials(NotSignedIn):
    """Address and password do not belong together: the same answer for a known and an unknown address."""

    code = "wrong-credentials"
    title = _("This e-mail address and password do not belong together.")


class TokenNotValid(NotSignedIn):
    """A token or key that is forged, expired, revoked, or of another kind."""

    code = "token-not-valid"
    title = _("This token is not valid")


class Forged(NotAllowed):
    """A request with a session cookie came without the mark that this site gave it."""

    code = "forged"
    title = _("The form is not from this site")


class Conflict(DomainError):
    """The state of things does not allow it: somebody was first, or the stage is over."""

    status = 409
    code = "conflict"
    title = _("This has changed meanwhile")


class WrongStage(Conflict):
    """The candidate asked for a stage that is not the current one."""

    code = "wrong-stage"
    title = _("This stage is not open")


class TooLate(Conflict):
    """The server's deadline has passed."""

    code = "too-late"
    title = _("Time is up")


class Running(Conflict):
    """The first request with this idempotency key is not answered yet."""

    code = "request-running"
    title = _("This request is being worked on")


class Changed(DomainError):
    """The object is not the one that the client has seen (If-Match)."""

    status = 412
    code = "changed"
    title = _("This was changed meanwhile")


class Gone(DomainError):
    """It was there and is over: expired, revoked or used."""

    status = 410
    code = "gone"
    title = _("This link is no longer open")


class TooLarge(DomainError):
    """More bytes than allowed."""

    status = 413
    code = "too-large"
    title = _("Too large")


class WrongType(DomainError):
    """A file of a kind that is not accepted."""

    status = 415
    code = "wrong-type"
    title = _("Wrong type of file")


class Invalid(DomainError):
    """Input that was understood and is not right; `fields` names what to mend."""

    status = 422
    code = "invalid"
    title = _("Please check your input")


class KeyReused(Invalid):
    """An idempotency key came again with another request."""

    code = "key-reused"
    title = _("This idempotency key belongs to another request")


class TooMany(DomainError):
    """Asked too often; `retry_after_seconds` says when to come back."""

    status = 429
    code = "too-many"
    title = _("Too many attempts")

    def __init__(self, message: str = "", *, retry_after_seconds: int = 60, **extra: object) -> None:
        super().__init__(message, **extra)  # type: ignore[arg-type]
        self.retry_after_seconds = retry_after_seconds


class ServiceDown(DomainError):
    """Something the product stands on is not there just now; nothing is lost."""

    status = 503
    code = "service-down"
    title = _("Not available just now")


class ServiceFailed(ServiceDown):
    """An outside service refused or answered nonsense."""

    status = 502
    code = "service-failed"
    title = _("An outside service failed")


class StorageFull(ServiceDown):
    """The file could not be written."""

    status = 507
    code = "storage-full"
    title = _("The file could not be stored")
