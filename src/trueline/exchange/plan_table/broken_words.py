"""Words that the narrow columns of a PDF have parted, made whole by the words that are known.

Known are those of the file itself, of the headings of plans and of the toolkit.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from trueline.exchange.plan_table.words import headings
from trueline.office import Cell, Grid
from trueline.office.pdf_cells import HYPHEN, PARTED
from trueline.passages.reading.lines import mended, words_of

_CHAIN = re.compile(rf"(?<![^\W\d_])[^\W\d_]+(?:{PARTED}[^\W\d_]+)+")
_UNSURE = re.compile(rf"(?<![^\W\d_])[^\W\d_]+(?:[{PARTED}{HYPHEN}][^\W\d_]+)+")
_NUMBERS = re.compile(rf"\d[\d.,]*(?:{PARTED}[\d.,]*\d)+")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MOST = 6
"""Pieces that one word is parted into at most."""
_SHORT = frozenset(
    re.findall(
        r"\w+",
        "a à y an as at be by do he if in is it no of on or so to up us we au de du en et la le un al"
        " el es lo se su",
    )
)
"""Words of one or two letters. Others of them stand in texts as signs, and here as the end of a word."""
_ENDING = 3
"""Letters of a piece that is rather the end of a word than a word of its own."""


def with_whole_words(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The grids without the marks that `office.pdf_cells` makes."""
    texts = [cell.text for grid in grids for _row, _column, cell in grid.cells()]
    if not any(PARTED in text or HYPHEN in text for text in texts):
        return grids
    own = words_of(_UNSURE.sub(" ", text) for text in texts)
    vocabulary = frozenset(
        word for word in own | _common_words() if len(word) > 2 or word in _SHORT
    )
    return tuple(_mended(grid, vocabulary) for grid in grids)


def _mended(grid: Grid, vocabulary: frozenset[str]) -> Grid:
    def whole(cell: Cell) -> Cell:
        text = _CHAIN.sub(
            lambda match: " ".join(_words(match[0].split(PARTED), vocabulary)), cell.text
        )
        text = _NUMBERS.sub(_number, text).replace(PARTED, " ")
        return replace(cell, text=mended(text, vocabulary))

    rows = {
        number: {column: whole(cell) for column, cell in row.items()}
        for number, row in grid.rows.items()
    }
    return replace(grid, rows=rows)


def _words(pieces: list[str], vocabulary: frozenset[str]) -> list[str]:
    """The words that pieces make with the fewest that nobody knows; two words rather than one of them.

    A short piece that is none is the end of a word: “inspect” and “ed” are one, whoever knows “inspect”.
    """
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(pieces) + 1):
        ways = []
        for begin in range(max(0, end - _MOST), end):
            word = "".join(pieces[begin:end])
            cost, words = best[begin]
            ways.append((cost + _cost(word, vocabulary), [*words, word]))
        best.append(min(ways, key=lambda way: (way[0], -len(way[1]))))
    return best[-1][1]


def _cost(word: str, vocabulary: frozenset[str]) -> float:
    if word.lower() in vocabulary:
        return 0
    return 1.5 if len(word) <= _ENDING else 1


def _number(match: re.Match[str]) -> str:
    """A number whose groups of thousands a line's end parted; two numbers stay two."""
    whole, first = match[0].replace(PARTED, ""), match[0].split(PARTED)[0]
    if _GROUPED.fullmatch(whole) and not _GROUPED.fullmatch(first):
        return whole
    return match[0].replace(PARTED, " ")


@cache
def _common_words() -> frozenset[str]:
    """The words of headings and of the toolkit, in each of its languages."""
    from trueline.toolkit import load_toolkit
    from trueline.toolkit.units import units

    toolkit = load_toolkit()
    terms = (
        term for concept in toolkit.lexicon for terms in concept.terms.values() for term in terms
    )
    whole = (term for term in terms if "*" not in term)
    return words_of([*headings(), *whole, *(unit.text for unit in units(toolkit))])
