"""A measurement as data, to store before a change and to detect one."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from trueline.web.monitoring.models import Measurement
from trueline.web.monitoring.value_types import plain

Snapshot = dict[str, Any]


def snapshot(measurement: Measurement) -> Snapshot:
    """Its figures by group, why there is none, and the note."""
    cells = {cell.group: plain(cell) for cell in measurement.cells.all()}
    return snapshot_of(
        {key: cells[key] for key in sorted(cells)}, measurement.answer, measurement.note
    )


def snapshot_of(cells: dict[str, Any], answer: str, note: str) -> Snapshot:
    """A snapshot of values that are about to be saved."""
    return {"cells": cells, "answer": answer, "note": note}


def fingerprint(values: Snapshot) -> str:
    """A digest of a snapshot, equal for equal values."""
    return digest(values)


def digest(data: object) -> str:
    """A short text that is the same for the same data."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:24]
