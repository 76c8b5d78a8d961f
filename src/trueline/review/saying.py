"""What is made of texts that say nothing, once the rules that miss something have spoken.

A rule that asks for a field finds it empty where its text says nothing. Its finding then quotes
what stands there and is filed as said badly; rules about such texts in general, those of the group
`texts`, are left the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from trueline.language import gettext, ngettext, quoted
from trueline.review.finding import Finding
from trueline.review.reading import Reading, Unsaid, Way

GROUP = "texts"
LONGEST_QUOTE = 160


def quoting(
    findings: Iterable[Finding], reading: Reading[Any]
) -> tuple[list[Finding], frozenset[str]]:
    """The findings, with the words that stand where something is missing, and where these are."""
    if not reading.unsaid:
        return list(findings), frozenset()
    spoken_of: set[str] = set()
    quoting: list[Finding] = []
    for finding in findings:
        here = _stands_at(finding, reading) if finding.sort == "not-said" else []
        spoken_of.update(unsaid.address for unsaid in here)
        quoting.append(_with_words(finding, here[0]) if here else finding)
    return quoting, frozenset(spoken_of)


def _stands_at(finding: Finding, reading: Reading[Any]) -> list[Unsaid]:
    """Texts that stand where a finding misses something."""
    places = (finding.path, *finding.also_at)
    return [
        unsaid
        for address, unsaid in reading.unsaid.items()
        if any(address == place or _is_below(address, place) for place in places if place)
    ]


def _is_below(address: str, place: str) -> bool:
    """Whether an address lies in the list at a place: an assumption among those of a link."""
    return not place.endswith("]") and "]." in place and address.startswith(f"{place}[")


def _with_words(finding: Finding, unsaid: Unsaid) -> Finding:
    words = sentence_on(unsaid)
    return replace(finding, sort="said-badly", message=f"{finding.message} {words}")


def quote_of(unsaid: Unsaid) -> str:
    """Its text in quotation marks, long enough to be found again."""
    return quoted(unsaid.written.text, LONGEST_QUOTE)


def sentence_on(unsaid: Unsaid) -> str:
    """A sentence that quotes a text and says why it is no answer."""
    way: Way = unsaid.way
    quote, times = quote_of(unsaid), unsaid.times
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
        case "pasted":
            return ngettext(
                "What stands there, {quote}, stands in {count} place and says nothing of this one.",
                "What stands there, {quote}, stands in {count} places and says nothing of this one.",
                times,
                quote=quote,
            )
        case "repeats-effect":
            return gettext("What stands there, {quote}, only repeats the effect.", quote=quote)
