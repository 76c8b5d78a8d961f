"""The catalogues of translations: text files, compiled when they changed.

So a machine needs no gettext tools, and no compiled file lies among the sources.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import io
import struct
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import trueline
from trueline.cache import cached, keep
from trueline.language.context import ENGLISH, note_untranslated
from trueline.language.pseudo import PSEUDO, PseudoTranslations

LOCALE = Path(__file__).parent / "locale"


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, English first."""
    return (ENGLISH, *sorted(path.parent.parent.name for path in LOCALE.glob("*/*/trueline.po")))


def source_of(language: str) -> Path:
    """The file that translators work in."""
    return LOCALE / language / "LC_MESSAGES" / "trueline.po"


def compiled(language: str) -> bytes:
    """A language's catalogue as gettext reads it, compiled once for each state of its source."""
    data, _ = _whole(language)
    return data


def _compile(language: str) -> bytes:
    """Compile a catalogue from its source."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source_of(language).open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    for message in list(catalogue):
        if message.pluralizable and not all(message.string or ("",)):
            # Babel would write the English in its place, by the wrong number: “1 problems” in Arabic.
            catalogue.delete(message.id, message.context)
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


class Untranslated(NullTranslations):
    """The fallback of a catalogue without a translation: the English text, which is noted."""

    def gettext(self, message: str) -> str:
        note_untranslated(message)
        return message

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        note_untranslated(singular)
        return singular if count == 1 else plural

    def pgettext(self, context: str, message: str) -> str:
        note_untranslated(message)
        return message


def supported_language(code: str | None) -> str:
    """The language of a code where there is a catalogue for it, else English."""
    plain = (code or "").partition("-")[0]
    return code if code and (code == PSEUDO or plain in languages()) else ENGLISH


@functools.cache
def translations(language: str) -> NullTranslations:
    """The catalogue that serves a language: its own, or that of the language it is a form of.

    >>> translations("fr-CA") is translations("fr")
    True
    """
    if language == ENGLISH:
        return NullTranslations()
    if language == PSEUDO:
        return PseudoTranslations()
    if language in languages():
        _, catalogue = _whole(language)
        catalogue.add_fallback(Untranslated())
        return catalogue
    plain = language.rpartition("-")[0]
    return translations(plain) if plain else Untranslated()


def _whole(language: str) -> tuple[bytes, GNUTranslations]:
    """A catalogue as bytes and read, from the cache where that holds all of it."""
    state = source_of(language).stat()
    state_text = (
        f"{trueline.__version__}\0{source_of(language)}\0{state.st_size}\0{state.st_mtime_ns}"
    )
    name = f"catalogue-{language}-{hashlib.sha256(state_text.encode()).hexdigest()[:24]}.mo"
    if data := cached(name):
        with contextlib.suppress(OSError, ValueError, struct.error):  # half a file
            return data, GNUTranslations(io.BytesIO(data))
    data = _compile(language)
    keep(name, data)
    return data, GNUTranslations(io.BytesIO(data))
