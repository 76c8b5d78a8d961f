"""Missed identification: who was identified where, and where a chance to do so was missed (7 Q9).

A chance is not a person: somebody may have been missed at several points, so that the chances of a
table don't add up to people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.language import number
from trueline.measures.suppression import THRESHOLD, is_small
from trueline.toolkit import Toolkit
from trueline.web.monitoring.models import ContactTable
from trueline.web.tables import csv_text

CHANNELS, STAGES = "identification-channel", "identification-stage"
HXL = ("#date", "#contact+name", "#loc+stage", "#reached+identified", "#missed")
Counts = Mapping[str, Sequence[int | None]]
"""By channel and stage, how many were identified and how many chances were missed."""

CONDITIONS: Mapping[str, str | Promise] = {
    "cooperation": gettext_lazy("Cooperation is part of how each body involved works"),
    "roles": gettext_lazy("Who does what is laid down"),
    "training": gettext_lazy("People are trained, and their organisations strengthened"),
    "review": gettext_lazy("It is monitored, evaluated and reviewed"),
}
"""Footnote 44: what makes a mechanism of referral work."""
ANSWERS: Mapping[str, str | Promise] = {
    "yes": gettext_lazy("Yes"),
    "partly": gettext_lazy("Partly"),
    "no": gettext_lazy("No"),
    "not-known": gettext_lazy("Not known"),
}


@dataclass(frozen=True)
class ContactRow:
    """A point of contact: in each part of the route, who was identified and what was missed."""

    key: str
    label: str
    cells: list[tuple[int | None, int | None]]

    @property
    def identified(self) -> int | None:
        return _sum(identified for identified, _missed in self.cells)

    @property
    def missed(self) -> int | None:
        return _sum(missed for _identified, missed in self.cells)

    @property
    def share(self) -> str:
        """How many of the chances that were reported were missed; "" where one side is missing."""
        both = [(i, m) for i, m in self.cells if i is not None and m is not None]
        whole = sum(i + m for i, m in both)
        if not whole:
            return ""
        missed = Decimal(sum(m for _i, m in both))
        return _("%(share)s %%") % {"share": number(round(missed * 100 / whole))}


def _sum(values: Iterable[int | None]) -> int | None:
    """The sum of what was counted; None where nothing was. What is missing is not 0."""
    counted = [value for value in values if value is not None]
    return sum(counted) if counted else None


def channels(toolkit: Toolkit) -> list[tuple[str, str]]:
    return [(term.id, term.label) for term in toolkit.terms(CHANNELS)]


def stages(toolkit: Toolkit) -> list[tuple[str, str]]:
    return [(term.id, term.label) for term in toolkit.terms(STAGES)]


def rows_of(counts: Counts, toolkit: Toolkit, *, every: bool = False) -> list[ContactRow]:
    """The points of contact of which something was counted; with `every`, all there are."""
    rows = [
        ContactRow(
            channel, label, [_pair(counts, f"{channel}/{stage}") for stage, _ in stages(toolkit)]
        )
        for channel, label in channels(toolkit)
    ]
    return [row for row in rows if every or any(set(cell) != {None} for cell in row.cells)]


def _pair(counts: Counts, key: str) -> tuple[int | None, int | None]:
    identified, missed = counts.get(key, (None, None))
    return identified, missed


def unseen(rows: Iterable[ContactRow]) -> list[str]:
    """Contact points with missed chances and nobody identified."""
    return [row.label for row in rows if row.missed and row.identified == 0]


def is_contact_table(counts: Any, conditions: Any) -> bool:
    """Whether values, as a backup brings them, are those of a table."""
    return (
        isinstance(counts, dict)
        and isinstance(conditions, dict)
        and all(
            key.count("/") == 1
            and isinstance(pair, list)
            and len(pair) == 2
            and all(map(_is_count, pair))
            for key, pair in counts.items()
        )
        and conditions.keys() <= CONDITIONS.keys()
        and all(answer in ANSWERS for answer in conditions.values())
    )


def _is_count(value: Any) -> bool:
    return value is None or (type(value) is int and value >= 0)


def to_share(tables: Iterable[ContactTable], toolkit: Toolkit) -> str:
    """The tables as CSV, for others. Counts of 1 to 10 are held back; there are no sums beside them."""
    columns = [_("Period"), _("Point of contact"), _("Part of the route"), *_heads()]
    return csv_text(columns, [HXL, *(line for table in tables for line in _lines(table, toolkit))])


def _heads() -> tuple[str, str]:
    return _("Identified"), _("Chances missed")


def _lines(table: ContactTable, toolkit: Toolkit) -> Iterator[list[str]]:
    for row in rows_of(table.counts, toolkit):
        for (_key, stage), pair in zip(stages(toolkit), row.cells, strict=True):
            if pair != (None, None):
                yield [table.label, row.label, stage, *map(_leaving, pair)]


def _leaving(count: int | None) -> str:
    if count is None:
        return ""
    return f"<{THRESHOLD}" if is_small(count) else str(count)
