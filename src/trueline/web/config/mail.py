"""Outgoing mail: none unless a server is named."""

from __future__ import annotations

from email.utils import parseaddr
from typing import Any
from urllib.parse import unquote

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

from trueline.language import gettext
from trueline.web.config.addresses import address


def mail_settings(url: str, sender: str) -> dict[str, Any]:
    """Django's settings for `smtp://`, `smtp+tls://` or `smtps://`. Raises ImproperlyConfigured.

    Without a server nothing is sent: invitations and new passwords go by links that people pass on.
    """
    if not url:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    parts = address(
        url,
        "TRUELINE_MAIL",
        schemes=("smtp", "smtp+tls", "smtps"),
        like=gettext(
            "smtp+tls://user:password@mail.example.org:587, or be left out to send no mail"
        ),
    )
    try:
        validate_email(parseaddr(sender)[1])
    except ValidationError:
        raise ImproperlyConfigured(
            gettext(
                "TRUELINE_MAIL_FROM should name the sender of mail, such as trueline@example.org or Trueline"
                " <trueline@example.org>."
            )
        ) from None
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtps": 465, "smtp+tls": 587}.get(parts.scheme, 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 5,  # somebody waits; what can't be sent is kept and tried again
        "DEFAULT_FROM_EMAIL": sender,
        "SERVER_EMAIL": sender,
    }
