"""From a file's bytes to its text, or to the reason why not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePath

from trueline.files import FileProblems, Problem
from trueline.language import gettext, number
from trueline.passages.reading.office import blocks_of_odt, blocks_of_word
from trueline.passages.reading.page import blocks_of_page
from trueline.passages.reading.pdf import blocks_of_pdf
from trueline.passages.reading.plain import blocks_of_text, decoded
from trueline.passages.text import Block, DocumentText, sha256

LARGEST = 30_000_000
"""The largest file that is read, in bytes."""
LONGEST = 4_000_000
"""The longest text that is read, in letters: a thousand full pages."""
ENDINGS = (".pdf", ".docx", ".odt", ".html", ".htm", ".txt", ".md")
_NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\xad\u200b\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control signs, soft hyphens, those that turn what follows round, and halves of signs, which no file can hold."""
_ONLY_IN_A_FONT = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]")
"""Signs to which only the font of the file gives a meaning."""
_AS_DRAWN = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]+")
"""Arabic letters in the form that they have within a word."""


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
            blocks = list(blocks_of_text(decoded(data)))
        case other:
            raise _refused(
                name,
                gettext("Files that end in {ending} are not read.", ending=other or "…"),
                gettext("Send one of {endings}.", endings=", ".join(ENDINGS)),
            )
    document = DocumentText(name, sha256(data), tuple(_clean(blocks)), pages, empty)
    if (length := sum(len(block.text) for block in document.blocks)) > LONGEST:
        raise _refused(
            name,
            gettext("Its text has {count} letters.", count=number(length)),
            gettext("Up to {count} are read: send the part that matters.", count=number(LONGEST)),
        )
    send = gettext("Send the file it was printed from, or have its text recognised first.")
    if document.is_scan:
        message = gettext("Its pages are pictures, or empty: there is no text in them to search.")
        raise _refused(name, message, send)
    if _means_nothing(blocks):
        message = gettext(
            "Its letters mean nothing outside its own fonts, so it can’t be searched."
        )
        raise _refused(name, message, send)
    if not any(sign.isalnum() for block in document.blocks for sign in block.text):
        raise _refused(name, gettext("There is no text in it."), gettext("Choose another."))
    return document


def _clean(blocks: Iterable[Block]) -> Iterable[Block]:
    """Blocks that say something, each on one line, with letters composed."""
    for block in blocks:
        text = _ONLY_IN_A_FONT.sub(" ", _NOT_TEXT.sub("", block.text))
        text = _AS_DRAWN.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
        text = " ".join(unicodedata.normalize("NFC", text).split())
        if text:
            yield Block(text, block.page, block.role)


def _means_nothing(blocks: Iterable[Block]) -> bool:
    """Whether most signs have a meaning in the font of the file alone."""
    texts = ["".join(block.text.split()) for block in blocks]
    return 2 * sum(len(_ONLY_IN_A_FONT.findall(text)) for text in texts) > sum(map(len, texts))


def _refused(name: str, message: str, hint: str) -> FileProblems:
    return FileProblems([Problem(name, message, hint=hint)])
