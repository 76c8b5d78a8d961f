"""Tables of other apps in what an organisation or a person takes away.

An app that keeps rows of its own registers here, when it is ready, how to export them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from trueline.web.accounts.models import Organisation, User

Rows = Callable[[Organisation], Iterable[dict[str, Any]]]
RowsFor = Callable[[Organisation, User | None], Iterable[dict[str, Any]]]
FilesFor = Callable[[Organisation, User | None], Iterable[tuple[str, bytes]]]
Personal = Callable[[User], list[dict[str, Any]]]
Files = Callable[[Organisation], Iterable[tuple[str, bytes]]]
files: list[Files] = []
"""A function that gives the files of an organisation."""
tables: dict[str, Rows] = {}
"""By the name of their file, the rows of an organisation."""
tables_for: dict[str, RowsFor] = {}
"""The same of rows of which not every owner may see all: whoever takes them away is given."""
files_for: list[FilesFor] = []
"""A function that yields files that people attached, each with its name in the download."""
personal: dict[str, Personal] = {}
"""By name, what is held about a person."""


def add_table(name: str, rows: Rows) -> None:
    """Let an organisation's download hold these rows."""
    tables[name] = rows


def add_table_for(name: str, rows: RowsFor) -> None:
    """Let an organisation's download hold those of these rows that its reader may see."""
    tables_for[name] = rows


def add_files_for(files: FilesFor) -> None:
    """Let an organisation's download hold those of these files that its reader may see."""
    files_for.append(files)


def add_files(of: Files) -> None:
    """Let an organisation's download hold these files, each by its path there."""
    files.append(of)


def add_personal(name: str, rows: Personal) -> None:
    """Let what is held about a person hold these rows."""
    personal[name] = rows
