"""The content of a starting file before anybody has written in it.

A kind that wants more than one element in each list says so by `BEGINNING` in
`reports/<kind>/starting.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trueline.document import Document, Kind
from trueline.document.field_spec import field_specs
from trueline.document.kind import module_of
from trueline.language import gettext_noop
from trueline.toolkit import Toolkit

Values = dict[str, Any]
FIRST = gettext_noop(
    "Write what you know, in any order, and leave the rest empty: a draft always loads, and the"
    " review says what is missing."
)
EXAMPLES: Mapping[str, Values] = {
    "next_steps": {"id": "step-1"},
    "waivers": {"rule": "answers.unknown-question"},
    "sources": {"id": "source-1"},
}


@dataclass(frozen=True)
class Beginning:
    """`first` is what the file says first of all; `values` what it holds, for the kinds of item asked for.

    `examples` are elements of lists that many documents begin without: they stand in the file as
    comments. `brief`: lists of which only the first element holds every field, and the others what they
    say and these fields.
    """

    values: Callable[[Sequence[str], Toolkit], Values]
    first: str = FIRST
    examples: Mapping[str, Values] = field(default_factory=lambda: EXAMPLES)
    brief: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def beginning_of(kind: Kind[Any]) -> Beginning:
    """The kind's own content of a starting file; without that, one element for each list of its steps."""
    module = module_of(kind.name, "reports.{kind}.starting")
    if module is None:
        return Beginning(lambda _items, toolkit: _one_of_each(kind, toolkit))
    beginning: Beginning = module.BEGINNING
    return beginning


def _one_of_each(kind: Kind[Document], toolkit: Toolkit) -> Values:
    values: Values = {"schema_version": kind.version, "toolkit": toolkit.head.edition}
    specs = field_specs(kind.model)
    for name in (name for step in kind.steps for name in step.lists):
        spec = specs.get(name)
        if spec and not spec.kinds and name not in EXAMPLES and "id" in field_specs(spec.base):
            noun = getattr(spec.base, "noun", "") or name
            values[name] = [{"id": f"{noun.lower().replace(' ', '-')}-1"}]
    return values
