"""The network that a request comes from, as far as it matters."""

from __future__ import annotations

import ipaddress

from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest

PREFIX = 64
"""An IPv6 visitor has all addresses of a network this size, so they count as one."""

COARSE = {4: 24, 6: 48}
"""How much of an address is kept for those who look for strangers among their sign-ins."""


def address_of(request: HttpRequest) -> str:
    """The visitor's address; "" where there is none. One written as IPv6 for IPv4 is IPv4."""
    address = _parsed(get_client_ip(request) or "")
    return str(address) if address else ""


def network_of(request: HttpRequest) -> str:
    """The visitor's address, for IPv6 its network."""
    return _shortened(address_of(request), {6: PREFIX})


def coarse(address: str) -> str:
    """An address without its last part, such as 203.0.113.0/24. "" where there is none."""
    return _shortened(address, COARSE)


def _shortened(address: str, prefixes: dict[int, int]) -> str:
    parsed = _parsed(address)
    if parsed is None or parsed.version not in prefixes:
        return str(parsed or "")
    return str(ipaddress.ip_network((int(parsed), prefixes[parsed.version]), strict=False))


def _parsed(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return None
    mapped = getattr(parsed, "ipv4_mapped", None)
    return mapped or parsed
