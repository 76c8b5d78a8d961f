"""The way to a new password, for somebody who proved to be the account's owner."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.urls import reverse

from trueline.web.accounts.models import User


def new_password_path(user: User) -> str:
    """The path of a link that works once, for a day."""
    return reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(user),
            "key": default_token_generator.make_token(user),
        },
    )
