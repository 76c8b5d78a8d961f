"""Words that are spelt wrongly, taken for the nearest word of the toolkit."""

from __future__ import annotations

import re

from trueline.lexicon import fold
from trueline.toolkit.search.index import Index

_WORD = re.compile(r"[^\W\d_]{5,30}")
_ABBREVIATION = re.compile(r"[A-Z]{2,6}s?")


def corrected(index: Index, words: str) -> str:
    """The query with each unknown word put right, where one near enough is known.

    A letter too many, too few, wrong or swapped is forgiven in words of five letters or more, and
    two in words of eight. Abbreviations stay: a wrong guess would be worse than none.
    """

    def put_right(match: re.Match[str]) -> str:
        word = match.group()
        if _ABBREVIATION.fullmatch(word) or index.knows(word) or index.lexicon.find(word):
            return word
        return _nearest(index, fold(word).text) or word

    return _WORD.sub(put_right, words)


def _nearest(index: Index, word: str) -> str | None:
    """The known word with the fewest differences; of several, the one that is used most."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    most = 1 if len(word) < 8 else 2
    near = process.extract(
        word, index.vocabulary.keys(), scorer=OSA.distance, score_cutoff=most, limit=8
    )
    best = min(
        near,
        key=lambda match: (match[1], match[0][0] != word[0], -index.vocabulary[match[0]]),
        default=None,
    )
    return best[0] if best else None
