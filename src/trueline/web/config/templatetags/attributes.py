"""Attributes of an element, all in one."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def attributes(option: Mapping[str, Any], own: str) -> SafeString:
    """Those of one option of a widget, after its `own`, such as "name value".

    A template would look up each by itself, and a list may have a hundred options.
    """
    named = {name: option[name] for name in own.split()}
    return SafeString("".join(_written(*each) for each in {**named, **option["attrs"]}.items()))


def _written(name: str, value: object) -> str:
    """Without maxlength, by which browsers cut a pasted text and say nothing: letters are counted."""
    name = "data-most" if name == "maxlength" else name
    if name == "minlength" or value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
