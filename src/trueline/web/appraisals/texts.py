"""The text of a proposal's files, in which passages are found, marked and shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from trueline.document import Document, document_from_json, kind_named
from trueline.document.address import parts_of
from trueline.document.field_spec import field_specs
from trueline.language import gettext
from trueline.passages.text import Block, DocumentText, Role
from trueline.review.reading.texts import texts_in
from trueline.web.appraisals.models import ProposalFile
from trueline.web.attachments.actions import content_of

AT_ONCE = 9_000
"""So many letters of a text are shown on one screen."""


def document_in(file: ProposalFile) -> Document:
    """The frozen document that a file holds."""
    text = content_of(file.attachment).decode()
    return document_from_json(text, kind_named(file.document_kind), file.attachment.name)


def blocks_of_document(document: Document) -> list[Block]:
    """The texts of a document, each below the title of its field."""
    blocks = []
    for each in texts_in(parts_of(document)):
        title = gettext(field_specs(type(each.part))[each.field].title)
        blocks.append(Block(title, 1, Role.HEADING))
        lines = (" ".join(line.split()) for line in each.text.splitlines())
        blocks += [Block(line, 1, Role.PARAGRAPH) for line in lines if line]
    return blocks


def text_of(file: ProposalFile) -> DocumentText:
    """The text of a file as it was read."""
    blocks = tuple(Block(text, page, Role(role)) for text, page, role in file.blocks)
    return DocumentText(file.attachment.name, file.attachment.sha256, blocks, file.pages or 1)


def place_of(text: DocumentText, quote: str, *, near: int = 0) -> tuple[int, int] | None:
    """The start and end of a quotation; blanks count alike. Of several, the next after `near`."""
    words = quote.split()
    if not words:
        return None
    flat, places = _flat(text.text)
    wanted = " ".join(words)
    at = flat.find(wanted, max(0, near - 500))
    if at < 0:
        at = flat.find(wanted)
    return (places[at], places[at + len(wanted) - 1] + 1) if at >= 0 else None


def _flat(text: str) -> tuple[str, list[int]]:
    """The text with one blank for each run of them, and where each of its letters stood."""
    letters: list[str] = []
    places: list[int] = []
    blank = False
    for at, letter in enumerate(text):
        if letter.isspace():
            blank = True
            continue
        if blank and letters:
            letters.append(" ")
            places.append(at - 1)
        blank = False
        letters.append(letter)
        places.append(at)
    return "".join(letters), places


def start_of(text: DocumentText, page: int) -> int:
    """The start of a page, or of the next one on which something stands."""
    at = 0
    for block in text.blocks:
        if block.page >= page:
            break
        at += len(block.text) + 1
    return at


def page_at(text: DocumentText, start: int) -> int:
    """The page on which a place stands."""
    at = 0
    for block in text.blocks:
        at += len(block.text) + 1
        if start < at:
            return block.page
    return text.pages


@dataclass(frozen=True)
class Span:
    """A stretch of a block: plain, or marked with the number of a passage from 1."""

    text: str
    number: int = 0
    first: bool = False


@dataclass(frozen=True)
class DisplayedBlock:
    """A block as it is shown. `page`: of the first on a page, its number."""

    role: str
    spans: tuple[Span, ...]
    page: int


@dataclass(frozen=True)
class Screens:
    """A text in screens, none of which is long."""

    text: DocumentText

    @cached_property
    def bounds(self) -> list[tuple[int, int, int]]:
        """First block, end block and first letter of each screen."""
        bounds, first, begin, at = [], 0, 0, 0
        for number, block in enumerate(self.text.blocks):
            size = len(block.text) + 1
            if at + size - begin > AT_ONCE and number > first:
                bounds.append((first, number, begin))
                first, begin = number, at
            at += size
        return [*bounds, (first, len(self.text.blocks), begin)]

    def holding(self, start: int) -> int:
        """The number of the screen, from 1, in which a place stands."""
        return max(1, sum(begin <= start for _first, _end, begin in self.bounds))

    def blocks(
        self, screen: int, marks: Sequence[tuple[int, int, int]]
    ) -> Iterator[DisplayedBlock]:
        """The blocks of a screen, with each passage (start, end, number) marked where it stands."""
        first, end, at = self.bounds[screen - 1]
        page = 0
        for block in self.text.blocks[first:end]:
            spans = tuple(_spans(block.text, at, marks))
            yield DisplayedBlock(block.role.value, spans, block.page if block.page != page else 0)
            page = block.page
            at += len(block.text) + 1


def _spans(text: str, at: int, marks: Sequence[tuple[int, int, int]]) -> Iterator[Span]:
    written_to = 0
    numbered = sorted((start - at, end - at, number) for start, end, number in marks)
    for start, end, number in numbered:
        begin, stop = max(start, written_to), min(end, len(text))
        if begin >= stop:
            continue
        if begin > written_to:
            yield Span(text[written_to:begin])
        yield Span(text[begin:stop], number, first=start >= 0)
        written_to = stop
    if written_to < len(text):
        yield Span(text[written_to:])
