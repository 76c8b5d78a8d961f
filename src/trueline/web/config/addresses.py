"""Addresses in settings, checked when they are read and never printed: they may hold a password."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

from django.core.exceptions import ImproperlyConfigured

from trueline.language import gettext, gettext_noop

_HOST = re.compile(r"[^\s/?#@\[\]:\\]+|[0-9A-Fa-f:.]+")
_ESCAPES = gettext_noop(
    "In a user or password, write / as %2F, ? as %3F, # as %23, @ as %40 and % as %25."
)


def address(
    value: str, name: str, *, schemes: Collection[str], like: str, needs_host: bool = True
) -> SplitResult:
    """The parts of the address in the setting `name`. Raises ImproperlyConfigured."""
    wrong = ImproperlyConfigured(
        gettext("{name} should be like {like}.", name=name, like=like) + " " + gettext(_ESCAPES)
    )
    try:
        parts = urlsplit(value)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise wrong from None
    if parts.scheme not in schemes or any(sign.isspace() for sign in value) or port == 0:
        raise wrong
    if not _HOST.fullmatch(host or "") and (host or needs_host):
        raise wrong
    if re.search("%(?![0-9A-Fa-f]{2})", value) or parts.fragment:
        raise wrong
    return parts
