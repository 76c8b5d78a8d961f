"""How allauth behaves here."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest

INVITATION = "invitation"
"""Where a session keeps the invitation that a visitor came with."""


class AccountAdapter(DefaultAccountAdapter):
    """Lets people sign up where that is open, or with an invitation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.INSTANCE.sign_up == "open" or INVITATION in request.session

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        user.name = form.cleaned_data.get("name", "")
        return super().save_user(request, user, form, commit)
