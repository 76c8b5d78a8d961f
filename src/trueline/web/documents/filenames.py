"""Names for the files that people download, from titles in any script."""

from __future__ import annotations

import unicodedata

LONGEST = 80
_LETTERS = ("L", "M", "N")
"""Letters, the marks on them, and digits; everything else becomes a space."""


def file_name(title: str, what: str) -> str:
    """`Safe journeys - dossier.docx`: plain enough for every system, in the title's own script."""
    letters = (c if unicodedata.category(c)[0] in _LETTERS or c == "-" else " " for c in title)
    plain = " ".join("".join(letters).split())[:LONGEST].strip(" -")
    return f"{plain} - {what}" if plain else what
