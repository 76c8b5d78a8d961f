"""What is made of texts that say nothing, once the rules that miss something have spoken.

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

GROUP = "texts"
LONGEST_QUOTE = 160
MOST_WORDS = 5
"""Words that are quoted as those by which a text was told to say little."""


def quoting(
    findings: Iterable[Finding], reading: Reading[Any]
) -> tuple[list[Finding], frozenset[str]]:
    """The findings, with the words that stand where something is missing, and where these are."""
    if not reading.empty_texts:
        return list(findings), frozenset()
    empty_texts, by_place = list(reading.empty_texts.values()), _by_place(reading)
    spoken_of: set[str] = set()
    quoting: list[Finding] = []
    for finding in findings:
        places = (finding.path, *finding.also_at) if finding.sort == "not-said" else ()
        numbers = {number for place in places if place for number in by_place.get(place, ())}
        here = [empty_texts[number] for number in sorted(numbers)]
        spoken_of.update(empty_text.address for empty_text in here)
        quoting.append(_with_words(finding, here[0]) if here else finding)
    return quoting, frozenset(spoken_of)


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
    quote, times = quote_of(empty_text), empty_text.copies
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
                times,
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
