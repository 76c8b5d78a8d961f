"""Words for what the pack says in codes, the same on every screen and page."""

from __future__ import annotations

from trueline.toolkit.entries import Work

DIRECTIONS = {
    "works": "What works",
    "does-not": "What does not work",
    "mixed": "Mixed results",
    "no-evidence": "No evidence yet",
    "gap": "Common gap",
    "premise": "Starting point",
}
PROXY = {
    "never": "Never stands in for what lies beyond it.",
    "if-verified": "Stands in for impact only where the link rests on verified assumptions.",
    "is-impact": "Measures impact on trafficking itself.",
}


def months_after(months: tuple[int, ...]) -> str | None:
    """When to measure, in words: "6 and 12 months after"; None where nothing is said."""
    if not months:
        return None
    *firsts, last = map(str, months)
    joined = f"{', '.join(firsts)} and {last}" if firsts else last
    return f"{joined} months after"


def work_line(work: Work) -> str:
    """A publication in one line, its address last."""
    parts = (work.author, work.title, work.publisher, work.place, work.year, work.detail)
    said = ". ".join(part.rstrip(".") for part in parts if part) + "."
    return f"{said} {work.url}" if work.url else said
