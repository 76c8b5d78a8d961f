"""A reading at one place, in one period, for one group of people.

Sums are kept, never shares: a proportion keeps what was counted and out of what, a mean its sum and
how many, so that parts of a whole can be put together again without a percentage being averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import reduce


class State(StrEnum):
    """Four answers that are never taken for each other. Zero is a figure like any other."""

    REPORTED = "reported"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    SUPPRESSED = "suppressed"


class Flag(StrEnum):
    """A reason to ask about a figure. It is shown beside the figure, and changes nothing."""

    ABOVE_ALL = "above-all"
    """More than all: a numerator above its denominator."""
    BELOW_ZERO = "below-zero"
    NOBODY_COUNTED = "nobody-counted"
    """A denominator of 0: there is no share, which is not a share of 0."""
    CARRIED_FORWARD = "carried-forward"
    """A place did not report; its last figure stands in."""
    PARTS_DIFFER = "parts-differ"
    """The total that was given is not the sum of its parts."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many, or how much."""

    value: Decimal

    def __add__(self, other: Count) -> Count:
        return Count(self.value + other.value)

    @property
    def figure(self) -> Fraction:
        return Fraction(self.value)

    @property
    def flags(self) -> tuple[Flag, ...]:
        return (Flag.BELOW_ZERO,) if self.value < 0 else ()


@dataclass(frozen=True, slots=True)
class Share:
    """So many out of so many: a proportion, yes out of yes and no, points met out of those that apply.

    An answer left blank belongs in neither number.
    """

    numerator: Decimal
    denominator: Decimal

    def __add__(self, other: Share) -> Share:
        return Share(self.numerator + other.numerator, self.denominator + other.denominator)

    @property
    def figure(self) -> Fraction | None:
        """Between 0 and 1; nothing where the denominator is 0."""
        return Fraction(self.numerator) / Fraction(self.denominator) if self.denominator else None

    @property
    def flags(self) -> tuple[Flag, ...]:
        return (
            *((Flag.BELOW_ZERO,) if min(self.numerator, self.denominator) < 0 else ()),
            *((Flag.ABOVE_ALL,) if self.numerator > self.denominator else ()),
            *((Flag.NOBODY_COUNTED,) if self.denominator == 0 else ()),
        )


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many for each of something else: clients for each counsellor. It may be above 1."""

    numerator: Decimal
    denominator: Decimal

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.numerator + other.numerator, self.denominator + other.denominator)

    @property
    def figure(self) -> Fraction | None:
        return Fraction(self.numerator) / Fraction(self.denominator) if self.denominator else None

    @property
    def flags(self) -> tuple[Flag, ...]:
        return (Flag.NOBODY_COUNTED,) if self.denominator == 0 else ()


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean, kept as the sum of what was measured and how many were measured."""

    total: Decimal
    n: int

    def __add__(self, other: Mean) -> Mean:
        return Mean(self.total + other.total, self.n + other.n)

    @property
    def figure(self) -> Fraction | None:
        return Fraction(self.total) / self.n if self.n else None

    @property
    def flags(self) -> tuple[Flag, ...]:
        return (Flag.NOBODY_COUNTED,) if self.n == 0 else ()


@dataclass(frozen=True, slots=True)
class Scale:
    """Answers on a scale: how many at its first point, its second, and so on.

    The figure is the share at the points from `high` up, counted from 1: those at 4 and 5 of a
    scale to 5, where `high` is 4. Points are ranks, so that no mean is made of them.
    """

    counts: tuple[int, ...]
    high: int

    def __add__(self, other: Scale) -> Scale:
        points = zip(self.counts, other.counts, strict=True)
        return Scale(tuple(ours + theirs for ours, theirs in points), self.high)

    @property
    def n(self) -> int:
        return sum(self.counts)

    @property
    def figure(self) -> Fraction | None:
        return Fraction(sum(self.counts[self.high - 1 :]), self.n) if self.n else None

    @property
    def flags(self) -> tuple[Flag, ...]:
        return (
            *((Flag.BELOW_ZERO,) if min(self.counts, default=0) < 0 else ()),
            *((Flag.NOBODY_COUNTED,) if self.n == 0 else ()),
        )


@dataclass(frozen=True, slots=True)
class Words:
    """A reading in words. There is nothing to add up; the texts are kept in their order."""

    texts: tuple[str, ...]

    def __add__(self, other: Words) -> Words:
        return Words((*self.texts, *other.texts))

    @property
    def figure(self) -> None:
        return None

    @property
    def flags(self) -> tuple[Flag, ...]:
        return ()


Reading = Count | Share | Ratio | Mean | Scale | Words


class CannotCombine(ValueError):
    """Readings of different kinds, or scales of different lengths, were put together."""


def combined(readings: Sequence[Reading]) -> Reading:
    """The whole of which the readings are parts: sums of what was counted, never of shares.

    Raises CannotCombine where they are not of one kind, or where there are none.
    """
    if not readings:
        raise CannotCombine("There is nothing to add up.")
    if all(type(each) is Count for each in readings):  # nearly all are, and there are thousands
        first, *others = (each.value for each in readings if isinstance(each, Count))
        return Count(sum(others, first))
    return reduce(_sum, readings)


def _sum(one: Reading, other: Reading) -> Reading:
    match one, other:
        case Count(), Count():
            return one + other
        case Share(), Share():
            return one + other
        case Ratio(), Ratio():
            return one + other
        case Mean(), Mean():
            return one + other
        case Words(), Words():
            return one + other
        case Scale(), Scale() if (len(one.counts), one.high) == (len(other.counts), other.high):
            return one + other
    raise CannotCombine(
        "Readings of different kinds, or scales of different points, do not add up."
    )
