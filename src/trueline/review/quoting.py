"""Quotes texts that say nothing in the findings of the rules that miss something there.

A rule that asks for a field finds it empty where its text says nothing. Its finding then quotes
what stands there and is filed as said badly; rules about such texts in general, those of the group
`texts`, are left the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from trueline.language import gettext, joined, ngettext, quoted
from trueline.review.finding import Finding
from trueline.review.reading import EmptyText, Reading, Way

TEXTS = "texts"
"""The group of the rules about texts that say nothing."""

LONGEST_QUOTE = 160
MOST_WORDS = 5
"""So many of the words that say little are quoted."""


def quote_empty_texts(
    findings: Iterable[Finding], reading: Reading[Any]
) -> tuple[list[Finding], frozenset[str]]:
    """The findings, quoting what stands where they miss something, and the addresses quoted."""
    if not reading.empty_texts:
        return list(findings), frozenset()
    empty_texts, by_place = list(reading.empty_texts.values()), _by_place(reading)
    quoted_at: set[str] = set()
    quoting: list[Finding] = []
    for finding in findings:
        places = (finding.path, *finding.also_at) if finding.sort == "not-said" else ()
        numbers = {number for place in places if place for number in by_place.get(place, ())}
        texts = [empty_texts[number] for number in sorted(numbers)]
        quoted_at.update(empty_text.address for empty_text in texts)
        quoting.append(_with_words(finding, texts[0]) if texts else finding)
    return quoting, frozenset(quoted_at)


def _by_place(reading: Reading[Any]) -> dict[str, list[int]]:
    """The numbers of texts that say nothing, by their own places and by those of lists around them.

    Such as an assumption among those of a link; a list of the whole document counts for none of its own.
    """
    places: dict[str, list[int]] = {}
    for number, address in enumerate(reading.empty_texts):
        places.setdefault(address, []).append(number)
        for bracket in re.finditer(r"\[", address):
            place = address[: bracket.start()]
            if "]." in place and not place.endswith("]"):
                places.setdefault(place, []).append(number)
    return places


def _with_words(finding: Finding, empty_text: EmptyText) -> Finding:
    words = sentence_on(empty_text)
    return replace(finding, sort="said-badly", message=f"{finding.message} {words}")


def quote_of(empty_text: EmptyText) -> str:
    """Its text in quotation marks, long enough to be found again."""
    return quoted(empty_text.source.text, LONGEST_QUOTE)


def sentence_on(empty_text: EmptyText) -> str:
    """A sentence that quotes a text and says why it is no answer."""
    way: Way = empty_text.way
    quote = quote_of(empty_text)
    match way:
        case "placeholder":
            return gettext(
                "What stands there, {quote}, keeps the place for an answer.", quote=quote
            )
        case "own-name":
            return gettext(
                "What stands there, {quote}, only repeats what the field is called.", quote=quote
            )
        case "yes":
            return gettext("What stands there, {quote}, doesn’t say how.", quote=quote)
        case "denial":
            return gettext("As it stands, the text says that there is none: {quote}.", quote=quote)
        case "promise":
            return gettext(
                "What stands there, {quote}, reads as a promise: who does what, how often, and what"
                " follows from it?",
                quote=quote,
            )
        case "names-nothing":
            return gettext(
                "What stands there, {quote}, speaks of {words}, and names nobody, nothing that is"
                " done and no time by which one could tell.",
                quote=quote,
                words=joined([quoted(word) for word in empty_text.filler_words[:MOST_WORDS]]),
            )
        case "names-nobody":
            return gettext("What stands there, {quote}, names nobody in particular.", quote=quote)
        case "pasted":
            return ngettext(
                "What stands there, {quote}, stands in {count} place and says nothing of this one.",
                "What stands there, {quote}, stands in {count} places and says nothing of this one.",
                empty_text.copies,
                quote=quote,
            )
        case "repeats-effect":
            return gettext("What stands there, {quote}, only repeats the effect.", quote=quote)
        case "no-reason":
            return gettext(
                "What stands there, {quote}, says it again and gives no reason.", quote=quote
            )
        case "resigned":
            return gettext(
                "As it stands, the text only says that it can’t be helped: {quote}.", quote=quote
            )
