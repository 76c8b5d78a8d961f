"""Guesses what an indicator measures by its words: a rung of the ladder from reach to impact, and its count.

The words that tell are those behind “who” where there is such a word: in “trained inspectors who refer
cases” it is referring that is measured, and not training.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trueline.design import Indicator
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.reading import Reading
from trueline.review.reading.phrases import is_denied

LADDER = ("reach", "satisfaction", "learning", "livelihoods", "behaviour", "impact")
"""Rungs that a concept `measures-…` can tell, from the least to the most."""

LOWEST = {
    "satisfaction": 1,
    "learning": 2,
    "retention": 2,
    "reintegration": 2,
    "behaviour": 4,
    "impact": 4,
}
"""The lowest rung that the words of a category may name; the others measure what is delivered."""

LASTING = ("retention", "reintegration")
"""Categories measured by asking whether something is still so, however it is called."""

_THINGS = ("counts-materials", "counts-calls")
COUNTED = ("materials", "sessions", "calls", "cases", "people")


@dataclass(frozen=True)
class Guess:
    """The highest rung that the words name, and the words."""

    measures: str
    words: str

    @property
    def rung(self) -> int:
        """Its place on the ladder."""
        return LADDER.index(self.measures)


def guess_category(reading: Reading[Any], indicator: Indicator) -> Guess | None:
    """The rung that the statement and numerator measure; None where their words don’t tell.

    The definition, and what it is read from, decide only what these leave open.
    """
    statement = reading.words(indicator.statement)
    if thing := _guess_from_thing(statement):
        return thing
    if statement.names("still-so") and indicator.measures in LASTING:
        return None
    stated = [highest_rung(statement), highest_rung(reading.words(indicator.numerator))]
    if guesses := [guess for guess in stated if guess]:
        return max(guesses, key=lambda guess: guess.rung)
    definition = reading.words(indicator.definition)
    if definition.names("measures-behaviour"):
        return None
    sources = (definition, *map(reading.words, (*indicator.methods, indicator.source)))
    return next((guess for words in sources if (guess := _by_its_source(words))), None)


SOURCES = ("learning", "satisfaction", "reach")
"""Rungs that the papers of a session can tell: a test, a form, a list of those who came."""


def _by_its_source(words: WordsRead) -> Guess | None:
    for measures in SOURCES:
        for place in words.of(f"source-{measures}"):
            if not is_denied(words, place):
                return Guess(measures, words.quote(place.start, place.end))
    return None


def highest_rung(words: WordsRead) -> Guess | None:
    """The highest rung that some words name, those behind “who” where there is one."""
    who = next(iter(words.of("who-clause")), None)
    for measures in reversed(LADDER):
        for place in words.of(f"measures-{measures}"):
            is_in_reach = who is None or place.start >= who.end
            if is_in_reach and not _is_only_said(words, place) and not _is_within(words, place):
                return Guess(measures, words.quote(place.start, place.end))
    return _guess_from_beginning(words)


def _guess_from_beginning(words: WordsRead) -> Guess | None:
    """A guess from the beginning, where the words behind “who” tell nothing: “knowledge among …”."""
    for place in words.of("measures-learning", "measures-satisfaction"):
        if place.start < HEAD:
            return Guess(
                place.concept.removeprefix("measures-"), words.quote(place.start, place.end)
            )
    return None


HEAD = 4
"""The thing counted, or measured of people, is named within so many words."""

SAID = 4
"""So many words after “report” or “say” what they are of can stand."""


def _is_within(words: WordsRead, place: Occurrence) -> bool:
    """Whether a word is part of a longer one of another rung: “sign” in “sign-in sheet”."""
    longer = words.of(*(f"measures-{name}" for name in LADDER))
    return any(
        other.start <= place.start and place.end <= other.end and other.concept != place.concept
        for other in longer
    )


def _is_only_said(words: WordsRead, place: Occurrence) -> bool:
    """Whether a verb of saying is of an opinion or of knowledge: “report being satisfied”.

    Or whether something is known or meant, and no more: “can name ways to check”, “would check”,
    “recognise signs of forced labour”.
    """
    how_to = words.of("how-to") if place.concept == "measures-behaviour" else ()
    if any(named.end <= place.start < named.end + SAID for named in how_to):
        return True
    learnt = words.of("measures-learning") if place.concept == "measures-impact" else ()
    if any(each.end <= place.start < each.end + SAID for each in learnt):
        return True
    says_only = any(each.start == place.start for each in words.of("says-only"))
    lower = words.of("measures-satisfaction", "measures-learning") if says_only else ()
    if any(place.end <= named.start < place.end + SAID for named in lower):
        return True
    intended = words.of("only-intended") if place.concept == "measures-behaviour" else ()
    return any(named.end <= place.start < named.end + SAID for named in intended)


def thing_counted(words: WordsRead) -> Occurrence | None:
    """The first thing that a statement names, if it begins with it: it is the one that is counted."""
    places = words.of(*(f"counts-{name}" for name in COUNTED))
    return places[0] if places and places[0].start < HEAD else None


def _guess_from_thing(words: WordsRead) -> Guess | None:
    """A guess where a statement begins with material or calls: they only reach people."""
    place = thing_counted(words)
    if place is None or place.concept not in _THINGS or words.names("who-clause"):
        return None
    return Guess("reach", words.quote(place.start, place.end))


def kinds_counted(words: WordsRead) -> frozenset[str]:
    """Every kind of thing that a statement names."""
    return frozenset(name for name in COUNTED if words.names(f"counts-{name}"))
