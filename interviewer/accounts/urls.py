"""Signing in and out, proving an address, resetting a password: the library's pages that this product shows."""

from __future__ import annotations

from allauth.account import views
from django.urls import path
from django.views.generic import RedirectView

from interviewer.accounts import views as own

#: The library looks these names up without a namespace.
urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("signup/", RedirectView.as_view(pattern_name="companies:register"), name="account_signup"),
    path("security/", own.security, name="account_security"),
    path("sessions/end/", own.end_session, name="account_session_end"),
    path("email/", own.email, name="account_email"),
    path("email/code/", own.email_code, name="account_email_code"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("confirm-email/", views.email_verification_sent, name="account_email_verification_sent"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/set/", views.password_set, name="account_set_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path(
        "password/reset/confirm/",
        views.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path("password/reset/complete/", views.complete_password_reset, name="account_complete_password_reset"),
    path("password/reset/done/", views.password_reset_from_key_done, name="account_password_reset_completed"),
]
