"""Somebody who guesses, and the requests that they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.test import Client

WORDS = "quiet-lantern-harvest-9"
EMAIL = "kim.person@example.org"
TRIES = 12
HERE = "203.0.113.7"


@dataclass(frozen=True)
class Try:
    """One request: how the address is spelt, and what else the request says."""

    email: str = EMAIL
    said: tuple[tuple[str, str], ...] = (("REMOTE_ADDR", HERE),)
    device: str = ""

    def client(self) -> Client:
        client = Client(**dict(self.said))
        client.cookies[settings.DEVICE_COOKIE_NAME] = self.device
        return client

    def saying(self, **said: str) -> Try:
        return replace(self, said=(*self.said, *said.items()))


USUAL = Try()


def sign_in(tried: Try, password: str = "wrong") -> Any:
    return tried.client().post("/account/login/", {"login": tried.email, "password": password})


def attack(times: int = 60) -> list[int]:
    """Guesses at one account, each from a network of its own."""
    return [
        sign_in(USUAL.saying(REMOTE_ADDR=f"198.51.{n // 200}.{n % 200 + 1}")).status_code
        for n in range(times)
    ]


def opens(client: Client, password: str = WORDS) -> bool:
    return client.post("/account/login/", {"login": EMAIL, "password": password}).status_code == 302
