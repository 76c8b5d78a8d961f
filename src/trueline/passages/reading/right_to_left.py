"""Lines that hold Arabic or Hebrew, put from the order in which they are drawn into that of reading.

A PDF places its letters; which of them is read first follows from their direction. Undone is what
the Unicode bidirectional algorithm does when a line is drawn: each letter gets a level, and what
stands at a level or above is turned round, from the lowest level up.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import groupby

Box = tuple[float, float]
"""Where a letter begins and ends from left to right."""
_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_NUMBERS = frozenset(("EN", "AN"))
_MIRRORED = {"(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "«": "»", "»": "«"}
_OPENING = frozenset("([{«")


def reads_right_to_left(text: str) -> bool:
    """Whether most of the letters run from right to left."""
    directions: Counter[str] = Counter()
    for sign, count in Counter(text).items():
        directions[unicodedata.bidirectional(sign)] += count
    from_right = sum(directions[each] for each in _RIGHT_TO_LEFT)
    return 0 < from_right >= directions["L"]


def holds_right_to_left(text: str) -> bool:
    """Whether a letter of it runs from right to left."""
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in set(text))


def in_order_of_reading(
    letters: Sequence[str], boxes: Sequence[Box], *, from_right: bool
) -> list[int]:
    """The numbers of a line's letters in the order in which they are read.

    `letters` come as PDFium has them: a ligature's letters share a box and stand reversed.
    `from_right`: the line as a whole is read from right to left.
    """
    units = _units(letters, boxes)
    kinds = [unicodedata.bidirectional(letters[unit[0]]) for unit in units]
    levels = _levels(kinds, 1 if from_right else 0)
    order = list(range(len(units)))
    for level in range(1, max(levels, default=0) + 1):
        order = _turned(order, [levels[each] for each in order], level)
    return [number for each in order for number in units[each]]


def mirrored(text: str) -> str:
    """A line whose brackets open before they close, where the file has them as they are drawn."""
    brackets = [sign for sign in text if sign in _MIRRORED]
    if not brackets or brackets[0] in _OPENING or not holds_right_to_left(text):
        return text
    return "".join(_MIRRORED.get(sign, sign) for sign in text)


def _units(letters: Sequence[str], boxes: Sequence[Box]) -> list[list[int]]:
    """Letters from left to right: those of a ligature together, marks behind the letter they sit on."""
    marks = [n for n, letter in enumerate(letters) if unicodedata.category(letter) == "Mn"]
    rest = [n for n in range(len(letters)) if n not in set(marks)]
    units = [_of_one_box(letters, list(group)) for _, group in groupby(rest, lambda n: boxes[n])]
    units.sort(key=lambda unit: sum(boxes[unit[0]]))
    for mark in marks:
        if units:
            middle = sum(boxes[mark])
            min(units, key=lambda unit: abs(sum(boxes[unit[0]]) - middle)).append(mark)
        else:
            units.append([mark])
    return units


def _of_one_box(letters: Sequence[str], unit: list[int]) -> list[int]:
    is_reversed = all(unicodedata.bidirectional(letters[n]) in _RIGHT_TO_LEFT for n in unit)
    return unit[::-1] if is_reversed else unit


def _levels(kinds: Sequence[str], base: int) -> list[int]:
    """A level for each kind: even where it runs from left to right, above `base` where it turns."""
    strong = [_direction(kinds, place) for place in range(len(kinds))]
    levels = []
    for place, direction in enumerate(strong):
        if direction == "R":
            levels.append(1)
        elif direction == "N":
            beside_right = "R" in (_near(strong, place, -1), _near(strong, place, 1))
            levels.append(2 if base or beside_right else 0)
        elif direction == "L":
            levels.append(2 if base else 0)
        else:
            before, after = (_near(strong, place, step) for step in (-1, 1))
            is_within = before == after == ("L" if base else "R")
            levels.append((2 if base else 1) if is_within else base)
    return levels


def _direction(kinds: Sequence[str], place: int) -> str:
    """R, L, N for a digit or what stands within a number, or nothing."""
    kind = kinds[place]
    if kind in _RIGHT_TO_LEFT:
        return "R"
    if kind == "L":
        return "L"
    if kind in _NUMBERS:
        return "N"
    around = [*kinds[max(place - 1, 0) : place], *kinds[place + 1 : place + 2]]
    is_within = kind == "CS" and len(around) == 2 and _NUMBERS.issuperset(around)
    return "N" if is_within else ""


def _near(strong: Sequence[str], place: int, step: int) -> str:
    """The next letter's direction on one side, beyond digits and blanks."""
    place += step
    while 0 <= place < len(strong):
        if strong[place] in ("R", "L"):
            return strong[place]
        place += step
    return ""


def _turned(order: list[int], levels: Sequence[int], least: int) -> list[int]:
    """An order in which each stretch at or above a level is reversed."""
    turned: list[int] = []
    for is_above, group in groupby(zip(order, levels, strict=True), lambda each: each[1] >= least):
        stretch = [number for number, _ in group]
        turned += stretch[::-1] if is_above else stretch
    return turned
