"""By which names and ports this instance is reached, and by no other spelling of them.

Django compares names; it takes any port, capitals and a dot at the end. Here the header is brought to
one form before anything reads it, and what has no business in it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from django.conf import settings
from django.core.exceptions import DisallowedHost, ImproperlyConfigured
from django.http import HttpRequest, HttpResponse

from trueline.language import gettext

FORM = re.compile(
    r"(?P<name>[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.?|\[[0-9A-Fa-f:.]+\])(:(?P<port>[0-9]{1,5}))?"
)


def split(host: str) -> tuple[str, str]:
    """Name and port ("" if none) of a host in its one form: lower case, no dot at the end.

    Raises ValueError for anything that is not a name or address with a port at most.
    """
    match = FORM.fullmatch(host)
    if match is None:
        raise ValueError(host)
    port = match["port"] or ""
    if port and (port.startswith("0") or int(port) > 65535):
        raise ValueError(host)
    return match["name"].lower().removesuffix("."), port


def names(hosts: Iterable[str]) -> list[str]:
    """The names of TRUELINE_HOSTS as Django compares them. Raises ImproperlyConfigured."""
    return [_name_and_port(host)[0] for host in hosts]


def _name_and_port(host: str) -> tuple[str, str]:
    """Name and port of an entry; `*` and `.example.org` have none."""
    if host == "*" or host.startswith("."):
        return host, ""
    try:
        return split(host)
    except ValueError:
        raise ImproperlyConfigured(
            gettext(
                "TRUELINE_HOSTS holds {host}. It should be a name such as"
                " trueline.example.org, with a port if it is not the usual one:"
                " name:8443.",
                host=repr(host),
            )
        ) from None


class HostMiddleware:
    """Normalises the Host header. An odd form or a port that is not ours answers 400."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if host := request.META.get("HTTP_HOST"):
            request.META["HTTP_HOST"] = self._normalised(request, host)
        return self.get_response(request)

    def _normalised(self, request: HttpRequest, host: str) -> str:
        try:
            name, port = split(host)
        except ValueError:
            raise DisallowedHost("The Host header has an odd form.") from None
        if port and port not in self._ports(request, name):
            raise DisallowedHost("The Host header names a port that is not ours.")
        return f"{name}:{port}" if port else name

    def _ports(self, request: HttpRequest, name: str) -> set[str]:
        """Ports: that of the scheme, those in TRUELINE_HOSTS, and the server's own if it is met directly."""
        instance = settings.INSTANCE
        ports = {"443" if instance.https else "80"}
        ports |= {
            port for host, port in map(_name_and_port, instance.hosts) if host == name and port
        }
        if not instance.proxied:
            ports.add(str(request.META.get("SERVER_PORT", "")))
        return ports
