"""The level of each row, by words, numbers or indentation."""

from __future__ import annotations

from collections import Counter

from trueline.exchange.logframe.headings import LEVELS, LevelWord, LogframeLevel
from trueline.exchange.logframe.model import ObjectiveRow
from trueline.language import gettext


def settle(rows: list[ObjectiveRow]) -> list[str]:
    """Give every row its level, and report what is uncertain."""
    used = {row.word for row in rows}
    for row in rows:
        if row.word:
            row.level = resolved_level(row.word, used)
    open_rows = [row for row in rows if row.word is None]
    if not open_rows:
        return []
    numbered = [row for row in open_rows if row.number]
    doubts: list[str] = []
    if numbered:
        doubts += _by_depth(rows, numbered)
    rest = [row for row in open_rows if not row.number]
    if len({row.indent for row in rest}) > 1:
        doubts += _by_indent(rest)
    else:
        for row in rest:
            if numbered and len(numbered) == len(open_rows) - 1 and row is rows[0]:
                row.level = "impact"
                continue
            doubt = gettext("no level is named, so it was taken for an output")
            doubts.append(f"{row.place[:1].upper()}{row.place[1:]}: {doubt}.")
    return doubts


def resolved_level(word: LevelWord, used: set[LevelWord | None]) -> LogframeLevel:
    """The level that a word means beside the others of the same logframe."""
    if word == "objective":
        return "impact" if "outcome" in used else "outcome"
    if word == "result":
        return "outcome" if "output" in used and "outcome" not in used else "output"
    if word == "outcome_or_result":
        return "output" if "outcome" in used and "output" not in used else "outcome"
    return word


def _by_depth(rows: list[ObjectiveRow], numbered: list[ObjectiveRow]) -> list[str]:
    """By how many parts the numbers have: beside rows whose level is known, else from the top."""
    levels_by_depth: dict[int, Counter[LogframeLevel]] = {}
    for row in rows:
        if row.word and row.number:
            levels_by_depth.setdefault(row.number.count("."), Counter())[row.level] += 1
    depths = sorted({row.number.count(".") for row in numbered})
    if levels_by_depth:
        for row in numbered:
            depth = row.number.count(".")
            nearest = min(levels_by_depth, key=lambda other: (abs(other - depth), other))
            level = levels_by_depth[nearest].most_common(1)[0][0]
            place = LEVELS.index(level) + depth - nearest
            row.level = LEVELS[max(0, min(place, len(LEVELS) - 1))]
    else:
        deepest = [row for row in numbered if row.number.count(".") == depths[-1]]
        levels = _from_the_top(len(depths), any(row.indicators for row in deepest))
        for row in numbered:
            row.level = levels[min(depths.index(row.number.count(".")), len(levels) - 1)]
    return [
        gettext("Levels are not named everywhere, and were taken from the numbers: please check.")
    ]


def _by_indent(rows: list[ObjectiveRow]) -> list[str]:
    steps = sorted({row.indent for row in rows})
    deepest = [row for row in rows if row.indent == steps[-1]]
    levels = _from_the_top(len(steps), any(row.indicators for row in deepest))
    for row in rows:
        row.level = levels[min(steps.index(row.indent), len(levels) - 1)]
    return [gettext("Levels are not named, and were taken from the indentation: please check.")]


def _from_the_top(count: int, measured: bool) -> tuple[LogframeLevel, ...]:
    """The levels of so many steps; the last is of activities unless it is measured by indicators."""
    if count == 1:
        return ("output",)
    if count == 2:
        return ("outcome", "output")
    if count == 3:
        return LEVELS[:3] if measured else LEVELS[1:]
    return LEVELS
