"""Groups so wide that nobody could count who belongs to them."""

from __future__ import annotations

from itertools import takewhile

from trueline.lexicon import Occurrence, WordsRead
from trueline.review.reading.phrases import denied_in_clause, first_asserted
from trueline.review.reading.says_nothing import content_positions

PARTINGS = frozenset([",", "and", "et", "y"])
ANYBODY = frozenset(["any-people", "small", "denial"])


def is_the_public(words: WordsRead) -> bool:
    """Whether a group is everybody: “the general public”, “toute la population”; not where it is ruled out."""
    place = first_asserted(words, "wide-group")
    return place is not None and not _is_left_out(words, place)


BEHIND = 4
"""So many words behind a group can rule it out: “the general public is not addressed”."""


def _is_left_out(words: WordsRead, place: Occurrence) -> bool:
    """Whether it is denied, or those of all people are meant whom the programme is there to help."""
    return (
        any(place.end <= each.start < place.end + BEHIND for each in words.of("denial"))
        or denied_in_clause(words, place)
        or any(place.start <= each.start <= place.end for each in words.of("client"))
    )


def could_be_anybody(words: WordsRead) -> bool:
    """Whether no word says where, how many, or which of all people: “youth at risk”.

    One of several groups is enough, if it is said to be everywhere: “tailors, and communities across Ruvia”.
    """
    if not words.words:
        return False
    return is_the_public(words) or not names_a_group(words) or _has_a_group_everywhere(words)


SEVERAL = 3
"""So many names of places within a text tell of something that can be gone round."""


def names_a_group(words: WordsRead) -> bool:
    """Whether a number, a trade, a thing or an act tells which of all people, or several names do.

    What only says how they are (“the humblest”), whose they are (“and their children”) or in what
    country tells nobody apart.
    """
    if any(map(str.isdigit, words.text)) or words.names("so-many"):
        return True
    anybody = {
        number for place in words.of(*ANYBODY, "whose") for number in range(place.start, place.end)
    }
    telling = [
        number
        for number, sorts in enumerate(words.sorts(("names-who", "names-what")))
        if sorts and number not in anybody and not _names_a_place(words, number)
    ]
    places = sum(_names_a_place(words, number) for number in range(len(words.words)))
    return bool(telling) or places >= SEVERAL


def _has_a_group_everywhere(words: WordsRead) -> bool:
    """Whether words for anybody, and none for anything else, stand before “across”."""
    telling = {*content_positions(words, ANYBODY)}
    groups = (_group_before(words, place) for place in words.of("everywhere"))
    return any(group and telling.isdisjoint(group) for group in groups)


def _group_before(words: WordsRead, place: Occurrence) -> list[int]:
    """Numbers of the words before a place, back to a comma or an “and”."""
    before = reversed(range(place.start))
    return list(takewhile(lambda number: words.words[number].lower() not in PARTINGS, before))


def _names_a_place(words: WordsRead, number: int) -> bool:
    """Whether a word within a text begins in capitals: it tells where, and not who is meant."""
    return number > 0 and words.words[number][0].isupper()
