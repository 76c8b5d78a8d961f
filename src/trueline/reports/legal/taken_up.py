"""The recommendations of a legal review, beside the programmes that work on them.

A programme is tied to an item where one of its activities on the law names the review by its title,
and the item. Nothing is guessed from what the two are about.
"""

from __future__ import annotations

from collections.abc import Iterable

from trueline.design import Design, Legal
from trueline.language import gettext
from trueline.language.terms import PRIORITY, PROGRESS
from trueline.legal import Item, LegalReview
from trueline.reports.linked_tables import Cell, Entry, Table, entries
from trueline.reports.titles import title_of


def taken_up_table(review: LegalReview, designs: Iterable[Design]) -> Table:
    """Each item that a programme works on, or that has a gap or recommendation, with its programmes."""
    programmes = _programmes(review, designs)
    rows = []
    for holder, line in review.items():
        carried = programmes.get(getattr(line, "item", ""), [])
        if carried or line.gap or line.recommendation:
            rows.append(
                (
                    entries(holder, [line]),
                    _text(PRIORITY.label(line.priority) if line.priority else ""),
                    _text(_come_of(line)),
                    tuple(map(Entry, carried)) or _text(gettext("No programme names it")),
                )
            )
    head = (
        gettext("Item"),
        gettext("Priority"),
        gettext("What has come of it"),
        gettext("Programmes that work on it"),
    )
    note = gettext(
        "A programme is tied to an item where an activity on the law names this review by its title, and"
        " the item."
    )
    return Table(gettext("Items and who works on them"), head, tuple(rows), note)


def _programmes(review: LegalReview, designs: Iterable[Design]) -> dict[str, list[str]]:
    by_item: dict[str, list[str]] = {}
    for design in designs:
        items = {
            item: None
            for activity in design.of_kind(Legal)
            if _key(activity.legal_review) == _key(review.title)
            for item in activity.legal_items
        }
        for item in items:
            by_item.setdefault(item, []).append(
                title_of(design, gettext("A programme without a title"))
            )
    return by_item if review.title else {}


def _come_of(line: Item) -> str:
    return PROGRESS.label(line.progress) if line.progress else gettext("Not said yet")


def _text(text: str) -> Cell:
    return (Entry(text),)


def _key(title: str) -> str:
    return " ".join(title.split()).casefold()
