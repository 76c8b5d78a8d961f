"""No text that a design may hold makes its review, here or on the command line, stall."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest
from pydantic import BaseModel

from tests.patterns.growth import LONG, SHORT, grows_too_fast
from tests.review.seeded import examples
from trueline.review import review
from trueline.toolkit import load_toolkit

pytestmark = pytest.mark.slow

WORDS = (
    "know ",
    "victims ",
    "training ",
    "income ",
    "plan ",
    "the plan know income training ",
    "a",
    "(",
    "1.",
    "\n",
    "“”",
    "calls ",
    "girls and brokers ",
)


def filled(value: Any, text: str) -> Any:
    """A design, or a part of one, in which each text says the same, as long as it may be."""
    if isinstance(value, tuple):
        return tuple(filled(each, text) for each in value)
    if not isinstance(value, BaseModel):
        return value
    changed: dict[str, Any] = {}
    for name, info in type(value).model_fields.items():
        inner = getattr(value, name)
        longest = max((getattr(rule, "max_length", 0) or 0 for rule in info.metadata), default=0)
        if isinstance(inner, str):
            changed |= {name: text[:longest]} if longest >= 500 else {}
        else:
            changed[name] = filled(inner, text)
    return value.model_copy(update=changed)


@pytest.mark.walk
@pytest.mark.parametrize("word", WORDS)
def test_a_review_takes_time_with_the_text_and_no_more(word: str) -> None:
    design = max(examples().values(), key=lambda each: len(each.links))

    number = count()

    def read(text: str) -> object:
        fresh = f"{next(number)} {text}"  # nothing is remembered of the time before
        return review(filled(design, fresh), load_toolkit())

    short, long = ((word * length)[:length] for length in (SHORT, LONG))
    read(short)
    assert not grows_too_fast(read, short, long)
