"""Pages of allauth that ask who it is where allauth does not. They stand before its own addresses."""

from __future__ import annotations

from allauth.account.views import password_set
from django.urls import path

from trueline.web.accounts.protection.reauthentication import confirmed
from trueline.web.accounts.views.sessions import sessions

urlpatterns = [
    path("sessions/", sessions, name="usersessions_list"),
    path("password/set/", confirmed(password_set), name="account_set_password"),
]
