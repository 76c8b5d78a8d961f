"""Findings on texts that say nothing, one by one while they are few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trueline.document import Element
from trueline.document.responses import Waiver
from trueline.language import gettext, joined, ngettext, quoted
from trueline.review.finding import Observation, shared_address
from trueline.review.quoting import quote_of, sentence_on
from trueline.review.reading import EmptyText, Way
from trueline.review.rule import RuleContext

MOST = 3
"""More texts than these are spoken of together."""


def empty_texts(context: RuleContext[Any], *ways: Way) -> list[EmptyText]:
    """The texts that say nothing in one of these ways and that no other finding quotes."""
    texts = [
        empty_text for empty_text in context.reading.empty_texts.values() if empty_text.way in ways
    ]
    return [empty_text for empty_text in texts if not isinstance(empty_text.source.part, Waiver)]


def observations_on(texts: list[EmptyText], next_step: str) -> Iterator[Observation]:
    """A finding for each of a few texts; one for all where they are many."""
    if len(texts) > MOST:
        yield observation_on_all(texts, next_step)
        return
    for empty_text in texts:
        sentence = sentence_on(empty_text)
        yield Observation(
            path=empty_text.address, message=f"{_where(empty_text)} {sentence}", next_step=next_step
        )


def observation_on_all(texts: list[EmptyText], next_step: str) -> Observation:
    """One finding on several texts, with the first of them quoted."""
    path, also_at = shared_address([empty_text.address for empty_text in texts], "")
    quotes = list(dict.fromkeys(quote_of(empty_text) for empty_text in texts))
    return Observation(
        path=path,
        also_at=also_at,
        message=ngettext(
            "{count} text says nothing of what its field asks: {quotes}.",
            "{count} texts say nothing of what their fields ask: {quotes}.",
            len(texts),
            quotes=joined(quotes[:MOST]),
        ),
        next_step=next_step,
    )


def _where(empty_text: EmptyText) -> str:
    part = empty_text.source.part
    title = type(part).field_title(empty_text.source.field)
    if isinstance(part, Element):
        return gettext("{element}, {field}:", element=quoted(part.name), field=title)
    return gettext("{field}:", field=title)
