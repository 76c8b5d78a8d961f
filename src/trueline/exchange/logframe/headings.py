"""The words of logframes: which column a heading heads, and which level a text names.

They stand in words.yaml, in eight languages. A new language or donor's word is a line there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import re2

from trueline.files import decoded, parse_text
from trueline.memory import remembered

LogframeLevel = Literal["impact", "outcome", "output", "activity"]
LEVELS: tuple[LogframeLevel, ...] = ("impact", "outcome", "output", "activity")
LevelWord = Literal[
    "impact", "outcome", "output", "activity", "objective", "result", "outcome_or_result"
]
"""A level, or a word whose level depends on what the others are called."""


@remembered(20_000)
def plain(text: str) -> str:
    """A heading as it is looked up: small letters, no accents, no marks around it."""
    flat = unicodedata.normalize("NFKD", text[:2_000].casefold())
    letters = "".join(c for c in flat if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() or c.isspace() else " " for c in letters).split())


@dataclass(frozen=True)
class Phrases:
    """Words to look for in a heading: whole ones, beginnings, and those of scripts without spaces."""

    whole: tuple[str, ...]
    beginnings: tuple[str, ...]
    within: tuple[str, ...]

    def are_in(self, words: str) -> bool:
        padded = f" {words} "
        return (
            any(f" {one} " in padded for one in self.whole)
            or any(f" {one}" in padded for one in self.beginnings)
            or any(one in words for one in self.within)
        )

    @property
    def pattern(self) -> str:
        """The pattern that `are_in` searches for, in words with a space on either side."""
        ways = [f" {re2.escape(one)} " for one in self.whole]
        ways += [f" {re2.escape(one)}" for one in self.beginnings]
        return "|".join([*ways, *map(re2.escape, self.within)])

    def longest_in(self, words: str) -> int:
        """How many words of a heading the longest of these phrases takes."""
        padded = f" {words} "
        lengths = [len(one.split()) for one in self.whole if f" {one} " in padded]
        lengths += [len(one.split()) for one in self.beginnings if f" {one}" in padded]
        return max(lengths, default=99 if any(one in words for one in self.within) else 0)


def _phrases(phrases: Iterable[str]) -> Phrases:
    whole, beginnings, within = [], [], []
    for one in phrases:
        words = plain(one)
        if any(letter >= "\u2e80" for letter in words):
            within.append(words)
        elif one.endswith("*"):
            beginnings.append(words)
        else:
            whole.append(words)
    return Phrases(tuple(whole), tuple(beginnings), tuple(within))


@dataclass(frozen=True)
class Words:
    """The contents of words.yaml, ready for look-up."""

    columns: Mapping[str, Phrases]
    levels: Mapping[str, LevelWord]
    rows: Mapping[str, str]
    titles: Phrases
    title_labels: frozenset[str]
    no_objective: frozenset[str]
    whole_risks: frozenset[str]
    nothing: frozenset[str]


@cache
def words() -> Words:
    """The words, read once."""
    text = files("trueline.exchange.logframe").joinpath("words.yaml").read_bytes()
    data: Mapping[str, Any] = parse_text(decoded(text, "words.yaml"), "words.yaml").data
    levels = {**data["levels"], **data["by_others"]}
    return Words(
        {name: _phrases(phrases) for name, phrases in data["columns"].items()},
        {plain(word): level for level, phrases in levels.items() for word in phrases},
        {plain(word): kind for kind, phrases in data["rows"].items() for word in phrases},
        _phrases(data["titles"]),
        frozenset(map(plain, data["title_labels"])),
        frozenset(map(plain, data["no_objective"])),
        frozenset(map(plain, data["whole_risks"])),
        frozenset(map(plain, data["nothing"])),
    )


@remembered(20_000)
def column_named(text: str) -> str | None:
    """A column's role by its heading; text in brackets counts only if the rest matches nothing."""
    names, patterns = _columns()
    for heading in (plain(without_brackets(text)), plain(text)):
        if heading and (numbers := patterns.Match(f" {heading} ")):
            return names[min(map(int, numbers))]
    return None


@cache
def _columns() -> tuple[tuple[str, ...], Any]:
    """The names of columns, and their patterns as one that is looked for in a single pass."""
    patterns = re2.Set.SearchSet()
    for phrases in words().columns.values():
        patterns.Add(phrases.pattern)
    patterns.Compile()
    return tuple(words().columns), patterns


@remembered(20_000)
def extra_words(text: str, column: str) -> int:
    """How many words a heading has beside those that make it a heading; numbers don't count."""
    heading = plain(without_brackets(text)) or plain(text)
    count = sum(1 for word in heading.split() if not word.isdecimal())
    return max(count - words().columns[column].longest_in(heading), 0)


_BEFORE_A_NUMBER, _BEHIND_IT = ".:#№°-", ".:)–-"
_A_LETTER = re.compile(r"[A-Za-z]|[IVX]{1,4}")


def _name_and_number(heading: str) -> tuple[str, str]:
    """A heading without the number, letter or Roman number at its end, and that; "" for none.

    Read from its end in one pass: a pattern would try each of its blanks as the end of the name.
    """
    body = _without_end(heading, _BEHIND_IT)
    start = len(body)
    while start and (body[start - 1].isdecimal() or body[start - 1] == "."):
        start -= 1
    parts = body[start:].split(".")
    first = next((at for at in range(len(parts) - 1, -1, -1) if not parts[at]), -1) + 1
    number = ".".join(parts[first:])
    if not number:
        last = body.split()[-1] if body.split() else ""
        if len(last) < len(body) and body.endswith(last) and _A_LETTER.fullmatch(last):
            number = last
    return _without_end(body.removesuffix(number), _BEFORE_A_NUMBER), number


def _without_end(text: str, signs: str) -> str:
    """The text without blanks and these signs at its end."""
    end = len(text)
    while end and (text[end - 1].isspace() or text[end - 1] in signs):
        end -= 1
    return text[:end]


@remembered(20_000)
def level_named(text: str) -> tuple[LevelWord, str] | None:
    """The level that a text names and no more, as “Output 2” or “Impact (overall objective)”.

    With it comes the number that stands behind, "" for none.
    """
    if len(text) > 120:
        return None
    levels = words().levels
    for label in (text, without_brackets(text)):
        name, number = _name_and_number(label.strip())
        for one, of_it in ((label, ""), (name, number)):
            if level := levels.get(_without_no(plain(one))):
                return level, of_it
        if level := _first_of_several(plain(name)):
            return level, number
    return None


def _without_no(heading: str) -> str:
    """Without the “no.” between a level and its number."""
    return re.sub(r" (?:no|nr|n|n o|num|numero|number|№)$", "", heading)


def _first_of_several(heading: str) -> LevelWord | None:
    """The level that comes first where a text is made of names of levels, as “Outputs workpackage”."""
    levels = words().levels
    parts = heading.split()
    for end in range(len(parts) - 1, 0, -1):
        first, rest = " ".join(parts[:end]), " ".join(parts[end:])
        rest = re.sub(r"^(?:of|for|under|and|or|et|ou|de|du|y|e|o|und|oder) ", "", rest)
        if (level := levels.get(first)) and (rest in levels or rest.isdecimal()):
            return level
    return None


_BRACKETS = frozenset("()[]（）")


def without_brackets(text: str) -> str:
    """The text without what stands in brackets, and in brackets within these."""
    if not _BRACKETS & {*text}:
        return text
    letters: list[str] = []
    opened: list[int] = []
    for sign in text:
        if sign in "([（":
            opened.append(len(letters))
        elif sign in ")]）" and opened:
            del letters[opened.pop() :]
            sign = " "
        letters.append(sign)
    return "".join(letters)


def says_nothing(text: str) -> bool:
    """Whether a cell only marks that it is empty: “n/a”, a dash."""
    return plain(text) in words().nothing or not plain(text)


_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d)")


def years_in(text: str) -> list[int]:
    """The years that a text names."""
    return [int(year) for year in _YEAR.findall(text)]
