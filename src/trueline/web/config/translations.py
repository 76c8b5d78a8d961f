"""Django's translations: those of the whole program, compiled into the data folder when they change.

Django looks for files of its own name in a folder of its settings; what is in them is the catalogue
that the rest of the program reads too.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from django.conf import settings

from trueline.language import languages
from trueline.language.catalogues import compiled, source_of
from trueline.language.context import ENGLISH


def compile_translations(target: Path | None = None) -> None:
    """Compile each catalogue that is newer than what is there."""
    folder = target or Path(settings.LOCALE_PATHS[0])
    for language in languages():
        compiled_file = folder / language / "LC_MESSAGES" / "django.mo"
        if language != ENGLISH and _is_older(compiled_file, source_of(language)):
            compiled_file.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=compiled_file.parent)
            with os.fdopen(handle, "wb") as stream:
                stream.write(compiled(language))
            os.replace(name, compiled_file)  # two processes may start at once


def _is_older(compiled_file: Path, source: Path) -> bool:
    return not compiled_file.exists() or compiled_file.stat().st_mtime < source.stat().st_mtime
