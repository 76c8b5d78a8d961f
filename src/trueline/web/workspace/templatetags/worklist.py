"""Counting on the page of the review."""

from __future__ import annotations

from collections.abc import Sequence

from django.template import Library

from trueline.web.documents.notes import Topic

register = Library()


@register.simple_tag
def topic_count(topics: Sequence[Topic]) -> int:
    """How many notes stand in some topics: all of them count, the folded ones too."""
    return sum(topic.count for topic in topics)
