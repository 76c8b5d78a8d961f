"""A document as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from trueline.language import direction, get_language
from trueline.reports.layout.blocks import Document
from trueline.reports.layout.lines import line_of
from trueline.reports.layout.typesetting import typeset, typst_language
from trueline.reports.layout.wide_tables import fitted

_MARK = "\ufdd0"
"""Stands around the language and direction of a line. Unicode keeps it out of every text."""
_AS_THEY_ARE = frozenset(("svg", "languages", "sheet", "look"))


def pdf_file(document: Document, paper: str = "a4") -> bytes:
    """The PDF; `paper` is "a4" or "letter"."""
    data = _plain(fitted(document), document.languages)
    return typeset("document.typ", {**data, "paper": paper}, accessible=True)


def _plain(value: Any, languages: Mapping[str, str]) -> Any:
    """Dataclasses as mappings that name their sort, so that the template can tell them apart."""
    if isinstance(value, str):
        return marked(value, languages)
    if is_dataclass(value):
        values = {
            part.name: getattr(value, part.name)
            if part.name in _AS_THEY_ARE
            else _plain(getattr(value, part.name), languages)
            for part in fields(value)
        }
        return {"sort": type(value).__name__, **values}
    return [_plain(item, languages) for item in value] if isinstance(value, tuple) else value


def marked(text: str, languages: Mapping[str, str]) -> str:
    """Lines without space around them, the empty ones left out, those unlike the others marked."""
    if not languages and direction() == "ltr" and text.isascii() and "\n" not in text:
        return text
    lines = (line.strip() for line in text.replace(_MARK, "").split("\n"))
    return "\n".join(_with_language(line, languages) for line in lines if line)


def _with_language(text: str, languages: Mapping[str, str]) -> str:
    line = line_of(text, languages)
    if not line.language and line.direction == direction():
        return text
    code = typst_language(line.language or get_language())
    return f"{_MARK}{code} {line.direction}{_MARK}{text}"
