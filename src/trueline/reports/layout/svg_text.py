"""Setting short texts into drawings, where nobody breaks lines for us.

Widths are those of a wide book face, so that a text that fits here fits in whichever face shows it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from html import escape

from trueline.language import base_language, direction, get_language
from trueline.memory import remembered

FONT = "Libertinus Serif, Georgia, Cambria, serif"
_NARROW, _SLIM, _WIDE = (
    frozenset("iljft.,:;'’‘!|()[]·"),
    frozenset('rsczI-“”"'),
    frozenset("mwMW@%—"),
)
_RIGHT_TO_LEFT = frozenset(("R", "AL"))
_ISOLATE, _END = "\u2067", "\u2069"


@remembered(4096)
def width_of(text: str, size: float) -> float:
    """About how wide a text is, in the unit of `size`."""
    return sum(_em(char) for char in text) * size


def _em(char: str) -> float:
    if char in _NARROW:
        return 0.33
    if char in _SLIM:
        return 0.44
    if char in _WIDE:
        return 0.95
    if char == " ":
        return 0.26
    if char.isascii():
        return 0.70 if char.isupper() else 0.56 if char.islower() else 0.62
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Cf"):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(char) in "WF" or ord(char) > 0xFFFF else 0.66


def wrapped(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """The text in lines no wider than `width`; after `most` lines it ends in “…”."""
    lines = list(_lines(text.split(), width, size))
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1], width, size)]
    return tuple(lines) or ("",)


def _lines(words: Iterable[str], width: float, size: float) -> Iterator[str]:
    line = ""
    for piece in (piece for word in words for piece in _pieces(word, width, size)):
        longer = f"{line} {piece}" if line else piece
        if line and width_of(longer, size) > width:
            yield line
            line = piece
        else:
            line = longer
    if line:
        yield line


def _pieces(word: str, width: float, size: float) -> Iterator[str]:
    """A word, in pieces where it is wider than a line; marks stay with their letter."""
    if width_of(word, size) <= width:
        yield word
        return
    piece = ""
    for char in word:
        if piece and _em(char) and width_of(piece + char, size) > width:
            yield piece
            piece = ""
        piece += char
    yield piece


def _cut(line: str, width: float, size: float) -> str:
    while line and width_of(line + " …", size) > width:
        line = line[:-1]
    return line.rstrip() + " …"


def short(value: float) -> str:
    """A place or length to a tenth of a point, in as few letters as it takes."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def leans_right(text: str) -> bool:
    """Whether a text runs from right to left: its first letter decides."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction == "L":
            return False
        if direction in _RIGHT_TO_LEFT:
            return True
    return False


def about_language() -> str:
    """The attributes of a picture for its language. Its own rules place texts, not the page's."""
    return f' lang="{get_language()}" direction="ltr"'


def in_language(language: str | None) -> str:
    """The attributes of an element whose texts somebody wrote in another language than the picture's."""
    if not language or base_language(language) == base_language(get_language()):
        return ""
    return f' lang="{escape(language)}"'


def facing(body: str, width: float) -> str:
    """Mirrors what is drawn from left to right where the language is read from the right."""
    if direction() == "ltr":
        return body
    return f'<g transform="matrix(-1 0 0 1 {short(width)} 0)">{body}</g>'


def begins_at_end(text: str) -> bool:
    """Whether a text begins where the lines of the picture end: at its right, or mirrored, its left."""
    return direction() == "ltr" and leans_right(text)


_TURNED = {"start": "end", "middle": "middle", "end": "start"}


def svg_text(
    x: float,
    y: float,
    text: str,
    *,
    fill: str,
    size: float | None = None,
    weight: str = "",
    anchor: str = "start",
    language: str = "",
) -> str:
    """A line of text. A right-to-left one is set apart, so that its signs fall on the right side.

    In a picture that is mirrored (`facing`) it is turned back, so that it can be read. `language` is
    what `in_language` says of it.
    """
    isolated = f"{_ISOLATE}{text}{_END}" if leans_right(text) else text
    style = f' font-size="{size:g}"' if size else ""
    style += f' font-weight="{weight}"' if weight else ""
    place = f'x="{short(x)}" y="{short(y)}"'
    if direction() == "rtl":
        anchor = _TURNED[anchor]
        place = f'transform="matrix(-1 0 0 1 {short(x)} {short(y)})"'
    style += f' text-anchor="{anchor}"' if anchor != "start" else ""
    return (
        f'<text {place} fill="{fill}"{style}{language} xml:space="preserve">'
        f"{escape(isolated)}</text>"
    )
