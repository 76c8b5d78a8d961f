"""Things that members made under a right, and what happens to them when that right ends.

An invitation or a link works long after the request in which it was made. The app that keeps such a
thing adds it here when it is ready. Whoever ends a right sees what is still open; what they do not
keep is withdrawn in the same transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import ALLOWED, Permission


@dataclass(frozen=True)
class Grant:
    """A sort of thing that works under the right of a member who made it or looks after it.

    `open_of` lists what somebody still has open in some organisations, `label` names one. `withdraw(thing, by=…)` ends
    it; `keep(thing, by=…)` leaves it open under the right of somebody else, where that can be done.
    """

    permission: Permission
    open_of: Callable[[int, Collection[UUID]], Iterable[Any]]
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


def open_grants(*members: Membership) -> list[OpenGrant]:
    """All that one person has open as a member of these organisations. One query for each sort."""
    return [
        OpenGrant(str(thing.pk), grant.label(thing), grant.keep is not None)
        for grant in _grants
        for thing in _open(grant, [m for m in members if grant.permission in ALLOWED[m.role]])
    ]


def end_grants(
    member: Membership,
    *,
    by: User | None,
    ended: Collection[Permission],
    keep_open: Collection[str] = (),
) -> None:
    """Withdraw what was open under rights that ended, but for what `by` keeps under their own."""
    for grant, thing in _under(member, ended):
        if grant.keep and by and str(thing.pk) in keep_open and by.pk != member.user_id:
            grant.keep(thing, by=by)
        else:
            grant.withdraw(thing, by=by)


def _under(member: Membership, ended: Collection[Permission]) -> Iterator[tuple[Grant, Any]]:
    for grant in _grants:
        if grant.permission in ended:
            for thing in _open(grant, [member]):
                yield grant, thing


def _open(grant: Grant, members: list[Membership]) -> list[Any]:
    if not members:
        return []
    return list(grant.open_of(members[0].user_id, [m.organisation_id for m in members]))
