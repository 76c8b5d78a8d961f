"""The address under which people reach an instance, with a path where it shares its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from trueline.language import gettext
from trueline.web.config.hosts import split

PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*")


@dataclass(frozen=True)
class PublicAddress:
    """`host` with its port where one is written; `path` begins with a slash, or is ""."""

    https: bool
    host: str
    path: str = ""

    @property
    def origin(self) -> str:
        """What the path comes after."""
        return f"{'https' if self.https else 'http'}://{self.host}"

    def __str__(self) -> str:
        return f"{self.origin}{self.path}/"


def read(text: str) -> PublicAddress:
    """Raises ImproperlyConfigured for what is no address of a site."""
    try:
        parts = urlsplit(text)
        name, port = split(parts.netloc)
    except ValueError:
        raise _wrong(text) from None
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise _wrong(text)
    if not PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
        raise _wrong(text)
    return PublicAddress(parts.scheme == "https", f"{name}:{port}" if port else name, path)


def _wrong(text: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        gettext(
            "TRUELINE_URL should be like https://trueline.example.org or"
            " https://example.org/trueline, but it is {text}.",
            text=repr(text),
        )
    )
