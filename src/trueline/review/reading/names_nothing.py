"""Whether a text names anything that a field can ask for: somebody, something, or some time.

There are more ways to say nothing than any list of them, so a text is weighed by what it names. Each
word that names a person or a body, a thing or an act, a time or a number speaks for it; words that fit
every programme, put off, affirm or deny speak against it, and weigh more the less is named. The
weights were fitted to a thousand answers of worked designs and to some 440 texts that say nothing,
each set of these left out in turn.
"""

from __future__ import annotations

import re
from collections import Counter

from trueline.lexicon import WordsRead
from trueline.lexicon.words import SIGNS, folded_word
from trueline.review.reading.says_nothing import content_positions

NAMES = ("names-who", "names-what", "names-when")
SAYS_LITTLE = ("says-little", "restates", "says-no", "says-later", "says-yes", "says-thought")
WEIGHED = (*NAMES, *SAYS_LITTLE, "says-us")

WEIGHTS = {
    "number": -0.9,
    "names-who": -1.0,
    "names-what": -0.8,
    "names-when": -0.5,
    "says-no": 0.25,
    "says-later": 0.85,
    "says-thought": 0.95,
    "says-us": 1.6,
}
"""What each word of a sort adds."""

FUTURE_WEIGHT = 1.95
"""For verbs of what is to come, however many: “the mentor will not travel but will phone”."""

BASE_WEIGHT, NAMING_WEIGHT, FILLER_WEIGHT, LENGTH_WEIGHT = 1.9, -4.0, 2.9, -0.17
"""At first; for the share of words that name, for that of words that say little, and for each word."""

MIN_WORDS = 4
"""Words of a text that can be weighed: fewer are left to what is known of short answers."""

ANYBODY = "nobody-in-particular"
"""The concept of people and bodies by words that any programme has, and of what sets none apart."""

STOCK = "stock-phrase"
"""The concept of phrases whose words mean no thing: the bridge that is crossed when one comes to it."""

OVERRULES = frozenset(["restates", "says-thought"])
"""A word of these names nothing, whatever else it may be."""

_STOP_WORDS = frozenset(
    """
    the a an of to in on at and or it its this that these those is are be been was were as so than then
    le la les l un une des du de d et ou ce cet cette ces est sont etre au aux en dans il elle on y
    el los las lo uno unas unos o e del al es son ser se su sus que qu m s t
    """.split()  # noqa: SIM905
)
_FUTURE = re.compile(r"\w{3,}(?:remos|ran|ra|rons|ront|era|ira|ttra|dra)|will|shall")


def names_nothing(read: WordsRead) -> bool:
    """Whether a text names too little to answer a field that asks who does what, how or when."""
    return _weight(read) > 0


def names_nobody(read: WordsRead) -> bool:
    """Whether whoever is to answer for something is nobody in particular: “the relevant staff”."""
    if not read.names(ANYBODY):
        return False
    others = (folded_word(read.words[number]) for number in read.outside(frozenset([ANYBODY])))
    return all(word in _STOP_WORDS for word in others)


def filler_words(read: WordsRead) -> tuple[str, ...]:
    """The words by which such a text was told, as they stand in it, each once."""
    words = (
        word
        for word, sorts in _sorted_words(read)
        if sorts & {*SAYS_LITTLE, "says-us", "to-come"} and not sorts & {*NAMES}
    )
    return tuple(dict.fromkeys(words))


def telling_words(read: WordsRead, concepts: frozenset[str]) -> list[str]:
    """The words outside some concepts, without those that say little wherever they stand."""
    sorts = _sorts(read)
    return [read.words[n] for n in content_positions(read, concepts) if not _is_filler(sorts[n])]


def _is_filler(sorts: frozenset[str]) -> bool:
    return bool(sorts & {*SAYS_LITTLE, "says-us"}) and not sorts & {*NAMES}


def _weight(read: WordsRead) -> float:
    words = _sorted_words(read)
    if len(words) < MIN_WORDS:
        only_fillers = len(words) == MIN_WORDS - 1 and all(_is_filler(sorts) for _, sorts in words)
        return BASE_WEIGHT if only_fillers else 0.0
    counts = Counter(sort for _, sorts in words for sort in sorts)
    named = sum(bool(sorts & {*NAMES, "number", "capital"}) for _, sorts in words)
    little = sum(bool(sorts & {*SAYS_LITTLE}) for _, sorts in words)
    total = len(words)
    return (
        BASE_WEIGHT
        + sum(weight * counts[sort] for sort, weight in WEIGHTS.items())
        + FUTURE_WEIGHT * ("to-come" in counts)
        + (NAMING_WEIGHT * named + FILLER_WEIGHT * little) / total
        + LENGTH_WEIGHT * total
    )


def _sorted_words(read: WordsRead) -> list[tuple[str, frozenset[str]]]:
    """The words that are not small, and what each of them is."""
    words, sorts_at = [], _sorts(read)
    for number, word in enumerate(read.words):
        folded, sorts = folded_word(word), sorts_at[number]
        if word in SIGNS or folded in _STOP_WORDS:
            continue
        if number and word[0].isupper() and not word.isupper():
            sorts |= {"capital"}
        if _FUTURE.fullmatch(folded):
            sorts |= {"to-come"}
        words.append((word, sorts))
    return words


def _sorts(read: WordsRead) -> list[frozenset[str]]:
    """What each word is taken for: of one that may name something or say little, one of both."""
    stock = {n for place in read.of(STOCK) for n in range(place.start, place.end)}
    sorts_by_word = read.sorts(WEIGHED)
    for number, sorts in enumerate(sorts_by_word):
        if number in stock:
            sorts_by_word[number] = frozenset(["says-little"])
        elif any(map(str.isdigit, read.words[number])):
            sorts_by_word[number] = frozenset(["number"])
        elif sorts & OVERRULES:
            sorts_by_word[number] = sorts - {*NAMES}
        elif sorts & {*NAMES}:
            sorts_by_word[number] = sorts - {"says-little"}
    return sorts_by_word
