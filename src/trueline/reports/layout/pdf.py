"""A document as PDF."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from trueline.reports.layout.blocks import Document, Picture
from trueline.reports.layout.svg_text import leans_right
from trueline.reports.layout.typesetting import typeset

_RIGHT_TO_LEFT = "\u200f"
"""Unicode's mark for a line that runs from right to left."""


def pdf_file(document: Document, paper: str = "a4") -> bytes:
    """The PDF; `paper` is "a4" or "letter"."""
    return typeset("document.typ", {**_plain(document), "paper": paper}, accessible=True)


def _plain(value: Any) -> Any:
    """Dataclasses as mappings that name their sort, so that the template can tell them apart."""
    if isinstance(value, str):
        return _marked(value)
    if isinstance(value, Picture):
        return {
            "sort": "Picture",
            **{part.name: getattr(value, part.name) for part in fields(value)},
        }
    if is_dataclass(value):
        named = {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
        return {"sort": type(value).__name__, **named}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _marked(text: str) -> str:
    """Lines without space around them, the empty ones left out, those to be turned marked."""
    if text.isascii() and "\n" not in text:
        return text
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(_RIGHT_TO_LEFT + line if leans_right(line) else line for line in lines if line)
