"""Merges the edits of two people at one element: what each changed, and both together.

What only the other one changed is taken over; what only the visitor changed stays; where both
changed the same field, the visitor's stands in the form and both are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms

from trueline.document import Part
from trueline.document.field_spec import FieldSpec, field_specs, form_fields, slot_lists
from trueline.document.fields import is_empty
from trueline.reports.values import Wording
from trueline.web.documents.models import Revision
from trueline.web.documents.queries import last_revision
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.forms import PartForm, form_for
from trueline.web.workspace.forms.answer import AnswerForm
from trueline.web.workspace.forms.part import shown_values


@dataclass(frozen=True)
class Difference:
    """A field, with what is saved now and what the visitor would save."""

    name: str
    title: str
    theirs: str
    mine: str


@dataclass(frozen=True)
class Meeting:
    """The fields that both would have otherwise, the titles of those taken over, and the form.

    `last` is the save that came first, where it is known; `is_own`: whether the visitor made it,
    in another tab.
    """

    differences: list[Difference]
    taken: list[str]
    form: PartForm | AnswerForm
    last: Revision | None = None
    is_own: bool = False

    @property
    def says_the_same(self) -> bool:
        """Whether what is saved is what the visitor would have saved."""
        return not self.differences and not self.taken


def answers_meet(
    workspace: Workspace, address: str, theirs: Part | None, form: AnswerForm
) -> Meeting:
    """Two answers to one question, and the visitor's in the form. `theirs`, None if it is gone."""
    differences = [
        Difference(name, str(field.label), _as_chosen(field, saved), _as_chosen(field, mine))
        for name, field in form.fields.items()
        if not _same(saved := getattr(theirs, name, None), mine := form.cleaned_data[name])
    ]
    return Meeting(differences, [], form, *_who(workspace, address))


def _as_chosen(field: forms.Field, value: Any) -> str:
    """A value in the words by which the form offers it."""
    labels = dict(getattr(field, "choices", ()))
    values = value if isinstance(value, tuple) else (value or "",)
    return "\n".join(str(labels.get(one, one)) for one in values)


def parts_meet(
    workspace: Workspace, address: str, seen: Part | None, theirs: Part, form: PartForm
) -> Meeting:
    """Both versions in one form. `seen` is the part as the visitor opened it, if that is known."""
    model = type(theirs)
    before = shown_values(seen, "", model) if seen is not None else None
    mine = {
        name: value
        for name, value in form.cleaned_data.items()
        if before is None or not _same(value, before.get(name))
    }
    own = {name.partition(".")[0] for name in mine}
    both = form_for(model, workspace.document, workspace.toolkit, part=theirs, initial=mine)
    by_both = {name for name in own if _is_changed(seen, theirs, name)}
    differences = _differences(workspace, theirs, form, by_both)
    return Meeting(
        differences, _changed_by_others(seen, theirs, own), both, *_who(workspace, address)
    )


def fields_meet(workspace: Workspace, address: str, theirs: Part, form: PartForm) -> Meeting:
    """Two values of the fields that one form asks for, and the visitor's in it."""
    differences = _differences(workspace, theirs, form, {*form.values})
    return Meeting(differences, [], form, *_who(workspace, address))


def _who(workspace: Workspace, address: str) -> tuple[Revision | None, bool]:
    last = last_revision(workspace.record, address)
    return last, last is not None and last.author_id == workspace.user.pk


def _is_changed(seen: Part | None, theirs: Part, name: str) -> bool:
    """Whether the other person changed a field; True if unknown."""
    return seen is None or getattr(seen, name, None) != getattr(theirs, name)


def _differences(
    workspace: Workspace, theirs: Part, form: PartForm, names: set[str]
) -> list[Difference]:
    differences = []
    for name, value in form.values.items():
        spec, saved = field_specs(type(theirs))[name], getattr(theirs, name)
        if name in names and _plain(saved) != _plain(value):
            words = [_words(workspace, one, spec) for one in (saved, value)]
            differences.append(Difference(name, spec.label, *words))
    return differences


def _changed_by_others(seen: Part | None, theirs: Part, own: set[str]) -> list[str]:
    """Titles of the fields that only the other one changed."""
    if seen is None:
        return []
    return [
        spec.label
        for name, spec in {**form_fields(type(theirs)), **slot_lists(type(theirs))}.items()
        if name not in own and _is_changed(seen, theirs, name)
    ]


def _same(one: Any, other: Any) -> bool:
    return one == other or (is_empty(one) and is_empty(other))


def _plain(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value.model_dump(exclude_defaults=True) if isinstance(value, Part) else value


def _words(workspace: Workspace, value: Any, spec: FieldSpec) -> str:
    if is_empty(value):
        return ""
    if spec.is_list:
        return "\n".join(", ".join(map(str, each.values())) for each in _plain(value))
    if isinstance(value, Part) and spec.is_part:
        value = _plain(value)
    if isinstance(value, dict):
        return ", ".join(str(one) for one in value.values())
    return "\n".join(Wording(workspace.document, workspace.toolkit).values(value, spec))
