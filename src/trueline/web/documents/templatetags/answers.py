"""The message about an action, shown beside what it changed."""

from __future__ import annotations

from typing import Any

from django.contrib.messages import get_messages
from django.template import Library
from django.template.context import Context
from django.utils.html import format_html_join
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
    fitting = [each for each in get_messages(request) if _parts(each)[0] == anchor]
    for message in fitting:
        message.shown = True
    return format_html_join("", "{}", ([answer(context, message)] for message in fitting))


@register.simple_tag(takes_context=True)
def answer(context: Context, message: Any) -> SafeString:
    """A message, with the button that undoes what it reports."""
    template = context.template.engine.get_template("components/answer.html")
    with context.push(message=message, undo=_parts(message)[1]):
        return template.render(context)


def _parts(message: Any) -> tuple[str, str]:
    """The place beside which a message of `edit_view.say` stands, and its undoing."""
    anchor, _space, undo = (message.extra_tags or "").partition(" ")
    return anchor, undo
