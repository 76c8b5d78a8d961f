"""How messages quote what a team wrote."""

from __future__ import annotations

from collections.abc import Sequence

from trueline.document import Element

LONGEST = 160


def quoted(words: object) -> str:
    """A name or statement in quotation marks: on one line, short, without its own full stop."""
    text = " ".join(str(words).split())
    if len(text) > LONGEST:
        text = text[:LONGEST].rpartition(" ")[0].rstrip(",;:") + " …"
    return f"“{text.removesuffix('.')}”"


def names_of(elements: Sequence[Element], most: int = 3) -> str:
    """What elements are called, as a list in a sentence: “a”, “b”, “c” and 2 more."""
    names = [quoted(element.name) for element in elements[:most]]
    more = [f"{len(elements) - most} more"] if len(elements) > most else []
    return listed(names + more)


def listed(words: list[str], last: str = "and") -> str:
    """Words as a list in a sentence: “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: “1 month”, “3 months”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
