"""Words for what the pack says in codes, the same on every screen and page."""

from __future__ import annotations

from typing import Any

from trueline.toolkit.entries import Resource, Work
from trueline.toolkit.toolkit import Node

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


def title_of(node: Node) -> str:
    """What a list calls a thing."""
    item: Any = node.item
    if isinstance(item, Resource):
        return item.work.title
    for name in ("title", "label", "statement", "text", "note"):
        said: str = getattr(item, name, None) or ""
        if said:
            return said if len(said) < 110 else said[:107].rstrip() + "..."
    return node.id
