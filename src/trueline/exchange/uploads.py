"""A stranger's document, read in a process of its own."""

from __future__ import annotations

from typing import Any

from trueline.document import Kind, Loaded
from trueline.document.document import D
from trueline.document.reading import LIMITS, document_in
from trueline.files import SourceFile, decoded, parse_text
from trueline.sandbox import Reader, read_in_sandbox

DOCUMENT_ENDINGS = (".yaml", ".yml", ".json")


def read_document(
    data: bytes, name: str, kind: Kind[D], *, read: Reader = read_in_sandbox
) -> Loaded[D]:
    """Take a document's file apart in another process, and check here what it holds.

    Raises FileProblems.
    """
    plain = read(f"{__name__}:plain_source", data, name)
    places = {tuple(path): (line, column) for path, line, column in plain["places"]}
    return document_in(SourceFile(name, "", plain["data"], places), kind)


def plain_source(data: bytes, name: str) -> dict[str, Any]:
    """The reader: a file's values and where each stands, as plain data. Raises FileProblems."""
    source = parse_text(decoded(data, name), name, LIMITS)
    places = [[list(path), *place] for path, place in source.places.items()]
    return {"data": source.data, "places": places}
