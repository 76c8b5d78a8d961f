"""The review as PDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from trueline.language import noting_untranslated
from trueline.reports.layout.lines import languages_of
from trueline.reports.layout.pdf import marked
from trueline.reports.review.content import review_content
from trueline.reports.review.reviewed import Reviewed

_TEXTS = frozenset(
    [
        "about",
        "empty",
        "heading",
        "inside",
        "lapsed",
        "message",
        "next",
        "place",
        "places",
        "reason",
        "title",
        "why",
    ]
)
"""Texts that people read as sentences and names, by the keys of the content."""


def review_pdf(review: Reviewed, paper: str = "a4") -> bytes:
    """The review to print; `paper` is "a4" or "letter"."""
    from trueline.reports.layout.typesetting import typeset

    with noting_untranslated() as noted:
        content = review_content(review)
    data = _marked(content, languages_of(review.document, noted))
    return typeset("review.typ", {**data, "paper": paper}, accessible=True)


def _marked(value: Any, languages: Mapping[str, str]) -> Any:
    """The content, with the language and direction of its texts where they are not the review's."""
    if isinstance(value, dict):
        return {
            name: marked(inner, languages)
            if name in _TEXTS and isinstance(inner, str)
            else _marked(inner, languages)
            for name, inner in value.items()
        }
    return [_marked(item, languages) for item in value] if isinstance(value, list) else value
