"""Limits that the toolkit names of an indicator: what it does not show and can't stand in for.

The two sentences travel with every indicator into each file that leaves, so that reach,
satisfaction, knowledge or income never pass for what lies beyond them.
"""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design, Indicator
from trueline.language import gettext
from trueline.reports.design.codes import activities_towards
from trueline.toolkit import Category, Toolkit
from trueline.toolkit.wording import proxies_of


def limit_titles() -> tuple[str, str]:
    """The headings of the two sentences."""
    return gettext("Does not show"), gettext("As a proxy")


def limits(design: Design, toolkit: Toolkit, indicator: Indicator) -> tuple[str, str]:
    """The limits of an indicator, and the sentence on standing in; "" where the toolkit is silent."""
    categories = _categories(design, toolkit, indicator)
    sentences = dict.fromkeys(category.does_not_show for category in categories)
    return " ".join(sentences), proxies_of(categories)


def _categories(design: Design, toolkit: Toolkit, indicator: Indicator) -> tuple[Category, ...]:
    """The category it was taken from; else those of the activities behind it that measure alike."""
    if indicator.toolkit_id and indicator.toolkit_id in toolkit:
        node = toolkit.node(indicator.toolkit_id)
        category = toolkit.get(node.parent or "") if node.kind == "indicator" else None
        return (category,) if isinstance(category, Category) else ()
    kinds = dict.fromkeys(_kinds(design, indicator))
    categories = (category for kind in kinds for category in toolkit.categories(kind))
    return tuple(category for category in categories if category.measures == indicator.measures)


def _kinds(design: Design, indicator: Indicator) -> Iterator[str]:
    behind = activities_towards(design, indicator.result or "") or design.activities
    return (activity.kind for activity in behind)
