"""From a file's bytes to its text, or to the reason why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from trueline.files import FileProblems, Problem
from trueline.language import gettext
from trueline.passages.reading.office import blocks_of_odt, blocks_of_word
from trueline.passages.reading.page import blocks_of_page
from trueline.passages.reading.pdf import blocks_of_pdf
from trueline.passages.reading.plain import blocks_of_text
from trueline.passages.text import Block, DocumentText, sha256

LARGEST = 30_000_000
"""The largest file that is read, in bytes."""
ENDINGS = (".pdf", ".docx", ".odt", ".html", ".htm", ".txt", ".md")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\ufeff]")


def read_text(data: bytes, name: str) -> DocumentText:
    """The text of a document. Raises FileProblems, which say what is wrong and what to do."""
    if not data:
        raise _refused(name, gettext("The file is empty."), gettext("Choose another."))
    if len(data) > LARGEST:
        raise _refused(
            name,
            gettext("The file is larger than {count} MB.", count=LARGEST // 1_000_000),
            gettext("Send it without pictures, or in parts."),
        )
    pages = 1
    empty: tuple[int, ...] = ()
    blocks: list[Block]
    match PurePath(name).suffix.lower():
        case ".pdf":
            blocks, pages, empty = blocks_of_pdf(data, name)
        case ".docx":
            blocks = list(blocks_of_word(data, name))
        case ".odt":
            blocks = list(blocks_of_odt(data, name))
        case ".html" | ".htm":
            blocks = list(blocks_of_page(data))
        case ".txt" | ".md":
            blocks = list(blocks_of_text(_decoded(data)))
        case other:
            raise _refused(
                name,
                gettext("Files that end in {ending} are not read.", ending=other or "…"),
                gettext("Send one of {endings}.", endings=", ".join(ENDINGS)),
            )
    document = DocumentText(name, sha256(data), tuple(_clean(blocks)), pages, empty)
    if document.is_scan:
        raise _refused(
            name,
            gettext("Its pages are pictures: there is no text in them to search."),
            gettext("Send the file it was printed from, or have its text recognised first."),
        )
    if not document.blocks:
        raise _refused(name, gettext("There is no text in it."), gettext("Choose another."))
    return document


def _clean(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks that say something, each on one line, with letters composed."""
    for block in blocks:
        text = unicodedata.normalize("NFC", _CONTROL.sub("", block.text))
        text = " ".join(text.split())
        if text:
            yield Block(text, block.page, block.role)


def _decoded(data: bytes) -> str:
    """UTF-8 or UTF-16 where it is, else the encoding of Windows in western Europe."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _refused(name: str, message: str, hint: str) -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint)])
