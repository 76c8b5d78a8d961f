"""Words that speak against a yes or no: what a table of them is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Clue:
    """Words that say otherwise.

    Beside `concept` have to stand those of `also` in its sentence and those of `beside` in its clause,
    of each group one; none of `without` may stand in the sentence. What `unless` names anywhere in
    the text explains it. `only_in`: fields where it counts. `even_denied`: whether a denial before it
    counts too.
    """

    concept: str
    also: tuple[str | tuple[str, ...], ...] = ()
    beside: tuple[str | tuple[str, ...], ...] = ()
    without: tuple[str, ...] = ()
    unless: str = ""
    only_in: tuple[str, ...] = ()
    even_denied: bool = False


@dataclass(frozen=True)
class Answer:
    """An answer of a kind of activity, and the words that speak against some values of it.

    `reads_as` says what the words come to. `rights`: people's rights hang on it, and an answer that is
    not given counts.
    """

    kind: str
    field: str
    values: tuple[Any, ...]
    reads_as: str
    clues: tuple[Clue, ...]
    rights: bool = False
