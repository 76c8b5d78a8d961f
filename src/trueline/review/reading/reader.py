"""Reads a document: what its texts say, and which of them say nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Generic

from trueline.document.address import parts_of
from trueline.document.document import D
from trueline.document.field_spec import field_specs
from trueline.document.fields import Part
from trueline.document.responses import NextStep, Waiver
from trueline.lexicon import Lexicon, WordsRead, fold
from trueline.memory import Cache, remembered
from trueline.review.reading.emptying import without_empty_texts
from trueline.review.reading.names_nothing import filler_words, names_nobody, names_nothing
from trueline.review.reading.policy import (
    EmptyText,
    ExpectedAnswer,
    Policy,
    expected_answer,
    policy_of,
)
from trueline.review.reading.says_nothing import (
    Way,
    is_placeholder,
    leaves_to_others,
    only_affirms,
    only_promises,
    only_states_absence,
    says_nothing,
)
from trueline.review.reading.texts import FieldText, texts_in

FEWEST_WORDS, FEWEST_PLACES = 5, 3
"""A sentence of so many words in so many places was pasted."""

MOST_FIELDS = 5
"""Nor can one text be the answer to so many fields."""

DECISIONS = (Waiver, NextStep)
"""Decisions of a team are for its readers to weigh: only a placeholder is no reason."""


@dataclass(frozen=True)
class Reading(Generic[D]):
    """A document as it was written and as it is read.

    `readable` is the document without the texts that say nothing; `empty_texts` are these, by their address.
    `parts` and `texts` are all that was written, those that say nothing too.
    """

    written: D
    readable: D
    empty_texts: Mapping[str, EmptyText]
    lexicon: Lexicon = field(repr=False)
    parts: Sequence[tuple[str, Part]] = field(repr=False)
    texts: Sequence[FieldText] = field(repr=False)
    _words: dict[str, WordsRead] = field(default_factory=dict, repr=False, compare=False)

    def without_texts_at(self, addresses: frozenset[str]) -> Reading[D]:
        """The same, without the empty texts of which enough is said already."""
        empty_texts = {
            address: empty_text
            for address, empty_text in self.empty_texts.items()
            if address not in addresses
        }
        return replace(self, empty_texts=empty_texts)

    def words(self, text: str) -> WordsRead:
        """A text as words, with what the pack knows of them."""
        if (words := self._words.get(text)) is None:
            words = self._words[text] = words_of(self.lexicon, text)
        return words

    def texts_of(self, *parts: Part) -> list[FieldText]:
        """The texts of some parts alone."""
        return [text for part in parts for text in self._texts_by_part.get(id(part), ())]

    @cached_property
    def _texts_by_part(self) -> Mapping[int, list[FieldText]]:
        texts: dict[int, list[FieldText]] = defaultdict(list)
        for text in self.texts:
            texts[id(text.part)].append(text)
        return texts


SHORT = 120
"""Letters of a text that is remembered by number, which is quicker than by weight."""
_long_texts: Cache[WordsRead] = Cache(16_000_000)
TEXTS = 16_384
"""More than a document has at its limits, since rules read the same texts one after the other: were it
one less, none would still be there when the next rule asks. Each takes about a kilobyte."""
BYTES_A_LETTER = 100
"""Bytes of memory for each letter of a text that was read, measured."""


def words_of(lexicon: Lexicon, text: str) -> WordsRead:
    """Remembered, since a document is reviewed again with each change of one of its texts."""
    if len(text) <= SHORT:
        return _words_of_short(text, lexicon)
    return _long_texts.get(
        (lexicon, text), lambda: lexicon.read(text), lambda _read: BYTES_A_LETTER * len(text)
    )


@remembered(TEXTS)
def _words_of_short(text: str, lexicon: Lexicon) -> WordsRead:
    return lexicon.read(text)


def read(document: D, lexicon: Lexicon) -> Reading[D]:
    """Reads a document with the words that a pack knows."""
    parts = tuple(parts_of(document))
    texts = tuple(texts_in(parts))
    empty_texts = {
        empty_text.address: empty_text for empty_text in _empty_texts(document, texts, lexicon)
    }
    readable = without_empty_texts(document, empty_texts.values()) if empty_texts else document
    return Reading(document, readable, empty_texts, lexicon, parts, texts)


def _empty_texts(
    document: D, texts: tuple[FieldText, ...], lexicon: Lexicon
) -> Iterator[EmptyText]:
    policy = policy_of(document.kind)
    texts_by_content: dict[str, list[FieldText]] = defaultdict(list)
    naming_nothing: dict[str, FieldText] = {}
    for field_text in texts:
        way: Way | None
        if field_text.prose and not isinstance(field_text.part, DECISIONS):
            own_name = _title_words(type(field_text.part), field_text.field)
            asked = expected_answer(policy, field_text.field)
            way = _way(field_text.text, lexicon, own_name, asked)
            if way == "denial" and field_text.field in policy.none_answers:
                way = None
            if way == "promise" and field_text.field in policy.plain:
                way = None
        else:
            way = "placeholder" if _is_placeholder(field_text.text, lexicon) else None
        if way is None and field_text.field in policy.persons:
            way = "names-nobody" if _names_nobody(field_text.text, lexicon) else None
        if way and way != "names-nothing":
            yield EmptyText(field_text, way)
        elif field_text.prose:
            texts_by_content[field_text.normalized].append(field_text)
            if way:
                naming_nothing[field_text.address] = field_text
    for content, equal_texts in texts_by_content.items():
        if _is_pasted(content, equal_texts, policy):
            yield from (
                EmptyText(field_text, "pasted", len(equal_texts)) for field_text in equal_texts
            )
            for field_text in equal_texts:
                naming_nothing.pop(field_text.address, None)
    for field_text in naming_nothing.values():
        fillers = filler_words(words_of(lexicon, field_text.text))
        yield EmptyText(field_text, "names-nothing", filler_words=fillers)
    yield from policy.other_empty_texts(document, lexicon)


@remembered(4096)
def _is_placeholder(text: str, lexicon: Lexicon) -> bool:
    return is_placeholder(words_of(lexicon, text))


@remembered(4096)
def _names_nobody(text: str, lexicon: Lexicon) -> bool:
    return names_nobody(words_of(lexicon, text))


@remembered(TEXTS)
def _way(
    text: str, lexicon: Lexicon, own_name: frozenset[str], asked: ExpectedAnswer
) -> Way | None:
    """The way in which a text says nothing of what is asked, by all that a field of its kind asks."""
    words = words_of(lexicon, text)
    way = says_nothing(words, own_name, asked=asked.something)
    if way is None and asked.what_is_given and only_states_absence(words):
        return "denial"
    if way is None and (asked.what_is_given or asked.what_is_to_come) and leaves_to_others(words):
        return "denial"
    if way is None and asked.what_is_to_come and only_promises(words):
        return "promise"
    if way is None and asked.something and only_affirms(words):
        return "yes"
    if way is None and asked.to_be_named and names_nothing(words):
        return "names-nothing"
    return way


def _is_pasted(content: str, equal_texts: list[FieldText], policy: Policy) -> bool:
    """Whether one text in several places says nothing of any: not where it may well hold for all.

    A few words in many fields that ask for different things answer none of them.
    """
    fields = {field_text.field for field_text in equal_texts}
    if len(fields) >= MOST_FIELDS:
        return True
    if len(equal_texts) < FEWEST_PLACES or len(content.split()) < FEWEST_WORDS:
        return False
    named = {f"{field_text.list}.{field_text.field}" for field_text in equal_texts}
    return not (policy.may_repeat.issuperset(fields) or policy.may_repeat.issuperset(named))


@cache
def _title_words(model: type[Part], field: str) -> frozenset[str]:
    title = field_specs(model)[field].title
    return frozenset(f"{fold(title).text} {field.replace('_', ' ')} the a of".split())
