"""A table as text: one line a row, its cells between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from itertools import pairwise

from trueline.language import gettext
from trueline.office.archive import refused
from trueline.office.grid import LONGEST_CELL, Cell, GridBuilder

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_OLDER = ("cp1252", "cp1251", "cp1256", "gb18030")
"""Encodings of spreadsheets that know no Unicode: Western, Cyrillic, Arabic, Chinese."""

_DELIMITERS = ",;\t|"


def read_delimited(data: bytes, name: str) -> GridBuilder:
    """The table of a .csv file. Raises FileProblems."""
    text = _decoded(data)
    if "\0" in text:
        raise refused(
            name,
            gettext("It is no table of text."),
            gettext("Save the sheet as .xlsx, or as CSV in UTF-8."),
        )
    builder = GridBuilder(name)
    csv.field_size_limit(10 * LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        filled = (
            (number, column, Cell(_trimmed(value), indent=_indent(value)))
            for number, row in enumerate(reader, 1)
            for column, value in enumerate(row)
        )
        builder.grid(name.rpartition("/")[2].rpartition(".")[0] or name, filled)
    except csv.Error as error:
        raise refused(
            name,
            gettext("Its line {line} can't be read as a row.", line=reader.line_num),
            gettext("Save the sheet as .xlsx, and try that."),
        ) from error
    return builder


def _trimmed(value: str) -> str:
    return value.replace("\u200b", "").strip()[:LONGEST_CELL]


def _indent(value: str) -> int:
    return (len(value) - len(value.lstrip(" \t\xa0"))) // 2


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return max((data.decode(one, "replace") for one in _OLDER), key=_plausible)


def _plausible(text: str) -> float:
    """How much a text looks like words: long runs of letters of one script, few odd signs."""
    sample = text[:20_000]
    score = 0.0
    for word in sample.split():
        letters = [c for c in word if c.isalpha()]
        scripts = {_script(c) for c in letters}
        score += len(letters) * (1 if len(scripts) == 1 else -1)
        score -= sum(2 for c in word if ord(c) > 127 and not c.isalpha())
        score -= sum(2 for before, c in pairwise(word) if before.islower() and c.isupper())
        score -= sum(ord(c) in _RARE for c in word)
    return score


_RARE = frozenset(map(ord, "ÀÁÂÃÄÅÆÈÊËÌÍÎÏÐÒÓÔÕÖØÙÚÛÜÝÞßåæðøýþÿ"))
"""Letters that stand by the dozen where another script was taken for Western."""


def _script(letter: str) -> str:
    code = ord(letter)
    bounds = ((0x250, "latin"), (0x400, "other"), (0x530, "cyrillic"), (0x600, "other"))
    return next(
        (name for bound, name in bounds if code < bound), "arabic" if code < 0x700 else "cjk"
    )


def _delimiter(text: str) -> str:
    """The sign that most lines of the beginning have, and equally often, outside of quotes."""
    lines: list[str] = []
    quoted = False
    for line in text[:20_000].splitlines()[:60]:
        outside = "".join(
            part for number, part in enumerate(line.split('"')) if (number % 2 == 1) == quoted
        )
        quoted ^= line.count('"') % 2 == 1
        lines.append(outside)
    return max(_DELIMITERS, key=lambda sign: sum(min(line.count(sign), 12) for line in lines))
