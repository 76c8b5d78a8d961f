"""Beginnings and ends of the programme, its activities and the work behind an indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from trueline.design import Activity, ActivityBase, Design, Indicator
from trueline.language import gettext, quoted


def leading_to(design: Design, indicator: Indicator) -> tuple[Activity, ...]:
    """The activities from which a path leads to what an indicator measures."""
    return design.theory.activities_leading_to(indicator.result)


def years_of(design: Design) -> tuple[date | None, date | None]:
    """From when to when the programme runs; nothing of it where it ends before it starts."""
    if design.start and design.end and design.end < design.start:
        return None, None
    return design.start, design.end


def wholes(design: Design) -> Iterator[tuple[str, str, Design | ActivityBase]]:
    """The programme and its activities: what addresses in each begin with, and its name."""
    yield "", gettext("the programme"), design
    for activity in design.activities:
        yield f"activities[{activity.id}].", quoted(activity.name), activity


def latest_target(indicator: Indicator) -> date | None:
    """The day by which the last target is due."""
    return max((target.due for target in indicator.targets), default=None)


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def foreseen_after_the_end(design: Design, due: date) -> bool:
    """Whether it is said what is done after the end; where years are named, up to the last of these."""
    text = design.evaluation.after_the_end
    years = [int(year) for year in _YEAR.findall(text)]
    return bool(text) and (not years or due.year <= max(years))
