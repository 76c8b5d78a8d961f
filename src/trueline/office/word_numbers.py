"""The numbers that Word puts before the paragraphs of a list, which stand nowhere in its text."""

from __future__ import annotations

import re
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_LEVELS = 9


class Numbering:
    """Counts the paragraphs of each list as Word does while it lays out the page."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.lists: dict[str, str] = {}
        self.styles: dict[str, tuple[str, int]] = {}
        self.counts: dict[str, list[int]] = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read(self, numbering: Any) -> None:
        for abstract in numbering.iter(f"{_W}abstractNum"):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in abstract.iter(f"{_W}lvl"):
                kind, text = _value(level, "numFmt", "decimal"), _value(level, "lvlText", "")
                start = _value(level, "start", "1")
                number = _whole(level.get(f"{_W}ilvl", "0"))
                levels[number] = (kind, text, _whole(start, 1))
            self.levels[abstract.get(f"{_W}abstractNumId", "")] = levels
        for one in numbering.iter(f"{_W}num"):
            self.lists[one.get(f"{_W}numId", "")] = _value(one, "abstractNumId", "")

    def _read_styles(self, styles: Any) -> None:
        for style in styles.iter(f"{_W}style"):
            numbering = style.find(f"{_W}pPr/{_W}numPr")
            if numbering is not None:
                place = (_value(numbering, "numId", ""), _whole(_value(numbering, "ilvl", "0")))
                self.styles[style.get(f"{_W}styleId", "")] = place

    def of(self, paragraph: Any) -> str:
        """The number before a paragraph, "" where it has none or a bullet."""
        name, depth = self._place(paragraph)
        abstract = self.lists.get(name, "")
        levels = self.levels.get(abstract)
        if not levels or depth not in levels or depth >= _MOST_LEVELS:
            return ""
        counts = self.counts.setdefault(abstract, [0] * _MOST_LEVELS)
        kind, text, start = levels[depth]
        counts[depth] = max(counts[depth] + 1, start)
        counts[depth + 1 :] = [0] * (_MOST_LEVELS - depth - 1)
        if kind in ("bullet", "none"):
            return ""

        def formatted(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = levels.get(at, ("decimal", "", 1))
            return _number(counts[at] or other[2], other[0])

        return re.sub(r"%([1-9])", formatted, text)

    def _place(self, paragraph: Any) -> tuple[str, int]:
        own = paragraph.find(f"{_W}pPr/{_W}numPr")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        name = "" if style is None else style.get(f"{_W}val", "")
        by_style = self.styles.get(name, ("", 0))
        if own is None:
            return by_style
        return _value(own, "numId", by_style[0]), _whole(_value(own, "ilvl", str(by_style[1])))


def _value(element: Any, name: str, default: str) -> str:
    child = element.find(f"{_W}{name}")
    return default if child is None else str(child.get(f"{_W}val", default))


def _whole(text: str, default: int = 0) -> int:
    return min(int(text), 100_000) if text.isdecimal() else default


_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _number(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 9)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman") and number < 50:
        rest, numeral = number, ""
        for value, sign in _ROMAN:
            numeral += sign * (rest // value)
            rest %= value
        return numeral.upper() if kind == "upperRoman" else numeral
    return str(number)
