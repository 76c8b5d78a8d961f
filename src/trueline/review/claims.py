"""What the data at hand support of what a design claims, in the terms of the toolkit.

Its categories make a ladder: reached, satisfied, knows, still knows, does, impact. A figure on one
rung shows that rung and none beyond it. Behaviour alone may stand in for impact, and only where an
assumption on the link between them was verified (3 E5, 6 E5). Nothing here says what brought a
change about: the toolkit does not focus on attribution (0 I).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from trueline.design import Design, Indicator, Link, Result
from trueline.design.figures import Figure, methods_of
from trueline.design.paired_tests import PairedTest, is_later
from trueline.language.term_types import Measures
from trueline.measures.aggregates import Method
from trueline.measures.changes import Loss, change_interval, loss_to_follow_up, share_interval
from trueline.measures.intervals import Interval
from trueline.measures.periods import Period
from trueline.measures.readings import Flag, Reading, State
from trueline.toolkit import Category, Toolkit
from trueline.toolkit import Indicator as ToolkitIndicator

LADDER: tuple[Measures, ...] = (
    "reach",
    "satisfaction",
    "learning",
    "retention",
    "behaviour",
    "impact",
)
"""From the least to the most. Other categories, such as services, stand beside it."""

SHOWN_BY: Mapping[Measures, tuple[Measures, ...]] = {"learning": ("learning", "retention")}
"""What shows a category beside itself: who still knows, knows."""

OF_CHANGE: tuple[Measures | None, ...] = (
    *("learning", "livelihoods", "retention", "behaviour", "impact", None),
)
"""Figures that say little without one from before; others count what was done."""


class Support(StrEnum):
    """What a figure says of the change that its category is about."""

    CHANGED = "changed"
    """It moved the better way from its baseline."""
    UNCHANGED = "unchanged"
    WORSE = "worse"
    COUNTED = "counted"
    """So many were reached, content, or helped."""
    NOBODY = "nobody"
    """It was counted, and came to none."""
    COULD_BE_CHANCE = "could-be-chance"
    """It moved the better way, by no more than chance alone might among so few."""
    LEVEL = "level"
    """It stands at a figure; there is none from before, or neither way is better."""
    CANNOT_BE = "cannot-be"
    """More than all, or below zero."""
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    SUPPRESSED = "suppressed"


class DisplacementCheck(StrEnum):
    """Whether anybody would see trafficking move instead of stopping (1 Q3)."""

    MEASURED = "measured"
    WITHOUT_FIGURE = "without-figure"
    """An indicator is to show it, and has no figure yet."""
    NOT_WATCHED = "not-watched"
    """It was thought about, and no indicator would show it."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One indicator with its figure, and what such a figure shows and does not show."""

    figure: Figure
    measures: Measures | None
    support: Support
    category: Category | None
    is_own: bool = True
    """Whether it measures the result itself, and not one that leads to it."""
    again: Period | None = None
    """When it was measured again, where this is a follow-up and not the figure to date."""
    first: Reading | None = None
    """Of a follow-up, what was measured before it of the same people: what is there to be kept."""
    tested: PairedTest | None = None
    """The test of the same people that says it, where it is that and not the figure."""
    is_outweighed: bool = False
    """Whether the newest test of the same people, on the same rung, shows no such change."""

    @property
    def indicator(self) -> Indicator:
        return self.figure.indicator

    @property
    def change(self) -> Fraction | None:
        """To date minus the baseline, in the unit of the indicator; nothing where one is missing.
        Of a test, after minus before, of the share in points.
        """
        if self.tested is None:
            return self.figure.change
        interval, unit = self.tested.change, 1 if self.tested.share is None else 100
        return Fraction(str(round(interval.estimate * unit, 6))) if interval else None

    @property
    def interval(self) -> Interval | None:
        """The change with its bounds, as a share of those counted; None unless both are known."""
        if self.tested is not None:
            return self.tested.share
        return change_interval(self.figure.before, self.figure.to_date.reading)

    @property
    def loss(self) -> Loss | None:
        """Of a follow-up, how many were not asked again."""
        if self.tested is not None:
            return None
        return loss_to_follow_up(self.first, self.figure.to_date.reading)

    @property
    def gained(self) -> Fraction | None:
        """Of a follow-up, the change until then, which it could keep or lose."""
        return None if self.tested else self.figure.change_to(self.first)

    @property
    def supports(self) -> bool:
        """Whether the figure supports what its category is about."""
        return self.support in (Support.CHANGED, Support.COUNTED) and not self.is_outweighed

    @property
    def is_carried_forward(self) -> bool:
        return self.tested is None and Flag.CARRIED_FORWARD in self.figure.to_date.flags


@dataclass(frozen=True, slots=True)
class Claim:
    """A result, and how far the data at hand reach towards it."""

    result: Result
    claimed: Measures | None
    """The category of the result; None where the design does not say."""
    evidence: tuple[Evidence, ...]
    """Of the result and of those that lead to it, from the lowest rung to the highest."""
    links: tuple[Link, ...]
    """What leads to the result, with the assumptions that it rests on."""
    between: tuple[Link, ...]
    """The steps from the highest rung that the data support to the result: what is believed, and
    not measured, on the way. Where nothing is supported below it, those that lead to the result."""
    displacement: DisplacementCheck
    watching: tuple[Evidence, ...] = ()
    """The indicators that would show trafficking move, with their figures."""

    @property
    def own(self) -> tuple[Evidence, ...]:
        return tuple(each for each in self.evidence if each.is_own)

    @property
    def supported(self) -> Evidence | None:
        """The highest rung that the data support, of the result or on the way to it."""
        return highest(self.evidence)

    @property
    def is_supported(self) -> bool:
        """Whether a figure of the result itself shows what it claims."""
        if self.claimed is None:
            return False
        shown_by = SHOWN_BY.get(self.claimed, (self.claimed,))
        return any(each.supports and each.measures in shown_by for each in self.own)

    @property
    def faded(self) -> Evidence | None:
        """A follow-up of the result itself that no longer shows what was shown at first."""
        gone = (*_NO_CHANGE, Support.NOBODY)
        shown = {each.indicator.id for each in self.own if each.supports and each.again is None}
        return next(
            (
                each
                for each in self.own
                if each.again and each.support in gone and each.indicator.id in shown
            ),
            None,
        )

    @property
    def proxy(self) -> Evidence | None:
        """A change in behaviour that stands in for the result by a verified link."""
        backed = {link.cause for link in self.links if any(a.is_backed for a in link.assumptions)}
        return next(
            (
                each
                for each in self.evidence
                if each.supports
                and each.category is not None
                and each.category.stands_in == "if-verified"
                and each.indicator.stands_in_for == self.result.id
                and each.indicator.result in backed
            ),
            None,
        )


def claims(design: Design, figures: Iterable[Figure], toolkit: Toolkit) -> tuple[Claim, ...]:
    """What the figures support of each result, in the order of the design."""
    everything = evidence(design, figures, toolkit)
    return tuple(_claim(design, result, everything) for result in design.results)


def evidence(design: Design, figures: Iterable[Figure], toolkit: Toolkit) -> tuple[Evidence, ...]:
    """Every indicator that has a category, lowest rung first, with what its figure says."""
    evidence = [
        each for figure in figures for each in _weighed(list(_evidence(design, figure, toolkit)))
    ]
    return tuple(sorted(evidence, key=_rung))


def _weighed(evidence: list[Evidence]) -> Iterator[Evidence]:
    """What is known of an indicator, where on each rung the newest test of the same people, who differ
    from nobody but themselves, weighs more than what was measured of others.
    """
    newest = {each.measures: each for each in sorted(evidence, key=_day_tested) if each.tested}
    for each in evidence:
        test = newest.get(each.measures)
        is_denied = test is not None and each is not test and test.support in _NO_CHANGE
        yield replace(each, is_outweighed=True) if is_denied else each


def _day_tested(evidence: Evidence) -> date:
    return evidence.tested.after if evidence.tested else date.min


def highest(evidence: Iterable[Evidence]) -> Evidence | None:
    """Of figures on the ladder, that of the highest rung which is supported."""
    on_it = [each for each in evidence if each.supports and each.measures in LADDER]
    return max(on_it, key=_rung, default=None)


def support_of(figure: Figure, measures: Measures | None) -> Support:
    """What one figure says, by its state, what it was before, and which way is better."""
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
    """What a test of the same people says; to pass, or score, more is better where nothing else is said."""
    change = tested.change
    if change is None:
        return Support.LEVEL
    if change.estimate == 0:
        return Support.UNCHANGED
    if (change.estimate > 0) != (better != "down"):
        return Support.WORSE
    return Support.CHANGED if change.is_clear_of_zero else Support.COULD_BE_CHANCE


_NO_CHANGE = (Support.UNCHANGED, Support.WORSE, Support.COULD_BE_CHANCE)


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


def displacement_check(design: Design, evidence: Iterable[Evidence]) -> DisplacementCheck:
    """Whether an indicator watches for displacement, and has a figure."""
    if not design.displacement:
        return DisplacementCheck.NONE
    watching = _watching(design)
    if not watching:
        return DisplacementCheck.NOT_WATCHED
    watched = (each for each in evidence if each.indicator.id in watching)
    has_figure = any(each.figure.value is not None for each in watched)
    return DisplacementCheck.MEASURED if has_figure else DisplacementCheck.WITHOUT_FIGURE


def _watching(design: Design) -> set[str]:
    """The ids of indicators that would show displacement."""
    named = {id for entry in design.displacement for id in entry.watched_by}
    return named & {indicator.id for indicator in design.indicators}


def _claim(design: Design, result: Result, everything: Sequence[Evidence]) -> Claim:
    before = design.theory.leading_to([result.id])
    on_the_way = tuple(_on_the_way(everything, result.id, before))
    watching = _watching(design)
    return Claim(
        result,
        result.change or ("impact" if result.level == "impact" else None),
        on_the_way,
        tuple(design.theory.into[result.id]),
        tuple(_between(design, highest(on_the_way), result.id, before)),
        displacement_check(design, everything),
        tuple(e for e in everything if e.indicator.id in watching and e.again is None),
    )


def _between(
    design: Design, best: Evidence | None, result: str, before: frozenset[str]
) -> Iterator[Link]:
    """The links on a path from what was shown to the result; those into it where none was below."""
    shown = best.indicator.result if best else None
    if shown is None or shown == result or shown not in before:
        yield from design.theory.into[result]
        return
    after = design.theory.reached_from([shown])
    for link in design.theory.links:
        starts = link.cause == shown or link.cause in after
        if starts and (link.effect == result or link.effect in before):
            yield link


def _on_the_way(
    everything: Iterable[Evidence], result: str, before: frozenset[str]
) -> Iterator[Evidence]:
    for each in everything:
        if each.indicator.result == result:
            yield each
        elif each.indicator.result in before or each.indicator.stands_in_for == result:
            yield replace(each, is_own=False)


def _evidence(design: Design, figure: Figure, toolkit: Toolkit) -> Iterator[Evidence]:
    """The figure to date, and the last follow-up: who still knows stands on a rung of its own."""
    category = _category(design, figure.indicator, figure.indicator.measures, toolkit)
    measures = figure.indicator.measures or (category.measures if category else None)
    if figure.by_period or not (figure.followed_up or figure.tested):
        yield Evidence(figure, measures, support_of(figure, measures), category)
    if figure.followed_up:
        when, aggregate = figure.followed_up[-1]
        again = replace(figure, to_date=aggregate, by_period=((when, aggregate),))
        rung: Measures | None = "retention" if measures == "learning" else measures
        if rung != measures:
            category = _category(design, figure.indicator, rung, toolkit)
        support = support_of(again, rung)
        first = _first(figure, when)
        yield Evidence(again, rung, support, category, again=when, first=first)
    yield from _of_tests(design, figure, measures, toolkit)


def _of_tests(
    design: Design, figure: Figure, measures: Measures | None, toolkit: Toolkit
) -> Iterator[Evidence]:
    """Each test of the same people; one that was taken long after tells what is still known."""
    indicator = figure.indicator
    for each in figure.tested:
        later = measures == "retention" or (
            measures == "learning" and is_later(each, figure.tested, indicator)
        )
        rung: Measures | None = "retention" if later else measures
        yield Evidence(
            figure,
            rung,
            support_of_test(each, indicator.direction),
            _category(design, indicator, rung, toolkit),
            again=Period(each.after, each.after, each.after.isoformat()) if later else None,
            tested=each,
        )


def _first(figure: Figure, when: Period) -> Reading | None:
    """What a follow-up goes back to: the figure before it. None where several are added up, since
    nobody says whom of them it was about.
    """
    before = [then.reading for period, then in figure.by_period if period.end <= when.end]
    readings = [reading for reading in before if reading is not None]
    is_last = methods_of(figure.indicator).over_periods is Method.LAST
    return readings[-1] if readings and (is_last or len(readings) == 1) else None


def _category(
    design: Design, indicator: Indicator, measures: Measures | None, toolkit: Toolkit
) -> Category | None:
    """That of the toolkit's indicator, where it is one of the toolkit and of the same category.

    Otherwise one that measures the same: in the section of an activity that leads to the result,
    or in any where none does.
    """
    known = toolkit.get(indicator.toolkit_id or "")
    if isinstance(known, ToolkitIndicator):
        category = toolkit.category_of(known.id)
        if measures in (None, category.measures):
            return category
    if measures is None:
        return None
    before = design.theory.leading_to([indicator.result] if indicator.result else [])
    kinds = [each.kind for each in design.activities if each.id in before]
    same = [each for each in toolkit.categories() if each.measures == measures]
    sections = {each.id: each.id.partition(".")[0] for each in same}
    return next((each for each in same if sections[each.id] in kinds), same[0] if same else None)


def _rung(evidence: Evidence) -> int:
    return LADDER.index(evidence.measures) if evidence.measures in LADDER else len(LADDER)
