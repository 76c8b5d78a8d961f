"""The database: SQLite in the data folder, or PostgreSQL by address."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

WAL_IS_SAFE_FROM = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Versions of SQLite in which a write-ahead log can't lose a commit; others keep a journal."""


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for the database. Raises ImproperlyConfigured."""
    return _postgres(url) if url else _sqlite(folder / "trueline.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    safe = wal_is_safe(sqlite3.sqlite_version_info)
    journal = "WAL; PRAGMA synchronous=FULL" if safe else "DELETE; PRAGMA synchronous=EXTRA"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
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
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or len(parts.path) < 2:
        raise ImproperlyConfigured(
            "TRUELINE_DATABASE should be like postgresql://user:password@host:5432/name; leave it"
            " out to use SQLite."
        )
    try:
        port = parts.port
    except ValueError:
        raise ImproperlyConfigured("TRUELINE_DATABASE: the port should be a number.") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": "10", **dict(parse_qsl(parts.query))},
    }
