"""How messages quote what a team wrote."""

from __future__ import annotations

LONGEST = 160


def quoted(words: object) -> str:
    """A name or statement in quotation marks: on one line, short, without its own full stop."""
    text = " ".join(str(words).split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0].rstrip(",;:") + " …"
    return f"“{text.removesuffix('.')}”"


def listed(words: list[str], last: str = "and") -> str:
    """Words as a list in a sentence: “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: “1 month”, “3 months”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
