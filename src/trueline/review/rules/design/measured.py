"""What an indicator measures by its words: a rung of the ladder from reach to impact, and what it counts.

The words that tell are those behind “who” where there is such a word: in “trained inspectors who refer
cases” it is referring that is measured, and not training.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from trueline.design import Indicator
from trueline.lexicon import Place, WordsRead
from trueline.review.reading import Reading

LADDER = ("reach", "satisfaction", "learning", "behaviour", "impact")
"""What a concept `measures-…` can tell, from the least to the most."""

LOWEST = {"satisfaction": 1, "learning": 2, "retention": 2, "behaviour": 2, "impact": 2}
"""The lowest rung that the words of a category may name; the others measure what is delivered."""

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


def guessed(reading: Reading[Any], indicator: Indicator) -> Guess | None:
    """What the statement and numerator measure; None where their words don’t tell.

    The definition decides only between what the statement leaves open.
    """
    for texts in ((indicator.statement, indicator.numerator), (indicator.definition,)):
        guesses = [guess for text in texts if (guess := _guess(reading.words(text)))]
        if guesses:
            return max(guesses, key=lambda guess: guess.rung)
    return None


def _guess(words: WordsRead) -> Guess | None:
    who = next(iter(words.of("who-clause")), None)
    for measures in reversed(LADDER):
        for place in words.of(f"measures-{measures}"):
            if who is None or place.start >= who.end:
                return Guess(measures, words.quote(place.start, place.end))
    return None


HEAD = 4
"""What is counted is named within so many words."""


def counted(words: WordsRead) -> Place | None:
    """What an indicator counts: the first thing that its statement names, if it begins with it."""
    places = words.of(*(f"counts-{name}" for name in COUNTED))
    return places[0] if places and places[0].start < HEAD else None


def kinds_counted(words: WordsRead) -> frozenset[str]:
    """Every kind of thing that a statement names."""
    return frozenset(name for name in COUNTED if f"counts-{name}" in words.concepts)
