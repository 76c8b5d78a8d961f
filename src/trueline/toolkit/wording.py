"""Words for what the pack says in codes, the same on every screen and page."""

from __future__ import annotations

from typing import Any

from trueline.toolkit.entries import Resource, Work
from trueline.toolkit.measuring import Beside, Category, FollowUp
from trueline.toolkit.texts import Quotation
from trueline.toolkit.toolkit import Node

DIRECTIONS = {
    "limited-evidence": "Limited evidence",
    "no-verified-example": "No verified example",
    "not-supported": "Not routinely supported",
    "gap": "A gap",
    "challenge": "A challenge",
    "finding": "A finding",
    "recommendation": "A recommendation",
    "premise": "A starting point",
}
"""Labels of lessons. They are ours, and are shown as ours."""

PROXY = {
    "never": "Never stands in for what lies beyond it.",
    "if-verified": "Stands in for impact only where the link to less trafficking is robust enough,"
    " for example because it rests on verified assumptions.",
    "is-impact": "Measures impact on trafficking itself.",
}
ANCHORS = {
    "start": "after start-up",
    "end": "after the activity ends",
    "exit": "after people leave the programme",
}
"""From when the months of a follow-up are counted."""


def proxy_of(category: Category) -> str:
    """The sentence on what a category can't stand in for, with what exactly where that is said."""
    sentence = PROXY[category.stands_in]
    if category.cannot_stand_in_for:
        return f"{sentence.rstrip('.')}: {category.cannot_stand_in_for}"
    return sentence


def proxy_is_ours(category: Category) -> bool:
    """Whether that sentence is ours rather than the source's."""
    field = "cannot_stand_in_for" if category.cannot_stand_in_for else "stands_in"
    return field not in category.source_gives


def months(numbers: tuple[int, ...]) -> str:
    """Months in words: "6 and 12 months"."""
    *firsts, last = map(str, numbers)
    joined = f"{', '.join(firsts)} and {last}" if firsts else last
    return f"{joined} {'month' if numbers == (1,) else 'months'}"


def follow_up(wanted: FollowUp | None) -> str | None:
    """When to measure again, in words: "6 to 12 months after the activity ends"."""
    if wanted is None:
        return None
    if wanted.window:
        first, last = wanted.window
        when = f"{first} to {last} months"
    elif wanted.at_least:
        when = f"at least {months((wanted.at_least,))}"
    else:
        when = months(wanted.at)
    ours = " (counted from there: ours)" if wanted.anchor_is_ours else ""
    return f"{when} {ANCHORS[wanted.anchor]}{ours}"


def beside_line(figure: Beside) -> str:
    """A figure to report beside an indicator, with its N and D and what it adds."""
    parts = (
        figure.statement.rstrip("."),
        f"N: {figure.numerator}" if figure.numerator else None,
        f"D: {figure.denominator}" if figure.denominator else None,
        figure.shows,
    )
    return ". ".join(part for part in parts if part)


def quoted(quotation: Quotation) -> str:
    """The words between quotation marks; those inside them are single."""
    inner = quotation.citation.replace("“", "‘").replace("”", "’")
    return f"“{inner}”"


def quoted_from(quotation: Quotation) -> str:
    """Where a quotation stands: its law and the article."""
    return f"{quotation.name}, {quotation.article}"


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
