"""Marks the link of a list that leads to the page that somebody is on."""

from __future__ import annotations

from django.template import Library
from django.template.context import Context
from django.utils.safestring import SafeString

register = Library()


@register.simple_tag(takes_context=True)
def current(context: Context, *names: str) -> SafeString:
    """`aria-current` for the link to a page, on that page. It stands in the tag of the link."""
    match = getattr(context.get("request"), "resolver_match", None)
    is_here = match is not None and match.view_name in names
    return SafeString(' aria-current="page"' if is_here else "")
