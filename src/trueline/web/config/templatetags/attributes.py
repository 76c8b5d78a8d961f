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

    A template would look up each by itself, and a list may have a hundred options. What is needed is
    said by the label and to screen readers, and checked when the form is sent: “required” would have
    the field announced as invalid before anybody has typed, and the browser speak in a bubble.
    """
    named = {name: option[name] for name in own.split()}
    given = {**named, **option["attrs"]}
    if given.pop("required", False) and option.get("type") not in ("radio", "file"):
        given["aria-required"] = "true"
    return SafeString("".join(_written(*each) for each in given.items()))


def _written(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
