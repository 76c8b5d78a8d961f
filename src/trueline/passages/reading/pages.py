"""The text of each page in the order in which the file has it, where rows of tables stay together."""

from __future__ import annotations

from pathlib import PurePath

from trueline.files import FileProblems
from trueline.passages.reading.lines import mended, words_of
from trueline.passages.reading.pdf import PAGES, PARTING
from trueline.passages.text import DocumentText


def page_texts(data: bytes, document: DocumentText) -> tuple[str, ...]:
    """One text without line breaks for each page; of files without pages, their blocks as one."""
    if PurePath(document.name).suffix.lower() != ".pdf":
        return (" ".join(block.text for block in document.blocks),)
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise FileProblems([]) from error
    try:
        texts = []
        for number in range(min(len(pdf), PAGES)):
            text = pdf[number].get_textpage()
            texts.append(" ".join(text.get_text_range().translate(PARTING).split()))
            text.close()
        words = words_of(texts)
        return tuple(mended(text, words) for text in texts)
    finally:
        pdf.close()
