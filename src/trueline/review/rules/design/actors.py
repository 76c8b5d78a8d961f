"""The groups, of the eight whose action matters, that a text names and that an activity works with."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from trueline.design import ActivityBase, Awareness, Design, Livelihoods, Other, Result
from trueline.lexicon import Occurrence, WordsRead
from trueline.lexicon.words import SIGNS
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
"""People on whom trafficking is practised: a programme for them alone is one of the supply side."""


def groups_named(words: WordsRead) -> frozenset[str]:
    """The groups that a text names, by the words of the list of actor groups."""
    return frozenset(GROUPS[concept] for concept in words.concepts_among(*GROUPS))


_PARTINGS = frozenset([*SIGNS, "and", "et", "y", "e"]) - {"(", ")"}
"""What parts one group from the next."""


def groups_meant(words: WordsRead) -> frozenset[str]:
    """The groups that a text is about: not the broker of “families in debt to a broker”.

    Whoever is named behind a group, in the same phrase and not right beside it, only says which of
    them are meant.
    """
    phrases = [*accumulate(word.lower() in _PARTINGS for word in words.words)]
    meant = set[str]()
    ends: dict[int, int] = {}
    for place in words.of(*GROUPS):
        if place.start <= ends.setdefault(phrases[place.start], place.end):
            meant.add(GROUPS[place.concept])
    return frozenset(meant)


def groups_in(reading: Reading[Any], texts: Iterable[str]) -> frozenset[str]:
    """The groups that any of several texts names."""
    return frozenset[str]().union(*(groups_named(reading.words(text)) for text in texts))


def works_on_people_only(reading: Reading[Any], activity: ActivityBase) -> bool | None:
    """Whether an activity is for people who are or might be trafficked, and for nobody else.

    By whom it aims at; by its kind where it doesn’t say; None where neither tells.
    """
    if not isinstance(activity, Awareness | Livelihoods | Other):
        return False
    groups = groups_meant(reading.words(activity.target_group))
    if not groups and isinstance(activity, Other):
        groups = groups_in(reading, (activity.title, activity.description))
    if groups:
        return groups <= PEOPLE
    return None if isinstance(activity, Other) else True


def who_acts(reading: Reading[Any], design: Design, result: Result) -> frozenset[str]:
    """Groups that are to act: by the behaviour that the result names, else by its first words."""
    if result.change not in (None, "behaviour"):
        return frozenset()
    for behaviour in design.behaviours:
        if behaviour.id == result.behaviour and behaviour.actor_group:
            return frozenset([behaviour.actor_group]) - PEOPLE
    words = reading.words(result.statement)
    first = next(iter(words.of(*(f"actor-{name}" for name in ACTORS))), None)
    if first is None or first.start > 1 or _is_acted_upon(words, first):
        return frozenset()
    return groups_named(reading.words(words.quote(first.start, first.end))) - PEOPLE


WORKS_WITH = {
    "justice": frozenset(["criminal-justice"]),
    "identification": frozenset(["service-providers", "criminal-justice"]),
    "support": frozenset(["service-providers"]),
    "legal": frozenset(["policymakers"]),
    "plans": frozenset(["policymakers"]),
}
"""Groups that activities of a kind work with, whatever they say."""


def _is_acted_upon(words: WordsRead, actor: Occurrence) -> bool:
    """Whether something is done to them: “traffickers are convicted”."""
    return any(place.start == actor.end for place in words.of("is-done-to"))


ACTORS = ("perpetrators", "justice", "policymakers", "services", "businesses", "consumers")


def met_on_the_way(
    reading: Reading[Any], design: Design, before: frozenset[str], result: Result
) -> frozenset[str]:
    """The groups that anything on the way names, and those whose behaviour it works on."""
    texts: list[str] = []
    groups = set[str]()
    for activity in design.activities:
        if activity.id in before:
            texts += [text.text for text in reading.texts_of(activity)]
            groups |= WORKS_WITH.get(activity.kind, frozenset())
            for behaviour in design.behaviours:
                if {barrier.id for barrier in behaviour.barriers} & {*activity.barriers}:
                    groups.update([behaviour.actor_group] if behaviour.actor_group else [])
    texts += [r.statement for r in design.results if r.id in before]
    texts += [
        assumption.statement
        for link in design.theory.links
        if link.effect == result.id
        for assumption in link.assumptions
    ]
    return groups_in(reading, texts) | groups
