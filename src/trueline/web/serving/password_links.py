"""Links by which a person who can't sign in chooses a new password."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record


def password_link(email: str, address: str = "") -> str | None:
    """The link, or None if nobody signs in with this email. It works once, for a day."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        return None
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    uid, token = key.split("-", 1)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": uid, "key": token})
    record("gave a link for a new password", by=None, organisation=None, subject="account",
           subject_id=user.pseudonym)  # fmt: skip
    return f"{(address or _own_address()).rstrip('/')}{path}"


def _own_address() -> str:
    instance = settings.INSTANCE
    host = instance.hosts[0]
    return f"https://{host}" if instance.https else f"http://{host}:8000"
