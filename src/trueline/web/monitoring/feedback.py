"""Clients' requests and their outcomes, as shown to readers (8 Q4.3, 8 E8)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from trueline.design import Design
from trueline.language import joined_by_semicolons
from trueline.measures.suppression import THRESHOLD, is_small
from trueline.toolkit import Toolkit
from trueline.web.monitoring.models import ServiceChange
from trueline.web.tables import csv_text

UPDATES = "support.programme-updates"
Outcome = ServiceChange.Outcome


@dataclass(frozen=True)
class Register:
    """All requests, with counts by outcome."""

    changes: Sequence[ServiceChange]
    toolkit: Toolkit
    design: Design | None = None

    @property
    def counts(self) -> list[tuple[str, int]]:
        """The number of requests by outcome."""
        counted = Counter(each.outcome for each in self.changes)
        return [(str(outcome.label), counted[outcome]) for outcome in Outcome]

    @property
    def reported_back(self) -> int:
        """How many of those that were decided were reported back to those who asked."""
        return sum(each.told_back is not None for each in self.decided)

    @property
    def decided(self) -> list[ServiceChange]:
        return [each for each in self.changes if each.outcome != Outcome.OPEN]

    @property
    def aim(self) -> int | None:
        """How many changes the toolkit's indicator asks for in programme years 1 and 2 (8 E8.1)."""
        target = self.toolkit.indicator(UPDATES).target
        return int(target.value) if target and target.value is not None else None

    @property
    def made_in_two_years(self) -> int | None:
        """Changes made in programme years 1 and 2; None where no version says when they begin."""
        start = self.design.start if self.design else None
        if start is None:
            return None
        end = _two_years_after(start)
        decision_days = (each.decided for each in self.changes if each.outcome == Outcome.MADE)
        return sum(day is not None and start <= day < end for day in decision_days)


def _two_years_after(day: date) -> date:
    leap = day.month == 2 and day.day == 29
    return date(day.year + 2, 3, 1) if leap else day.replace(year=day.year + 2)


def ways_of(change: ServiceChange) -> str:
    """By which ways it was heard, in words."""
    return joined_by_semicolons(str(ServiceChange.Way(way).label) for way in change.ways)


def to_share(changes: Iterable[ServiceChange]) -> str:
    """The register as CSV, for others: small numbers of clients are held back."""
    columns = [
        *(_("Heard"), _("What was asked for"), _("Heard by"), _("Raised by how many")),
        *(_("What became of it"), _("What was changed, or why not"), _("Decided"), _("Told back")),
    ]
    rows = (
        [
            *(one.heard, one.asked, ways_of(one), _leaving(one.raised)),
            *(one.get_outcome_display(), one.what, one.decided, one.told_back),
        ]
        for one in changes
    )
    return csv_text(columns, rows)


def _leaving(count: int | None) -> str:
    if count is None:
        return ""
    return f"<{THRESHOLD}" if is_small(count) else str(count)
