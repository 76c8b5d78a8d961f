"""Documents of strangers, read in a process of its own."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import astuple
from typing import Any

from trueline.passages.pictures import PagePicture, PlacedWord
from trueline.passages.reading.opening import read_text
from trueline.passages.reading.pages import page_texts
from trueline.passages.text import Block, DocumentText, Role
from trueline.sandbox import read_in_sandbox


def read_document_text(data: bytes, name: str) -> DocumentText:
    """The text of a document, read apart. Raises FileProblems."""
    return _document(read_in_sandbox(f"{__name__}:plain_text", data, name), name)


def read_document_pages(data: bytes, name: str) -> tuple[DocumentText, tuple[str, ...]]:
    """The text of a document, and each of its pages in the order of the file. Raises FileProblems."""
    plain = read_in_sandbox(f"{__name__}:plain_pages", data, name)
    return _document(plain, name), tuple(plain["page_texts"])


def _document(plain: dict[str, Any], name: str) -> DocumentText:
    blocks = tuple(Block(text, page, Role(role)) for text, page, role in plain["blocks"])
    return DocumentText(name, plain["sha256"], blocks, plain["pages"], tuple(plain["empty_pages"]))


def read_page_picture(data: bytes, name: str, page: int) -> PagePicture:
    """A page of a PDF, counted from 1, drawn apart. Raises FileProblems."""
    plain = read_in_sandbox(f"{__name__}:plain_picture", data, name, page=page)
    words = tuple(PlacedWord(*word) for word in plain["words"])
    return PagePicture(b64decode(plain["png"]), plain["width"], plain["height"], words)


def plain_picture(data: bytes, name: str, *, page: int) -> dict[str, Any]:
    """The reader of `read_page_picture`. Raises FileProblems."""
    from trueline.passages.reading.drawing import draw_page

    drawn = draw_page(data, name, page)
    return {
        "png": b64encode(drawn.png).decode("ascii"),
        "width": drawn.width,
        "height": drawn.height,
        "words": [list(astuple(word)) for word in drawn.words],
    }


def plain_pages(data: bytes, name: str) -> dict[str, Any]:
    """The reader of `read_document_pages`. Raises FileProblems."""
    document = read_text(data, name)
    return _plain(document) | {"page_texts": list(page_texts(data, document))}


def plain_text(data: bytes, name: str) -> dict[str, Any]:
    """The reader: a document as plain data. Raises FileProblems."""
    return _plain(read_text(data, name))


def _plain(document: DocumentText) -> dict[str, Any]:
    return {
        "sha256": document.sha256,
        "blocks": [[block.text, block.page, block.role.value] for block in document.blocks],
        "pages": document.pages,
        "empty_pages": list(document.empty_pages),
    }
