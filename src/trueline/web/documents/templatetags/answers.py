"""What is said of an act, shown beside what it changed."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.template import Library
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from trueline.web.documents.places import anchor_of

register = Library()


@register.simple_tag(takes_context=True)
def answer_here(context: Context, *address: Any) -> SafeString:
    """The messages about the element at an address, which then stand nowhere else on the page."""
    request = context.get("request")
    if request is None:
        return SafeString("")
    anchor = anchor_of("".join(map(str, address)))
    fitting = [each for each in get_messages(request) if each.extra_tags == anchor]
    for message in fitting:
        message.shown = True
    return format_html_join("", "{}", ([_notice(message)] for message in fitting))


def _notice(message: Any) -> SafeString:
    return format_html(
        '<p class="notice notice-{} answer" data-answer tabindex="-1">{}</p>',
        message.level_tag,
        message,
    )
