"""Text out of the files that people send: PDF, Word, OpenDocument, web pages, plain text."""

from trueline.passages.reading.opening import ENDINGS, read_text

__all__ = ["ENDINGS", "read_text"]
