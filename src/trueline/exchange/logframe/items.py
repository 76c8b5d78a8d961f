"""Splits cells into listed items, and pairs the items of neighbouring cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trueline.exchange.logframe.headings import (
    LevelWord,
    column_named,
    extra_words,
    level_named,
    plain,
    words,
)
from trueline.memory import remembered

_BULLET = re.compile(r"^\s*[•●▪◦‣*·∙○■□–—-]\s*")
_CODE = re.compile(
    r"^\s*(?:(?P<word>[^\W\d_]{1,12}(?:\s[^\W\d_]{1,12}){0,2})[\s.#№-]{0,3})??"
    r"(?P<code>\d{1,3}(?:\.\d{1,3}){1,4}|\d{1,3}(?=[.):\s]))(?P<end>[.):–-]*)(?:\s+|$)(?P<rest>.*)$",
    re.DOTALL,
)
_COUNTED = re.compile(r"^(?:mill|bill|mln|mio|mrd|thousand|lakh|crore|per ?cent|%)", re.IGNORECASE)


@dataclass(frozen=True)
class Coded:
    """A text, and the number that stood before it, with the level that this named."""

    text: str
    code: str = ""
    level: LevelWord | None = None


LETTERS: dict[str, LevelWord] = {"r": "result", "a": "activity", "o": "output", "i": "impact"}


def coded(text: str, *, bare: bool = False) -> Coded:
    """A text without the number before it, such as 1., 1.2 or Op 1.2.

    In “60 inspectors” the number is what is counted, unless `bare` numbers are codes too.
    """
    match = _CODE.match(text)
    if not match or not match["rest"].strip() or _COUNTED.match(match["rest"]):
        return Coded(text.strip())
    word, code = plain(match["word"] or ""), match["code"]
    level = _level_of(word)
    if word and level is None and column_named(word) != "indicator":
        return Coded(text.strip())
    if not word and "." not in code and not match["end"] and not bare:
        return Coded(text.strip())
    return Coded(match["rest"].strip(), code, level)


def _level_of(word: str) -> LevelWord | None:
    return LETTERS.get(word) or words().levels.get(word)


@remembered(20_000)
def objective_in(text: str) -> Coded:
    """An objective without its level's name and its number, where these stand before it."""
    level = level_named(text)
    if level:
        return Coded("", level[1], level[0])
    for head, rest in _heads(text):
        if level := level_named(head):
            inner = coded(rest, bare=bool(level[1]) is False and "\n" in text)
            return Coded(inner.text, inner.code or level[1], level[0])
    return coded(text)


_HEAD = re.compile(r"^(?P<head>[^:\n]{1,80}?)\s*(?::|\n|\s[–—-]\s|：)\s*(?P<rest>.+)$", re.DOTALL)
_LEVEL_NUMBER = re.compile(
    r"^(?P<head>[^\W\d_][^\d:\n]{0,40}?\s*[#№]?\s*\d+(?:\.\d+)*)[.):]*\s+(?P<rest>\S.*)$", re.DOTALL
)


def _heads(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_HEAD, _LEVEL_NUMBER):
        if match := pattern.match(text):
            yield match["head"], match["rest"].strip()


def lines_of(text: str) -> list[str]:
    """The lines of a cell without bullets; continuation lines are joined to the line before.

    A cell in which a sentence was broken by hand lists nothing: its next line begins small.
    """
    lines: list[str] = []
    for line in text.splitlines():
        bare = _BULLET.sub("", line).strip()
        if not bare:
            continue
        is_new = _BULLET.match(line) or not lines or _begins(bare, lines[-1])
        if is_new:
            lines.append(bare)
        else:
            lines[-1] = f"{lines[-1]} {bare}"
    return lines


def _begins(line: str, before: str) -> bool:
    """Whether a line begins something new: not with a small letter, nor after a comma."""
    first = next((letter for letter in line if letter.isalnum()), "A")
    if coded(line).code or inline_label(line) or label_number(before):
        return True
    return not first.islower() and not before.endswith((",", "，", "،"))


INLINE = frozenset(
    (
        "baseline",
        "target",
        "milestone",
        "definition",
        "numerator",
        "denominator",
        "disaggregation",
        "unit",
        "source",
        "methods",
        "frequency",
        "responsible",
        "limitations",
    )
)


def inline_label(line: str) -> tuple[str, str, str] | None:
    """The column, the label and the text of a line such as “Target: 15 by 2028”; None of others."""
    head, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(head) > 40:
        return None
    role = column_named(head)
    if role not in INLINE or extra_words(head, role) > 1:
        return None
    return role, head.strip(), rest.strip()


def numbered_lines(text: str) -> list[Coded]:
    """The numbered items of a cell. Where some have a number, the others go on from them."""
    lines = list(_with_labels([_listed(line) for line in lines_of(text)]))
    if sum(1 for one in lines if one.code) < 2 or lines[0].code == "":
        return lines
    joined: list[Coded] = []
    for one in lines:
        if one.code or not joined:
            joined.append(one)
        else:
            last = joined.pop()
            joined.append(Coded(f"{last.text} {one.text}", last.code, last.level))
    return joined


def _with_labels(lines: list[Coded]) -> Iterator[Coded]:
    """The lines, one that is a label alone (“Outcome 1.1”) joined to the next as its number."""
    label = ""
    for one in lines:
        number = label_number(one.text)
        if number and not one.code and not label and len(lines) > 1:
            label = number
            continue
        yield Coded(one.text, one.code or label, one.level)
        label = ""


def label_number(text: str) -> str:
    """The number of a text that is a label and no more: “Outcome 1.1”, “Indicator 1”."""
    if level := level_named(text):
        return level[1]
    match = _INDICATOR.match(text.strip())
    return match["number"] if match and column_named(match["name"]) == "indicator" else ""


def _listed(line: str) -> Coded:
    """One line of a list; “Indicator 1: Cases” and “Outcome 1.1 Cases” are numbered too."""
    objective = objective_in(line) if level_named(line) is None else Coded(line)
    if objective.code:
        return objective
    match = _HEAD.match(line) or _LEVEL_NUMBER.match(line)
    if (
        match
        and (number := _INDICATOR.match(match["head"].strip()))
        and (column_named(number["name"]) == "indicator")
    ):
        return Coded(match["rest"].strip(), number["number"])
    return coded(line)


_INDICATOR = re.compile(r"^(?P<name>[^\d]{2,40}?)[\s#№.]*(?P<number>\d+(?:\.\d+)*)$", re.DOTALL)


def shared_out(text: str, codes: list[str]) -> list[str] | None:
    """A cell beside indicators of these codes, a piece for each; None where its lines are others."""
    count = len(codes)
    if count == 1:
        return [text]
    by_code = {code: number for number, code in enumerate(codes) if code}
    lines = lines_of(text)
    numbered = [coded(line) for line in lines]
    if lines and len(by_code) == count and all(one.code in by_code for one in numbered):
        pieces = [""] * count
        for one in numbered:
            at = by_code[one.code]
            pieces[at] = f"{pieces[at]}\n{one.text}".strip()
        return pieces
    if len(lines) != count:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) != count:
        return None
    in_order = all(coded(line).code == str(n) for n, line in enumerate(lines, 1))
    return [coded(line).text for line in lines] if in_order else lines
