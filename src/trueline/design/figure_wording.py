"""Figures and their progress as a reader sees them.

Zero, missing, not applicable and held back are four things, and read as four.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from trueline.design.figures import Figure, in_unit
from trueline.document.targets import Baseline, Target
from trueline.language import day, gettext, joined_by_semicolons, ngettext, number
from trueline.language.terms import FLAG, STANDING, STATE
from trueline.measures.aggregates import Aggregate, Coverage
from trueline.measures.progress import Progress, Standing
from trueline.measures.readings import Count, Flag, Mean, Ratio, Scale, Share, State, Words

TENTH = Decimal("0.1")


def rounded(value: Fraction | Decimal, to: Decimal = TENTH) -> Decimal:
    """A figure to so many decimals, half a step up, without trailing zeros."""
    if isinstance(value, Decimal):
        exact = value
    else:
        exact = Decimal(value.numerator) / Decimal(value.denominator)
    whole = exact.quantize(to, ROUND_HALF_UP)
    return whole.to_integral_value() if whole == whole.to_integral_value() else whole.normalize()


def figure_in_words(aggregate: Aggregate, unit: str = "") -> str:
    """A figure with its unit, and for a share what it was counted from; or why there is none."""
    if aggregate.reading is None:
        return f"<{aggregate.below}" if aggregate.below else STATE.label(aggregate.state)
    if type(aggregate.reading) is Count:  # most are, and nothing needs to be worked out of them
        value_in_words = number(rounded(aggregate.reading.value))
        return f"{value_in_words} {unit}" if unit else value_in_words
    value = in_unit(aggregate.reading)
    match aggregate.reading:
        case Share(numerator, denominator) | Ratio(numerator, denominator):
            counted = gettext(
                "{part} of {whole}", part=number(numerator), whole=number(denominator)
            )
        case Mean(n=n) | Scale(n=n):
            counted = gettext("n = {n}", n=number(n))
        case Words(texts):
            return joined_by_semicolons(texts)
        case _:
            counted = ""
    if value is None:
        return counted
    value_in_words = number(rounded(value))
    if isinstance(aggregate.reading, Share | Scale):
        value_in_words = gettext("{number} %", number=value_in_words)
    elif unit:
        value_in_words = f"{value_in_words} {unit}"
    return f"{value_in_words} ({counted})" if counted else value_in_words


def coverage_in_words(coverage: Coverage) -> str:
    """The readings that came in of those expected, and how it is with the others."""
    parts = [
        ngettext(
            "{reported} of {count} reading",
            "{reported} of {count} readings",
            coverage.expected,
            reported=coverage.reported,
        )
    ]
    if coverage.missing:
        parts.append(ngettext("{count} missing", "{count} missing", coverage.missing))
    if coverage.not_applicable:
        parts.append(
            ngettext("{count} not applicable", "{count} not applicable", coverage.not_applicable)
        )
    if coverage.suppressed:
        parts.append(ngettext("{count} held back", "{count} held back", coverage.suppressed))
    return joined_by_semicolons(parts)


def baseline_in_words(baseline: Baseline | None) -> str:
    """The value before the work, or that none was measured. A baseline of 0 is one."""
    if baseline is None or (baseline.value is None and not baseline.text):
        return gettext("No baseline")
    value = baseline.text if baseline.value is None else number(baseline.value)
    if baseline.measured:
        return gettext("Baseline {value} ({day})", value=value, day=day(baseline.measured))
    return gettext("Baseline {value}", value=value)


def target_in_words(target: Target) -> str:
    """The target and its date."""
    value = target.text if target.value is None else number(target.value)
    return gettext("target {value} by {day}", value=value, day=day(target.due))


def progress_in_words(progress: Progress) -> str:
    """How much of the way is covered, or why that is not known."""
    if progress.standing is not Standing.SHARE or progress.share is None:
        return STANDING.label(progress.standing)
    share = number(rounded(progress.share * 100))
    if progress.share < 0:
        return gettext("{share} % of the way: it moved away from the target", share=share)
    return gettext("{share} % of the way", share=share)


def questions(figure: Figure) -> list[str]:
    """Questions that the figure raises."""
    return questions_about(figure.to_date)


def questions_about(aggregate: Aggregate) -> list[str]:
    """Questions that a figure of one or several periods raises."""
    texts = []
    for flag in aggregate.flags:
        text = FLAG.label(flag)
        if flag is Flag.PARTS_DIFFER and aggregate.difference is not None:
            text += " " + gettext(
                "They differ by {difference}. Is somebody counted twice, or in no group?",
                difference=number(abs(aggregate.difference)),
            )
        texts.append(text)
    return texts


def has_figure(aggregate: Aggregate) -> bool:
    """Whether there is a figure to show at all."""
    return aggregate.state is State.REPORTED
