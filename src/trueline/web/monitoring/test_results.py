"""What a test before and after came to, in words, of the totals that are kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.exchange.test_results import Totals
from trueline.language import day, number
from trueline.measures.intervals import Interval
from trueline.measures.paired import Paired, mcnemar, mean_change, paired_difference
from trueline.web.monitoring.models import TestResult

SUMS = ("before", "after", "changes", "squares")
PAIRS = ("both", "gained", "lost", "neither")


def is_test_result(row: Any) -> bool:
    """Whether the totals of a row can be read."""
    try:
        totals = totals_of(row)
    except (AttributeError, ArithmeticError, KeyError, TypeError, ValueError):
        return False
    return totals.pairs is None or totals.pairs.n == row.n


def totals_of(one: TestResult) -> Totals:
    """The totals as they are reckoned with."""
    pairs = Paired(**{name: int(one.pairs[name]) for name in PAIRS}) if one.pairs else None
    sums = {name: Decimal(one.sums[name]) for name in SUMS} if one.sums else {}
    return Totals(one.n, one.only_before, one.only_after, pairs, **sums)


def kept_as(totals: Totals) -> dict[str, Any]:
    """The columns that hold totals."""
    data = totals.as_data()
    return {
        "n": totals.n,
        "only_before": totals.only_before,
        "only_after": totals.only_after,
        "pairs": data["pairs"] or {},
        "sums": {} if totals.changes is None else {name: data[name] for name in SUMS},
    }


@dataclass(frozen=True)
class Shown:
    """A test as its readers see it."""

    one: TestResult

    @property
    def totals(self) -> Totals:
        return totals_of(self.one)

    @property
    def table(self) -> list[tuple[str, int, int]]:
        """Who passed before, and who did not: of each how many passed after, and how many did not."""
        pairs = self.totals.pairs
        if pairs is None:
            return []
        return [
            (_("Passed before"), pairs.both, pairs.lost),
            (_("Not passed before"), pairs.gained, pairs.neither),
        ]

    @property
    def said(self) -> list[str]:
        """What it came to, sentence by sentence."""
        return [*self._passed(), *self._means(), *self._missing()]

    @property
    def beside_a_figure(self) -> list[str]:
        """The same under the name of the test and its days, to stand among what others tell."""
        named = _("Tested on %(before)s and on %(after)s: %(title)s.") % {
            "before": day(self.one.before),
            "after": day(self.one.after),
            "title": self.one.title.rstrip("."),
        }
        return [named, *self.said]

    def _passed(self) -> list[str]:
        pairs = self.totals.pairs
        if pairs is None or not pairs.n:
            return []
        numbers = {
            "before": pairs.both + pairs.lost,
            "after": pairs.both + pairs.gained,
            "n": pairs.n,
        }
        shift = _bounds(paired_difference(pairs), 100)
        chance = _rounded(mcnemar(pairs), 3)
        return [
            _("Of %(n)s people, %(before)s passed before and %(after)s after.") % numbers,
            _(
                "The share changed by %(by)s percentage points"
                " (%(low)s to %(high)s with 95 per cent confidence)."
            )
            % shift,
            _(
                "If nothing had changed but by chance, so uneven a change or a more uneven one would"
                " come about with probability %(chance)s (McNemar’s exact test)."
            )
            % {"chance": chance},
        ]

    def _means(self) -> list[str]:
        totals = self.totals
        if totals.before is None or totals.after is None or not totals.n:
            return []
        numbers = {
            "before": _rounded(totals.before / totals.n, 1),
            "after": _rounded(totals.after / totals.n, 1),
            "n": totals.n,
        }
        text = [
            _("The mean score of %(n)s people was %(before)s before and %(after)s after.") % numbers
        ]
        change = mean_change(totals.n, totals.changes or Decimal(0), totals.squares or Decimal(0))
        if change is not None:
            text.append(
                _("It changed by %(by)s (%(low)s to %(high)s with 95 per cent confidence).")
                % _bounds(change, 1)
            )
        return text

    def _missing(self) -> list[str]:
        text = []
        if count := self.totals.only_before:
            text.append(
                ngettext(
                    "%(count)s person was tested before and not after, and is in none of these numbers.",
                    "%(count)s people were tested before and not after, and are in none of these numbers.",
                    count,
                )
                % {"count": count}
            )
        if count := self.totals.only_after:
            text.append(
                ngettext(
                    "%(count)s person was tested after and not before, and is in none of these numbers.",
                    "%(count)s people were tested after and not before, and are in none of these numbers.",
                    count,
                )
                % {"count": count}
            )
        return text


def _bounds(interval: Interval, unit: int) -> dict[str, str]:
    return {
        "by": _rounded(interval.estimate * unit, 1),
        "low": _rounded(interval.low * unit, 1),
        "high": _rounded(interval.high * unit, 1),
    }


def _rounded(value: float | Decimal, places: int) -> str:
    return number(round(Decimal(str(value)), places))
