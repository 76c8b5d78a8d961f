"""Whether the rows of a backup can be restored: each by itself, and all of them together.

Everything is looked at before any of it counts: a restore puts rows into its transaction as they are
looked at, and ends that only when all of them go together. What the rows say is compared with the
models of the version that wrote them, references against the rows that are there, documents against
the form of documents.
"""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from typing import Any, Protocol

from django.db import connection, models

from trueline.language import gettext, joined
from trueline.memory import SHORT
from trueline.web.accounts.row_checker import SignInRowChecker
from trueline.web.appraisals.row_checker import AppraisalRowChecker
from trueline.web.documents.row_checker import REVISIONS, DocumentRowChecker, look
from trueline.web.legals.row_checker import OwnFactsRowChecker
from trueline.web.monitoring.row_checker import MonitoringRowChecker
from trueline.web.plans.row_checker import ProgressRowChecker
from trueline.web.serving.backups.contents import backed_up_models, rows_file
from trueline.web.serving.backups.process_pool import ProcessPool
from trueline.web.serving.backups.reading import Backup, Damaged
from trueline.web.serving.backups.values import Unfit, value_of, whole_numbers_of


class RowChecker(Protocol):
    """Knows the form of some rows, and is shown all of them, then asked whether they go together.

    Rows are those of any version, so they are told by the name of their model.
    """

    def problem(self, label: str, row: Any) -> str: ...

    def contradiction(self) -> str: ...


class BackupRow:
    """A row as its table had it then: values by the names of fields. A model takes longer to make."""

    _meta: Any

    def __init__(self, values: dict[str, Any]) -> None:
        self.__dict__ = values

    @property
    def pk(self) -> Any:
        return self.__dict__[self._meta.pk.attname]


FieldValue = tuple[Any, Any]
"""A value as its field holds it, and as the database takes it, where that is asked for."""


def rows_of(
    backup: Backup, model: type[models.Model], *, to_store: bool = False
) -> Iterator[tuple[Any, list[Any]]]:
    """The rows of a model, each of whose values its field can hold; with each, the values in the order of
    the fields as the database takes them, where they are `to_store`. Raises Damaged."""
    label = model._meta.label_lower
    fields = {field.attname: field for field in model._meta.concrete_fields}
    row_of = type(model.__name__, (BackupRow,), {"_meta": model._meta})
    field_value = _remembering(fields, _value_and_stored if to_store else _value_alone)
    for number, line in enumerate(backup.lines(label), 1):
        try:
            values = _values(line, fields, field_value)
        except Unfit as error:
            raise Damaged(_at(label, number, error)) from error
        stored = [values[name][1] for name in fields] if to_store else []
        yield row_of({name: value for name, (value, _stored) in values.items()}), stored


def _value_and_stored(field: models.Field, raw: Any) -> FieldValue:
    value = value_of(field, raw)
    return value, field.get_db_prep_save(value, connection)


def _value_alone(field: models.Field, raw: Any) -> FieldValue:
    return value_of(field, raw), None


def _remembering(
    fields: dict[str, models.Field], convert: Callable[[models.Field, Any], FieldValue]
) -> Callable[[str, Any], FieldValue]:
    """Remembers how fields convert values. Rows that follow one another say much the same: whose they are,
    what was done, of which document."""

    numbers = {name: whole_numbers_of(field) for name, field in fields.items()}

    @lru_cache(maxsize=REMEMBERED)
    def of_short(name: str, raw: str) -> FieldValue:
        return convert(fields[name], raw)

    def field_value(name: str, raw: Any) -> FieldValue:
        if type(raw) is str and len(raw) <= SHORT:
            return of_short(name, raw)
        if type(raw) is int and raw in numbers[name]:
            return raw, raw
        return convert(fields[name], raw)

    return field_value


REMEMBERED = 4_096
"""Values of a table that are remembered, the least recently used last."""


def check(backup: Backup, registry: Any, *, earlier_revisions: bool = True) -> None:
    """Raises Damaged, with the first thing that is wrong.

    Reading the documents of `earlier_revisions` is most of the time that it takes.
    """
    with closing(CheckedRows(backup, registry, earlier_revisions=earlier_revisions)) as checked:
        for model in checked.models:
            deque(checked.rows(model), maxlen=0)
        checked.finish()


class CheckedRows:
    """The rows of a backup, each looked at as it is taken: of one model after another, in the order of
    `models`. What their documents hold, and whether all go together, only `finish` says."""

    def __init__(self, backup: Backup, registry: Any, *, earlier_revisions: bool = True) -> None:
        self.backup, self.models = backup, backed_up_models(registry)
        _refuse_other_models(backup, self.models)
        self._rows = _ConstraintChecker()
        revisions = sum(
            backup.manifest.rows[label].rows for label in REVISIONS & {*backup.manifest.rows}
        )
        self._processes = ProcessPool(look, values=revisions)
        self._documents = DocumentRowChecker(earlier_revisions, self._processes)
        self._checkers: tuple[RowChecker, ...] = (
            self._documents,
            SignInRowChecker(),
            MonitoringRowChecker(),
            ProgressRowChecker(),
            OwnFactsRowChecker(),
            AppraisalRowChecker(),
        )

    def rows(self, model: type[models.Model], *, to_store: bool = False) -> Iterator[list[Any]]:
        """The rows of a model as the database takes them, where they are `to_store`. Raises Damaged."""
        label, count = model._meta.label_lower, 0
        problems_in = [self._rows.problem, *(checker.problem for checker in self._checkers)]
        for count, (row, stored) in enumerate(rows_of(self.backup, model, to_store=to_store), 1):
            for problem_in in problems_in:
                if problem := problem_in(label, row):
                    raise Damaged(_at(label, count, problem))
            yield stored
        expected = self.backup.manifest.rows[label].rows
        if count != expected:
            raise Damaged(
                gettext(
                    "it should hold {rows} rows of {label}, and holds {count}",
                    rows=expected,
                    label=label,
                    count=count,
                )
            )

    def finish(self) -> None:
        """Raises Damaged where a document can't be read, or rows contradict one another."""
        if unfit := self._documents.first_unfit():
            raise Damaged(_at(unfit.label, unfit.line, unfit.problem))
        if problem := self._rows.dangling(self.models):
            raise Damaged(problem)
        for checker in self._checkers:
            if problem := checker.contradiction():
                raise Damaged(problem)

    def close(self) -> None:
        """Leave off, wherever it is."""
        self._processes.close()


def _at(label: str, number: int, problem: object) -> str:
    """A problem, and the row that has it."""
    return gettext(
        "{file}, line {number}: {problem}", file=rows_file(label), number=number, problem=problem
    )


def _refuse_other_models(backup: Backup, stored_models: Iterable[type[models.Model]]) -> None:
    known_labels = {model._meta.label_lower for model in stored_models}
    labels_here = set(backup.manifest.rows)
    if unknown := sorted(labels_here - known_labels):
        raise Damaged(
            gettext("it holds rows of {label}, which its version did not have", label=unknown[0])
        )
    if missing := sorted(known_labels - labels_here):
        raise Damaged(
            gettext("it lacks the rows of {label}, which its version had", label=missing[0])
        )


def _values(
    line: bytes, fields: dict[str, models.Field], field_value: Callable[[str, Any], FieldValue]
) -> dict[str, FieldValue]:
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
    return {name: field_value(name, raw) for name, raw in texts.items()}


class _ConstraintChecker:
    """Notes keys of all rows, to tell twins and references that lead nowhere."""

    def __init__(self) -> None:
        self.constraints: dict[str, Constraints] = {}
        self.seen: dict[tuple[str, tuple[str, ...]], set[Any]] = defaultdict(set)
        self.wanted: dict[tuple[str, str, str], dict[Any, int]] = defaultdict(dict)

    def problem(self, label: str, row: Any) -> str:
        """The problem where this row is a twin of an earlier one, or ""."""
        constraints = self.constraints.get(label)
        if constraints is None:
            constraints = self.constraints[label] = _constraints_of(row._meta)
        unique, references = constraints
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

    def dangling(self, stored_models: Iterable[type[models.Model]]) -> str:
        """The first reference to a row that is not there, or ""."""
        keys = {model._meta.label_lower: (model._meta.pk.attname,) for model in stored_models}
        for (target, label, name), values in self.wanted.items():
            if target not in keys:
                continue
            keys_here = self.seen[target, keys[target]]
            for value, line in values.items():
                if (value,) not in keys_here:
                    problem = gettext(
                        "`{name}` refers to a row of {target} that is not there ({value})",
                        name=name,
                        target=target,
                        value=value,
                    )
                    return _at(label, line, problem)
        return ""


Constraints = tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, str, str], ...]]
"""The constraints of a table: the fields, alone or together, by which two rows must differ, those of the
primary key first; and of each reference the table that it leads to, its own and its field."""


def _constraints_of(options: Any) -> Constraints:
    fields = options.concrete_fields
    single = [(field.attname,) for field in fields if field.unique and not field.primary_key]
    combined = [
        tuple(options.get_field(name).attname for name in constraint.fields)
        for constraint in options.total_unique_constraints
    ]
    references = tuple(
        (field.related_model._meta.label_lower, options.label_lower, field.attname)
        for field in fields
        if field.remote_field is not None
    )
    return ((options.pk.attname,), *single, *combined), references
