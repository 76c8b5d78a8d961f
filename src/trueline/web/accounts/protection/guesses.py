"""How often a secret may be guessed: counted by account and network, by nothing else a request says.

Three counts hold guesses at one account. From one network, ten in ten minutes. From a device that
signed in to the account before, ten in ten minutes of its own, whatever goes on elsewhere. From all
unknown devices together, fifty in ten minutes, so that many networks gain nothing; it slows new
devices alone. A fourth holds what one network may try at all accounts. A right answer gives its
guess back.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from allauth.account.internal.userkit import filter_users_by_email
from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from trueline.web.accounts.models import User
from trueline.web.accounts.protection import instance_audit, known_devices
from trueline.web.accounts.protection.networks import network_of


@dataclass(frozen=True)
class Limits:
    """How many guesses in how long, in allauth's notation."""

    here: str = "10/10m/key"
    device: str = "10/10m/key"
    anywhere: str = "50/10m/key"
    network: str = "500/10m/key"


LIMITS = {
    "password": Limits(),
    "code": Limits(),
    "passkey": Limits(),
    "reset": Limits(here="5/h/key", device="5/h/key", anywhere="20/h/key", network="60/h/key"),
    "link": Limits(network="10/10m/key"),
}
"""By what is guessed. Asking for a new password sends a mail, and each one counts."""


@dataclass(frozen=True)
class Account:
    """The target of a guess: a person, or an address without an account."""

    key: str
    user: User | None = None


class TooManyGuesses(Exception):
    """This guess is not looked at. `anywhere`: because of all unknown devices together."""

    def __init__(self, account: Account, *, anywhere: bool) -> None:
        super().__init__(account.key)
        self.account = account
        self.anywhere = anywhere


def account_with(email: str) -> Account:
    """The account that an address belongs to, however it is spelt.

    One account with several addresses is one account. Letters that look alike or differ by case
    count as the same address, also where nobody has it.
    """
    users = filter_users_by_email(email, for_login=True)
    if len(users) == 1:
        return account_of(users[0])
    plain = "".join(unicodedata.normalize("NFKC", email).casefold().split())
    return Account(f"address:{plain}")


def account_of(user: User) -> Account:
    return Account(f"user:{user.pk}", user)


class Guess:
    """One guess that may be looked at. It counts, unless it turns out right."""

    def __init__(self, counts: list[ratelimit.RateLimitUsage]) -> None:
        self._counts = counts

    def rollback(self) -> None:
        """Give the guess back: it was right. The name is the one that allauth calls."""
        for count in self._counts:
            count.rollback()


def begin(request: HttpRequest, at: Account, *, of: str) -> Guess:
    """Count a guess. Raises TooManyGuesses, and then nothing more may be done with it."""
    limits, network = LIMITS[of], network_of(request)
    device = known_devices.device_id(request, at.user) if at.user else ""
    if device:
        counted = [("device", limits.device, f"{at.key}|{device}")]
    else:
        counted = [
            ("here", limits.here, f"{at.key}|{network}"),
            ("network", limits.network, network),
            ("anywhere", limits.anywhere, at.key),
        ]
    counts: list[ratelimit.RateLimitUsage] = []
    for name, rate, key in counted:
        usage = _consume(request, f"{of}-{name}", rate, key)
        if usage is None and name == "network":  # many colleagues at once wait for one count
            usage = _consume(request, f"{of}-{name}", rate, key)
        if usage is None:
            Guess(counts).rollback()
            refuse(request)
            if of != "reset":
                instance_audit.note_refusal(request, at.key, at.user)
            raise TooManyGuesses(at, anywhere=name == "anywhere")
        counts.append(usage)
    return Guess(counts)


@contextmanager
def counted(request: HttpRequest, at: Account, *, of: str) -> Iterator[None]:
    """Check a secret within this block; it was right if nothing is raised."""
    guess = begin(request, at, of=of)
    try:
        yield
    except ValidationError:
        instance_audit.note_failure(request, at.user, of=of)
        raise
    guess.rollback()


def forget(request: HttpRequest, user: User) -> None:
    """Reset the count of an account whose owner replaced the password."""
    at, network, limits = account_of(user), network_of(request), LIMITS["password"]
    for name, rate, key in (
        ("here", limits.here, f"{at.key}|{network}"),
        ("anywhere", limits.anywhere, at.key),
    ):
        action = f"password-{name}"
        ratelimit.clear(request, app="", action=action, config={action: rate}, key=key)


def refuse(request: HttpRequest) -> None:
    """Mark the request, so that the response's status says that the guess was not checked."""
    request.refused_guess = True


def may_try_links(request: HttpRequest) -> bool:
    """Whether somebody from this network may still try secrets of links.

    Takes no lock, as allauth's own dry run does: those who open the same link behind one router would
    wait for each other, and be refused after a second of that.
    """
    (rate,) = ratelimit.parse_rates(LIMITS["link"].network)
    key = network_of(request)
    times = cache.get(ratelimit.get_cache_key(request, app="", action="link", rate=rate, key=key))
    since = time.time() - rate.duration
    return sum(at > since for at in times or ()) < rate.amount


def note_wrong_link(request: HttpRequest) -> None:
    """Count the secret of a link that leads nowhere."""
    _consume(request, "link", LIMITS["link"].network, network_of(request))


def _consume(
    request: HttpRequest, action: str, rate: str, key: str
) -> ratelimit.RateLimitUsage | None:
    return ratelimit.consume(
        request, app="", action=action, config={action: rate}, key=key, limit_get=True
    )
