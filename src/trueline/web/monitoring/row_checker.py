"""Whether rows about what is measured, as a backup brings them, hold what pages can read."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from trueline.design import Indicator
from trueline.document.targets import Baseline, Target
from trueline.language import gettext
from trueline.web.monitoring.contacts import is_contact_table
from trueline.web.monitoring.models import Answer, ServiceChange

PLANNED: dict[str, type[BaseModel]] = {"baseline": Baseline, "target": Target}

CELL = frozenset(["value", "numerator", "denominator", "points", "text"])


class MonitoringRowChecker:
    """Checks one row after another."""

    def problem(self, label: str, row: Any) -> str:
        """Why what a row says can't be read, or ""."""
        if label == "monitoring.monitoredindicator":
            return _unreadable(Indicator, row.content, gettext("`content` is no indicator"))
        if label == "monitoring.plannedvalue":
            words = gettext("`content` is no {kind}", kind=row.kind)
            return _unreadable(PLANNED[row.kind], row.content, words)
        if label == "monitoring.measuredcell" and not all(
            type(count) is int and count >= 0 for count in row.points
        ):
            return gettext("`points` are no numbers of answers")
        if label == "monitoring.servicechange" and not _is_list_of_ways(row.ways):
            return gettext("`ways` are no ways by which clients are heard")
        if label == "monitoring.contacttable" and not is_contact_table(row.counts, row.conditions):
            return gettext("`counts` or `conditions` are not those of a table of contacts")
        if label == "monitoring.correction" and not _is_snapshot(row.before):
            return gettext("`before` is not what a measurement said")
        return ""

    def contradiction(self) -> str:
        """None: what one row says never depends on another."""
        return ""


def _is_list_of_ways(ways: Any) -> bool:
    return isinstance(ways, list) and all(way in ServiceChange.Way.values for way in ways)


def _is_snapshot(before: Any) -> bool:
    cells = before.get("cells")
    return (
        isinstance(cells, dict)
        and all(isinstance(cell, dict) and cell.keys() <= CELL for cell in cells.values())
        and before.get("answer") in ("", *Answer.values)
        and isinstance(before.get("note"), str)
    )


def _unreadable(model: type[BaseModel], content: str, words: str) -> str:
    try:
        model.model_validate_json(content)
    except ValidationError:
        return words
    return ""
