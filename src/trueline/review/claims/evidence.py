"""The figures of a design as evidence: on which rung each stands, and what it supports there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from trueline.design import Design, Indicator
from trueline.design.figures import Figure, methods_of
from trueline.design.paired_tests import PairedTest, is_later
from trueline.language.term_types import Measures
from trueline.measures.aggregates import Method
from trueline.measures.changes import Loss, change_interval, loss_to_follow_up
from trueline.measures.intervals import Interval
from trueline.measures.periods import Period
from trueline.measures.readings import Flag, Reading
from trueline.review.claims.support import NO_CHANGE, Support, support_of, support_of_test
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
    """The day of a later measurement, where this is a follow-up and not the figure to date."""
    first: Reading | None = None
    """The reading before a follow-up, of the same people: what is there to be kept."""
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
        """How many were not asked again at a follow-up."""
        if self.tested is not None:
            return None
        return loss_to_follow_up(self.first, self.figure.to_date.reading)

    @property
    def gained(self) -> Fraction | None:
        """The change until a follow-up, which it could keep or lose."""
        return None if self.tested else self.figure.change_to(self.first)

    @property
    def supports(self) -> bool:
        """Whether the figure supports what its category is about."""
        return self.support in (Support.CHANGED, Support.COUNTED) and not self.is_outweighed

    @property
    def is_carried_forward(self) -> bool:
        return self.tested is None and Flag.CARRIED_FORWARD in self.figure.to_date.flags


def evidence_from(
    design: Design, figures: Iterable[Figure], toolkit: Toolkit
) -> tuple[Evidence, ...]:
    """Every indicator that has a category, lowest rung first, with what its figure says."""
    everything = [
        item
        for figure in figures
        for item in _outweighed_by_tests(list(_evidence_of(design, figure, toolkit)))
    ]
    return tuple(sorted(everything, key=_rung))


def _outweighed_by_tests(evidence: list[Evidence]) -> Iterator[Evidence]:
    """What is known of an indicator, where on each rung the newest test of the same people, who differ
    from nobody but themselves, weighs more than what was measured of others.
    """
    newest = {item.measures: item for item in sorted(evidence, key=_day_tested) if item.tested}
    for item in evidence:
        test = newest.get(item.measures)
        is_denied = test is not None and item is not test and test.support in NO_CHANGE
        yield replace(item, is_outweighed=True) if is_denied else item


def _day_tested(evidence: Evidence) -> date:
    return evidence.tested.after if evidence.tested else date.min


def highest(evidence: Iterable[Evidence]) -> Evidence | None:
    """The highest rung on the ladder that a figure supports."""
    on_the_ladder = [item for item in evidence if item.supports and item.measures in LADDER]
    return max(on_the_ladder, key=_rung, default=None)


def _evidence_of(design: Design, figure: Figure, toolkit: Toolkit) -> Iterator[Evidence]:
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
    for test in figure.tested:
        later = measures == "retention" or (
            measures == "learning" and is_later(test, figure.tested, indicator)
        )
        rung: Measures | None = "retention" if later else measures
        yield Evidence(
            figure,
            rung,
            support_of_test(test, indicator.direction),
            _category(design, indicator, rung, toolkit),
            again=Period(test.after, test.after, test.after.isoformat()) if later else None,
            tested=test,
        )


def _first(figure: Figure, when: Period) -> Reading | None:
    """The reading that a follow-up goes back to: the one before it. None where several are added up, since
    nobody says whom of them it was about.
    """
    before = [then.reading for period, then in figure.by_period if period.end <= when.end]
    readings = [reading for reading in before if reading is not None]
    is_last = methods_of(figure.indicator).over_periods is Method.LAST
    return readings[-1] if readings and (is_last or len(readings) == 1) else None


def _category(
    design: Design, indicator: Indicator, measures: Measures | None, toolkit: Toolkit
) -> Category | None:
    """The category of the toolkit's indicator, where it is one of the toolkit and of the same category.

    Otherwise one that measures the same: in the section of an activity that leads to the result,
    or in any where none does.
    """
    entry = toolkit.get(indicator.toolkit_id or "")
    if isinstance(entry, ToolkitIndicator):
        category = toolkit.category_of(entry.id)
        if measures in (None, category.measures):
            return category
    if measures is None:
        return None
    before = design.theory.leading_to([indicator.result] if indicator.result else [])
    kinds = [activity.kind for activity in design.activities if activity.id in before]
    same = [category for category in toolkit.categories() if category.measures == measures]
    fitting = (category for category in same if category.id.partition(".")[0] in kinds)
    return next(fitting, same[0] if same else None)


def _rung(evidence: Evidence) -> int:
    return LADDER.index(evidence.measures) if evidence.measures in LADDER else len(LADDER)
