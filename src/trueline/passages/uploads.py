"""Documents of strangers, read in a process of its own."""

from __future__ import annotations

from typing import Any

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
