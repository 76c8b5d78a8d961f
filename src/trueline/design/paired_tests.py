"""A test that the same people took before and after, as totals beside the figures of an indicator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from trueline.design.measurement import Indicator
from trueline.measures.intervals import Interval
from trueline.measures.paired import Paired, mean_change, paired_difference
from trueline.measures.suppression import is_small

LATER = 12
"""Months after which a test tells what is still known, where the indicator plans no follow-up: the
most that the toolkit asks for (3 E4 names 6 to 12 months, 6 E4 at least 12).
"""


@dataclass(frozen=True, slots=True)
class PairedTest:
    """Totals of a test: who passed both times, once, or never; or sums of scores, of changes and of their
    squares. `n` people took it twice; `only_before` and `only_after` once.
    """

    title: str
    before: date
    after: date
    n: int
    only_before: int = 0
    only_after: int = 0
    pairs: Paired | None = None
    sum_before: Decimal | None = None
    sum_after: Decimal | None = None
    changes: Decimal | None = None
    squares: Decimal | None = None
    is_held_back: bool = False
    """Whether small counts of people are held back, because it leaves the organisation."""

    @property
    def share(self) -> Interval | None:
        """By how much the share of those who passed changed, between -1 and 1."""
        return paired_difference(self.pairs) if self.pairs and self.pairs.n else None

    @property
    def mean(self) -> Interval | None:
        """By how much the mean score changed."""
        if self.changes is None or self.squares is None:
            return None
        return mean_change(self.n, self.changes, self.squares)

    @property
    def change(self) -> Interval | None:
        """By how much it changed: the share who passed, else the mean score."""
        return self.share or self.mean

    @property
    def tells_counts(self) -> bool:
        """Whether its counts of people may be shown."""
        if not self.is_held_back:
            return True
        counts = [self.n]
        if self.pairs is not None:
            passed = (self.pairs.both + self.pairs.lost, self.pairs.both + self.pairs.gained)
            counts += [*passed, *(self.pairs.n - each for each in passed)]
        return not any(map(is_small, counts))

    def to_share(self) -> PairedTest:
        """The same as it leaves the organisation."""
        return replace(self, is_held_back=True)


def is_later(test: PairedTest, tests: Iterable[PairedTest], indicator: Indicator) -> bool:
    """Whether a test tells what is still known: so many months after an earlier test of the indicator that
    was told at once, or after the test before the work.
    """
    months = min(indicator.follow_up_months, default=LATER)
    since = min((each.after for each in tests if each.after < test.after), default=test.before)
    passed = (test.after.year - since.year) * 12 + test.after.month - since.month
    return passed > months or (passed == months and test.after.day >= since.day)
