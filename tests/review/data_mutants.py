"""Small changes to a field rule that a case of it ought to notice.

What decides when it speaks is changed, one thing at a time; its words are not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from trueline.design import ACTIVITY_KINDS
from trueline.review.field_rules import FieldRule, FieldRules, FieldValues

ALONE = ("document", "monitoring", "agencies", "questions")
"""What stands alone is never several; nor is the one line of an item."""
Mutant = tuple[str, FieldRules]


def data_mutants(
    data: FieldRules, entry: FieldRule, conditions: Collection[str]
) -> Iterator[Mutant]:
    """Every small change to one entry of a file: what it is, and the file with it alone.

    `conditions` are the names of those that entries of its kind may name.
    """
    for label, changed in _changed(entry, conditions):
        yield label, data.model_copy(update={"rules": (changed,)})


def _changed(entry: FieldRule, conditions: Collection[str]) -> Iterator[tuple[str, FieldRule]]:
    for label, values in _of_conditions(entry.when, entry.unless, entry.only, conditions):
        yield label, entry.model_copy(update=values)
    for kind, model in ACTIVITY_KINDS.items():
        if kind != entry.of and entry.field in model.model_fields:
            yield f"`of` is {kind}", entry.model_copy(update={"of": kind})
    if entry.together:
        yield "it is said only where all say nothing", entry.model_copy(update={"together": False})
    if entry.of_several:
        yield "it is said of each", entry.model_copy(update={"of_several": ""})
    elif entry.of not in ALONE and "item" not in entry.when:
        yield "it is said once of all", entry.model_copy(update={"of_several": entry.message})
    if entry.otherwise:
        yield "the other case is left out", entry.model_copy(update={"otherwise": None})
        other = entry.otherwise
        for label, values in _of_conditions(other.when, other.unless, other.only, conditions):
            changed = other.model_copy(update=values)
            yield f"otherwise: {label}", entry.model_copy(update={"otherwise": changed})
        for name in ("sort", "severity", "remedy"):
            if getattr(other, name):
                changed = other.model_copy(update={name: None})
                yield f"otherwise: no {name}", entry.model_copy(update={"otherwise": changed})


def _of_conditions(
    when: FieldValues, unless: FieldValues, only: str | None, conditions: Collection[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    if only:
        for name in [None, *sorted({*conditions} - {only})]:
            yield f"`only` is {name}", {"only": name}
    for place, wanted in (("when", when), ("unless", unless)):
        for name, value in wanted.items():
            left = {other: kept for other, kept in wanted.items() if other != name}
            yield f"`{place}` without `{name}`", {place: left}
            turned = not value if isinstance(value, bool) else "another"
            yield f"`{place}`: `{name}` is {turned}", {place: {**wanted, name: turned}}
