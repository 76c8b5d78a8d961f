"""The report on an import: its rows, and where each cell went."""

from __future__ import annotations

from typing import Any

from trueline.exchange.logframe.indicators import undated
from trueline.exchange.logframe.layouts import NAMES
from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.mapping import ImportedDesign
from trueline.exchange.logframe.settling import doubtful_numbers


def report_data(table: Logframe, imported: ImportedDesign) -> dict[str, Any]:
    """The loss report as data that JSON can hold."""
    fates = [cell.fate for cell in imported.cells]
    return {
        "place": table.place,
        "layout": NAMES.get(table.layout),
        "title": imported.design.title,
        "rows": [
            {
                "place": row.place,
                "level": row.level,
                "code": row.number,
                "objective": row.objective,
                "indicators": [one.statement for one in row.indicators],
                "assumptions": len(row.assumptions),
            }
            for row in table.rows
        ],
        "columns": [
            {
                "table": one.place,
                "used": one.used,
                "columns": [
                    {"column": column, "heading": heading, "holds": role or None}
                    for column, (heading, role) in one.columns.items()
                ],
            }
            for one in table.tables
        ],
        "counts": {fate: fates.count(fate) for fate in ("placed", "comment", "unplaced")},
        "comments": [{"address": address, "text": text} for address, text in imported.comments],
        "unplaced": [
            {"place": cell.place, "text": cell.text, "why": cell.what} for cell in imported.unplaced
        ],
        "targets_without_a_day": list(undated(table)),
        "numbers_of_two_readings": [
            {"text": one.text, "place": one.place, "readings": [f"{r:f}" for r in one.readings]}
            for one in doubtful_numbers(table)
        ],
        "doubts": list(table.doubts),
    }
