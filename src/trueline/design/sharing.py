"""Figures as they leave the organisation: small counts of people held back.

A count from 1 to 10 is shown as "<11". A share is held back whole where what was counted, what it was
counted out of, or the rest is small; so is a mean of few. Further figures follow where periods and
groups that add up would give a small one away. An indicator that does not say whether it counts
people is taken to count them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

from trueline.design.figures import Figure, methods_of
from trueline.design.measurement import Indicator
from trueline.measures.aggregates import Aggregate, Method, Methods
from trueline.measures.progress import Progress, Standing
from trueline.measures.readings import Count, Flag, Mean, Ratio, Reading, Scale, Share, State
from trueline.measures.suppression import THRESHOLD, Disclosure, Sum, disclose, is_small

Key = tuple[str, str]
"""A number in a table: the figure that it belongs to, and which of its numbers it is."""

WHOLE = "to-date"


def to_share(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The same figures without what could give a small count of people away."""
    return tuple(map(_protect, figures))


def _protect(figure: Figure) -> Figure:
    tested = tuple(each.to_share() for each in figure.tested)
    if figure.indicator.counts_people is False:
        return replace(figure, tested=tested)
    table = _Table(figure)
    disclosed = table.disclosures()
    indicator = _without_small_baseline(figure.indicator)
    to_date = table.leaving(WHOLE, figure.to_date, disclosed)
    tells = to_date.state is not State.SUPPRESSED and indicator is figure.indicator
    return replace(
        figure,
        indicator=indicator,
        to_date=to_date,
        by_period=tuple(
            (period, table.leaving(_period(number), each, disclosed))
            for number, (period, each) in enumerate(figure.by_period)
        ),
        by_group=tuple(
            (group, table.leaving(_group(number), each, disclosed))
            for number, (group, each) in enumerate(figure.by_group)
        ),
        before=_before(figure.before),
        followed_up=tuple((when, alone(each)) for when, each in figure.followed_up),
        tested=tested,
        progress=figure.progress if tells else _held_back(figure.progress),
        final_progress=figure.final_progress if tells else _held_back(figure.final_progress),
    )


def alone_to_share(figure: Figure) -> Figure:
    """The figure to date for publication without its periods and groups."""
    stands_alone = replace(
        figure, by_period=(), by_group=(), before=None, followed_up=(), tested=()
    )
    if figure.indicator.counts_people is False:
        return stands_alone
    indicator, to_date = _without_small_baseline(figure.indicator), alone(figure.to_date)
    tells = to_date.state is not State.SUPPRESSED and indicator is figure.indicator
    return replace(
        stands_alone,
        indicator=indicator,
        to_date=to_date,
        progress=figure.progress if tells else _held_back(figure.progress),
        final_progress=figure.final_progress if tells else _held_back(figure.final_progress),
    )


def alone(aggregate: Aggregate) -> Aggregate:
    """A figure that is part of no table, as it leaves: whole, or not at all."""
    numbers = people_in(aggregate)
    if not any(map(is_small, numbers.values())):
        return replace(aggregate, reading=without_points(aggregate.reading), difference=None)
    below = THRESHOLD if isinstance(aggregate.reading, Count) else None
    return Aggregate(State.SUPPRESSED, coverage=aggregate.coverage, below=below)


def _before(reading: Reading | None) -> Reading | None:
    return alone(Aggregate(State.REPORTED, reading)).reading if reading else None


def _held_back(progress: Progress) -> Progress:
    """Progress without its values, which are held back; that there is no target may be shown."""
    needs_figure = progress.standing not in (Standing.NO_TARGET, Standing.NO_FIGURE)
    return Progress(Standing.HELD_BACK) if needs_figure else progress


def _without_small_baseline(indicator: Indicator) -> Indicator:
    """A baseline that counts people is a count like any other; one of a share has no count to it."""
    baseline = indicator.baseline
    is_share = bool(indicator.denominator) or indicator.measure not in (None, "count", "change")
    if is_share or baseline is None or baseline.value is None or not is_small(baseline.value):
        return indicator
    held_back = baseline.model_copy(update={"value": None, "text": f"<{THRESHOLD}"})
    return indicator.model_copy(update={"baseline": held_back})


def _period(number: int) -> str:
    return f"period {number}"


def _group(number: int) -> str:
    return f"group {number}"


@dataclass(frozen=True)
class _Line:
    """Figures that the whole is made of, and how."""

    names: tuple[str, ...]
    method: Method


def _as_sums(methods: Methods, is_count: bool) -> tuple[Method, Method]:
    """How parts make the whole, as far as a reader can compute backwards. A mean of shares is a sum."""
    means = Method.HIGHEST if is_count else Method.SUM
    over_periods, over_places = (
        means if each is Method.MEAN else each
        for each in (methods.over_periods, methods.over_places)
    )
    return over_periods, over_places


class _Table:
    """Every number of one indicator that a reader gets, and how they hang together."""

    def __init__(self, figure: Figure) -> None:
        periods = {_period(n): each for n, (_, each) in enumerate(figure.by_period)}
        groups = {_group(n): each for n, (_, each) in enumerate(figure.by_group)}
        self.aggregates: Mapping[str, Aggregate] = {WHOLE: figure.to_date, **periods, **groups}
        self.numbers = {name: people_in(each) for name, each in self.aggregates.items()}
        is_count = isinstance(figure.to_date.reading, Count)
        over_periods, over_places = _as_sums(methods_of(figure.indicator), is_count)
        self.lines = (
            _Line(tuple(periods), over_periods if over_places is Method.SUM else Method.HIGHEST),
            _Line(tuple(groups), over_places),
        )

    def leaving(
        self, name: str, aggregate: Aggregate, disclosed: Mapping[Key, Disclosure]
    ) -> Aggregate:
        """One figure as it leaves, with nothing beside it that would give away what is held back."""
        own = [disclosed[name, part] for part in self.numbers[name]]
        if all(how is Disclosure.AS_IT_IS for how in own):
            return replace(aggregate, reading=without_points(aggregate.reading), difference=None)
        is_count = isinstance(aggregate.reading, Count) and own == [Disclosure.SMALL]
        return Aggregate(
            State.SUPPRESSED,
            coverage=aggregate.coverage,
            flags=tuple(flag for flag in aggregate.flags if flag is Flag.CARRIED_FORWARD),
            below=THRESHOLD if is_count else None,
        )

    def disclosures(self) -> dict[Key, Disclosure]:
        """How each number may be shown. A figure of several numbers is held back as a whole."""
        counts = {
            (name, part): number
            for name, numbers in self.numbers.items()
            for part, number in numbers.items()
        }
        sums = list(self._sums(counts))
        held_back = {key for key in counts if key[0] not in self.numbers}  # never published
        while True:
            disclosed = disclose(counts, sums, held_back=held_back)
            wider = {key for key in disclosed if key[0] in self._figures_not_shown(disclosed)}
            if wider <= held_back:
                return disclosed
            held_back |= wider

    def _figures_not_shown(self, disclosed: Mapping[Key, Disclosure]) -> set[str]:
        hidden = {name for (name, _), how in disclosed.items() if how is not Disclosure.AS_IT_IS}
        hidden &= self.numbers.keys()
        for line in self.lines:
            if line.method is Method.HIGHEST and hidden.intersection(line.names):
                hidden.add(WHOLE)
        return hidden

    def _sums(self, counts: dict[Key, int]) -> Iterator[Sum[Key]]:
        """The sums that any reader of the table can form; a remainder becomes a number of its own."""
        for name, numbers in self.numbers.items():
            if "denominator" in numbers and "rest" in numbers:
                yield Sum((name, "denominator"), ((name, "numerator"), (name, "rest")))
        for number, line in enumerate(self.lines):
            for part in self.numbers[WHOLE]:
                members = [(name, part) for name in self._members(line, part)]
                remainder = counts[WHOLE, part] - sum(counts[key] for key in members)
                if not members or remainder < 0:
                    continue
                if remainder:
                    rest = (f"remainder {number}", part)
                    counts[rest] = remainder
                    members.append(rest)
                yield Sum((WHOLE, part), tuple(members))

    def _members(self, line: _Line, part: str) -> Sequence[str]:
        """The figures of a line that the whole is made of: all of them, or the last that is there."""
        there = [name for name in line.names if part in self.numbers[name]]
        match line.method:
            case Method.SUM:
                return there
            case Method.LAST:
                return there[-1:]
            case _:
                return []


def people_in(aggregate: Aggregate) -> dict[str, int]:
    """The numbers of people in a figure, by name. One that is no whole number is rounded up.

    A share whose numerator is above its denominator has no rest.
    """
    match aggregate.reading:
        case Count(value):
            numbers = {"value": Fraction(value)}
        case Share(numerator, denominator) | Ratio(numerator, denominator):
            numbers = {"numerator": Fraction(numerator), "denominator": Fraction(denominator)}
        case Scale() as scale:
            high = Fraction(sum(scale.counts[scale.high - 1 :]))
            numbers = {"numerator": high, "denominator": Fraction(scale.n)}
        case Mean(n=n):
            numbers = {"n": Fraction(n)}
        case _:
            return {}
    if isinstance(aggregate.reading, Share | Scale):
        rest = numbers["denominator"] - numbers["numerator"]
        numbers |= {"rest": rest} if rest >= 0 else {}
    return {name: max(ceil(number), 0) for name, number in numbers.items()}


def without_points(reading: Reading | None) -> Reading | None:
    """A scale as the share that is reported of it: its single points hold few people each."""
    if not isinstance(reading, Scale):
        return reading
    return Share(Decimal(sum(reading.counts[reading.high - 1 :])), Decimal(reading.n))
