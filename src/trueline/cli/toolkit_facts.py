"""Facts about categories and indicators for the terminal: a label and a text each."""

from __future__ import annotations

from trueline.language import gettext
from trueline.language.terms import LEVEL, MEASURE
from trueline.toolkit import Category, Indicator, Toolkit
from trueline.toolkit.wording import beside_line, broken_down_by, follow_up, proxy_is_ours, proxy_of

Facts = tuple[tuple[str, str | None], ...]
"""Label and text; a fact without a text is left out."""


def category_facts(item: Category) -> Facts:
    return (
        (_label_with_origin(gettext("Shows"), "shows", item), item.shows),
        (_label_with_origin(gettext("Does not show"), "does_not_show", item), item.does_not_show),
        *_proxy(item),
        (gettext("On this (ours)"), item.stands_in_note),
        (gettext("Level"), LEVEL.label(item.level)),
        *_when(item),
    )


def indicator_facts(toolkit: Toolkit, indicator: Indicator, category: Category) -> Facts:
    return (
        (
            gettext("Measure"),
            gettext(
                "{measure}, in {unit}",
                measure=MEASURE.label(indicator.measure),
                unit=indicator.unit,
            ),
        ),
        (_label_with_origin(gettext("Numerator"), "numerator", indicator), indicator.numerator),
        (
            _label_with_origin(gettext("Denominator"), "denominator", indicator),
            indicator.denominator,
        ),
        (
            _label_with_origin(gettext("Suggested target"), "target", indicator),
            indicator.target.text if indicator.target else None,
        ),
        (
            _label_with_origin(gettext("Methods"), "methods", indicator),
            "; ".join(indicator.methods),
        ),
        *_when(indicator),
        (
            _label_with_origin(gettext("Break down by"), "disaggregation", indicator),
            broken_down_by(toolkit, indicator.disaggregation),
        ),
        (_label_with_origin(gettext("Take care"), "caution", indicator), indicator.caution),
        (gettext("Take care (ours)"), indicator.caution_added),
        *((gettext("Beside it (ours)"), beside_line(one)) for one in indicator.beside),
        (gettext("In practice (ours)"), indicator.in_practice),
        (gettext("Survey question (ours)"), indicator.survey.text if indicator.survey else None),
        (
            _label_with_origin(gettext("Does not show"), "does_not_show", category),
            category.does_not_show,
        ),
        *_proxy(category),
    )


def _proxy(category: Category) -> tuple[tuple[str, str], ...]:
    """The sentence on what a category can't stand in for, marked if this is not from the source."""
    label = gettext("As a proxy (ours)") if proxy_is_ours(category) else gettext("As a proxy")
    return ((label, proxy_of(category)),)


def _when(item: Category | Indicator) -> tuple[tuple[str, str | None], ...]:
    return (
        (
            _label_with_origin(gettext("Measure again"), "follow_up", item),
            follow_up(item.follow_up),
        ),
        (_label_with_origin(gettext("When"), "timing", item), item.timing),
    )


def _label_with_origin(label: str, field: str, item: Category | Indicator) -> str:
    """A label, marked where the source does not give what it heads."""
    return label if field in item.source_gives else gettext("{label} (ours)", label=label)
