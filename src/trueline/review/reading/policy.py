"""The expectations of a kind of document of its fields, by which their texts are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from trueline.document.kind import module_of
from trueline.lexicon import Lexicon
from trueline.review.reading.says_nothing import Way
from trueline.review.reading.texts import FieldText


@dataclass(frozen=True)
class EmptyText:
    """A text that says nothing: where, how, in how many places it stands, and by which words."""

    source: FieldText
    way: Way
    copies: int = 1
    filler_words: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Its address."""
        return self.source.address


class ExpectedAnswer(NamedTuple):
    """The answer that a field asks for: see `asks`, `provides`, `foresees` and `names` of `Policy`."""

    something: bool
    what_is_given: bool
    what_is_to_come: bool
    to_be_named: bool


def _nothing_else(document: Any, lexicon: Lexicon) -> Iterator[EmptyText]:
    return iter(())


@dataclass(frozen=True, kw_only=True)
class Policy:
    """Fields by their names. A kind has one in `rules/<kind>/reading.py`, called `POLICY`.

    `asks`: those that ask for something to be there, where a sentence that denies it is no answer.
    `provides`: those of them that ask what is done or given, where a denial in short is no answer.
    `foresees`: those that ask who will do what and when, where “we shall” by itself is a promise.
    `names`: those that ask who does what, how or when, where an answer names somebody or something.
    `persons`: those that ask who answers for something, where “all concerned” names nobody.
    `none_answers`: those where “none” is one. `plain`: those that name things, where common words
    may be all there is to say. `may_repeat`: those where one text may hold for several elements, or
    `list.field` where it is so in one list alone.
    `dropped`: lists whose element is left out where what names it says nothing, unless something
    refers to it. `other_empty_texts` finds what only this kind can tell.
    """

    asks: frozenset[str] = frozenset()
    provides: frozenset[str] = frozenset()
    foresees: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    none_answers: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    may_repeat: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    other_empty_texts: Callable[[Any, Lexicon], Iterator[EmptyText]] = _nothing_else


def expected_answer(policy: Policy, field: str) -> ExpectedAnswer:
    """The answer that a field asks for."""
    return ExpectedAnswer(
        something=field in policy.asks,
        what_is_given=field in policy.provides,
        what_is_to_come=field in policy.foresees,
        to_be_named=field in policy.names,
    )


@cache
def policy_of(kind: str) -> Policy:
    """The policy of a kind; one that names no field where the kind has none."""
    policy: Policy = getattr(module_of(kind, "review.rules.{kind}.reading"), "POLICY", Policy())
    return policy
