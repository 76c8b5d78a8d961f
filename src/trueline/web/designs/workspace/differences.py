"""Where two people met at one element: what each changed, and both together.

What only the other one changed is taken over; what only the visitor changed stays; where both
changed the same field, the visitor's stands in the form and both are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext

from trueline.design import Design
from trueline.document import Part
from trueline.toolkit import Toolkit
from trueline.web.designs.forms import PartForm, form_for
from trueline.web.designs.forms.answer_form import AnswerForm
from trueline.web.designs.forms.part_form import shown_values
from trueline.web.designs.forms.shapes import Shape, shapes
from trueline.web.designs.forms.words import value_in_words


@dataclass(frozen=True)
class Difference:
    """A field, with what is saved now and what the visitor would save."""

    name: str
    title: str
    theirs: str
    mine: str


@dataclass(frozen=True)
class Meeting:
    """The fields that both would have otherwise, the titles of those taken over, and the form."""

    differences: list[Difference]
    taken: list[str]
    form: PartForm | AnswerForm


def answers_meet(theirs: Part | None, form: AnswerForm) -> Meeting:
    """Two answers to one question, and the visitor's in the form. `theirs`, None if it is gone."""
    found = [
        Difference(name, str(field.label), _as_chosen(field, saved), _as_chosen(field, mine))
        for name, field in form.fields.items()
        if not _same(saved := getattr(theirs, name, None), mine := form.cleaned_data[name])
    ]
    return Meeting(found, [], form)


def _as_chosen(field: forms.Field, value: Any) -> str:
    """A value in the words by which the form offers it."""
    labels = dict(getattr(field, "choices", ()))
    values = value if isinstance(value, tuple) else (value or "",)
    return "\n".join(str(labels.get(one, one)) for one in values)


def meeting(
    seen: Part | None, theirs: Part, form: PartForm, design: Design, toolkit: Toolkit
) -> Meeting:
    """Both versions in one form. `seen` is the part as the visitor opened it, if that is known."""
    model = type(theirs)
    before = shown_values(seen, "", model) if seen is not None else None
    mine = {name: value for name, value in form.cleaned_data.items()
            if before is None or not _same(value, before.get(name))}  # fmt: skip
    own = {name.partition(".")[0] for name in mine}
    both = form_for(model, design, toolkit, part=theirs, initial=mine)
    by_both = {name for name in own if _changed(seen, theirs, name)}
    found = _differences(theirs, form, by_both, design, toolkit)
    return Meeting(found, _taken(seen, theirs, own), both)


def _changed(seen: Part | None, theirs: Part, name: str) -> bool:
    """Whether the other one changed a field; taken for granted where it is not known."""
    return seen is None or getattr(seen, name, None) != getattr(theirs, name)


def _differences(
    theirs: Part, form: PartForm, names: set[str], design: Design, toolkit: Toolkit
) -> list[Difference]:
    found = []
    for name, value in form.values.items():
        info, shape = shapes(type(theirs))[name]
        saved = getattr(theirs, name)
        if name in names and _plain(saved) != _plain(value):
            words = [_words(one, shape, design, toolkit) for one in (saved, value)]
            found.append(Difference(name, gettext(info.title or name), *words))
    return found


def _taken(seen: Part | None, theirs: Part, own: set[str]) -> list[str]:
    """Titles of the fields that only the other one changed."""
    if seen is None:
        return []
    return [
        gettext(info.title or name)
        for name, (info, _shape) in shapes(type(theirs)).items()
        if name not in own and _changed(seen, theirs, name)
    ]


def _same(one: Any, other: Any) -> bool:
    empty = (None, "", ())
    return one == other or (one in empty and other in empty)


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
