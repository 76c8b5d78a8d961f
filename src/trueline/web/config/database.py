"""The database: SQLite in the data folder, or PostgreSQL by address."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote

from django.core.exceptions import ImproperlyConfigured

from trueline.language import gettext
from trueline.web import patience
from trueline.web.config.addresses import address

NAME = "TRUELINE_DATABASE"

WAL_IS_SAFE_FROM = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Versions of SQLite in which a write-ahead log can't lose a commit; others keep a journal."""


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database. Raises ImproperlyConfigured."""
    return _postgres(url) if url else _sqlite(folder / "trueline.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    safe = wal_is_safe(sqlite3.sqlite_version_info)
    journal = "WAL; PRAGMA synchronous=FULL" if safe else "DELETE; PRAGMA synchronous=EXTRA"
    return {
        "ENGINE": "trueline.web.config.sqlite",
        "NAME": str(path),
        "CONN_MAX_AGE": None,  # to open the file and read its tables took a tenth of each request
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": patience.SHORT,  # once it is open, it waits as `patience` says
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA foreign_keys=ON;",
        },
    }


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite is, within its line or beyond all lines, one of those above."""
    newest = WAL_IS_SAFE_FROM[0]
    if version >= newest:
        return True
    return any(version[:2] == fixed[:2] and version >= fixed for fixed in WAL_IS_SAFE_FROM)


def _postgres(url: str) -> dict[str, Any]:
    like = gettext("postgresql://user:password@host:5432/name, or be left out to use SQLite")
    parts = address(url, NAME, schemes=("postgres", "postgresql"), like=like, needs_host=False)
    if len(parts.path) < 2 or "/" in parts.path[1:]:
        raise ImproperlyConfigured(
            gettext("{name} names no database. It should be like {like}.", name=NAME, like=like)
        )
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # A cursor of the server outlives its transaction, which PgBouncer does not allow.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"connect_timeout": f"{patience.USUAL:.0f}", **_options(parts.query)},
    }


def _options(query: str) -> dict[str, str]:
    """The options behind the `?`, such as sslmode=require. Raises ImproperlyConfigured."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import make_conninfo

    options = dict(parse_qsl(query, keep_blank_values=True))
    try:
        make_conninfo(**options)
    except ProgrammingError as error:
        raise ImproperlyConfigured(f"{NAME}: {str(error).strip()}.") from None
    return options
