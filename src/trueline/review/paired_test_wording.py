"""What a test before and after came to, sentence by sentence."""

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


def named(one: PairedTest) -> str:
    """When it was taken, and what it is called."""
    return gettext(
        "Tested on {before} and on {after}: {title}.",
        before=day(one.before),
        after=day(one.after),
        title=isolate(one.title.rstrip(".")),
    )


def size_tested(one: PairedTest) -> str:
    """The test with the size of the change and its interval, in a sentence."""
    sentence = next(_change(one), gettext("Too few were tested twice to tell a change."))
    return f"{named(one)} {sentence}"


def beside_the_size(one: PairedTest) -> Iterator[str]:
    """What else it came to: the counts, whether chance would do, and who was tested once."""
    yield from _counts(one)
    yield from list(_change(one))[1:]
    yield from _chance(one)
    yield from _once(one)


def all_of(one: PairedTest) -> Iterator[str]:
    """Everything, without its name."""
    yield from _counts(one)
    yield from _change(one)
    yield from _chance(one)
    yield from _once(one)


def _chance(one: PairedTest) -> Iterator[str]:
    if one.pairs is not None and one.pairs.n and not one.is_held_back:
        yield gettext(
            "If nothing had changed but by chance, so uneven a change or a more uneven one would"
            " come about with probability {chance} (McNemar’s exact test).",
            chance=_probability(mcnemar(one.pairs)),
        )


def _change(one: PairedTest) -> Iterator[str]:
    if one.change is not None and one.is_held_back and is_small(one.n):
        yield gettext(
            "By how much it changed is held back, since it would tell of fewer than {count} people.",
            count=number(THRESHOLD),
        )
        return
    if one.share is not None:
        yield gettext(
            "The share changed by {by} percentage points ({low} to {high} with 95 per cent"
            " confidence).",
            **_bounds(one, one.share, 100),
        )
    if one.mean is not None:
        yield gettext(
            "The mean score changed by {by} ({low} to {high} with 95 per cent confidence).",
            **_bounds(one, one.mean, 1),
        )


def _counts(one: PairedTest) -> Iterator[str]:
    if not one.n:
        return
    if not one.tells_counts:
        yield gettext(
            "How many passed is held back, since it would tell of fewer than {count} people.",
            count=number(THRESHOLD),
        )
        return
    if one.pairs is not None and one.pairs.n:
        yield gettext(
            "Of {n} people, {before} passed before and {after} after.",
            n=number(one.pairs.n),
            before=number(one.pairs.both + one.pairs.lost),
            after=number(one.pairs.both + one.pairs.gained),
        )
    if one.sum_before is not None and one.sum_after is not None:
        yield gettext(
            "The mean score of {n} people was {before} before and {after} after.",
            n=number(one.n),
            before=_rounded(one.sum_before / one.n, 1),
            after=_rounded(one.sum_after / one.n, 1),
        )


def _once(one: PairedTest) -> Iterator[str]:
    if one.only_before:
        yield ngettext(
            "{people} person was tested before and not after, and is in none of these numbers.",
            "{people} people were tested before and not after, and are in none of these numbers.",
            one.only_before,
            people=_people(one, one.only_before),
        )
    if one.only_after:
        yield ngettext(
            "{people} person was tested after and not before, and is in none of these numbers.",
            "{people} people were tested after and not before, and are in none of these numbers.",
            one.only_after,
            people=_people(one, one.only_after),
        )


def _people(one: PairedTest, count: int) -> str:
    return f"<{THRESHOLD}" if one.is_held_back and is_small(count) else number(count)


def _bounds(one: PairedTest, interval: Interval, unit: int) -> dict[str, str]:
    """As it leaves, to whole points: finer bounds would tell how few changed their answer."""
    places = 0 if one.is_held_back and one.pairs is not None else 1
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
