"""A document as PDF."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from trueline.reports.document.blocks import Document
from trueline.reports.typesetting import typeset


def printed(document: Document, paper: str = "a4") -> bytes:
    """The PDF; `paper` is "a4" or "letter"."""
    return typeset("document.typ", {**_plain(document), "paper": paper})


def _plain(value: Any) -> Any:
    """Dataclasses as mappings that name their sort, so that the template can tell them apart."""
    if is_dataclass(value):
        named = {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
        return {"sort": type(value).__name__, **named}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
