"""A design to be read from beginning to end: nothing to fill in, nothing left empty."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from trueline.design import Design, resolve
from trueline.reports.diagram import described, diagram_svg
from trueline.toolkit import Toolkit
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.workspace.cards import CardList, Cards, Row
from trueline.web.designs.workspace.notes import Notes
from trueline.web.designs.workspace.steps import STEPS


@dataclass(frozen=True)
class Picture:
    """The theory of change drawn, and the same in sentences."""

    svg: SafeString
    sentences: list[str]


@dataclass(frozen=True)
class Chapter:
    """What one step of the workspace holds."""

    slug: str
    title: str | Promise
    rows: list[Row] = field(default_factory=list)
    lists: list[CardList] = field(default_factory=list)
    picture: Picture | None = None


def reading(record: DesignRecord, design: Design, toolkit: Toolkit) -> list[Chapter]:
    """The chapters of a design that hold something, in the order of the workspace.

    `design` may be any revision of `record`.
    """
    cards = Cards(record, design, toolkit, Notes(()))
    chapters = [
        Chapter(
            slug=step.slug,
            title=step.title,
            rows=cards.rows(resolve(design, step.part)) if step.part is not None else [],
            lists=_lists(cards, design, step.lists),
            picture=_picture(design) if step.slug == "theory" else None,
        )
        for step in STEPS
        if step.slug != "review"
    ]
    last = Chapter("answers", _("Answers and decisions"),
                   lists=_lists(cards, design, ("answers", "next_steps", "waivers")))  # fmt: skip
    return [one for one in (*chapters, last) if one.rows or one.lists or one.picture]


def _lists(cards: Cards, design: Design, addresses: tuple[str, ...]) -> list[CardList]:
    found = []
    for address in addresses:
        holder, _dot, name = address.rpartition(".")
        if resolve(design, address):
            found.append(cards.list_at(resolve(design, holder), holder, name))
    return found


def _picture(design: Design) -> Picture | None:
    if not design.theory.nodes:
        return None
    # Our own drawing, in which every text of the design is escaped.
    return Picture(mark_safe(diagram_svg(design)), described(design))
