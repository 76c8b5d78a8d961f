"""Prints an account and the audit of the instance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from trueline.language import gettext, gettext_noop

if TYPE_CHECKING:
    from trueline.web.accounts.models import User

AUDIT_HEADS = (
    gettext_noop("When (UTC)"),
    gettext_noop("Account"),
    gettext_noop("What"),
    gettext_noop("Who"),
    gettext_noop("Device"),
    gettext_noop("Network"),
)
SIGN_INS = 10


def account_lines(user: User) -> Iterator[str]:
    """All that an administrator may need to know of an account. No secret is in it."""
    from trueline.web.accounts.devices import device
    from trueline.web.accounts.protection.networks import coarse
    from trueline.web.accounts.queries import memberships_of

    state = gettext("may sign in") if user.is_active else gettext("DISABLED")
    yield f"{user.name or user.email} ({user.email}), {state}"
    yield gettext(
        "since {day}, last sign-in {time}", day=_day(user.joined), time=_time(user.last_login)
    )
    yield gettext("stands in the audit as {pseudonym}", pseudonym=user.pseudonym)
    yield "\n" + gettext("Addresses")
    for address in user.emailaddress_set.order_by("-primary", "email"):
        marks = ("main", address.primary), ("confirmed", address.verified)
        yield ", ".join([f"  {address.email}", *(mark for mark, is_so in marks if is_so)])
    yield "\n" + gettext("Organisations")
    for member in memberships_of(user):
        yield "  " + gettext(
            "{organisation}: {role} since {day}",
            organisation=member.organisation,
            role=member.get_role_display(),
            day=_day(member.since),
        )
    yield "\n" + gettext("Second steps")
    for step in user.authenticator_set.order_by("created_at"):
        yield "  " + gettext(
            "{step}, added {day}, used {time}",
            step=step.get_type_display(),
            day=_day(step.created_at),
            time=_time(step.last_used_at),
        )
    yield "\n" + gettext("Signed in at")
    for session in user.usersession_set.order_by("-last_seen_at"):
        seen = _time(session.last_seen_at)
        yield "  " + gettext(
            "{device}, {network}, seen {seen}",
            device=device(session.user_agent),
            network=coarse(session.ip),
            seen=seen,
        )
    yield "\n" + gettext("Last sign-ins")
    yield from _sign_ins(user)


def audit_rows(about: User | None, days: int) -> list[tuple[str, ...]]:
    """Events of the instance, newest first, with the names of those who still have an account."""
    from trueline.web.accounts.queries import names_by_pseudonym
    from trueline.web.audit.instance import instance_events
    from trueline.web.audit.instance_wording import instance_sentence

    events = list(instance_events(account=about and about.pseudonym, days=days))
    people = {one for event in events for one in (event.account, event.actor) if one}
    names = names_by_pseudonym(people)

    def who(pseudonym: object) -> str:
        if pseudonym is None:
            return ""
        return names.get(str(pseudonym)) or f"former, {str(pseudonym)[:8]}"

    return [
        (
            _time(one.at),
            who(one.account),
            instance_sentence(one),
            who(one.actor),
            one.device,
            one.network,
        )
        for one in events
    ]


def _sign_ins(user: User) -> Iterator[str]:
    from trueline.web.audit.instance import sign_ins_of
    from trueline.web.audit.instance_wording import instance_sentence

    for event in sign_ins_of(user.pseudonym)[:SIGN_INS]:
        where = ", ".join(part for part in (event.device, event.network) if part)
        yield f"  {_time(event.at)} {instance_sentence(event)}{f', {where}' if where else ''}"


def _time(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else gettext("never")


def _day(at: datetime) -> str:
    return f"{at:%Y-%m-%d}"
