"""Two things said in one sentence, one behind the other."""

from __future__ import annotations

from trueline.lexicon.expression import Expression
from trueline.lexicon.sentences import Sentence


def follows(sentence: Sentence, first: Expression, second: Expression, *, within: int) -> bool:
    """Whether `second` stands behind `first`, with at most `within` words between them.

    Each is looked for in one pass, and the nearest `first` before each `second` is enough.
    """
    ends = [end for _, end in first.places(sentence.text)]
    if not ends:
        return False
    before = 0
    for start, _ in second.places(sentence.text):
        while before < len(ends) and ends[before] <= start:
            before += 1
        if before and sentence.blanks_between(ends[before - 1], start) <= within + 1:
            return True
    return False
