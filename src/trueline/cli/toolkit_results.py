"""Prints in the terminal what a search found, and how much the toolkit holds."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trueline.language import gettext, gettext_noop
from trueline.toolkit import Count, Hit, Toolkit
from trueline.toolkit.search import MARK_END, MARK_START
from trueline.toolkit.units import Unit, units


def print_hits(out: Console, hits: tuple[Hit, ...]) -> None:
    """Prints the hits of a search: title, id, and the words around those found."""
    for hit in hits:
        line = Text(hit.title, style="bold")
        line.append(f"  {hit.node.id}", style="not bold dim")
        if hit.node.ref:
            place = gettext("own entry") if hit.node.ref == "own" else hit.node.ref
            line.append(f"  [{place}]", style="not bold dim")
        out.print(line)
        out.print(Padding(_highlighted(hit.excerpt), (0, 0, 0, 2), expand=False))


def _highlighted(excerpt: str) -> Text:
    text = Text()
    for number, part in enumerate(excerpt.replace(MARK_END, MARK_START).split(MARK_START)):
        text.append(part, style="bold" if number % 2 else "dim")
    return text


def hit_data(hit: Hit) -> dict[str, Any]:
    """A hit as JSON gives it; words found stand between ** and **."""
    marked = hit.excerpt.replace(MARK_START, "**").replace(MARK_END, "**")
    return {
        "id": hit.node.id,
        "kind": hit.node.kind,
        "ref": hit.node.ref,
        "section": hit.node.section_id,
        "title": hit.title,
        "excerpt": marked,
        "score": round(hit.score, 3),
    }


def unit_counts(toolkit: Toolkit) -> dict[str, int]:
    """How many units say what the source says, quote, or are ours."""
    counted = Counter(unit.origin for unit in units(toolkit))
    return {origin: counted[origin] for origin in ("source", "quotation", "ours")}


def print_units(out: Console, listed_units: tuple[Unit, ...]) -> None:
    """Every unit but ours, with its place in the source."""
    for unit in listed_units:
        if unit.origin != "ours":
            out.print(Text(f"{unit.ref or unit.kind:8} {unit.id}", style="bold"))
            out.print(Padding(Text(unit.text), (0, 0, 0, 2), expand=False))


HEADS = {
    "lessons": gettext_noop("lessons"),
    "questions": gettext_noop("questions"),
    "points": gettext_noop("points"),
    "categories": gettext_noop("categories"),
    "indicators": gettext_noop("indicators"),
}


def print_counts(out: Console, toolkit: Toolkit, counts: tuple[Count, ...]) -> None:
    """The table of counts, with what stands outside the sections below it."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    names = ("lessons", "questions", "points", "categories", "indicators")
    table.add_column(gettext("section"))
    for name in names:
        table.add_column(gettext(HEADS[name]), justify="right")
    for count in counts:
        cells = (str(getattr(count, name)) for name in names)
        table.add_row(f"{count.number} {count.section}", *cells)
    totals = (str(sum(getattr(count, name) for count in counts)) for name in names)
    table.add_row(gettext("all"), *totals, style="bold")
    out.print(table)
    counted = unit_counts(toolkit)
    whole = sum(counted[origin] for origin in ("source", "quotation"))
    out.print(
        gettext(
            "Units: {whole}, of which {source} say what the source says and {quotation} quote. Ours"
            " besides: {ours}.",
            whole=whole,
            **counted,
        )
    )
    out.print(
        gettext(
            "Further: {notes} footnotes as evidence, {works} works under {topics} topics,"
            " {lists} lists of terms.",
            notes=len(toolkit.evidence),
            works=len(toolkit.resources),
            topics=len(toolkit.topics),
            lists=len(toolkit.vocabularies),
        )
    )
