"""How far several readers agree: per cent of pairs, and Krippendorff's alpha with an interval.

Alpha is 1 where all agree, 0 where they agree as by chance, and below 0 where less than that. It
takes any number of readers, and readers who left something out. Source: Krippendorff (2011),
Computing Krippendorff's Alpha-Reliability; for ordered values its ordinal difference. The interval is
a percentile bootstrap over the things that were read, always with the same draws.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from trueline.measures.intervals import CONFIDENCE, Interval

DRAWS = 1_000
FEWEST = 3
"""So many things have to be read by two or more for an interval."""
_SEED = 20_110_125

Unit = Sequence[int | None]
"""The readings of one thing, each as a place on the scale from 0 up; None where there is none."""


@dataclass(frozen=True)
class Agreement:
    """How far readers agree on `units` things that at least two of them read.

    `pairs` is the part of all pairs of readers that say the same, from 0 to 1. `alpha` is None where
    all that was said is one value: nothing can be told from that.
    """

    units: int
    pairs: float
    alpha: Interval | None
    has_interval: bool


def agreement(units: Sequence[Unit]) -> Agreement | None:
    """The agreement on an ordered scale; None where nothing was read by two."""
    by_two = [values for unit in units if len(values := [v for v in unit if v is not None]) > 1]
    if not by_two:
        return None
    estimate = _alpha(by_two)
    if estimate is None:
        return Agreement(len(by_two), 1.0, None, False)
    drawn = _drawn(by_two) if len(by_two) >= FEWEST else []
    low, high = (_bounds(drawn)) if drawn else (estimate, estimate)
    return Agreement(len(by_two), _pairs(by_two), Interval(estimate, low, high), bool(drawn))


def _pairs(units: Sequence[Sequence[int]]) -> float:
    alike = every = 0
    for unit in units:
        counts = Counter(unit)
        alike += sum(count * (count - 1) for count in counts.values())
        every += len(unit) * (len(unit) - 1)
    return alike / every


def _alpha(units: Sequence[Sequence[int]]) -> float | None:
    """One less the disagreement that was observed by that which chance would bring."""
    totals = Counter(value for unit in units for value in unit)
    count = sum(totals.values())
    if len(totals) < 2:
        return None
    distance = _ordinal(totals)
    observed = sum(
        sum(distance(a, b) for a in unit for b in unit) / (len(unit) - 1) for unit in units
    )
    expected = sum(totals[a] * totals[b] * distance(a, b) for a in totals for b in totals) / (
        count - 1
    )
    return 1 - observed / expected


def _ordinal(totals: Counter[int]) -> Callable[[int, int], float]:
    """The distance of two values: how many readings lie between them."""

    def distance(a: int, b: int) -> float:
        low, high = min(a, b), max(a, b)
        between = sum(count for value, count in totals.items() if low <= value <= high)
        return (between - (totals[low] + totals[high]) / 2) ** 2 if low != high else 0.0

    return distance


def _drawn(units: Sequence[Sequence[int]]) -> list[float]:
    random, size = Random(_SEED), len(units)
    draws = (_alpha([units[random.randrange(size)] for _ in range(size)]) for _ in range(DRAWS))
    return sorted(1.0 if each is None else each for each in draws)


def _bounds(drawn: Sequence[float]) -> tuple[float, float]:
    cut = round((1 - CONFIDENCE) / 2 * len(drawn))
    return drawn[cut], drawn[-cut - 1]
