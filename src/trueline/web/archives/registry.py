"""Tables of other apps in what an organisation or a person takes away.

An app that keeps rows of its own says here, when it is ready, how they are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from trueline.web.accounts.models import Organisation, User

Rows = Callable[[Organisation], Iterable[dict[str, Any]]]
Personal = Callable[[User], list[dict[str, Any]]]
Files = Callable[[Organisation], Iterable[tuple[str, bytes]]]
files: list[Files] = []
"""What gives the files of an organisation."""
tables: dict[str, Rows] = {}
"""By the name of their file, the rows of an organisation."""
personal: dict[str, Personal] = {}
"""By name, what is held about a person."""


def add_table(name: str, rows: Rows) -> None:
    """Let an organisation's download hold these rows."""
    tables[name] = rows


def add_files(of: Files) -> None:
    """Let an organisation's download hold these files, each by its path there."""
    files.append(of)


def add_personal(name: str, rows: Personal) -> None:
    """Let what is held about a person hold these rows."""
    personal[name] = rows
