"""Whom a text names of the eight groups whose action matters, and whom an activity works with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trueline.design import ActivityBase, Awareness, Livelihoods, Other
from trueline.lexicon import WordsRead
from trueline.review.reading import Reading

GROUPS = {
    "actor-perpetrators": "perpetrators",
    "actor-justice": "criminal-justice",
    "actor-policymakers": "policymakers",
    "actor-services": "service-providers",
    "actor-businesses": "businesses",
    "actor-consumers": "consumers",
    "actor-victims": "victims",
    "actor-at-risk": "potential-victims",
}
PEOPLE = frozenset(["victims", "potential-victims"])
"""Those on whom trafficking is practised: a programme for them alone is one of the supply side."""


def groups_named(words: WordsRead) -> frozenset[str]:
    """The groups that a text names, by the words of the list of actor groups."""
    return frozenset(group for concept, group in GROUPS.items() if concept in words.concepts)


def groups_in(reading: Reading[Any], texts: Iterable[str]) -> frozenset[str]:
    """Those that any of several texts names."""
    return frozenset[str]().union(*(groups_named(reading.words(text)) for text in texts))


def works_on_people_only(reading: Reading[Any], activity: ActivityBase) -> bool | None:
    """Whether an activity is for people who are or might be trafficked, and for nobody else.

    By whom it aims at; by its kind where it doesn’t say; None where neither tells.
    """
    if not isinstance(activity, Awareness | Livelihoods | Other):
        return False
    groups = groups_named(reading.words(activity.target_group))
    if not groups and isinstance(activity, Other):
        groups = groups_in(reading, (activity.title, activity.description))
    if groups:
        return groups <= PEOPLE
    return None if isinstance(activity, Other) else True
