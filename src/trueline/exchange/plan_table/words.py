"""The words of `words.yaml`, looked up: what a heading, a pillar, a funder or a tick is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from trueline.exchange.logframe.headings import plain
from trueline.files import decoded, parse_text
from trueline.plan.activity import Payer

Lookup = Mapping[str, str]


@cache
def headings() -> Lookup:
    """The roles of a column, by the words that head it."""
    return _lookup("headings")


@cache
def pillars() -> Lookup:
    return _lookup("pillars")


@cache
def priorities() -> Lookup:
    return _lookup("priorities")


@cache
def _payers() -> Lookup:
    return _lookup("payers")


def payer_in(text: str) -> Payer | None:
    """The payer, by the words that say so; the one that is still sought comes before the others.

    None where several sorts of funder are named, since an activity has one.
    """
    plain_text = plain(text)
    if not plain_text:
        return None
    payers = {payer for words, payer in _payers().items() if f" {words} " in f" {plain_text} "}
    if "none-yet" in payers:
        payers = {"none-yet"}
    (only,) = payers if len(payers) == 1 else (None,)
    return next((payer for payer in get_args(Payer) if payer == only), None)


def is_ongoing(text: str) -> bool:
    """Whether work goes on in any case."""
    return any(f" {words} " in f" {plain(text)} " for words in _list("ongoing"))


def says_only_ongoing(text: str) -> bool:
    """Whether a text says that and nothing else."""
    return plain(text) in _list("ongoing")


def without_until(text: str) -> tuple[str, bool]:
    """A text without “by”, “before” or “until” at its start, and whether it had one."""
    line = " ".join(text.split())
    for words in sorted(_list("until"), key=len, reverse=True):
        head = line[: len(words)]
        if plain(head) == words and line[len(words) : len(words) + 1] in (" ", "’", "'"):
            return line[len(words) + 1 :].strip(), True
    return line, False


def is_tick(text: str) -> bool:
    """Whether a cell is a mark under its quarter or year."""
    return text.strip().casefold() in _list("ticks")


def begins_section(text: str) -> bool:
    """Whether a row that says one thing says an objective: “Objective 2: …”."""
    first = plain(text.partition(":")[0])
    words = first.rstrip("0123456789 ").strip()
    return any(words == each or first.startswith(f"{each} ") for each in _list("sections"))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_marks(each) for each in _words()[name])


def _lookup(name: str) -> Lookup:
    return {
        _marks(word): meaning
        for meaning, lines in _words()[name].items()
        for word in _line_texts(lines)
    }


def _line_texts(lines: list[Any]) -> Iterator[str]:
    for line in lines:
        yield from str(line).split("|")


def _marks(word: Any) -> str:
    """Looked up as `plain` reads texts; a mark that is no letter stays as it is."""
    return plain(str(word)) or str(word).casefold()


@cache
def _words() -> Mapping[str, Any]:
    text = files("trueline.exchange.plan_table").joinpath("words.yaml").read_bytes()
    data: Mapping[str, Any] = parse_text(decoded(text, "words.yaml"), "words.yaml").data
    return data
