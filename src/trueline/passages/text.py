"""The text of a document: pages of blocks, and the sentences in them with their places."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from trueline.passages.sentences import sentence_spans


class Role(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together, on one page. Pages count from 1."""

    text: str
    page: int = 1
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as it stands: `document.text[start:end]`, on a page, below a heading."""

    text: str
    start: int
    end: int
    page: int
    role: Role
    heading: str
    block: int
    """Which block of the document it stands in, counted from 0."""


@dataclass(frozen=True)
class DocumentText:
    """A document's text, each block on a line of its own, as it is quoted and counted in."""

    name: str
    sha256: str
    """Of the file's bytes, so that a quotation can be traced to exactly this document."""
    blocks: tuple[Block, ...]
    pages: int = 1
    empty_pages: tuple[int, ...] = ()
    """Pages that hold pictures and no text, as scans do."""
    notes: tuple[str, ...] = field(default=())
    """What was met on the way that a reader should know, each a sentence."""

    @cached_property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(_sentences(self.blocks))

    @property
    def is_scan(self) -> bool:
        """Whether most of it is pictures without text."""
        return bool(self.empty_pages) and len(self.empty_pages) * 2 > self.pages


def sha256(data: bytes) -> str:
    """The check sum by which a document is known."""
    return hashlib.sha256(data).hexdigest()


def _sentences(blocks: Sequence[Block]) -> Iterator[Sentence]:
    heading, at = "", 0
    for number, block in enumerate(blocks):
        if block.role is Role.HEADING:
            heading = block.text
        for start, end in sentence_spans(block.text):
            yield Sentence(
                block.text[start:end],
                at + start,
                at + end,
                block.page,
                block.role,
                "" if block.role is Role.HEADING else heading,
                number,
            )
        at += len(block.text) + 1
