"""Categories and their indicators as the full edition shows them."""

from __future__ import annotations

from typing import Any

from trueline.language import gettext, pgettext
from trueline.reports.toolkit_edition.noted import OWN, guides, label_with_origin, notes, place
from trueline.toolkit import Category, Indicator, Toolkit
from trueline.toolkit.wording import beside_line, follow_up, proxy_is_ours, proxy_of


def category_data(toolkit: Toolkit, category: Category) -> dict[str, Any]:
    indicators = toolkit.indicators(category=category.id)
    source_fields = category.source_gives
    when = category.timing + notes(toolkit, category.evidence) if category.timing else ""
    facts = (
        (gettext("Shows"), category.shows, "shows" not in source_fields),
        (gettext("Does not show"), category.does_not_show, "does_not_show" not in source_fields),
        (gettext("As a proxy"), proxy_of(category), proxy_is_ours(category)),
        (gettext("On this"), category.stands_in_note, True),
        (gettext("When"), when, "timing" not in source_fields),
        (gettext("Measure again"), follow_up(category.follow_up), "follow_up" not in source_fields),
    )
    return {
        "title": category.title,
        "ref": place(toolkit, category),
        "uncertain": category.uncertain,
        "facts": [
            {"label": label_with_origin(label, ours=ours), "text": text}
            for label, text, ours in facts
            if text
        ],
        "indicators": [_indicator(toolkit, indicator) for indicator in indicators],
    }


def _indicator(toolkit: Toolkit, indicator: Indicator) -> dict[str, Any]:
    source_fields = indicator.source_gives
    lines = (
        (label_with_origin("N", ours="numerator" not in source_fields), indicator.numerator),
        (label_with_origin("D", ours="denominator" not in source_fields), indicator.denominator),
        (
            label_with_origin(gettext("Target"), ours="target" not in source_fields),
            indicator.target.text if indicator.target else None,
        ),
        (
            label_with_origin(gettext("Measure again"), ours="follow_up" not in source_fields),
            follow_up(indicator.follow_up),
        ),
        *((gettext("Beside it (ours)"), beside_line(one)) for one in indicator.beside),
        (gettext("In practice (ours)"), indicator.in_practice),
        (gettext("Survey question (ours)"), _survey(indicator)),
        (gettext("Guides (ours)"), "; ".join(guides(toolkit, indicator.guides))),
        (gettext("Uncertain in the source"), indicator.uncertain),
        (pgettext("source", "From"), None if indicator.ref != OWN else place(toolkit, indicator)),
    )
    return {
        "statement": indicator.statement + notes(toolkit, indicator.evidence),
        "name": indicator.name,
        "details": [f"{label}: {text}" for label, text in lines if text],
        "methods": "; ".join(indicator.methods),
        "cautions": [
            f"{label_with_origin(gettext('Take care'), ours=ours)}: {text}"
            for text, ours in (
                (indicator.caution, "caution" not in source_fields),
                (indicator.caution_added, True),
            )
            if text
        ],
    }


def _survey(indicator: Indicator) -> str | None:
    if indicator.survey is None:
        return None
    choices = " / ".join(indicator.survey.choices)
    return f"{indicator.survey.text} {choices}".strip()
