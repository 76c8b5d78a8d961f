"""How a good document is broken in one known way.

A fault is a function that takes a document and gives a broken one, with the address at which the
review should speak; or None where the document has nothing that could break so. It is registered
with the rule that should notice and a few words on what it breaks:

    @fault("justice.training-without-mentoring", "nobody supports trainees afterwards")
    def no_mentoring(design: Design) -> Broken: ...

Faults of designs stand in `faults/`, those of another kind in a folder of its name, registered with
`FaultsOf` (see `faulty_lines.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from trueline.design import ACTIVITY_KINDS, Activity, Design
from trueline.design.kind import DESIGN
from trueline.document import remove_element, resolve, set_field
from trueline.document.fields import extra
from trueline.document.references import references

Broken = tuple[Design, str] | None
Seed = Callable[[Design], Broken]

EMPTY = ("", None, ())


@dataclass(frozen=True)
class Fault:
    """What is broken, in which kind of document, how, and the rule that should say so."""

    rule: str
    breaks: str
    seed: Callable[[Any], tuple[Any, str] | None]
    kind: str = DESIGN.name


FAULTS: list[Fault] = []


def fault(rule: str, breaks: str) -> Callable[[Seed], Seed]:
    """Register a function as a fault."""

    def registered(seed: Seed) -> Seed:
        FAULTS.append(Fault(rule, breaks, seed))
        return seed

    return registered


def emptied(rule: str, breaks: str, field: str, *, of: str = "") -> None:
    """Register: a field that an activity fills in is emptied, and its answer taken out.

    The activity is of the kind that the rule's group is named after. `of` names a field that has
    to be true for the rule to ask.
    """
    kind = rule.split(".")[0]

    @fault(rule, breaks)
    def seed(design: Design) -> Broken:
        for activity in _asked(design, kind, of):
            if getattr(activity, field) not in EMPTY:
                address = f"activities[{activity.id}].{field}"
                return unanswered(cleared(design, address), kind, field), address
        return None


def emptied_everywhere(
    rule: str, breaks: str, field: str, *, of: str = "", across_borders: bool = False
) -> None:
    """Register: as above, in every activity of the kind, since the rule asks for one that says."""
    kind = rule.split(".")[0]

    @fault(rule, breaks)
    def seed(design: Design) -> Broken:
        asked = _asked(design, kind, of)
        said = any(getattr(activity, field) not in EMPTY for activity in asked)
        said = said or (bool(asked) and _is_answered(design, kind, field))
        if not said or (across_borders and len(design.countries) < 2):
            return None
        for activity in asked:
            design = cleared(design, f"activities[{activity.id}].{field}")
        return unanswered(design, kind, field), f"activities[{asked[0].id}].{field}"


def _is_answered(design: Design, kind: str, field: str) -> bool:
    question = extra(ACTIVITY_KINDS[kind].model_fields[field], "asks")
    return any(answer.question == question for answer in design.answers)


def _asked(design: Design, kind: str, of: str) -> list[Activity]:
    return [a for a in design.activities if a.kind == kind and (not of or getattr(a, of))]


def turned(rule: str, breaks: str, field: str, value: Any) -> None:
    """Register: a field of an activity gets a value that speaks against it."""
    kind = rule.split(".")[0]

    @fault(rule, breaks)
    def seed(design: Design) -> Broken:
        for activity in design.activities:
            if activity.kind == kind and getattr(activity, field) != value:
                address = f"activities[{activity.id}].{field}"
                return set_field(design, address, value), address
        return None


def currency_of(design: Design) -> str:
    """The currency in which a design reckons."""
    return design.budget.currency if design.budget else "EUR"


def cleared(design: Design, address: str) -> Design:
    """With nothing in a field."""
    holder, _, name = address.rpartition(".")
    return set_field(design, address, type(resolve(design, holder)).model_fields[name].default)


def unanswered(design: Design, kind: str, field: str) -> Design:
    """Without answers to the question that a field of an activity asks.

    Other texts that the answer stood for are filled in, so that only this field is open.
    """
    fields = ACTIVITY_KINDS[kind].model_fields
    question = extra(fields[field], "asks")
    if not any(answer.question == question for answer in design.answers):
        return design
    others = [n for n, info in fields.items() if n != field and extra(info, "asks") == question]
    for activity in _asked(design, kind, ""):
        for other in others:
            if getattr(activity, other) == "":
                address = f"activities[{activity.id}].{other}"
                design = set_field(design, address, "As the answer said.")
    return without_answers(design, [question])


def without_answers(design: Design, questions: Iterable[str]) -> Design:
    """Without answers to some questions, and without what was decided about them."""
    gone = set(questions)
    left = [answer for answer in design.answers if answer.question not in gone]
    return set_field(design, "answers", left)


def without(design: Design, *addresses: str) -> Design:
    """Without some elements, and without anything that names them."""
    for address in addresses:
        before = {(where, name) for where, name, _ in references(design)}
        element = resolve(design, address)
        design, dangling = remove_element(design, address)
        for where in dangling:
            value = resolve(design, where)
            gone = element.key_value
            if isinstance(value, tuple):
                design = set_field(design, where, tuple(name for name in value if name != gone))
            elif (where, gone) in before:
                design = set_field(design, where, None)
    return design


def tied(design: Design) -> Design:
    """With each activity that works on nothing tied to the first factor within scope."""
    factors = [
        f.id for f in design.factors if f.in_scope is not False and f.changeable is not False
    ]
    for activity in design.activities:
        if factors and not activity.factors and not activity.barriers:
            design = set_field(design, f"activities[{activity.id}].factors", factors[:1])
    return design
