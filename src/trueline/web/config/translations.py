"""Translations are kept as text (.po) and compiled into the data folder when they changed.

So a machine needs no gettext, and no compiled file lies among the sources.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

SOURCES = Path(__file__).parent.parent / "locale"


def compile_translations(target: Path | None = None) -> None:
    """Compile each `locale/<language>/LC_MESSAGES/django.po` that is newer than what is there."""
    folder = target or Path(settings.LOCALE_PATHS[0])
    for source in sorted(SOURCES.glob("*/LC_MESSAGES/django.po")):
        made = folder / source.relative_to(SOURCES).with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
            _compile(source, made)


def _compile(source: Path, made: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        catalog = read_po(stream, locale=source.parent.parent.name)
    made.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=made.parent)
    with os.fdopen(handle, "wb") as stream:
        write_mo(stream, catalog)
    os.replace(name, made)  # two processes may start at once
