"""Where two people met: what each would have in the fields that differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from trueline.design import Design, Part
from trueline.toolkit import Toolkit
from trueline.web.designs.forms import PartForm
from trueline.web.designs.forms.shapes import Shape, shapes
from trueline.web.designs.forms.words import value_in_words


@dataclass(frozen=True)
class Difference:
    """A field, with what is saved now and what the visitor would save."""

    name: str
    title: str
    theirs: str
    mine: str


def differences(theirs: Part, form: PartForm, design: Design, toolkit: Toolkit) -> list[Difference]:
    """The fields in which the saved part and the bound form differ."""
    found = []
    for name, value in form.values.items():
        info, shape = shapes(type(theirs))[name]
        saved = getattr(theirs, name)
        if _plain(saved) != _plain(value):
            words = [_words(one, shape, design, toolkit) for one in (saved, value)]
            found.append(Difference(name, gettext(info.title or name), *words))
    return found


def _plain(value: Any) -> Any:
    return value.model_dump(exclude_defaults=True) if isinstance(value, Part) else value


def _words(value: Any, shape: Shape, design: Design, toolkit: Toolkit) -> str:
    if value in (None, "", ()):
        return ""
    if isinstance(value, Part) and shape.is_part:
        value = _plain(value)
    if isinstance(value, dict):
        return ", ".join(str(one) for one in value.values())
    values = value if isinstance(value, tuple) else (value,)
    return "\n".join(value_in_words(one, shape, design, toolkit) for one in values)
