"""How far one figure, or one test of the same people, supports the change that its category is about."""

from __future__ import annotations

from enum import StrEnum

from trueline.design.figures import Figure
from trueline.design.paired_tests import PairedTest
from trueline.language.term_types import Measures
from trueline.measures.changes import change_interval, share_interval
from trueline.measures.readings import Flag, State

OF_CHANGE: tuple[Measures | None, ...] = (
    *("learning", "livelihoods", "retention", "behaviour", "impact", None),
)
"""Figures that say little without one from before; others count what was done."""


class Support(StrEnum):
    """The verdict of a figure on the change that its category is about."""

    CHANGED = "changed"
    """Moved the better way from its baseline."""
    UNCHANGED = "unchanged"
    WORSE = "worse"
    COUNTED = "counted"
    """So many were reached, content, or helped."""
    NOBODY = "nobody"
    """Counted, and came to none."""
    COULD_BE_CHANCE = "could-be-chance"
    """Moved the better way, by no more than chance alone might among so few."""
    LEVEL = "level"
    """Stands at a figure; there is none from before, or neither way is better."""
    CANNOT_BE = "cannot-be"
    """More than all, or below zero."""
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    SUPPRESSED = "suppressed"


NO_CHANGE = (Support.UNCHANGED, Support.WORSE, Support.COULD_BE_CHANCE)


def support_of(figure: Figure, measures: Measures | None) -> Support:
    """Judges one figure by its state, its value before, and which way is better."""
    aggregate, value = figure.to_date, figure.value
    if aggregate.state is not State.REPORTED:
        return Support(aggregate.state.value)
    if {Flag.ABOVE_ALL, Flag.BELOW_ZERO}.intersection(aggregate.flags):
        return Support.CANNOT_BE
    if value is None:
        return Support.LEVEL
    if measures not in OF_CHANGE:
        return Support.COUNTED if value > 0 else Support.NOBODY
    better, change = figure.indicator.direction, figure.change
    if figure.indicator.measure == "change" and change is None:
        change = value  # the figure is itself a change
    if change is None or better not in ("up", "down"):
        return Support.LEVEL
    if change == 0:
        return Support.UNCHANGED
    if (change > 0) != (better == "up"):
        return Support.WORSE
    return Support.COULD_BE_CHANCE if _could_be_chance(figure) else Support.CHANGED


def support_of_test(tested: PairedTest, better: str | None) -> Support:
    """Judges a test of the same people; to pass, or score, more is better where nothing else is said."""
    change = tested.change
    if change is None:
        return Support.LEVEL
    if change.estimate == 0:
        return Support.UNCHANGED
    if (change.estimate > 0) != (better != "down"):
        return Support.WORSE
    return Support.CHANGED if change.is_clear_of_zero else Support.COULD_BE_CHANCE


def _could_be_chance(figure: Figure) -> bool:
    """Whether the change lies within what chance alone may bring. Where only the figure from before
    is known, and not what was counted for it, that is taken as it is.
    """
    reading, baseline = figure.to_date.reading, figure.indicator.baseline
    if interval := change_interval(figure.before, reading):
        return not interval.is_clear_of_zero
    share = share_interval(reading)
    if share is None or baseline is None or baseline.value is None:
        return False
    return share.low <= float(baseline.value) / 100 <= share.high
