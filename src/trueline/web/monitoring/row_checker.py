"""Whether rows about what is measured, as a backup brings them, hold what pages can read."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from pydantic import BaseModel, ValidationError

from trueline.design import Indicator
from trueline.document.targets import Baseline, Target
from trueline.exchange.evidence import MEDIA_TYPES
from trueline.exchange.measurements.mapping import ColumnMap
from trueline.language import gettext
from trueline.web.attachments import storage
from trueline.web.monitoring.contacts import is_contact_table
from trueline.web.monitoring.models import Answer, ServiceChange
from trueline.web.monitoring.test_results import is_test_result

PLANNED: dict[str, type[BaseModel]] = {"baseline": Baseline, "target": Target}

WITH_KEYS = ("monitoring.reportingsite", "monitoring.figureassignment")
CELL = frozenset(["value", "numerator", "denominator", "points", "text"])


class MonitoringRowChecker:
    """Checks one row after another."""

    def problem(self, label: str, row: Any) -> str:
        """The reason why what a row says can't be read, or ""."""
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
        if label in WITH_KEYS and not _is_list_of_keys(row.indicators):
            return gettext("`indicators` are no ids of indicators")
        if label == "monitoring.columnmapping" and not _is_column_map(row.content):
            return gettext("`content` does not say what columns hold")
        if label == "monitoring.testresult" and not is_test_result(row):
            return gettext("`pairs` or `sums` are no totals of a test")
        if label == "monitoring.evidencefile" and not _is_whole(row):
            return gettext("`digest` names no file of a kind that is kept")
        if label == "monitoring.correction" and not _is_snapshot(row.before):
            return gettext("`before` is not what a measurement said")
        if label == "monitoring.proposedcorrection" and not _is_snapshot(row.proposed):
            return gettext("`proposed` is not what a measurement could say")
        return ""

    def contradiction(self) -> str:
        """None: what one row says never depends on another."""
        return ""


def _is_list_of_ways(ways: Any) -> bool:
    return isinstance(ways, list) and all(way in ServiceChange.Way.values for way in ways)


def _is_list_of_keys(keys: Any) -> bool:
    return isinstance(keys, list) and all(isinstance(key, str) for key in keys)


def _is_column_map(content: Any) -> bool:
    try:
        ColumnMap.from_data(content)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    return True


def _is_whole(row: Any) -> bool:
    """Whether it names a file; what an earlier version wrote holds the file itself."""
    whole = storage.SHA256.fullmatch(row.digest) is not None
    if whole and hasattr(row, "content"):
        whole = sha256(bytes(row.content)).hexdigest() == row.digest
    return whole and row.media_type in MEDIA_TYPES.values()


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
