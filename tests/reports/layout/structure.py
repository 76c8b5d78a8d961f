"""What a PDF says of itself to programs that read it aloud, read back by pypdf.

PDF/UA-1 is ISO 14289-1; sections named here are its own. No free validator of it runs from Python, so
these are the checks of the Matterhorn Protocol that a program can make on what we write.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import ContentStream

PAINTS = frozenset(
    (
        b"Tj",
        b"TJ",
        b"'",
        b'"',
        b"f",
        b"F",
        b"f*",
        b"S",
        b"s",
        b"B",
        b"B*",
        b"b",
        b"b*",
        b"Do",
        b"sh",
    )
)
"""Operators that leave something on the page."""
HOLDS_TEXT = frozenset(
    (
        "P",
        "H1",
        "H2",
        "H3",
        "TD",
        "TH",
        "Lbl",
        "LBody",
        "Span",
        "Strong",
        "Em",
        "Code",
        "Link",
        "Figure",
    )
)
"""What marked content may stand in: a Div would leave open what sort of text it is (7.1, 7.2)."""


@dataclass
class Tag:
    """An element of the structure: its sort, what it says of itself, what it holds."""

    sort: str
    said: dict[str, Any]
    children: list[Tag] = field(default_factory=list)
    has_content: bool = False

    def all(self) -> Iterator[Tag]:
        yield self
        for child in self.children:
            yield from child.all()

    @property
    def attributes(self) -> dict[str, Any]:
        held = self.said.get("/A", [])
        groups = held if isinstance(held, list) else [held]
        return {k: v for group in groups for k, v in group.get_object().items() if k != "/O"}


class Structure:
    """A PDF as its readers see it."""

    def __init__(self, content: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]
        self.xmp = self.root["/Metadata"].get_data().decode()
        self.tree = Tag("Root", {})
        _fill(self.tree, self.root["/StructTreeRoot"].get("/K"))

    def tags(self, *sorts: str) -> list[Tag]:
        return [tag for tag in self.tree.all() if tag.sort in sorts]

    def faults(self) -> list[str]:
        """What a reader with a screen reader would stumble over."""
        return [*self._of_the_file(), *self._of_tags(), *self._of_pages()]

    def _of_the_file(self) -> Iterator[str]:
        if "<pdfuaid:part>1</pdfuaid:part>" not in self.xmp:
            yield "does not call itself PDF/UA-1 (5)"
        if "<dc:title>" not in self.xmp:
            yield "has no title (7.1)"
        if not self.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            yield "shows the file's name in place of its title (7.1)"
        if not self.root.get("/Lang"):
            yield "does not say its language (7.2)"
        if not self.root.get("/MarkInfo", {}).get("/Marked"):
            yield "is not marked as tagged (7.1)"

    def _of_tags(self) -> Iterator[str]:
        level = 0
        for tag in self.tree.all():
            if tag.has_content and tag.sort not in HOLDS_TEXT:
                yield f"has text that stands in a {tag.sort} and nothing more (7.1)"
            if tag.sort.startswith("H") and tag.sort[1:].isdecimal():
                here = int(tag.sort[1:])
                if here > level + 1:
                    yield f"skips from heading {level} to {here} (7.4.2)"
                level = here
            if tag.sort == "Figure" and not tag.said.get("/Alt"):
                yield "has a picture without words for it (7.3)"
            if tag.sort == "TH" and "/Scope" not in tag.attributes:
                yield "has a head of a table that does not say whose it is (7.5)"
            if tag.sort == "TBody":
                yield from _rows_without_heads(tag)
            if tag.sort == "LI" and [child.sort for child in tag.children] != ["Lbl", "LBody"]:
                yield f"has an item of a list that holds {[c.sort for c in tag.children]} (7.6)"
            if tag.sort == "Table" and not any(t.sort == "TH" for t in tag.all()):
                yield "has a table without a head (7.5)"

    def _of_pages(self) -> Iterator[str]:
        for number, page in enumerate(self.reader.pages, 1):
            if page.get("/Tabs") != "/S":
                yield f"does not go through page {number} in the order of its structure (7.18.3)"
            depth = 0
            for _operands, operator in ContentStream(page.get_contents(), self.reader).operations:
                depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
                if operator in PAINTS and not depth:
                    yield f"paints on page {number} what is neither content nor decoration (7.1)"
                    break


def _rows_without_heads(body: Tag) -> Iterator[str]:
    """Rows of several cells that begin with a word which is not their head."""
    reaches = 0
    for row in body.children:
        if not reaches:
            first = row.children[0]
            reaches = int(first.attributes.get("/RowSpan", 1))
            if (
                first.sort == "TD"
                and len(row.children) > 1
                and any(t.has_content for t in first.all())
            ):
                yield "has a row of a table without a head (7.5)"
        reaches -= 1


def _fill(parent: Tag, held: Any) -> None:
    held = held.get_object() if hasattr(held, "get_object") else held
    for one in held if isinstance(held, list) else [held]:
        kid = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(kid, list):
            _fill(parent, kid)
        elif isinstance(kid, dict) and "/S" in kid:
            tag = Tag(kid["/S"].removeprefix("/"), kid)
            parent.children.append(tag)
            _fill(tag, kid.get("/K"))
        elif kid is not None and (not isinstance(kid, dict) or kid.get("/Type") == "/MCR"):
            parent.has_content = True
