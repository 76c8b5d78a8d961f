"""Reads the nine conducts from a report: articles, penalties, sentences passed, what no law covers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from trueline.legal.reading.terms import Term, meaning, terms
from trueline.legal.reading.words import items_in, without_note
from trueline.passages.text import DocumentText, Role, Sentence

_LISTED = re.compile(r"https?://|www\.|\b(?:accessed|source on file)\b", re.IGNORECASE)
"""Signs of an entry in a list of sources, whose title is another work's."""

_NUMBERS = r"\d[\w().\-–/]*(?:(?:,\s*|,?\s+and\s+|,?\s+or\s+)\d[\w().\-–/]*)*"
ARTICLE = re.compile(
    rf"\b(?i:articles?|sections?|arts?\.|secs?\.|§§?)\s*{_NUMBERS}"
    r"(?:\s+of\s+(?:the\s+)?(?:[A-Z][\w’'\-]*|No\.)(?:\s+(?:[A-Z][\w’'\-]*|of|on|and|the|in|for|to|No\.|\d[\d/\-]*"
    r"|\([A-Z][^)]*\))(?=\W|$))*)?"
)
_LAW_SAYS = re.compile(
    r"\b(?:criminali[sz]\w+|prohibit\w*|penali[sz]\w+|punish\w*|prescrib\w+|forbid\w*|outlaw\w*|bans?)\b",
    re.IGNORECASE,
)
_MISSING = re.compile(
    r"\b(?:laws?|legislation|code|act)\b.{0,60}\b(?:does|do)\s+not\s+(?:\w+\s+){0,2}"
    r"(?:prohibit|criminali[sz]e|penali[sz]e|cover|define|extend)\b"
    r"|^(?:criminally\s+prohibit|ensure\s+that\s+(?:the\s+)?laws?\s+(?:\w+\s+)?(?:prohibits?|criminali[sz]es?))\b",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"\b(?:Prohibition|Criminali[sz]ation) of ([^.;:()]{3,60}?) (?:Yes|No|N/A|Unknown)[*†‡]* (.{5,900}?)"
    r"(?= (?:Prohibition of|Criminali[sz]ation of|Minimum Age|Compulsory Education|Identification of|Free Public"
    r"|Table \d)|\s*$)"
)
"""A row of a table on laws: what is prohibited, a grade, which is left out, and the law."""

_LABEL = re.compile(r"\b(?:Prohibition of|Minimum Age for|Hazardous Child Labor$)")
_FOOTNOTES = re.compile(r"(?<=\s)\([\d,\s\-–]+\)")


@dataclass(frozen=True, slots=True)
class ConductMention:
    """A statement of a report on one conduct.

    article: the law that it names; law, case and open: prison terms that the law sets, that a court
    passed, or of which that is unclear; missing: what no law covers.
    """

    item: str
    what: Literal["article", "law", "case", "open", "missing"]
    quote: str
    page: int
    terms: tuple[Term, ...] = ()


def conducts(document: DocumentText, pages: Sequence[str]) -> list[ConductMention]:
    """The statements on each conduct, in the order of the document; rows of tables come first."""
    rows = list(_rows(pages))
    return [*rows, *_sentences(document, {row.page for row in rows})]


def _rows(pages: Sequence[str]) -> Iterator[ConductMention]:
    for page, text in enumerate(pages, 1):
        for match in _ROW.finditer(text):
            law = " ".join(_FOOTNOTES.sub("", match[2]).split()).strip(" ;.")
            if ARTICLE.search(law):
                for item in _items(match[1]):
                    yield ConductMention(item, "article", law, page)


def _sentences(document: DocumentText, with_rows: set[int]) -> Iterator[ConductMention]:
    """A sentence on a penalty that names no conduct speaks of those last named in its paragraph.

    Where a page has a table on laws, pieces of it are no sentences.
    """
    for number, group in groupby(document.sentences, key=lambda sentence: sentence.block):
        if _LISTED.search(document.blocks[number].text):
            continue
        of: tuple[str, ...] = ()
        for sentence in group:
            is_piece = sentence.page in with_rows and _LABEL.search(sentence.text)
            if sentence.role is Role.HEADING or is_piece:
                continue
            here = _items(sentence.text)
            of = here or of
            yield from _of_sentence(sentence, here, of)


def _of_sentence(
    sentence: Sentence, here: tuple[str, ...], of: tuple[str, ...]
) -> Iterator[ConductMention]:
    text, page = without_note(sentence.text), sentence.page
    if sentence_terms := terms(text):
        for item in of:
            yield ConductMention(item, meaning(text), text, page, sentence_terms)
    if _MISSING.search(text):
        for item in here:
            yield ConductMention(item, "missing", text, page)
    elif _LAW_SAYS.search(text) and (articles := [match[0] for match in ARTICLE.finditer(text)]):
        for item in here:
            yield ConductMention(item, "article", "; ".join(articles), page)


def _items(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item, _start, _end in items_in("conducts", text)))
