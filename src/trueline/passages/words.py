"""A sentence as the words that carry its meaning, cut to their stems."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trueline.lexicon import fold
from trueline.memory import remembered

_WORD = re.compile(r"[^\W\d_]{2,}")
_EMPTY = frozenset(
    [
        "the",
        "an",
        "of",
        "and",
        "or",
        "to",
        "in",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "for",
        "on",
        "by",
        "with",
        "that",
        "this",
        "it",
        "its",
        "as",
        "at",
        "from",
        "which",
        "we",
        "our",
        "us",
        "have",
        "has",
        "had",
        "not",
        "their",
        "they",
        "them",
        "any",
        "all",
        "such",
        "other",
        "than",
        "also",
        "may",
        "will",
        "would",
        "can",
        "these",
        "those",
        "who",
        "what",
        "how",
        "does",
        "do",
        "did",
        "where",
        "there",
        "if",
        "into",
        "about",
        "more",
        "most",
        "some",
        "when",
        "while",
        "should",
        "could",
        "must",
        "being",
        "he",
        "she",
        "his",
        "her",
        "you",
        "your",
        "le",
        "la",
        "les",
        "des",
        "de",
        "du",
        "et",
        "en",
        "un",
        "une",
        "est",
        "que",
        "pour",
        "dans",
        "qui",
        "sur",
        "par",
        "au",
        "aux",
        "sont",
        "avec",
        "ont",
        "ce",
        "cette",
        "ces",
        "il",
        "elle",
        "ils",
        "elles",
        "se",
        "sa",
        "son",
        "ses",
        "leur",
        "leurs",
        "ou",
        "plus",
        "ne",
        "pas",
        "nous",
        "notre",
        "vos",
        "vous",
        "el",
        "los",
        "las",
        "y",
        "para",
        "con",
        "del",
        "al",
        "como",
        "su",
        "sus",
        "lo",
        "una",
        "uno",
        "se",
        "es",
        "por",
        "no",
        "si",
        "nos",
        "nuestro",
        "nuestra",
    ]
)
_ENDINGS = (
    *("isations", "izations", "isation", "ization", "ations", "ation", "aciones", "acion"),
    *("ements", "ement", "mientos", "miento", "ments", "ment", "ings", "ing", "ies", "ied"),
    *("iendo", "ando", "adas", "ados", "ada", "ado", "idas", "idos", "ees", "ee", "er", "ers"),
    *("es", "ed", "s", "ly", "e", "y", "a", "o"),
)
"""What is taken off the end of a word, longest first, where enough of it is left."""
_SHORTEST = 4


def words_of(text: str) -> list[str]:
    """The stems of the words of a text, in order, without those that carry no meaning."""
    return [stem for stem, _ in stems_of(text)]


def stems_of(text: str) -> Iterator[tuple[str, str]]:
    """The same, each with the word it was cut from."""
    words = _WORD.findall(fold(text).text)
    return ((_stem(word), word) for word in words if word not in _EMPTY)


@remembered(60_000)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
