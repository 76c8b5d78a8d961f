"""The report on the import of a plan."""

from __future__ import annotations

from typing import Any

from trueline.exchange.plan_table.reading import PlanRead


def report_data(read: PlanRead) -> dict[str, Any]:
    """The loss report as data that JSON can hold."""
    fates = [cell.fate for cell in read.cells]
    return {
        "title": read.plan.title,
        "objectives": len(read.plan.objectives),
        "activities": len(read.plan.activities),
        "indicators": len(read.plan.indicators),
        "columns": [
            {
                "table": place,
                "columns": [{"heading": text, "holds": holds or None} for text, holds in columns],
            }
            for place, columns in read.columns
        ],
        "counts": {fate: fates.count(fate) for fate in ("placed", "comment", "unplaced")},
        "kept": [{"place": c.place, "text": c.text} for c in read.cells if c.fate == "comment"],
        "unplaced": [{"place": c.place, "text": c.text, "why": c.what} for c in read.unplaced],
    }
