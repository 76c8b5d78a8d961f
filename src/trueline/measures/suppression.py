"""Small counts of people held back, with as many others as it takes that no sum gives them away.

A count from 1 to 10 leaves the organisation as "<11" only: ten clients of one nationality in one
shelter may be known by name in their town. The threshold is the field's own (CTDC, k = 11). Where a
total is published, one small cell among large ones could be worked out by subtraction, so that
further cells are held back, the smallest first, until every small count could be at least two.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

THRESHOLD = 11
"""The smallest count of people that is published as it is."""

Key = TypeVar("Key", bound=Hashable)


class Disclosure(StrEnum):
    """How a count leaves the organisation."""

    AS_IT_IS = "as-it-is"
    SMALL = "small"
    """From 1 to 10: written "<11"."""
    HELD_BACK = "held-back"
    """Held back since a small one could be worked out from it."""


@dataclass(frozen=True, slots=True)
class Sum(Generic[Key]):
    """A count that is the sum of others, as anybody may know who reads the table."""

    whole: Key
    parts: tuple[Key, ...]


def disclose(
    counts: Mapping[Key, int],
    sums: Iterable[Sum[Key]],
    *,
    held_back: Collection[Key] = (),
    threshold: int = THRESHOLD,
) -> dict[Key, Disclosure]:
    """How each count of people may be shown, so that no small one can be worked out.

    `counts` are whole numbers from 0 up; a sum whose members are not all in it is left out, as no
    reader could use it. Zero is shown: it counts nobody. `held_back` are not shown in any case.
    """
    disclosed = {key: _alone(count, key in held_back, threshold) for key, count in counts.items()}
    usable = [each for each in sums if {each.whole, *each.parts} <= counts.keys()]
    while (given_away := _given_away(counts, disclosed, usable, threshold)) is not None:
        chosen = _next_to_hold_back(given_away, counts, disclosed, usable)
        if chosen is None:
            break
        disclosed[chosen] = Disclosure.HELD_BACK
    return disclosed


def is_small(count: int | Decimal, threshold: int = THRESHOLD) -> bool:
    """Whether so many people could be known by name: more than none and fewer than the threshold."""
    return 0 < count < threshold


def _alone(count: int, is_held_back: bool, threshold: int) -> Disclosure:
    if is_small(count, threshold):
        return Disclosure.SMALL
    return Disclosure.HELD_BACK if is_held_back else Disclosure.AS_IT_IS


def _given_away(
    counts: Mapping[Key, int],
    disclosed: Mapping[Key, Disclosure],
    sums: Sequence[Sum[Key]],
    threshold: int,
) -> Key | None:
    """A small count that what is shown leaves only one value for."""
    hidden = [key for key in counts if disclosed[key] is not Disclosure.AS_IT_IS]
    concerned = {key for each in sums for key in (each.whole, *each.parts)}
    for key in hidden:
        if disclosed[key] is Disclosure.SMALL and key in concerned:
            low, high = _range(key, hidden, counts, disclosed, sums, threshold)
            if high - low < 1:
                return key
    return None


def _range(
    key: Key,
    hidden: Sequence[Key],
    counts: Mapping[Key, int],
    disclosed: Mapping[Key, Disclosure],
    sums: Sequence[Sum[Key]],
    threshold: int,
) -> tuple[int, int]:
    """The smallest and the largest value that a hidden count could have, for one who reads it all."""
    import numpy
    from scipy.optimize import Bounds, LinearConstraint, milp

    column = {each: position for position, each in enumerate(hidden)}
    rows, totals = [], []
    for each in sums:
        row, total = numpy.zeros(len(hidden)), 0
        for member, sign in ((each.whole, -1), *((part, 1) for part in each.parts)):
            if member in column:
                row[column[member]] += sign
            else:
                total -= sign * counts[member]
        if row.any():
            rows.append(row)
            totals.append(total)
    if not rows:
        return 1, threshold - 1
    bounds = Bounds(
        [1 if disclosed[each] is Disclosure.SMALL else 0 for each in hidden],
        [threshold - 1 if disclosed[each] is Disclosure.SMALL else numpy.inf for each in hidden],
    )
    aim = numpy.zeros(len(hidden))
    aim[column[key]] = 1
    table = LinearConstraint(numpy.array(rows), totals, totals)
    whole = numpy.ones(len(hidden))
    low = milp(aim, integrality=whole, bounds=bounds, constraints=table)
    high = milp(-aim, integrality=whole, bounds=bounds, constraints=table)
    return round(low.fun), round(-high.fun)


def _next_to_hold_back(
    key: Key,
    counts: Mapping[Key, int],
    disclosed: Mapping[Key, Disclosure],
    sums: Sequence[Sum[Key]],
) -> Key | None:
    """The count to hold back next: one that shares a sum with the one given away, or is near to it.

    A small total loses least, since "<11" tells of its parts that they are smaller still. Then
    come parts before totals, and the smallest first; a zero only where nothing else is left.
    """
    wholes = {each.whole for each in sums}

    def cost(candidate: Key) -> tuple[bool, bool, bool, int, str]:
        count = counts[candidate]
        is_hidden = disclosed[candidate] is Disclosure.SMALL
        return not is_hidden, count == 0, candidate in wholes, count, str(candidate)

    def can_be_held_back(candidate: Key) -> bool:
        is_small_total = disclosed[candidate] is Disclosure.SMALL and candidate in wholes
        return disclosed[candidate] is Disclosure.AS_IT_IS or is_small_total

    reached, frontier = {key}, {key}
    while frontier:
        lines = [each for each in sums if frontier & {each.whole, *each.parts}]
        frontier = {member for each in lines for member in (each.whole, *each.parts)} - reached
        candidates = [each for each in frontier if can_be_held_back(each)]
        if candidates:
            return min(candidates, key=cost)
        reached |= frontier
    return None
