"""Documents as cases of how they are read: what is a text, what says nothing, and what is left for rules."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from tests.rules.test_cases import document_in
from trueline.document import Document, Element, resolve
from trueline.document.address import parts_of
from trueline.files import read_file
from trueline.lexicon import Concept, Lexicon
from trueline.review.reading import Reading, reader
from trueline.toolkit import load_toolkit

FILE = Path(__file__).parent / "words" / "read.yaml"


@dataclass(frozen=True)
class ReadingCase:
    """A document, and how it is read: see `words/read.yaml`."""

    name: str
    document: Document
    expected: dict[str, Any]

    def holds(self, rule: Any = None) -> bool:
        """Whether it is read so still; a reader that breaks does not. `rule` is that of other cases."""
        try:
            return not self.differences()
        except Exception:
            return False

    def differences(self) -> list[str]:
        """What of the expected is not so, in words."""
        reading = reader.read(self.document, load_toolkit().reading)
        empty = {at: text.way for at, text in reading.empty_texts.items()}
        texts = {text.address: text.text for text in reading.texts}
        left = {at: _plain(resolve(reading.readable, at)) for at in self.expected.get("left", {})}
        compared = {
            "empty": (empty, self.expected.get("empty", {})),
            "texts": (texts, self.expected.get("texts", texts)),
            "left": (left, self.expected.get("left", {})),
            "not the same any more": (_changed(reading), []),
            "spoken of": (_still_told(reading), []),
        }
        return [f"{what}: {is_} for {due}" for what, (is_, due) in compared.items() if is_ != due]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.model_dump(exclude_defaults=True) if isinstance(value, Element) else value


def _changed(reading: Reading[Any]) -> list[str]:
    """Parts that hold nothing empty, and yet are others: rules would not find their texts."""
    before = dict(reading.parts)
    return [
        at
        for at, part in parts_of(reading.readable)
        if part is not before[at] and not any(text.startswith(at) for text in reading.empty_texts)
    ]


def _still_told(reading: Reading[Any]) -> list[str]:
    """Empty texts that are told of once more, though a finding quotes them."""
    return [
        at
        for at in reading.empty_texts
        if at in reading.without_texts_at(frozenset([at])).empty_texts
    ]


@dataclass(frozen=True)
class TwoPacks:
    """A text that two packs read, one after the other: each by its own words."""

    name = "words of two packs"
    text: str

    def holds(self, rule: Any = None) -> bool:
        """Whether the second finds its own word. `rule` is that of other cases."""
        word, *_ = self.text.split()
        own = Lexicon([Concept(id="own", terms={"en": (word,)})])
        reader.words_of(load_toolkit().reading, self.text)
        return reader.words_of(own, self.text).names("own")


@cache
def reading_cases() -> tuple[ReadingCase | TwoPacks, ...]:
    """All of them."""
    data = read_file(FILE).data
    cases = [ReadingCase(case["name"], document_in(case), case) for case in data]
    return (*cases, TwoPacks("Kilns"), TwoPacks("Kilns " + "pay each month in the season " * 9))
