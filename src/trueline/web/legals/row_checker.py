"""Whether own facts on ratifications, as a backup brings them, hold what pages can read."""

from __future__ import annotations

from typing import Any

from trueline.files import FileProblems
from trueline.web.legals.own_facts import update_of


class OwnFactsRowChecker:
    """Is shown row after row."""

    def problem(self, label: str, row: Any) -> str:
        """The reason why what a row says can't be read, or ""."""
        if label != "legals.ownfacts":
            return ""
        try:
            update_of(row)
        except (FileProblems, TypeError, ValueError):
            return "`rows` are no facts on ratifications"
        return ""

    def contradiction(self) -> str:
        """Each stands by itself."""
        return ""
