"""Origins of events for mails about them: the device, coarsely the network, and our own address"""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from trueline.web.accounts.devices import device
from trueline.web.accounts.protection.networks import address_of, coarse


@dataclass(frozen=True)
class Origin:
    """`base` is the address that links in mails begin with, without a slash at its end."""

    base: str
    device: str = ""
    network: str = ""

    def link(self, path: str) -> str:
        return f"{self.base}{path}"


def of_request(request: HttpRequest) -> Origin:
    return Origin(
        base=request.build_absolute_uri("/").rstrip("/"),
        device=device(request.META.get("HTTP_USER_AGENT", "")),
        network=coarse(address_of(request)),
    )


def of_this_instance(address: str = "") -> Origin:
    """For what an administrator does at the command line."""
    path = settings.INSTANCE.path  # which the paths of pages begin with
    return Origin(base=(address or own_address()).rstrip("/").removesuffix(path))


def own_address() -> str:
    """The address that people most likely reach this instance at."""
    instance = settings.INSTANCE
    if instance.address:
        return instance.address.origin
    host = instance.hosts[0]
    return f"https://{host}" if instance.https else f"http://{host}:8000"
