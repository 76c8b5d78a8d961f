"""Reads the treaties of a country from a report: in sentences, and by ticks in a table.

A tick says that the country is party. That none is there says nothing: files draw ticks so that they
are no text, and a report may not have looked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from trueline.legal.reading.words import items_in, without_note
from trueline.passages.text import DocumentText, Sentence

TreatyStatus = Literal["party", "signed", "not-bound"]
"""“not-bound”: it has not ratified, or is called on to; whether it has signed is unknown."""

TICKS = "✓✔☑√"
TABLE = 900
"""Letters of a table of ratifications that are looked at."""
_CALL = re.compile(
    r"^(?:sign\s+and\s+)?(?:ratify|accede\s+to|become\s+a\s+party\s+to)\b"
    r"|\b(?:should|must|urged?\s+to|recommend\w*|consider)\b.{0,60}\b(?:ratif\w+|acced\w+)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never)\s+(?:yet\s+|been\s+)?(?:ratified|acceded|a\s+party|a\s+state\s+party|become|become\s+a\s+party)\b"
    r"|\byet\s+to\s+(?:ratify|accede)|\bfailed\s+to\s+(?:ratify|accede)|\bneither\s+signed\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:signed|signatory)\b", re.IGNORECASE)
_PARTY = re.compile(
    r"\b(?:ratified|acceded\s+to|(?:state\s+)?party\s+to|became\s+a\s+party|bound\s+by)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\bratified\s+all\b.{0,80}\bconventions?\b.{0,60}\((?:see\s+)?table\s+(\d+)\)", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19[4-9]\d|20\d\d)\b")
_COUNTRY = re.compile(r"\b(?:the\s+)?(?:government|country|state)\b|^it\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim of a report about one treaty, quoted with its page. `year` is that of the act."""

    item: str
    status: TreatyStatus
    quote: str
    page: int
    year: str = ""


def claims(document: DocumentText, pages: Sequence[str], country: str) -> list[Claim]:
    """The claims on each treaty, those that name it before those about many; `country` is its name."""
    in_sentences = [
        claim for sentence in document.sentences for claim in _of_sentence(sentence, country)
    ]
    return [
        *(claim for claim in in_sentences if claim.status != "not-bound"),
        *_ticked(pages),
        *_all_of_a_table(document, pages, country),
        *(claim for claim in in_sentences if claim.status == "not-bound"),
    ]


def _of_sentence(sentence: Sentence, country: str) -> Iterator[Claim]:
    text = without_note(sentence.text)
    call = _CALL.search(text)
    is_of_country = country.lower() in text.lower() or bool(_COUNTRY.search(text))
    for item, start, end in items_in("treaties", text):
        if call:
            yield Claim(item, "not-bound", text, sentence.page)
        elif is_of_country and (status := _status(text, start, end)):
            years = set(_YEAR.findall(text))
            yield Claim(item, status, text, sentence.page, years.pop() if len(years) == 1 else "")


def _status(text: str, start: int, end: int) -> TreatyStatus | None:
    """The status in the clause around a treaty's name, by the verb before it, or one just after."""
    before, after = text[max(0, start - 120) : start], text[end : end + 60]
    if _NOT.search(before) or _NOT.search(after):
        signed = _SIGNED.search(before) or _SIGNED.search(after)
        return "signed" if signed and "neither" not in before.lower() else "not-bound"
    if _PARTY.search(before) or re.match(r"\s+(?:was|were|has\s+been)\s+ratified\b", after):
        return "party"
    return "signed" if _SIGNED.search(before) else None


def _ticked(pages: Sequence[str]) -> Iterator[Claim]:
    for number, table in _tables(pages):
        for item, start, end in items_in("treaties", table):
            if re.match(rf"\s*[{TICKS}]", table[end:]):
                yield Claim(item, "party", f"{table[start:end]} {table[end:].lstrip()[0]}", number)


def _all_of_a_table(document: DocumentText, pages: Sequence[str], country: str) -> Iterator[Claim]:
    """Treaties in a table of which a sentence says that the country has ratified all."""
    for sentence in document.sentences:
        match = _ALL.search(sentence.text)
        if match is None or country.lower() not in sentence.text.lower():
            continue
        for _number, table in _tables(pages, match[1]):
            for item, _start, _end in items_in("treaties", table):
                yield Claim(item, "party", without_note(sentence.text), sentence.page)


def _tables(pages: Sequence[str], number: str = r"\d+") -> Iterator[tuple[int, str]]:
    """Page and beginning of each table of ratifications."""
    head = re.compile(rf"\bTable\s+{number}\W+(?:\w+\s+)?Ratifications?\b", re.IGNORECASE)
    for page, text in enumerate(pages, 1):
        for match in head.finditer(text):
            rest = text[match.end() : match.end() + TABLE]
            following = re.search(r"\bTable\s+\d|\bThe government\b", rest)
            yield page, rest[: following.start()] if following else rest
