"""Rules that are data: each looks at one field of one sort of element, and is read by one check.

They stand in `rules/<group>/field_rules.yaml`. An entry says what every rule says (title, severity,
remedy, refs, why, example, resolve), and

    of          whose field it is: a kind of activity, or a list of the design
    field       at which the rule speaks
    only        the name of one of the `CONDITIONS`
    when        what other fields have to be: true, false, `filled`, or a word that they are or hold
    unless      what they must not be
    message     in which {name} is the element, and {field} what that field says
    of_several  the message where several elements say nothing: it is then said once of all of them,
                and not at all where one of them says it
    next_step   what to do
    otherwise   another case, for elements that the first does not speak of

The field itself has to be missing, unless `when` says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from trueline.design import ACTIVITY_KINDS, Design
from trueline.document import Element, element_address
from trueline.document.terms import Remedy
from trueline.files import read_file, validate
from trueline.review.conditions import CONDITIONS
from trueline.review.finding import Found, Severity, shared_address
from trueline.review.missing_fields import EMPTY, is_missing
from trueline.review.rule import Rule
from trueline.review.wording import names_of, quoted
from trueline.toolkit import Toolkit

FILE = "field_rules.yaml"
Wanted = dict[str, bool | str]
"""What fields have to be, by their names."""


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Case(_Data):
    """When a rule speaks, and what it says then."""

    only: str | None = None
    when: Wanted = {}
    unless: Wanted = {}
    message: str
    of_several: str = ""
    next_step: str
    severity: Severity | None = None
    remedy: Remedy | None = None

    def applies(self, design: Design, element: Element) -> bool:
        """Whether the question arises for an element at all."""
        return (
            (self.only is None or CONDITIONS[self.only](design, element))
            and all(_fits(element, name, wanted) for name, wanted in self.when.items())
            and not any(_fits(element, name, wanted) for name, wanted in self.unless.items())
        )

    def holds(self, design: Design, element: Element, field: str) -> bool:
        """Whether the field is missing, or is what the case speaks of."""
        return field in self.when or is_missing(design, element, field)


class FieldRule(Case):
    """One entry of the file."""

    rule: str
    title: str
    severity: Severity
    remedy: Remedy
    refs: tuple[str, ...]
    of: str
    field: str
    why: str
    example: str
    resolve: str
    otherwise: Case | None = None

    def check(self, design: Design, toolkit: Toolkit) -> Iterator[Found]:
        """Where the rule speaks in a design."""
        kind = ACTIVITY_KINDS.get(self.of)
        elements: Sequence[Element] = design.of_kind(kind) if kind else getattr(design, self.of)
        if not self.of_several:
            for element in elements:
                if case := self._case(design, element):
                    yield self._found(case, [element])
            return
        asked = [element for element in elements if self.applies(design, element)]
        if asked and all(self.holds(design, element, self.field) for element in asked):
            yield self._found(self, asked)

    def _case(self, design: Design, element: Element) -> Case | None:
        for case in (self, self.otherwise):
            if case and case.applies(design, element) and case.holds(design, element, self.field):
                return case
        return None

    def _found(self, case: Case, elements: Sequence[Element]) -> Found:
        holder = "activities" if self.of in ACTIVITY_KINDS else self.of
        fields = [f"{element_address('', holder, element)}.{self.field}" for element in elements]
        path, also_at = shared_address(fields, holder)
        template = case.message if len(elements) == 1 else case.of_several
        return Found(
            path=path,
            message=template.format_map(_Values(elements)),
            next_step=case.next_step,
            remedy=case.remedy,
            severity=case.severity,
            also_at=also_at if case.of_several else (),
        )


class FieldRules(_Data):
    """What a file holds."""

    rules: tuple[FieldRule, ...]

    def made(self, group: str) -> Iterator[Rule]:
        """Each entry as a rule of a group."""
        for entry in self.rules:
            yield Rule(
                id=f"{group}.{entry.rule}",
                group=group,
                title=entry.title,
                severity=entry.severity,
                remedy=entry.remedy,
                refs=entry.refs,
                why=entry.why,
                example=entry.example,
                resolve=entry.resolve,
                check=entry.check,
            )


def field_rules(folder: Path) -> FieldRules | None:
    """The rules in a group's file, or None where it has none. Raises FileProblems."""
    path = folder / FILE
    if not path.exists():
        return None
    return validate(FieldRules, read_file(path))


def _fits(element: Element, name: str, wanted: bool | str) -> bool:
    value = getattr(element, name)
    if wanted == "filled":
        return value not in EMPTY
    return wanted in value if isinstance(value, tuple) else value == wanted


class _Values(dict[str, str]):
    """What the names in a message stand for, looked up when they are met."""

    def __init__(self, elements: Sequence[Element]) -> None:
        super().__init__(name=names_of(elements))
        self.first, *_ = elements

    def __missing__(self, field: str) -> str:
        return quoted(getattr(self.first, field))
