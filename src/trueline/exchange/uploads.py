"""A stranger's design or logframe, read in a process of its own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any

from trueline.design import Design, design_from_json, parse_design
from trueline.document import document_to_json
from trueline.exchange.logframe import LogframeTable, Row, read_logframe
from trueline.files import decoded
from trueline.sandbox import read_apart

ENDINGS = (".yaml", ".yml", ".json", ".xlsx", ".docx")


@dataclass(frozen=True)
class Upload:
    """What a file held: a design, or a logframe to be looked at first."""

    design: Design | None = None
    logframe: LogframeTable | None = None


def read_upload(data: bytes, name: str) -> Upload:
    """Read a design or logframe in another process. Raises FileProblems."""
    found = read_apart(f"{__name__}:plain", data, name)
    if "design" in found:
        return Upload(design=design_from_json(found["design"]))
    return Upload(logframe=logframe_from(found["logframe"]))


def plain(data: bytes, name: str) -> dict[str, Any]:
    """The reader: a file's design or logframe as plain data. Raises FileProblems."""
    if PurePath(name).suffix.lower() in (".xlsx", ".docx"):
        return {"logframe": asdict(read_logframe(data, name))}
    return {"design": document_to_json(parse_design(decoded(data, name), name).document)}


def logframe_from(data: dict[str, Any]) -> LogframeTable:
    """A logframe from the plain data that `asdict` makes of it."""
    rows = tuple(_row(row) for row in data["rows"])
    return LogframeTable(data["place"], rows, data["title"], tuple(data["doubts"]))


def _row(data: dict[str, Any]) -> Row:
    lists = {name: tuple(data[name]) for name in ("indicators", "means", "assumptions")}
    return Row(**{**data, **lists})
