"""The part of a change that chance alone may explain, and what those not asked again could change."""

from __future__ import annotations

from dataclasses import dataclass

from trueline.measures.intervals import Interval, difference, wilson
from trueline.measures.paired import Retention
from trueline.measures.readings import Mean, Reading, Scale, Share


@dataclass(frozen=True, slots=True)
class Loss:
    """How many were asked at first, and how many of them again."""

    first: int
    again: int
    bounds: tuple[float, float] | None = None
    """The share of all, if none and if all of those who were not asked again were counted."""

    @property
    def lost(self) -> int:
        return self.first - self.again

    @property
    def share(self) -> float:
        return self.lost / self.first


def counted(reading: Reading | None) -> tuple[int, int] | None:
    """How many people out of how many; None where the figure is no share of whole numbers."""
    match reading:
        case Share(numerator, denominator):
            if 0 <= numerator <= denominator > 0 and numerator % 1 == denominator % 1 == 0:
                return int(numerator), int(denominator)
        case Scale() as scale if scale.n and min(scale.counts) >= 0:
            return sum(scale.counts[scale.high - 1 :]), scale.n
    return None


def share_interval(reading: Reading | None) -> Interval | None:
    """The share with its interval, where those counted were drawn by chance from more."""
    counts = counted(reading)
    return wilson(*counts) if counts else None


def change_interval(before: Reading | None, after: Reading | None) -> Interval | None:
    """After minus before, as shares, where it is known of both what was counted.

    It is reckoned as of two samples of different people, which is the wider of the two ways for
    people who were asked twice and answer alike.
    """
    first, second = counted(before), counted(after)
    return difference(first, second) if first and second else None


def loss_to_follow_up(first: Reading | None, again: Reading | None) -> Loss | None:
    """How many of those who were counted at first were asked again; None where more were."""
    people, asked_again = _respondents(first), _respondents(again)
    if not people or asked_again is None or asked_again > people:
        return None
    counts = counted(again)
    bounds = Retention(people, asked_again, counts[0]).bounds if counts else None
    return Loss(people, asked_again, bounds)


def _respondents(reading: Reading | None) -> int | None:
    if isinstance(reading, Mean):
        return reading.n
    counts = counted(reading)
    return counts[1] if counts else None
