"""The edits of `editing`, on the YAML text that a person wrote.

What is not touched stays to the letter: comments, order, quotes, blank lines. Each edit is made
on the document first; then the text is changed in the smallest way that gives that document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from trueline.document import editing
from trueline.document.address import data_path, format_address, parse_address, resolve
from trueline.document.document import Document
from trueline.document.reading import parse_any
from trueline.document.writing import document_to_yaml, plain_value_of
from trueline.files import FileProblems
from trueline.files.yaml_layout import Layout
from trueline.files.yaml_splice import Splice

Path_ = tuple[str | int, ...]


def set_field_in(text: str, address: str, value: Any) -> str:
    """The text with another value at an address. Raises as `editing.set_field` does."""
    document = parse_any(text).document
    changed = editing.set_field(document, address, value)
    return _with(text, changed, address, [])


def add_element_in(
    text: str, address: str, values: dict[str, Any], *, at: int | None = None
) -> tuple[str, str]:
    """The text with an element more in a list; returns it and the address of the element."""
    document = parse_any(text).document
    changed, new_address = editing.add_element(document, address, values, at=at)
    path = data_path(document, address)
    element = plain_value_of(resolve(changed, new_address))
    place = [each.key_value for each in resolve(changed, address)].index(
        resolve(changed, new_address).key_value
    )
    tries = [lambda: Splice(text).add(path, element, place)]
    return _with(text, changed, address, tries), new_address


def remove_element_in(text: str, address: str) -> tuple[str, tuple[str, ...]]:
    """The text without an element, and the addresses of fields that now name nothing."""
    document = parse_any(text).document
    changed, dangling = editing.remove_element(document, address)
    *path, number = data_path(document, address)
    tries = [lambda: Splice(text).remove(tuple(path), int(number))]
    return _with(text, changed, _list_of(address), tries), dangling


def move_element_in(text: str, address: str, to: int) -> str:
    """The text with an element at another place of its list, counted from 0."""
    document = parse_any(text).document
    changed = editing.move_element(document, address, to)
    *path, number = data_path(document, address)
    tries = [lambda: Splice(text).move(tuple(path), int(number), to)]
    return _with(text, changed, _list_of(address), tries)


def _list_of(address: str) -> str:
    """The address of the list that an element stands in."""
    *steps, last = parse_address(address)
    return format_address((*steps, last[0]))


def _with(text: str, wanted: Document, address: str, tries: list[Callable[[], str]]) -> str:
    """The first of several changes to the text that gives the wanted document.

    After `tries` come ever larger replacements: the field at the address, what holds it, and so
    on up to a field of the whole document. Where even that fails, as in a text that stands on one
    line, the whole is written anew below its comments.
    """
    for attempt in (*tries, *_replacements(text, wanted, address)):
        try:
            edited = attempt()
            if parse_any(edited).document == wanted:
                return edited
        except (KeyError, ValueError, IndexError, FileProblems, yaml.YAMLError):
            continue
    layout = Layout(text)
    comments = layout.comments(0, len(layout.text), layout.root)
    return "".join(comment + "\n" for comment in comments) + document_to_yaml(wanted)


def _replacements(text: str, wanted: Document, address: str) -> Iterator[Callable[[], str]]:
    path = data_path(wanted, address)
    while path:
        if isinstance(path[-1], str):
            yield _replacement(text, wanted, path)
        path = path[:-1]


def _replacement(text: str, wanted: Document, path: Path_) -> Callable[[], str]:
    holder: Any = wanted
    for key in path[:-1]:
        holder = holder[key] if isinstance(key, int) else getattr(holder, key)
    name = str(path[-1])
    fields = type(holder).model_fields
    value = getattr(holder, name)
    left_out = value == fields[name].default and not fields[name].is_required()
    new = None if left_out else plain_value_of(value)
    return lambda: Splice(text).set(path, new, tuple(fields))
