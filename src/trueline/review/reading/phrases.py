"""The surroundings of a phrase in its sentence."""

from __future__ import annotations

from itertools import takewhile

from trueline.lexicon import Occurrence, WordsRead
from trueline.lexicon.words import SIGNS

BEFORE = 4
"""So many words before a phrase can deny it."""


def is_denied(words: WordsRead, place: Occurrence) -> bool:
    """Whether a phrase is denied shortly before it, in its sentence: “nobody is asked to …”."""
    first, _ = words.sentence_span(place.start)
    commas = [n for n in range(first, place.start) if words.words[n] == ","]
    start = max(first, place.start - BEFORE, *commas)
    return any(start <= denial.start < place.start for denial in words.of("denial"))


def nobody_does(words: WordsRead, place: Occurrence) -> bool:
    """Whether the clause of a place begins with nobody: “nobody who was a client speaks in public”."""
    first, _ = words.sentence_span(place.start)
    commas = [n + 1 for n in range(first, place.start) if words.words[n] == ","]
    start = max([first, *commas])
    return any(nobody.start == start for nobody in words.of("nobody-at-all"))


def named_in_sentence(words: WordsRead, place: Occurrence, *concepts: str) -> bool:
    """Whether any of these concepts is named in the same sentence."""
    first, end = words.sentence_span(place.start)
    return any(first <= each.start < end for each in words.of(*concepts))


def named_in_clause(words: WordsRead, place: Occurrence, *concepts: str) -> bool:
    """Whether any of these concepts begins between the signs that stand around a place."""
    clause = _clause_around(words, place)
    return any(each.start in clause for each in words.of(*concepts))


def denied_in_clause(words: WordsRead, place: Occurrence) -> bool:
    """Whether a denial stands before a place, however far, with no sign between them."""
    before = range(_clause_around(words, place).start, place.start)
    return any(each.start in before for each in words.of("denial"))


def _clause_around(words: WordsRead, place: Occurrence) -> range:
    """The numbers of the words around a place, as far as the signs on each side."""
    before = takewhile(_is_no_sign, reversed(words.words[: place.start]))
    behind = takewhile(_is_no_sign, words.words[place.end :])
    return range(place.start - len([*before]), place.end + len([*behind]))


def _is_no_sign(word: str) -> bool:
    return word not in SIGNS


def first_asserted(words: WordsRead, *concepts: str) -> Occurrence | None:
    """The first place of any of these concepts that is not denied."""
    return next((place for place in words.of(*concepts) if not is_denied(words, place)), None)


def concepts_before(words: WordsRead, place: Occurrence, *concepts: str) -> frozenset[str]:
    """Which of some concepts are named before a place, in its sentence."""
    first, _ = words.sentence_span(place.start)
    return frozenset(
        named.concept for named in words.of(*concepts) if first <= named.start < place.start
    )
