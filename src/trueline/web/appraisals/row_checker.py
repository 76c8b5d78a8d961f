"""Whether rows of rounds, as a backup brings them, hold what pages can read."""

from __future__ import annotations

from typing import Any

from trueline.passages.text import Role

PASSAGE_FIELDS = {
    "start": int,
    "end": int,
    "page": int,
    "quote": str,
    "score": float,
    "stance": str,
    "language": str,
    "signs": list,
    "words": list,
}


class AppraisalRowChecker:
    """Is shown row after row."""

    def problem(self, label: str, row: Any) -> str:
        """The reason why a row can't be read, or ""."""
        if label == "appraisals.proposalfile":
            if not all(map(_is_block, row.blocks)):
                return "`blocks` are no text of a file"
            # Backups from before 0007 call them `found`.
            field = "passages" if hasattr(row, "passages") else "found"
            if not all(
                isinstance(passages, list) and all(map(_is_passage, passages))
                for passages in getattr(row, field).values()
            ):
                return f"`{field}` holds other than passages"
        if label == "appraisals.opinion" and not (
            isinstance(row.refs, list) and all(isinstance(ref, str) for ref in row.refs)
        ):
            return "`refs` holds other than places of the toolkit"
        return ""

    def contradiction(self) -> str:
        """Each stands by itself."""
        return ""


def _is_block(block: Any) -> bool:
    if not isinstance(block, list) or len(block) != 3:
        return False
    text, page, role = block
    return isinstance(text, str) and isinstance(page, int) and role in list(Role)


def _is_passage(passage: Any) -> bool:
    return (
        isinstance(passage, dict)
        and passage.keys() == PASSAGE_FIELDS.keys()
        and all(
            isinstance(passage[name], (int, float) if sort is float else sort)
            for name, sort in PASSAGE_FIELDS.items()
        )
        and all(isinstance(each, list) and len(each) == 3 for each in passage["signs"])
    )
