"""Headings that are spaced out, letter by letter, as words."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import median

Box = tuple[float, float]
"""Where a letter begins and ends from left to right."""
_FEWEST, _PART = 5, 0.7
"""So many stretches between blanks, and this part of them single letters, are spaced-out words."""
_WIDER = 1.5
"""So many times the usual gap parts two words."""


def is_spaced_out(text: str) -> bool:
    """Whether blanks stand between the letters of words."""
    stretches = text.split()
    single = sum(len(each) == 1 and each.isalpha() for each in stretches)
    return len(stretches) >= _FEWEST and single >= _PART * len(stretches)


def joined_up(text: str, boxes: Sequence[Box]) -> list[int]:
    """The numbers of the letters of a spaced-out line, with only the blanks that part words.

    Where no gap is wider than the others, the blanks stay: it may be a row of letters.
    """
    every = range(len(text))
    inked = [number for number in every if not text[number].isspace()]
    gaps = {
        before: boxes[after][0] - boxes[before][1] for before, after in itertools.pairwise(inked)
    }
    if not gaps:
        return list(every)
    usual = median(gaps.values())
    wide = {before for before, gap in gaps.items() if gap > _WIDER * usual}
    if not wide:
        return list(every)
    kept = set(inked)
    for before in wide:
        if before + 1 < len(text) and text[before + 1].isspace():
            kept.add(before + 1)
    return sorted(kept)
