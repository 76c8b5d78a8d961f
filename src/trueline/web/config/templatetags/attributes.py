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
    """The attributes of a widget, or of one option of it, after its `own`, such as "name value".

    A template would look up each by itself, and a list may have a hundred options. “required” would
    have a field announced as invalid before anybody has typed, and the browser speak up in a bubble
    of its own: what is needed is said by the label and to screen readers, and checked when the form
    is sent.
    """
    own_attributes = {name: option[name] for name in own.split()}
    written = {**own_attributes, **option["attrs"]}
    if written.pop("required", False) and option.get("type") not in ("radio", "file"):
        written["aria-required"] = "true"
    return SafeString("".join(_attribute(*each) for each in written.items()))


def _attribute(name: str, value: object) -> str:
    """Without maxlength, by which browsers cut a pasted text and say nothing: letters are counted."""
    name = "data-most" if name == "maxlength" else name
    if name == "minlength" or value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
