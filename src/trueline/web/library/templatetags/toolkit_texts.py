"""Texts of the toolkit on a page: their language, their origin, codes in words."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from trueline.language import base_language
from trueline.language.context import ENGLISH
from trueline.language.terms import TERMS
from trueline.toolkit import Category, FollowUp, Hit, Node
from trueline.toolkit.search import MARK_END, MARK_START
from trueline.toolkit.wording import follow_up, proxy_is_ours, proxy_lead
from trueline.web.library.edition import differs_from_interface, toolkit_in_use
from trueline.web.library.origins import is_ours

register = template.Library()


@register.simple_tag
def pack_language() -> SafeString:
    """Attributes for an element with a text of the toolkit, where its language is not the page's."""
    toolkit = toolkit_in_use()
    if not differs_from_interface(toolkit):
        return SafeString("")
    return format_html(' lang="{}" dir="ltr"', toolkit.head.language)


@register.simple_tag
def english() -> SafeString:
    """Attributes for an element with a text that there is in English alone, such as a finding."""
    return SafeString("" if _page_is_english() else ' lang="en" dir="ltr"')


@register.inclusion_tag("library/parts/english_mark.html")
def english_mark() -> dict[str, Any]:
    """A mark beside such a text, where the page speaks another language."""
    return {"plain": _page_is_english()}


@register.inclusion_tag("library/parts/english_mark.html")
def pack_mark() -> dict[str, Any]:
    """The same beside a text of the toolkit, where the toolkit lacks the language of the page."""
    return {"plain": not differs_from_interface(toolkit_in_use())}


def _page_is_english() -> bool:
    return base_language() == ENGLISH


@register.simple_tag
def speaks_another_language() -> bool:
    """Whether the toolkit's texts stand in another language than the page."""
    return differs_from_interface(toolkit_in_use())


@register.inclusion_tag("library/parts/ours.html")
def ours(node: Node, field: str) -> dict[str, Any]:
    """A mark beside what this project wrote, and nothing beside what the source says."""
    return {"is_ours": is_ours(node, field)}


@register.filter
def label(word: str, terms: str) -> str:
    """A word of the toolkit or of a document as people read it: `"outcome"|label:"level"`."""
    return TERMS[terms].label(word)


@register.filter
def measured_again(times: FollowUp) -> str:
    """When to measure again, in words: "6 to 12 months after the activity ends"."""
    return follow_up(times) or ""


@register.inclusion_tag("library/parts/proxy.html")
def proxy(category: Category) -> dict[str, Any]:
    """The sentence on what a category can't stand in for, with what exactly where the toolkit says it."""
    return {"category": category, "lead": proxy_lead(), "is_ours": proxy_is_ours(category)}


@register.filter
def highlighted(excerpt: str) -> SafeString:
    """A passage of a search result, with the words found marked."""
    parts = excerpt.replace(MARK_END, MARK_START).split(MARK_START)
    marked = (
        (format_html("<mark>{}</mark>", part) if number % 2 else part,)
        for number, part in enumerate(parts)
    )
    return format_html_join("", "{}", marked)


@register.filter
def repeats_title(hit: Hit) -> bool:
    """Whether the passage found is the title again, so that one of the two will do."""
    plain = hit.excerpt.replace(MARK_START, "").replace(MARK_END, "")
    return plain.strip(" ….")[:80] == hit.title.strip(" ….")[:80]
