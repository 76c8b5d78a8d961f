"""The files that translators work in: one `django.po` for each language but English.

Entries are sorted and bear no line numbers, so that a change of one string is a change of one
entry and two people's work merges.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from trueline.web.config.translations import SOURCES
from trueline.web.languages.declared import declared_strings
from trueline.web.languages.sources import BORROWED, marked_strings

WIDTH = 96


def languages() -> list[str]:
    """The languages that there is a file for."""
    return sorted(path.parent.parent.name for path in SOURCES.glob("*/LC_MESSAGES/django.po"))


def path_of(language: str) -> Path:
    return SOURCES / language / "LC_MESSAGES" / "django.po"


def catalog(language: str) -> Catalog:
    """What is translated into a language so far."""
    with path_of(language).open("rb") as stream:
        return read_po(stream, locale=language)


def template() -> Catalog:
    """Every string of the interface, none translated."""
    plurals = dict.fromkeys(((text, "") for text in declared_strings()), "")
    for marked in (*marked_strings(), *BORROWED):
        key = (marked.text, marked.context)
        plurals[key] = plurals.get(key) or marked.plural
    found = Catalog(fuzzy=False)
    for (text, context), plural in plurals.items():
        if text:
            found.add((text, plural) if plural else text, context=context or None)
    return found


def missing(language: str) -> Iterator[str]:
    """Strings without a translation that may be shown: none yet, or one for an older wording."""
    known = catalog(language)
    for wanted in template():
        if wanted.id:
            message = known.get(wanted.id, wanted.context)
            if message is None or message.fuzzy or not all(translations(message)):
                yield singular(wanted)


def bring_up_to_date(language: str) -> None:
    """Add what is new, mark what was reworded as fuzzy, and drop what is gone."""
    known = catalog(language)
    known.update(template())
    write(language, known)


def write(language: str, known: Catalog) -> None:
    """Write the entries under the file's own head, which holds the glossary, as it stands."""
    head, _blank, _entries = path_of(language).read_text("utf-8").partition("\n\n")
    entries = BytesIO()
    write_po(
        entries, known, width=WIDTH, no_location=True, omit_header=True, sort_output=True,
        ignore_obsolete=True,
    )  # fmt: skip
    said = entries.getvalue().decode("utf-8").strip()
    path_of(language).write_text(f"{head}\n\n{said}\n", "utf-8")


def singular(message: Message) -> str:
    """The string itself, or the one of the two that speaks of one thing."""
    return str(message.id[0] if isinstance(message.id, (tuple, list)) else message.id)


def translations(message: Message) -> tuple[str, ...]:
    """Its translation, or one for each plural form of the language."""
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(str(text or "") for text in texts)
