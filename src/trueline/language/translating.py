"""Strings in the language that is spoken: gettext, with values by their names."""

from __future__ import annotations

from trueline.language.catalogues import translations
from trueline.language.context import get_language, noting_untranslated, override
from trueline.language.numbers import number


def get_ready(language: str) -> None:
    """Read all that a language takes, for a process that may open no file later."""
    with override(language):
        gettext("Yes")
        number(1_000)


def gettext(message: str, /, **values: object) -> str:
    """A message in the reader's language, with its values in place."""
    if message:
        message = translations(get_language()).gettext(message)
    return message.format_map(values) if values else message


def ngettext(singular: str, plural: str, count: int, /, **values: object) -> str:
    """A message that speaks of a number of things, which it may name as {count}."""
    message = translations(get_language()).ngettext(singular, plural, count)
    return message.format_map({"count": number(count), **values})


def pgettext(context: str, message: str, /, **values: object) -> str:
    """A message whose English has two meanings; `context` says which one."""
    message = translations(get_language()).pgettext(context, message)
    return message.format_map(values) if values else message


def gettext_noop(message: str) -> str:
    """Mark a string that is translated where it is shown."""
    return message


def is_translated(message: str) -> bool:
    """Whether a message can be said in the reader's language."""
    with noting_untranslated(quietly=True) as noted:
        gettext(message)
    return not noted
