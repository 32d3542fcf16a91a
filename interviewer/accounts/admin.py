"""People in the admin."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import UserCreationForm
from django.utils.translation import gettext_lazy as _

from interviewer.accounts.models import AdminUser, ApiSession, OneTimeCode, User
from interviewer.journal.admin import ReadOnlyAdmin


class NewUserForm(UserCreationForm):
    """A user is made from an e-mail address."""

    class Meta:
        model = User
        fields = ["email", "name"]


@admin.register(User)
class PersonAdmin(UserAdmin):
    """Everybody with an account."""

    add_form = NewUserForm
    list_display = ["email", "name", "is_active", "is_staff", "last_login", "created_at"]
    list_filter = ["is_active", "is_staff", "is_superuser"]
    search_fields = ["email", "name"]
    ordering = ["-id"]
    readonly_fields = ["last_login", "created_at"]
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["name", "language"]}),
        (
            _("Permissions"),
            {"fields": ["is_active", "is_staff", "is_superuser", "groups", "user_permissions"]},
        ),
        (_("Times"), {"fields": ["last_login", "created_at"]}),
    ]
    add_fieldsets = [(None, {"classes": ["wide"], "fields": ["email", "name", "password1", "password2"]})]


@admin.register(AdminUser)
class StaffAdmin(PersonAdmin):
    """Staff only."""


@admin.register(OneTimeCode)
class OneTimeCodeAdmin(ReadOnlyAdmin):
    """That codes were sent and used; never the codes."""

    list_display = ["purpose", "address", "created_at", "expires_at", "tries", "used_at"]
    search_fields = ["address", "purpose"]
    exclude = ["code_hash"]


@admin.register(ApiSession)
class ApiSessionAdmin(ReadOnlyAdmin):
    """Which programs are signed in; never a token."""

    list_display = [
        "user",
        "label",
        "address",
        "created_at",
        "refreshed_at",
        "expires_at",
        "revoked_at",
        "why_revoked",
    ]
    list_select_related = ["user"]
    search_fields = ["user__email", "label"]
    exclude = ["token_id"]
