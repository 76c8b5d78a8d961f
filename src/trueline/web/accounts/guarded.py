"""Pages of allauth that ask who it is where allauth does not. They stand before its own addresses."""

from __future__ import annotations

from allauth.account.views import password_set
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from trueline.web.accounts.protection.reauthentication import confirmed
from trueline.web.accounts.views.sessions import sessions


def not_offered(request: HttpRequest) -> HttpResponse:
    """allauth's pages to connect accounts by hand: the provider's confirmed address does that."""
    raise Http404


not_offered.access = "open"  # type: ignore[attr-defined]

urlpatterns = [
    path("3rdparty/", not_offered, name="socialaccount_connections"),
    path("3rdparty/signup/", not_offered, name="socialaccount_signup"),
    path("sessions/", sessions, name="usersessions_list"),
    path("password/set/", confirmed(password_set), name="account_set_password"),
]
