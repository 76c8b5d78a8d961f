"""The parts of a printed document. Content is built of these once; PDF and Word both render them.

Texts are plain: a renderer never reads markup in them. A new line begins a new paragraph.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Look = Literal["plain", "lead", "small", "faint", "label"]
Sheet = Literal["upright", "turned", "large", "tall"]
"""How a section's pages lie: as usual, on their side, or at twice the size on their side or upright."""


@dataclass(frozen=True)
class Heading:
    """A heading within a section; `mark` stands faint at its end."""

    text: str
    level: Literal[2, 3] = 2
    mark: str = ""


@dataclass(frozen=True)
class Prose:
    """One or more paragraphs."""

    text: str
    look: Look = "plain"


@dataclass(frozen=True)
class Missing:
    """A plain sentence where the design says nothing yet."""

    text: str


@dataclass(frozen=True)
class Points:
    """A list."""

    items: tuple[str, ...]
    title: str = ""


@dataclass(frozen=True)
class Facts:
    """Labels with their texts; together on a page where they fit."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cell:
    """A cell that is more than a text. `head` stands small above it.

    Where it reaches over several rows or columns, these leave their place out with None. Where one of a
    row `stays`, the row is on the page of the one below it.
    """

    text: str
    head: str = ""
    rows: int = 1
    columns: int = 1
    stays: bool = False


Row = tuple[Cell | str | None, ...]


@dataclass(frozen=True)
class Table:
    """A ruled table. `shares` are the widths of its columns beside one another.

    `heads`: how many of the first rows are heads as well, where the form has several; `keys`: how many
    of the first columns name a row, and stand again in each part of a table that a page has no room for.
    """

    head: tuple[str, ...]
    rows: tuple[Row, ...]
    shares: tuple[float, ...]
    heads: int = 0
    keys: int = 1


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, its size in points, and what it shows for those who can't see it."""

    svg: str
    width: float
    height: float
    about: str


@dataclass(frozen=True)
class Card:
    """A sheet of facts under a title of its own; `whole` asks to keep it on one page."""

    title: str
    rows: tuple[tuple[str, str], ...]
    mark: str = ""
    whole: bool = False


Block = Heading | Prose | Missing | Points | Facts | Table | Picture | Card


@dataclass(frozen=True)
class Section:
    """A chapter, which begins a page where `new_page` says so."""

    title: str
    blocks: tuple[Block, ...]
    sheet: Sheet = "upright"
    new_page: bool = False


@dataclass(frozen=True)
class Cover:
    """The first page: what sort of document, whose, and the facts that a reader looks for."""

    kind: str
    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    note: str = ""


@dataclass(frozen=True)
class Document:
    """A whole document. `running` stands at the top of each page; `on` is the day it bears.

    `languages` says of each line in which language it is, where that is not the document's.
    """

    title: str
    running: str
    kind: str
    sections: tuple[Section, ...]
    cover: Cover | None = None
    contents: bool = True
    on: date | None = None
    languages: Mapping[str, str] = field(default_factory=dict)
