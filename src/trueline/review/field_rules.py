"""Rules that are data: each looks at one field of one sort of element, and is read by one check.

They stand in `rules/<kind>/<group>/field_rules.yaml`. An entry says what every rule says (title,
sort, severity, remedy, refs, why, example, resolve), and

    of          whose field it is: a list or a part of the document, a kind of what stands in a list,
                or `document` for itself
    field       at which the rule speaks
    only        the name of one of the `CONDITIONS` in `rules/<kind>/conditions.py`
    when        what other fields have to be: true, false, `filled`, or a word that they are or hold
    unless      what they must not be
    message     in which {name} is the element, and {field} what that field says
    of_several  the message where several elements lack it. With it, all of them make one finding, and
                there is none as soon as one element has it
    together    true where those that lack it make one finding even if others have it
    next_step   what to do
    otherwise   another case, for elements that the first does not speak of

The field itself has to be missing, unless `when` says what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from pydantic import BaseModel, ConfigDict

from trueline.document import Document, Element, element_address
from trueline.document.field_spec import field_specs
from trueline.document.fields import Part, is_empty
from trueline.files import read_file, validate
from trueline.language import gettext, ngettext, quoted
from trueline.language.term_types import Remedy, Severity, Sort
from trueline.review.finding import Observation, shared_address
from trueline.review.missing_fields import is_missing
from trueline.review.rule import About, Check, Rule, RuleContext
from trueline.review.wording import names_of

FILE = "field_rules.yaml"
WHOLE = "document"
Conditions = Mapping[str, Callable[[Any, Any], bool]]
"""Conditions that rules name by `only`: from a document and an element of it to whether the rule matters."""

FieldValues = dict[str, bool | str]
"""Values that fields have to have, by their names."""


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Case(_Data):
    """The condition under which a rule speaks, and what it says then."""

    only: str | None = None
    when: FieldValues = {}
    unless: FieldValues = {}
    message: str
    of_several: str = ""
    together: bool = False
    next_step: str
    sort: Sort | None = None
    severity: Severity | None = None
    remedy: Remedy | None = None

    @property
    def fields_named(self) -> list[str]:
        """The fields whose values the message quotes."""
        return [name for _, name, _, _ in Formatter().parse(self.message) if name]

    def applies(self, document: Document, element: Part, conditions: Conditions) -> bool:
        """Whether the question arises for an element at all."""
        return (
            (self.only is None or conditions[self.only](document, element))
            and all(_fits(element, name, wanted) for name, wanted in self.when.items())
            and not any(_fits(element, name, wanted) for name, wanted in self.unless.items())
        )

    def holds(self, document: Document, element: Part, field: str) -> bool:
        """Whether the field is missing, or is what the case speaks of."""
        return field in self.when or is_missing(document, element, field)


class FieldRule(Case):
    """One entry of the file."""

    rule: str
    title: str
    sort: Sort
    severity: Severity
    remedy: Remedy
    refs: tuple[str, ...]
    of: str
    field: str
    why: str
    example: str
    resolve: str
    otherwise: Case | None = None

    def check(self, conditions: Conditions, context: RuleContext[Any]) -> Iterator[Observation]:
        """The places in a document where the rule speaks."""
        document = context.document
        holder, elements = elements_of_sort(document, self.of)
        if not self.of_several:
            for element in elements:
                if case := self._case(document, element, conditions):
                    yield self._observation(case, holder, [element])
            return
        concerned = [element for element in elements if self.applies(document, element, conditions)]
        lacking = [element for element in concerned if self.holds(document, element, self.field)]
        if lacking and (self.together or len(lacking) == len(concerned)):
            yield self._observation(self, holder, lacking)

    def _case(self, document: Document, element: Part, conditions: Conditions) -> Case | None:
        for case in (self, self.otherwise):
            if (
                case
                and case.applies(document, element, conditions)
                and case.holds(document, element, self.field)
            ):
                return case
        return None

    def _observation(self, case: Case, holder: str, elements: Sequence[Part]) -> Observation:
        fields = [f"{_place(holder, element)}{self.field}" for element in elements]
        path, also_at = shared_address(fields, holder)
        first, *_ = elements
        values = {field: quoted(getattr(first, field)) for field in case.fields_named}
        values["name"] = names_of([element for element in elements if isinstance(element, Element)])
        return Observation(
            path=path,
            message=ngettext(case.message, case.of_several, len(elements), **values)
            if case.of_several
            else gettext(case.message, **values),
            next_step=gettext(case.next_step),
            remedy=case.remedy,
            severity=case.severity,
            sort=case.sort,
            also_at=also_at if case.of_several else (),
        )


class FieldRules(_Data):
    """The content of a file."""

    rules: tuple[FieldRule, ...]

    def rules_of_group(self, group: str, conditions: Conditions) -> Iterator[Rule]:
        """Each entry as a rule of a group; `conditions` are those of the kind."""
        for entry in self.rules:
            yield Rule(
                id=f"{group}.{entry.rule}",
                group=group,
                sort=entry.sort,
                severity=entry.severity,
                remedy=entry.remedy,
                refs=entry.refs,
                about=About(entry.title, entry.why, entry.example, entry.resolve),
                check=_check(entry, conditions),
            )


def _check(entry: FieldRule, conditions: Conditions) -> Check:
    def check(context: RuleContext[Any]) -> Iterator[Observation]:
        return entry.check(conditions, context)

    return check


def field_rules(folder: Path) -> FieldRules | None:
    """The rules in a group's file, or None where it has none. Raises FileProblems."""
    path = folder / FILE
    if not path.exists():
        return None
    return validate(FieldRules, read_file(path))


def elements_of_sort(document: Document, sort: str) -> tuple[str, Sequence[Part]]:
    """A list of the document and what it holds, or of a list of several kinds those of one.

    A part of the document stands alone, and so does the document, whose holder is "".
    """
    if sort == WHOLE:
        return "", (document,)
    holder, model = list_of_sort(type(document), sort)
    value: Part | tuple[Part, ...] = getattr(document, holder)
    elements = (value,) if isinstance(value, Part) else value
    return holder, elements if model is None else [e for e in elements if type(e) is model]


@cache
def list_of_sort(model: type[Document], sort: str) -> tuple[str, type[Part] | None]:
    """The list that is called so; or that in which elements of this kind stand, and their model.

    Raises KeyError where there is none.
    """
    if sort in model.model_fields:
        return sort, None
    for name, spec in field_specs(model).items():
        if sort in spec.kinds:
            return name, spec.kinds[sort]
    raise KeyError(sort)


def _place(holder: str, part: Part) -> str:
    """The beginning of the address of a part's fields."""
    if isinstance(part, Element):
        return f"{element_address('', holder, part)}."
    return f"{holder}." if holder else ""


def _fits(element: Part, name: str, wanted: bool | str) -> bool:
    value = getattr(element, name)
    if wanted == "filled":
        return not is_empty(value)
    return wanted in value if isinstance(value, tuple) else value == wanted
