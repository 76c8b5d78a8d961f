"""Who is at a document just now. Kept in the cache, for a minute and a half after their last request."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord

LASTS = 90
"""Seconds; a page that is looked at says so every sixty."""


@dataclass(frozen=True)
class Present:
    """A colleague; the step that they look at, "" for a page of the whole; whether a form is open."""

    person: User
    step: str
    writes: bool


def note(record: DocumentRecord, user: User, *, step: str, writes: bool) -> None:
    """Say that somebody is here."""
    cache.set(_key(record, user.pk), [step, writes], LASTS)


def others_at(record: DocumentRecord, user: User) -> list[Present]:
    """The other members of the organisation who are here. Two queries."""
    members = User.objects.filter(memberships__organisation=record.organisation_id, is_active=True)
    people = {_key(record, each.pk): each for each in members.exclude(pk=user.pk).order_by("name")}
    here = cache.get_many(people)
    return [Present(person, *here[key]) for key, person in people.items() if key in here]


def _key(record: DocumentRecord, user_id: int) -> str:
    return f"here:{record.pk}:{user_id}"
