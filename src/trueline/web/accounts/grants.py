"""What somebody made under a right, and what becomes of it when that right ends.

An invitation or a link works long after the request in which it was made. The app that keeps such a
thing adds it here when it is ready. Whoever ends a right sees what is still open; what they do not
keep is withdrawn in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import ALLOWED, Permission


@dataclass(frozen=True)
class Grant:
    """A sort of thing that works under the right of a member who made it or looks after it.

    `open_of` lists what is still open of a member's, `label` names one. `withdraw(thing, by=…)` ends
    it; `keep(thing, by=…)` leaves it open under the right of somebody else, where that can be done.
    """

    permission: Permission
    open_of: Callable[[Membership], Iterable[Any]]
    label: Callable[[Any], str]
    withdraw: Callable[..., None]
    keep: Callable[..., None] | None = None


_grants: list[Grant] = []


def add_grant(grant: Grant) -> None:
    """Called when an app is ready."""
    _grants.append(grant)


@dataclass(frozen=True)
class OpenGrant:
    """One thing that a member has open, in words, and whether somebody else can keep it."""

    id: str
    label: str
    keepable: bool


def open_grants(member: Membership) -> list[OpenGrant]:
    """All that a member has open in an organisation."""
    return [
        OpenGrant(str(thing.pk), grant.label(thing), grant.keep is not None)
        for grant, thing in _under(member, ALLOWED[member.role])
    ]


def end_grants(
    member: Membership,
    *,
    by: User | None,
    ended: Collection[Permission],
    kept: Collection[str] = (),
) -> None:
    """Withdraw what was open under rights that ended, but for what `by` keeps under their own."""
    for grant, thing in _under(member, ended):
        if grant.keep and by and str(thing.pk) in kept and by.pk != member.user_id:
            grant.keep(thing, by=by)
        else:
            grant.withdraw(thing, by=by)


def _under(member: Membership, ended: Collection[Permission]) -> Iterator[tuple[Grant, Any]]:
    for grant in _grants:
        if grant.permission in ended:
            for thing in list(grant.open_of(member)):
                yield grant, thing
