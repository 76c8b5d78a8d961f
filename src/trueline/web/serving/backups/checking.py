"""Whether the rows of a backup can be restored: each by itself, and all of them together.

Everything is looked at before anything is written. What the rows say is compared with the models of
the version that wrote them, references against the rows that are there, documents against the form
of documents.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any, Protocol

from django.db import models

from trueline.language import gettext, joined
from trueline.memory import SHORT
from trueline.web.accounts.row_checker import SignInRowChecker
from trueline.web.appraisals.row_checker import AppraisalRowChecker
from trueline.web.documents.row_checker import DocumentRowChecker
from trueline.web.legals.row_checker import OwnFactsRowChecker
from trueline.web.monitoring.row_checker import MonitoringRowChecker
from trueline.web.plans.row_checker import ProgressRowChecker
from trueline.web.serving.backups.contents import kept_models, rows_file
from trueline.web.serving.backups.reading import Backup, Damaged
from trueline.web.serving.backups.values import Unfit, stored_value_of, value_of, whole_numbers_of


class RowChecker(Protocol):
    """Knows the form of some rows, and is shown all of them, then asked whether they go together.

    Rows are those of any version, so they are told by the name of their model.
    """

    def problem(self, label: str, row: Any) -> str: ...

    def contradiction(self) -> str: ...


class Row:
    """A row as its table had it then: values by the names of fields. A model takes longer to make."""

    _meta: Any

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__ = values

    @property
    def pk(self) -> Any:
        return self.__dict__[self._meta.pk.attname]


def rows_of(backup: Backup, model: type[models.Model]) -> Iterator[Any]:
    """The rows of a model, each of whose values its field can hold. Raises Damaged."""
    label, fields = model._meta.label_lower, _fields(model)
    row_of = type(model.__name__, (Row,), {"_meta": model._meta})
    value = _remembering(fields, value_of)
    for number, line in enumerate(backup.lines(label), 1):
        try:
            yield row_of(_values(line, fields, value))
        except Unfit as error:
            raise Damaged(_at(label, number, error)) from error


def checked_rows_of(backup: Backup, model: type[models.Model]) -> Iterator[list[Any]]:
    """The rows of a backup that `check` has found whole, the values in the order of the fields and as the
    database takes them: nothing is looked at twice."""
    fields = _fields(model)
    value = _remembering(fields, stored_value_of)
    for line in backup.lines(model._meta.label_lower):
        raw = json.loads(line)
        yield [value(name, raw[name]) for name in fields]


def _fields(model: type[models.Model]) -> dict[str, models.Field]:
    return {field.attname: field for field in model._meta.concrete_fields}


def _remembering(
    fields: dict[str, models.Field], convert: Callable[[models.Field, Any], Any]
) -> Callable[[str, Any], Any]:
    """What a field makes of a value. Rows that follow one another say much the same: whose they are,
    what was done, of which document."""

    numbers = {name: whole_numbers_of(field) for name, field in fields.items()}

    @lru_cache(maxsize=REMEMBERED)
    def of_short(name: str, raw: str) -> Any:
        return convert(fields[name], raw)

    def value(name: str, raw: Any) -> Any:
        if type(raw) is str and len(raw) <= SHORT:
            return of_short(name, raw)
        if type(raw) is int and raw in numbers[name]:
            return raw
        return convert(fields[name], raw)

    return value


REMEMBERED = 4_096
"""Values of a table that are remembered, the least recently used last."""


def check(backup: Backup, registry: Any, *, earlier_revisions: bool = True) -> None:
    """Raises Damaged, with the first thing that is wrong.

    Reading the documents of `earlier_revisions` is most of the time that it takes.
    """
    kept = kept_models(registry)
    _refuse_other_models(backup, kept)
    rows = _Rows()
    checkers: tuple[RowChecker, ...] = (
        DocumentRowChecker(earlier_revisions),
        SignInRowChecker(),
        MonitoringRowChecker(),
        ProgressRowChecker(),
        OwnFactsRowChecker(),
        AppraisalRowChecker(),
    )
    problems_in = [rows.problem, *(checker.problem for checker in checkers)]
    for model in kept:
        label, count = model._meta.label_lower, 0
        for count, row in enumerate(rows_of(backup, model), 1):
            problems = (problem_in(label, row) for problem_in in problems_in)
            if problem := next(filter(None, problems), ""):
                raise Damaged(_at(label, count, problem))
        if count != backup.manifest.rows[label].rows:
            raise Damaged(
                gettext(
                    "it should hold {rows} rows of {label}, and holds {count}",
                    rows=backup.manifest.rows[label].rows,
                    label=label,
                    count=count,
                )
            )
    if problem := rows.dangling(kept):
        raise Damaged(problem)
    for checker in checkers:
        if problem := checker.contradiction():
            raise Damaged(problem)


def _at(label: str, number: int, problem: object) -> str:
    """A problem, and the row that has it."""
    return gettext(
        "{file}, line {number}: {problem}", file=rows_file(label), number=number, problem=problem
    )


def _refuse_other_models(backup: Backup, kept: Iterable[type[models.Model]]) -> None:
    known, there = {model._meta.label_lower for model in kept}, set(backup.manifest.rows)
    if unknown := sorted(there - known):
        raise Damaged(
            gettext("it holds rows of {label}, which its version did not have", label=unknown[0])
        )
    if missing := sorted(known - there):
        raise Damaged(
            gettext("it lacks the rows of {label}, which its version had", label=missing[0])
        )


def _values(
    line: bytes, fields: dict[str, models.Field], value: Callable[[str, Any], Any]
) -> dict[str, Any]:
    try:
        texts = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise Unfit(gettext("it is no JSON")) from error
    if not isinstance(texts, dict):
        raise Unfit(gettext("it is no row: fields with values are expected"))
    if unknown := sorted(texts.keys() - fields.keys()):
        raise Unfit(gettext("`{field}` is no field of it", field=unknown[0]))
    if missing := sorted(fields.keys() - texts.keys()):
        raise Unfit(gettext("`{field}` is missing", field=missing[0]))
    return {name: value(name, raw) for name, raw in texts.items()}


class _Rows:
    """What has been seen of all rows, to tell twins and references that lead nowhere."""

    def __init__(self) -> None:
        self.bonds: dict[str, Bonds] = {}
        self.seen: dict[tuple[str, tuple[str, ...]], set[Any]] = defaultdict(set)
        self.wanted: dict[tuple[str, str, str], dict[Any, int]] = defaultdict(dict)

    def problem(self, label: str, row: Any) -> str:
        """What makes this row a twin of an earlier one, or ""."""
        bonds = self.bonds.get(label)
        if bonds is None:
            bonds = self.bonds[label] = _bonds_of(row._meta)
        unique, references = bonds
        for names in unique:
            values = tuple([getattr(row, name) for name in names])
            if None in values:
                continue
            seen = self.seen[label, names]
            if values in seen:
                return gettext(
                    "another row has the same {names}",
                    names=joined([f"`{name}`" for name in names]),
                )
            seen.add(values)
        count = len(self.seen[label, unique[0]])
        for key in references:
            value = getattr(row, key[2])
            if value is not None:
                self.wanted[key].setdefault(value, count)
        return ""

    def dangling(self, kept: Iterable[type[models.Model]]) -> str:
        """The first reference to a row that is not there, or ""."""
        keys = {model._meta.label_lower: (model._meta.pk.attname,) for model in kept}
        for (target, label, name), values in self.wanted.items():
            if target not in keys:
                continue
            there = self.seen[target, keys[target]]
            for value, line in values.items():
                if (value,) not in there:
                    problem = gettext(
                        "`{name}` refers to a row of {target} that is not there ({value})",
                        name=name,
                        target=target,
                        value=value,
                    )
                    return _at(label, line, problem)
        return ""


Bonds = tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, str, str], ...]]
"""What binds the rows of a table: the fields, alone or together, by which two must differ, those of the
primary key first; and of each reference the table that it leads to, its own and its field."""


def _bonds_of(options: Any) -> Bonds:
    fields = options.concrete_fields
    alone = [(each.attname,) for each in fields if each.unique and not each.primary_key]
    together = [
        tuple(options.get_field(name).attname for name in constraint.fields)
        for constraint in options.total_unique_constraints
    ]
    references = tuple(
        (each.related_model._meta.label_lower, options.label_lower, each.attname)
        for each in fields
        if each.remote_field is not None
    )
    return ((options.pk.attname,), *alone, *together), references
