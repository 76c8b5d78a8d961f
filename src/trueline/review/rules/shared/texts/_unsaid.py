"""Findings on texts that say nothing, one by one while they are few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trueline.document import Element
from trueline.document.responses import Waiver
from trueline.language import gettext, joined, ngettext, quoted
from trueline.review.finding import Found, shared_address
from trueline.review.reading import Unsaid, Way
from trueline.review.rule import RuleContext
from trueline.review.saying import quote_of, sentence_on

MOST = 3
"""More texts than these are spoken of together."""


def unsaid_texts(context: RuleContext[Any], *ways: Way) -> list[Unsaid]:
    """The texts that say nothing in one of these ways and that no other finding quotes."""
    texts = [each for each in context.reading.unsaid.values() if each.way in ways]
    return [each for each in texts if not isinstance(each.written.part, Waiver)]


def one_by_one(texts: list[Unsaid], next_step: str) -> Iterator[Found]:
    """A finding for each of a few texts; one for all where they are many."""
    if len(texts) > MOST:
        yield together(texts, next_step)
        return
    for unsaid in texts:
        sentence = sentence_on(unsaid)
        yield Found(
            path=unsaid.address, message=f"{_where(unsaid)} {sentence}", next_step=next_step
        )


def together(texts: list[Unsaid], next_step: str) -> Found:
    """One finding on several texts, with the first of them quoted."""
    path, also_at = shared_address([unsaid.address for unsaid in texts], "")
    quotes = list(dict.fromkeys(quote_of(unsaid) for unsaid in texts))
    return Found(
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


def _where(unsaid: Unsaid) -> str:
    part = unsaid.written.part
    title = type(part).field_title(unsaid.written.field)
    if isinstance(part, Element):
        return gettext("{element}, {field}:", element=quoted(part.name), field=title)
    return gettext("{field}:", field=title)
