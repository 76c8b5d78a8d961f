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
        """The origin, which the path comes after."""
        return f"{'https' if self.https else 'http'}://{self.host}"

    def __str__(self) -> str:
        return f"{self.origin}{self.path}/"


def read(text: str, name: str = "TRUELINE_URL") -> PublicAddress:
    """Raises ImproperlyConfigured for what is no address of a site. `name` is where it stood."""
    try:
        parts = urlsplit(text)
        host, port = split(parts.netloc)
    except ValueError:
        raise _wrong(text, name) from None
    path = parts.path.rstrip("/")
    if parts.scheme not in ("http", "https") or parts.query or parts.fragment:
        raise _wrong(text, name)
    if not PATH.fullmatch(path) or {".", ".."} & set(path.split("/")):
        raise _wrong(text, name)
    return PublicAddress(parts.scheme == "https", f"{host}:{port}" if port else host, path)


def _wrong(text: str, name: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(
        gettext(
            "{name} should be like https://trueline.example.org or https://example.org/trueline,"
            " but it is {text}.",
            name=name,
            text=repr(text),
        )
    )
