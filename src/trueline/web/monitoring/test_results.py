"""The outcome of a test before and after, in words, from the totals that are kept of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from trueline.design.paired_test_wording import paired_test_sentences
from trueline.design.paired_tests import PairedTest
from trueline.exchange.test_results import Totals
from trueline.measures.paired import Paired
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


def totals_of(result: TestResult) -> Totals:
    """The totals as they are reckoned with."""
    pairs = Paired(**{name: int(result.pairs[name]) for name in PAIRS}) if result.pairs else None
    sums = {name: Decimal(result.sums[name]) for name in SUMS} if result.sums else {}
    return Totals(result.n, result.only_before, result.only_after, pairs, **sums)


def stored_values(totals: Totals) -> dict[str, Any]:
    """The columns that hold totals."""
    data = totals.as_data()
    return {
        "n": totals.n,
        "only_before": totals.only_before,
        "only_after": totals.only_after,
        "pairs": data["pairs"] or {},
        "sums": {} if totals.changes is None else {name: data[name] for name in SUMS},
    }


def tested_of(result: TestResult) -> PairedTest:
    """The test as shown with its indicator's figures."""
    totals = totals_of(result)
    return PairedTest(
        result.title,
        result.before,
        result.after,
        totals.n,
        totals.only_before,
        totals.only_after,
        totals.pairs,
        sum_before=totals.before,
        sum_after=totals.after,
        changes=totals.changes,
        squares=totals.squares,
    )


@dataclass(frozen=True)
class DisplayedTest:
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
    def sentences(self) -> list[str]:
        """The result, sentence by sentence."""
        return list(paired_test_sentences(tested_of(self.one)))
