"""How much of the way from the baseline to a target has been gone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from trueline.language.term_types import Better


class Standing(StrEnum):
    """How a figure stands to its target."""

    SHARE = "share"
    """So much of the way, as a share: 0.5 is half."""
    MAINTAINED = "maintained"
    """The target was to stay at the baseline, and the figure is there or better."""
    NOT_MAINTAINED = "not-maintained"
    NO_FIGURE = "no-figure"
    NO_TARGET = "no-target"
    NO_BASELINE = "no-baseline"
    """A figure that should fall, without a figure to fall from."""
    AGAINST_DIRECTION = "against-direction"
    """The target lies on the worse side of the baseline: one of the two is wrong."""
    HELD_BACK = "held-back"
    """The share would reveal a small count of people."""
    NO_DIRECTION = "no-direction"
    """Neither up nor down is better, so that there is no way to have gone."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A standing, with the share where it is one. Below 0: it went the wrong way."""

    standing: Standing
    share: Fraction | None = None


def progress(
    figure: Fraction | None, *, target: Fraction | None, baseline: Fraction | None, better: Better
) -> Progress:
    """The share of the way from baseline to target that the figure has gone.

    A fall from 40 to 30 against a target of 20 is half the way. Where more is better and nothing
    was there before (no baseline), the way begins at 0. Nothing is divided by 0: a target that is
    the baseline is maintained or not.
    """
    if figure is None:
        return Progress(Standing.NO_FIGURE)
    if target is None:
        return Progress(Standing.NO_TARGET)
    if better == "none":
        return Progress(Standing.NO_DIRECTION)
    if baseline is None:
        if better == "down":
            return Progress(Standing.NO_BASELINE)
        baseline = Fraction()
    way = target - baseline
    if way == 0:
        is_kept = figure >= target if better == "up" else figure <= target
        return Progress(Standing.MAINTAINED if is_kept else Standing.NOT_MAINTAINED)
    if (way > 0) != (better == "up"):
        return Progress(Standing.AGAINST_DIRECTION)
    return Progress(Standing.SHARE, (figure - baseline) / way)


def change(figure: Fraction | None, baseline: Fraction | None) -> Fraction | None:
    """The figure minus the baseline; nothing where one of them is missing."""
    return None if figure is None or baseline is None else figure - baseline
