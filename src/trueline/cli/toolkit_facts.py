"""What the terminal says of categories and indicators: a label and a text for each fact."""

from __future__ import annotations

from trueline.toolkit import Category, Indicator
from trueline.toolkit.wording import beside_line, follow_up, proxy_is_ours, proxy_of

Facts = tuple[tuple[str, str | None], ...]
"""Label and text; a fact without a text is left out."""


def category_facts(item: Category) -> Facts:
    return (
        (_said_by("Shows", "shows", item), item.shows),
        (_said_by("Does not show", "does_not_show", item), item.does_not_show),
        *_proxy(item),
        ("On this (ours)", item.stands_in_note),
        ("Level", item.level),
        *_when(item),
    )


def indicator_facts(indicator: Indicator, category: Category) -> Facts:
    return (
        ("Measure", f"{indicator.measure}, in {indicator.unit}"),
        (_said_by("Numerator", "numerator", indicator), indicator.numerator),
        (_said_by("Denominator", "denominator", indicator), indicator.denominator),
        (
            _said_by("Suggested target", "target", indicator),
            indicator.target.text if indicator.target else None,
        ),
        (_said_by("Methods", "methods", indicator), "; ".join(indicator.methods)),
        *_when(indicator),
        (
            _said_by("Break down by", "disaggregation", indicator),
            ", ".join(indicator.disaggregation),
        ),
        (_said_by("Take care", "caution", indicator), indicator.caution),
        ("Take care (ours)", indicator.caution_added),
        *(("Beside it (ours)", beside_line(one)) for one in indicator.beside),
        ("In practice (ours)", indicator.in_practice),
        ("Survey question (ours)", indicator.survey.text if indicator.survey else None),
        (_said_by("Does not show", "does_not_show", category), category.does_not_show),
        *_proxy(category),
    )


def _proxy(category: Category) -> tuple[tuple[str, str], ...]:
    """What a category can't stand in for, marked where it is not the source that says so."""
    label = "As a proxy (ours)" if proxy_is_ours(category) else "As a proxy"
    return ((label, proxy_of(category)),)


def _when(item: Category | Indicator) -> tuple[tuple[str, str | None], ...]:
    return (
        (_said_by("Measure again", "follow_up", item), follow_up(item.follow_up)),
        (_said_by("When", "timing", item), item.timing),
    )


def _said_by(label: str, field: str, item: Category | Indicator) -> str:
    """A label, marked where the source does not give what it heads."""
    return label if field in item.source_gives else f"{label} (ours)"
