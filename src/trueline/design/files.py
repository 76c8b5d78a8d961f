"""Designs from files and texts, and back."""

from __future__ import annotations

from pathlib import Path

from trueline.design.design import Design
from trueline.design.kind import DESIGN
from trueline.document.reading import Loaded, document_from_json, load_document, parse_document
from trueline.document.schema import document_schema


def load_design(path: Path, name: str | None = None) -> Loaded[Design]:
    """Read a YAML or JSON file. Raises FileProblems with everything that does not fit."""
    return load_document(path, DESIGN, name)


def parse_design(text: str, name: str = "design.yaml") -> Loaded[Design]:
    """A design from text; JSON if `name` ends in .json. Raises FileProblems."""
    return parse_document(text, DESIGN, name)


def design_from_json(text: str | bytes, name: str = "design.json") -> Design:
    """A design from stored JSON. Raises FileProblems."""
    return document_from_json(text, DESIGN, name)


def design_schema() -> str:
    """The JSON Schema of a design, for editors."""
    return document_schema(DESIGN)
