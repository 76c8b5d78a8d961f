"""Whether a problem went away or next door: counts in a target, a buffer and control areas."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from trueline.measures.intervals import CONFIDENCE, Interval


@dataclass(frozen=True, slots=True)
class Area:
    """Cases counted in one area, in two stretches of time of the same length."""

    before: int
    after: int

    def __post_init__(self) -> None:
        if min(self.before, self.after) < 0:
            raise ValueError("Cases are counted from 0 up.")

    @property
    def change(self) -> int:
        return self.after - self.before


class Spread(StrEnum):
    """How the buffer moved beside the target, once the controls are taken off."""

    NOT_SHOWN = "not-shown"
    """The change in the target could be chance, so that there is nothing to have moved."""
    NO_FALL = "no-fall"
    """Cases in the target rose beside its control."""
    MORE_BENEFIT = "more-benefit"
    """The buffer gained more than the target."""
    BENEFIT = "benefit"
    NONE = "none"
    PARTLY_DISPLACED = "partly-displaced"
    """The buffer lost, less than the target gained."""
    DISPLACED = "displaced"
    """The buffer lost as much as the target gained, or more."""


@dataclass(frozen=True, slots=True)
class Displacement:
    """The changes beside their controls, all in cases. Below 0 is a fall."""

    target: Interval
    buffer: Interval
    overall: Interval
    """The weighted displacement difference: target and buffer together."""
    quotient: float | None
    """Above 0, the buffer shared in the fall; below 0, cases moved there; at -1, all of them.
    Given only where cases in the target fell by more than chance would have it."""
    spread: Spread


def displacement(
    target: Area, control: Area, buffer: Area, buffer_control: Area, confidence: float = CONFIDENCE
) -> Displacement:
    """Changes in a target and the buffer around it, each beside a control area of its own.

    Source: Wheeler and Ratcliffe (2018), Crime Science 7, article 11, for the difference, whose
    standard error is the root of the sum of its eight counts; Bowers and Johnson (2003), Journal
    of Quantitative Criminology 19, 275-301, for what the quotient tells. It holds for cases that
    are counted one by one and for periods of one length. A victim who is replaced by another, or
    a route that moves beyond the buffer, is not seen.
    """
    in_target = _against_control(target, control, confidence)
    in_buffer = _against_control(buffer, buffer_control, confidence)
    overall = _interval(
        in_target.estimate + in_buffer.estimate,
        [target, control, buffer, buffer_control],
        confidence,
    )
    quotient = None
    if in_target.high < 0:
        quotient = in_buffer.estimate / in_target.estimate
    return Displacement(in_target, in_buffer, overall, quotient, _spread(in_target, quotient))


def _spread(target: Interval, quotient: float | None) -> Spread:
    if quotient is None:
        return Spread.NO_FALL if target.low > 0 else Spread.NOT_SHOWN
    if quotient > 1:
        return Spread.MORE_BENEFIT
    if quotient > 0:
        return Spread.BENEFIT
    if quotient == 0:
        return Spread.NONE
    return Spread.PARTLY_DISPLACED if quotient > -1 else Spread.DISPLACED


def _against_control(area: Area, control: Area, confidence: float) -> Interval:
    return _interval(area.change - control.change, [area, control], confidence)


def _interval(estimate: float, areas: list[Area], confidence: float) -> Interval:
    from scipy.special import ndtri

    error = sqrt(sum(area.before + area.after for area in areas))
    reach = float(ndtri((1 + confidence) / 2)) * error
    return Interval(estimate, estimate - reach, estimate + reach)
