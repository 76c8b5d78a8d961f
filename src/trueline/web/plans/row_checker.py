"""Whether rows about rounds of progress, as a backup brings them, hold what pages can read."""

from __future__ import annotations

from typing import Any

LINE = frozenset(["activity", "status", "spent", "currency", "hinders", "evidence"])


class ProgressRowChecker:
    """Is shown row after row."""

    def problem(self, label: str, row: Any) -> str:
        """The reason why what a row says can't be read, or ""."""
        if label == "plans.reportstep":
            # Backups from before 0002 call it `said`.
            field = "progress" if hasattr(row, "progress") else "said"
            if not _is_progress(getattr(row, field)):
                return f"`{field}` is not what a report says of activities"
        return ""

    def contradiction(self) -> str:
        """Each stands by itself."""
        return ""


def _is_progress(lines: Any) -> bool:
    return isinstance(lines, list) and all(
        isinstance(line, dict)
        and line.keys() == LINE
        and all(value is None or isinstance(value, str) for value in line.values())
        for line in lines
    )
