"""The one User (signs in by e-mail), its staff proxy AdminUser, and one-time codes."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from interviewer.db.models import PublicModel


def fold_email(email: str) -> str:
    """The form in which addresses are kept and compared: trimmed, lower case."""
    return email.strip().lower()


class UserManager(BaseUserManager):
    """Makes users from an e-mail address and a password."""

    def create_user(self, email: str, password: str | None = None, **extra: object) -> User:
        """Make a user; without a password nobody can sign in as it until one is set."""
        user = self.model(email=fold_email(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: object) -> User:
        """Make a user who may do everything in the admin."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)

    def get_by_natural_key(self, email: str | None) -> User:
        """Find the user of an address, however it was typed."""
        return self.get(email=fold_email(email or ""))


class User(AbstractBaseUser, PermissionsMixin, PublicModel):
    """A person with an account: recruiter, job seeker or staff."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may use the admin"), default=False)
    language = models.CharField(_("language"), max_length=8, default="en")

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_any_case")]

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        """Keep the address in its folded form."""
        super().clean()
        self.email = fold_email(self.email)

    def get_full_name(self) -> str:
        """The whole name, or the address while no name is known."""
        return self.name or self.email

    def get_short_name(self) -> str:
        """What to call this person."""
        return self.name.split(" ")[0] if self.name else self.email.split("@")[0]


class AdminUserManager(UserManager):
    """Only staff."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().filter(is_staff=True)


class AdminUser(User):
    """A member of staff who runs the platform in the admin."""

    objects = AdminUserManager()

    class Meta:
        proxy = True
        verbose_name = _("staff member")
        verbose_name_plural = _("staff members")


class ApiSession(PublicModel):
    """A program is signed in as a user. Each refresh gives out a new token; only the newest one is good."""

    user = models.ForeignKey(User, models.CASCADE, related_name="api_sessions")
    token_id = models.CharField(
        max_length=40,
        help_text=_("The refresh token that is good now. An older one that comes is a stolen one."),
    )
    label = models.CharField(_("program"), max_length=200, blank=True)
    address = models.GenericIPAddressField(_("address"), null=True, blank=True)
    refreshed_at = models.DateTimeField(_("refreshed at"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires at"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    why_revoked = models.CharField(_("why"), max_length=40, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("API sign-in")
        verbose_name_plural = _("API sign-ins")

    def __str__(self) -> str:
        return f"{self.user}: {self.label or self.uid}"


class OneTimeCode(models.Model):
    """A six-digit code sent to an address. Only its hash is kept; the newest of a purpose is the valid one."""

    purpose = models.CharField(
        _("purpose"), max_length=80, help_text=_("What it proves, for example interview:<uid>.")
    )
    address = models.CharField(_("address"), max_length=254)
    code_hash = models.CharField(max_length=128)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("one-time code")
        verbose_name_plural = _("one-time codes")
        indexes = [
            models.Index(fields=["purpose", "-created_at"]),
            models.Index(fields=["address", "-created_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} to {self.address}"
