"""Texts that are hardest for a pattern: its own words over and over, and a near miss at the end."""

from __future__ import annotations

import re
import re._constants as signs
from collections.abc import Callable, Iterator
from itertools import permutations
from typing import Any

MOST_WORDS = 6
"""Of longer lists these many are tried alone; all of them are tried mixed."""

OUTSIDE = "\x01"
"""A sign that few patterns take in, so that what began well ends in a miss."""

_CATEGORIES = {
    signs.CATEGORY_DIGIT: "1",
    signs.CATEGORY_SPACE: " ",
    signs.CATEGORY_WORD: "a",
    signs.CATEGORY_NOT_DIGIT: "a",
    signs.CATEGORY_NOT_SPACE: "a",
    signs.CATEGORY_NOT_WORD: "-",
}


def worst_texts(source: str, length: int) -> Iterator[str]:
    """Hard texts of about one length, for the source of a pattern of either engine."""
    words, whole = _pieces(source)
    few = words if len(words) <= MOST_WORDS else [*words[: MOST_WORDS - 1], words[-1]]
    pairs = ["".join(pair) for pair in permutations(few, 2)] if len(words) <= MOST_WORDS else []
    apart = [f"{word} " for word in (*few, " ".join(words), whole)]
    for body in dict.fromkeys(filter(None, [*few, *apart, whole, whole[:-1], *pairs])):
        yield (body * (length // len(body) + 1))[:length] + whole[:-1] + OUTSIDE


def _pieces(source: str) -> tuple[list[str], str]:
    """The words and signs that a pattern is made of, and a text that it takes in whole."""
    words: dict[str, None] = {}
    whole = _walked(re._parser.parse(_as_re(source)), words)
    return [word for word in words if word], whole


def _as_re(source: str) -> str:
    """What the other engine alone can read, written for this one."""
    return re.sub(r"\\p\{\w+\}", r"\\w", source).replace(r"\z", r"\Z")


def _walked(pattern: Any, words: dict[str, None]) -> str:
    whole, word = "", ""
    for operation, value in pattern:
        sign = chr(value) if operation is signs.LITERAL else None
        if sign is None:
            words[word] = None
            word = ""
            whole += _READ.get(operation, _nothing)(value, words)
        else:
            word += sign
            whole += sign
    words[word] = None
    return whole


def _set(value: Any, words: dict[str, None]) -> str:
    if value[0][0] is signs.NEGATE:
        taken = re.compile("|".join(re.escape(_sample(*each)) for each in value[1:]))
        sign = next(sign for sign in "a1 -\x02" if not taken.fullmatch(sign))
        words[sign] = None
        return sign
    samples = [_sample(*each) for each in value]
    words.update(dict.fromkeys(samples))
    return samples[0]


def _sample(operation: Any, value: Any) -> str:
    if operation is signs.CATEGORY:
        return _CATEGORIES.get(value, "a")
    return chr(value[0] if operation is signs.RANGE else value)


def _repeated(value: Any, words: dict[str, None]) -> str:
    least, most, inner = value
    return _walked(inner, words) * (max(least, 1) if most else 0)


def _any(value: Any, words: dict[str, None]) -> str:
    words["a"] = None
    return "a"


def _branched(value: Any, words: dict[str, None]) -> str:
    first, *_ = [_walked(branch, words) for branch in value[1]]
    return first


def _nothing(value: Any, words: dict[str, None]) -> str:
    return ""


_READ: dict[Any, Callable[[Any, dict[str, None]], str]] = {
    signs.IN: _set,
    signs.NOT_LITERAL: lambda value, words: _set(
        [(signs.NEGATE, None), (signs.LITERAL, value)], words
    ),
    signs.ANY: _any,
    signs.MAX_REPEAT: _repeated,
    signs.MIN_REPEAT: _repeated,
    signs.POSSESSIVE_REPEAT: _repeated,
    signs.BRANCH: _branched,
    signs.SUBPATTERN: lambda value, words: _walked(value[-1], words),
    signs.ATOMIC_GROUP: _walked,
    signs.ASSERT: lambda value, words: _walked(value[1], words) and "",
    signs.ASSERT_NOT: lambda value, words: _walked(value[1], words) and "",
}
