"""Attributes of elements with user-written text: language and direction.

`{% written %}` stands in the tag of whatever shows such a text, also where only a screen reader hears it.
The language is that of the document on the page, where it says one; the text's own letters decide its
direction, since a name may be in another script.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.template import Library
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from trueline.language import base_language, isolate, joined, label
from trueline.web.documents.models import DocumentRecord

register = Library()
SET_APART = "\u2068"
_AUTO = SafeString(' dir="auto"')


@register.simple_tag(takes_context=True)
def written(context: Context, is_written: Any = True) -> SafeString:
    """Language and direction of a text of the document; of one that is ours, the direction alone.

    `is_written` may be the text itself. A sentence of ours in which names are set apart needs neither:
    it runs as the page does.
    """
    if isinstance(is_written, str) and SET_APART in is_written:
        return SafeString("")
    language = language_of(context) if is_written else ""
    return format_html(' lang="{}" dir="auto"', language) if language else _AUTO


@register.filter
def own_name(word: str) -> str:
    """The organisation's own name for a level or field of a logframe: `"Indicators"|own_name`."""
    return label(word)


@register.simple_tag
def title_language(record: DocumentRecord) -> SafeString:
    """Language and direction of a document's title where it stands among others, as in a list."""
    language = record.language if record.title else ""
    if language and base_language(language) != base_language():
        return format_html(' lang="{}" dir="auto"', language)
    return _AUTO


@register.filter(name="isolate")
def isolate_(name: object) -> str:
    """A name within a sentence, so that the signs of both stay where they belong."""
    return isolate(str(name))


@register.filter
def listed(names: Iterable[object]) -> str:
    """Names as a list in a sentence, by the language of the page: “a, b and c”."""
    return joined([str(name) for name in names])


def language_of(context: Context) -> str:
    """The language of the document on the page, where it is not that of the page; else ""."""
    if "written_in" in context:
        language = context["written_in"]
    else:
        document = getattr(context.get("workspace"), "document", None) or context.get("document")
        language = getattr(document, "language", None)
    return language if language and base_language(language) != base_language() else ""
