"""The files that translators work in: one `trueline.po` for each language but English.

Entries are sorted and bear no line numbers, so that a change of one string is a change of one
entry and two people's work merges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from trueline.language import languages as known_languages
from trueline.language.catalogues import source_of
from trueline.language.context import ENGLISH
from trueline.web.languages.commands import command_strings
from trueline.web.languages.declared import declared_strings, rule_strings
from trueline.web.languages.sources import BORROWED, MarkedString, marked_strings

WIDTH = 96


def languages() -> list[str]:
    """The languages that there is a file for."""
    return [language for language in known_languages() if language != ENGLISH]


def path_of(language: str) -> Path:
    return source_of(language)


def catalog(language: str) -> Catalog:
    """The catalogue of a language so far."""
    with path_of(language).open("rb") as stream:
        return read_po(stream, locale=language)


def template() -> Catalog:
    """Every string of the program, none translated."""
    return _catalogue([*_on_pages(), *marked_strings(), *rule_strings(), *command_strings()])


def _on_pages() -> Iterator[MarkedString]:
    """The strings of the interface in the browser, which is whole in each of its languages."""
    yield from BORROWED
    yield from (MarkedString(text) for text in declared_strings())
    yield from (marked for marked in marked_strings() if marked.on_pages)


def _catalogue(strings: Iterable[MarkedString]) -> Catalog:
    plurals: dict[tuple[str, str], str] = {}
    for marked in strings:
        key = (marked.text, marked.context)
        plurals[key] = plurals.get(key) or marked.plural
    catalogue = Catalog(fuzzy=False)
    for (text, context), plural in plurals.items():
        if text:
            catalogue.add((text, plural) if plural else text, context=context or None)
    return catalogue


def missing(language: str) -> Iterator[str]:
    """Strings of the pages without a translation that may be shown: none, or one for an older
    wording.
    """
    yield from _missing(language, _catalogue(_on_pages()))


def missing_elsewhere(language: str) -> Iterator[str]:
    """The same for commands, findings and what is made to be handed on."""
    on_pages = {*missing(language)}
    yield from (text for text in _missing(language, template()) if text not in on_pages)


def _missing(language: str, strings: Catalog) -> Iterator[str]:
    existing = catalog(language)
    for wanted in strings:
        if wanted.id:
            message = existing.get(wanted.id, wanted.context)
            if message is None or message.fuzzy or not all(translations(message)):
                yield singular(wanted)


def bring_up_to_date(language: str) -> None:
    """Add what is new, mark what was reworded as fuzzy, and drop what is gone."""
    existing, wanted = catalog(language), template()
    reworded = _reworded(language, existing, wanted)
    existing.update(wanted, no_fuzzy_matching=True)
    for guess in reworded:
        message = existing.get(guess.id, guess.context)
        if message is not None and guess.id:
            message.string, message.flags = guess.string, message.flags | {"fuzzy"}
    write(language, existing)


def _reworded(language: str, existing: Catalog, wanted: Catalog) -> list[Message]:
    """New strings that are like one that is gone, with its translation for a guess.

    Strings that stay are no help: most of what is like them means something else.
    """
    guesses, new = Catalog(locale=language), Catalog()
    for message in existing:
        if message.id and wanted.get(message.id, message.context) is None:
            guesses[message.id] = message
    for message in wanted:
        if message.id and existing.get(message.id, message.context) is None:
            new[message.id] = message
    guesses.update(new)
    return [message for message in guesses if message.fuzzy]


def write(language: str, existing: Catalog) -> None:
    """Write the entries under the file's own head, which holds the glossary, as it stands."""
    head, _blank, _entries = path_of(language).read_text("utf-8").partition("\n\n")
    entries = BytesIO()
    write_po(
        entries,
        existing,
        width=WIDTH,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    text = entries.getvalue().decode("utf-8").strip()
    path_of(language).write_text(f"{head}\n\n{text}\n", "utf-8")


def singular(message: Message) -> str:
    """The string itself, or its singular."""
    return str(message.id[0] if isinstance(message.id, (tuple, list)) else message.id)


def translations(message: Message) -> tuple[str, ...]:
    """Its translation, or one for each plural form of the language."""
    texts = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(str(text or "") for text in texts)
