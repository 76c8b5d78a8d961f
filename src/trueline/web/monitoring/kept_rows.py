"""Whether rows about what is measured, as a backup brings them, hold what pages can read."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from trueline.design import Indicator
from trueline.design.measurement import Baseline, Target

PLANNED: dict[str, type[BaseModel]] = {"baseline": Baseline, "target": Target}


class KeptMonitoring:
    """Is shown row after row."""

    def problem(self, label: str, row: Any) -> str:
        """Why what a row says can't be read, or ""."""
        if label == "monitoring.monitoredindicator":
            return _unreadable(Indicator, row.content, "no indicator")
        if label == "monitoring.plannedvalue":
            return _unreadable(PLANNED[row.kind], row.content, f"no {row.kind}")
        if label == "monitoring.measuredcell" and not all(
            type(count) is int and count >= 0 for count in row.points
        ):
            return "`points` are not numbers of answers"
        return ""

    def contradiction(self) -> str:
        """Each stands by itself."""
        return ""


def _unreadable(model: type[BaseModel], content: str, words: str) -> str:
    try:
        model.model_validate_json(content)
    except ValidationError:
        return f"`content` is {words}"
    return ""
