"""The outcome of a test before and after, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from trueline.design.paired_tests import PairedTest
from trueline.language import day, gettext, isolate, ngettext, number
from trueline.measures.intervals import Interval
from trueline.measures.paired import mcnemar
from trueline.measures.suppression import THRESHOLD, is_small

SMALLEST = Decimal("0.001")
"""The smallest probability that is told by its number."""


def when_and_title(test: PairedTest) -> str:
    """The days on which it was taken, and its title."""
    return gettext(
        "Tested on {before} and on {after}: {title}.",
        before=day(test.before),
        after=day(test.after),
        title=isolate(test.title.rstrip(".")),
    )


def paired_test_summary(test: PairedTest) -> str:
    """The test with the size of the change and its interval, in a sentence."""
    sentence = next(_change(test), gettext("Too few were tested twice to tell a change."))
    return f"{when_and_title(test)} {sentence}"


def paired_test_details(test: PairedTest) -> Iterator[str]:
    """Everything but the size of the change: the counts, whether chance would do, and who was tested once."""
    yield from _counts(test)
    yield from list(_change(test))[1:]
    yield from _chance(test)
    yield from _once(test)


def paired_test_sentences(test: PairedTest) -> Iterator[str]:
    """Everything, without its name."""
    yield from _counts(test)
    yield from _change(test)
    yield from _chance(test)
    yield from _once(test)


def _chance(test: PairedTest) -> Iterator[str]:
    if test.pairs is not None and test.pairs.n and not test.is_held_back:
        yield gettext(
            "If nothing had changed but by chance, so uneven a change or a more uneven one would"
            " come about with probability {chance} (McNemar’s exact test).",
            chance=_probability(mcnemar(test.pairs)),
        )


def _change(test: PairedTest) -> Iterator[str]:
    if test.change is not None and test.is_held_back and is_small(test.n):
        yield gettext(
            "By how much it changed is held back, since it would tell of fewer than {count} people.",
            count=number(THRESHOLD),
        )
        return
    if test.share is not None:
        yield gettext(
            "The share changed by {by} percentage points ({low} to {high} with 95 per cent"
            " confidence).",
            **_bounds(test, test.share, 100),
        )
    if test.mean is not None:
        yield gettext(
            "The mean score changed by {by} ({low} to {high} with 95 per cent confidence).",
            **_bounds(test, test.mean, 1),
        )


def _counts(test: PairedTest) -> Iterator[str]:
    if not test.n:
        return
    if not test.tells_counts:
        yield gettext(
            "How many passed is held back, since it would tell of fewer than {count} people.",
            count=number(THRESHOLD),
        )
        return
    if test.pairs is not None and test.pairs.n:
        yield gettext(
            "Of {n} people, {before} passed before and {after} after.",
            n=number(test.pairs.n),
            before=number(test.pairs.both + test.pairs.lost),
            after=number(test.pairs.both + test.pairs.gained),
        )
    if test.sum_before is not None and test.sum_after is not None:
        yield gettext(
            "The mean score of {n} people was {before} before and {after} after.",
            n=number(test.n),
            before=_rounded(test.sum_before / test.n, 1),
            after=_rounded(test.sum_after / test.n, 1),
        )


def _once(test: PairedTest) -> Iterator[str]:
    if test.only_before:
        yield ngettext(
            "{people} person was tested before and not after, and is in none of these numbers.",
            "{people} people were tested before and not after, and are in none of these numbers.",
            test.only_before,
            people=_people(test, test.only_before),
        )
    if test.only_after:
        yield ngettext(
            "{people} person was tested after and not before, and is in none of these numbers.",
            "{people} people were tested after and not before, and are in none of these numbers.",
            test.only_after,
            people=_people(test, test.only_after),
        )


def _people(test: PairedTest, count: int) -> str:
    return f"<{THRESHOLD}" if test.is_held_back and is_small(count) else number(count)


def _bounds(test: PairedTest, interval: Interval, unit: int) -> dict[str, str]:
    """As it leaves, to whole points: finer bounds would tell how few changed their answer."""
    places = 0 if test.is_held_back and test.pairs is not None else 1
    return {
        name: _rounded(getattr(interval, part) * unit, places)
        for name, part in (("by", "estimate"), ("low", "low"), ("high", "high"))
    }


def _probability(value: float) -> str:
    """To three decimals; one that is smaller is not 0."""
    return (
        _rounded(value, 3)
        if value >= SMALLEST
        else gettext("less than {number}", number=number(SMALLEST))
    )


def _rounded(value: float | Decimal, places: int) -> str:
    return number(round(Decimal(str(value)), places))
