"""Notes events of the whole instance with the device and, coarsely, the network."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import translation

from trueline.web.accounts.models import User
from trueline.web.accounts.protection.networks import network_of
from trueline.web.accounts.protection.origins import of_request
from trueline.web.audit import instance
from trueline.web.audit.models import Action

PAUSE = 600
DAY = 24 * 3600


def note(request: HttpRequest, action: Action, *, about: User | None, **detail: Any) -> None:
    """Note what a request did. Who sits there is known once they are signed in."""
    with translation.override("en"):
        origin = of_request(request)
    by = request.user if request.user.is_authenticated else None
    instance.note(
        action, about=about, by=by, network=origin.network, device=origin.device, **detail
    )


def note_sign_in(request: HttpRequest, user: User) -> None:
    records = get_authentication_records(request, user)
    ways = [record.get("type") or record["method"] for record in records]
    note(request, Action.SIGNED_IN, about=user, ways=list(dict.fromkeys(ways)))


def note_failure(request: HttpRequest, user: User | None, *, of: str) -> None:
    """A wrong password, code or key. Where nobody has the account, once in ten minutes by network."""
    if user is None and not _is_first(f"failed|{network_of(request)}", PAUSE):
        return
    signed_in = request.user.is_authenticated
    action = (
        Action.CONFIRMATION_FAILED
        if signed_in
        else Action.SECOND_STEP_FAILED
        if of == "code"
        else Action.SIGN_IN_FAILED
    )
    note(request, action, about=user, ways=[of])


def note_refusal(request: HttpRequest, key: str, user: User | None) -> None:
    """The first of the guesses that are not looked at any more."""
    if _is_first(f"refused|{key}|{network_of(request)}", PAUSE):
        note(request, Action.SIGN_IN_REFUSED, about=user)


def note_link(request: HttpRequest, name: str, mark: str) -> None:
    """A link that somebody opened, once a day by network. `mark` begins the digest of its secret."""
    if _is_first(f"opened|{mark}|{network_of(request)}", DAY):
        about = request.user if request.user.is_authenticated else None
        note(request, Action.OPENED_A_LINK, about=about, link=name, mark=mark)


def _is_first(key: str, seconds: int) -> bool:
    """Looks before it writes: to add what is there keeps everybody else from writing, too."""
    name = f"noted:{key}"
    return not cache.get(name) and bool(cache.add(name, True, timeout=seconds))
