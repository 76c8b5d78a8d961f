"""A stranger's logframe, read in a process of its own."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from trueline.exchange.logframe.opening import read_logframe
from trueline.exchange.logframe.row import Row
from trueline.exchange.logframe.table import LogframeTable
from trueline.sandbox import read_apart

LOGFRAME_ENDINGS = (".xlsx", ".docx")


def read_logframe_upload(data: bytes, name: str) -> LogframeTable:
    """Read a logframe in another process. Raises FileProblems."""
    return logframe_from(read_apart(f"{__name__}:plain_logframe", data, name))


def plain_logframe(data: bytes, name: str) -> dict[str, Any]:
    """The reader: a file's logframe as plain data. Raises FileProblems."""
    return asdict(read_logframe(data, name))


def logframe_from(data: dict[str, Any]) -> LogframeTable:
    """A logframe from the plain data that `asdict` makes of it."""
    rows = tuple(_row(row) for row in data["rows"])
    return LogframeTable(data["place"], rows, data["title"], tuple(data["doubts"]))


def _row(data: dict[str, Any]) -> Row:
    lists = {name: tuple(data[name]) for name in ("indicators", "means", "assumptions")}
    return Row(**{**data, **lists})
