"""The preview of an import into a period: what would change, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from trueline.design import Indicator
from trueline.design.figure_wording import figure_in_words
from trueline.exchange.measurements import MeasuredRow, Table, measurements_in
from trueline.files import FileProblems, Problem
from trueline.language import joined
from trueline.measures.aggregates import Aggregate, Cell
from trueline.measures.readings import State
from trueline.toolkit import Toolkit
from trueline.web.monitoring.actions.entering import Entry
from trueline.web.monitoring.grid import NOTE_LETTERS, what_to_explain
from trueline.web.monitoring.models import Answer, MeasuredCell, Measurement, ReportingPeriod
from trueline.web.monitoring.series import place_of, readings_of
from trueline.web.monitoring.snapshots import Snapshot, fingerprint, snapshot
from trueline.web.monitoring.value_types import (
    counts_people,
    fits,
    group_label,
    key_of,
    numbers_in,
    problem_of,
    reading_of,
    value_type_of,
)

IndicatorsByKey = Mapping[str, Indicator]
"""Indicators by their ids in the design."""
ANSWERS = {State.MISSING: Answer.MISSING, State.NOT_APPLICABLE: Answer.NOT_APPLICABLE}


@dataclass(frozen=True)
class FigureChange:
    """A figure that a file would change: what is kept, and what would be."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A measurement that a file would change."""

    measurement: Measurement
    entry: Entry
    figures: Sequence[FigureChange]
    questions: Sequence[str]
    note: str
    """The note that it would have, where that is another."""


@dataclass(frozen=True)
class Preview:
    """The changes that a file would make, and how many of its measurements are stored so already."""

    changes: Sequence[Change]
    same: int


@dataclass(frozen=True)
class DueMeasurements:
    """Measurements due, by the indicator, period and site that a row names."""

    by_row: Mapping[tuple[str, str], Mapping[str, Measurement]]

    @classmethod
    def of(cls, measurements: Iterable[Measurement]) -> DueMeasurements:
        by_row: dict[tuple[str, str], dict[str, Measurement]] = {}
        for one in measurements:
            if not one.indicator.retired:
                of_period = by_row.setdefault((one.indicator.key, one.period.label), {})
                of_period[place_of(one).casefold()] = one
        return cls(by_row)

    def __iter__(self) -> Iterator[Measurement]:
        return (one for of_period in self.by_row.values() for one in of_period.values())

    def places(self, row: MeasuredRow) -> Mapping[str, Measurement]:
        """The measurements due of the indicator and period that a row names, by site."""
        return self.by_row.get((row.indicator, row.period.label), {})

    def get(self, row: MeasuredRow) -> Measurement | None:
        """The measurement of a row, which need not name the site where there is only one."""
        places = self.places(row)
        if not row.record.place and len(places) == 1:
            return next(iter(places.values()))
        return places.get(row.record.place.casefold())


def read(
    table: Table,
    name: str,
    period: ReportingPeriod,
    due: DueMeasurements,
    others: IndicatorsByKey,
    toolkit: Toolkit,
) -> Preview:
    """Hold a file against what is due in a period. `others` are further indicators that its rows
    may name, which is reported. Raises FileProblems, which names every row that is wrong.
    """
    _refuse_another_template(table, name, period)
    measurements = measurements_in(
        table.rows,
        name,
        {**others, **{one.indicator.key: one.indicator.meaning for one in due}},
        {each.id: [term.id for term in each.terms] for each in toolkit.vocabularies},
    )
    message = _("The row tells of %(other)s; here figures of %(period)s are taken in.")
    of_other_periods = [
        Problem(name, message % {"other": row.period.label, "period": period.label}, row.line)
        for row in measurements.rows
        if row.period.label != period.label
    ]
    if of_other_periods:
        raise FileProblems(of_other_periods)
    return preview_of(measurements.rows, name, due, toolkit)


def preview_of(
    measured: Sequence[MeasuredRow], name: str, due: DueMeasurements, toolkit: Toolkit
) -> Preview:
    """A preview of what rows would change. Raises FileProblems with every row that is wrong."""
    problems = [
        Problem(name, message, row.line) for row in measured if (message := _problem(row, due))
    ]
    if problems:
        raise FileProblems(problems)
    rows = _by_measurement(measured, due)
    entries = {one: _entry(one, of_one) for one, of_one in rows.items()}
    if problems := list(_contradictions(entries, rows, name)):
        raise FileProblems(problems)
    changes = [
        _change(one, entry, toolkit)
        for one, entry in entries.items()
        if entry.as_snapshot() != snapshot(one)
    ]
    return Preview(changes, len(entries) - len(changes))


def _refuse_another_template(table: Table, name: str, period: ReportingPeriod) -> None:
    made_for = table.made_for
    if made_for and made_for.get("programme") != str(period.document_id):
        raise FileProblems([Problem(name, _("This template was made for another programme."))])
    if made_for and made_for.get("period") != period.label:
        message = _("This template was made for the period %(other)s, and not for %(period)s.")
        params = {"other": made_for.get("period", ""), "period": period.label}
        raise FileProblems([Problem(name, message % params)])


def _by_measurement(
    measured: Iterable[MeasuredRow], due: DueMeasurements
) -> dict[Measurement, list[MeasuredRow]]:
    """Filled rows by measurement: an empty row deletes nothing."""
    rows: dict[Measurement, list[MeasuredRow]] = {}
    for row in measured:
        one = due.get(row)
        if one and (row.record.reading is not None or row.note or row.gives_state):
            rows.setdefault(one, []).append(row)
    return rows


def _problem(row: MeasuredRow, due: DueMeasurements) -> str:
    """The problem of a row, "" for none."""
    record, one = row.record, due.get(row)
    if one is None:
        return _not_due(row, due.places(row))
    if one.period.locked:
        return _("%(period)s is locked. An owner can unlock it.") % {"period": one.period.label}
    if record.state is State.SUPPRESSED:
        return _("A figure that was held back can’t be taken in: write the figure itself.")
    if len(row.note) > NOTE_LETTERS:
        return _("The note is longer than %(count)s letters.") % {"count": NOTE_LETTERS}
    if row.gives_state and record.cell:
        return _("That there is no figure is said of all people, not of a group.")
    if row.gives_state and not row.note:
        return _("Say in the note why there is no figure.")
    if record.reading is None:
        return ""
    meaning = one.indicator.meaning
    if not fits(record.reading, value_type_of(meaning)):
        return _("The figure is of another kind than this indicator’s. Fill in its columns.")
    return next(
        (
            message
            for part, number in numbers_in(record.reading).items()
            if (message := problem_of(number, whole=counts_people(meaning, part)))
        ),
        "",
    )


def _not_due(row: MeasuredRow, places: Mapping[str, Measurement]) -> str:
    names = {
        "id": row.indicator,
        "period": row.period.label,
        "place": row.record.place,
        "places": joined([place_of(one) for one in places.values()]),
    }
    if not places:
        return _("“%(id)s” is not measured in %(period)s.") % names
    if "" in places:
        return _("Figures are kept for the programme as a whole: add up the places.")
    if not row.record.place:
        return _("Say in the column “place” of which site it is: %(places)s.") % names
    return _("“%(place)s” is no site of this figure. It is told by %(places)s.") % names


def _entry(measurement: Measurement, rows: Sequence[MeasuredRow]) -> Entry:
    """The entry of a measurement after the import. What the file leaves out stays."""
    readings = dict(readings_of(measurement, measurement.indicator.meaning))
    answer, note = measurement.answer, measurement.note
    for row in rows:
        group = key_of(row.record.cell)
        if row.note and not group:
            note = row.note
        if row.record.reading is not None:
            readings[group], answer = row.record.reading, ""
        elif row.gives_state:
            readings, answer = {}, ANSWERS[row.record.state]
    return Entry(measurement.pk, fingerprint(snapshot(measurement)), readings, answer, note)


def _contradictions(
    entries: Mapping[Measurement, Entry],
    rows: Mapping[Measurement, Sequence[MeasuredRow]],
    name: str,
) -> Iterator[Problem]:
    """Rows that contradict each other, or would change what was handed in already."""
    for one, entry in entries.items():
        stated = next((row.line for row in rows[one] if row.gives_state), None)
        if stated is not None and any(row.record.reading is not None for row in rows[one]):
            yield Problem(name, _("A figure stands beside it. Leave one of the two empty."), stated)
        first: dict[Cell, int] = {}
        for row in rows[one]:
            if first.setdefault(row.record.cell, row.line) != row.line:
                message = _("Row %(line)s tells of the same figure. Keep one of the two.")
                yield Problem(name, message % {"line": first[row.record.cell]}, row.line)
        if not one.can_be_entered and entry.as_snapshot() != snapshot(one):
            message = _("“%(id)s” is submitted already: correct it on its page, with a reason.")
            yield Problem(name, message % {"id": one.indicator.key}, rows[one][0].line)


def _change(measurement: Measurement, entry: Entry, toolkit: Toolkit) -> Change:
    before, after = snapshot(measurement), entry.as_snapshot()
    meaning = measurement.indicator.meaning

    def words(values: Snapshot, group: str) -> str:
        cell = values["cells"].get(group)
        if cell is not None:
            reading = reading_of(MeasuredCell(**cell), meaning)
            return figure_in_words(Aggregate(State.REPORTED, reading), meaning.unit)
        return str(Answer(values["answer"]).label) if values["answer"] and not group else "–"

    groups = sorted({*before["cells"], *after["cells"], ""})
    figures = [
        FigureChange(group_label(group, toolkit), words(before, group), words(after, group))
        for group in groups
        if words(before, group) != words(after, group)
    ]
    note = entry.note if entry.note != measurement.note else ""
    return Change(measurement, entry, figures, what_to_explain(entry.readings, meaning), note)


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as data, to pass through the preview page."""
    return {"measurement": entry.measurement, "seen": entry.seen, **entry.as_snapshot()}


def from_data(data: Mapping[str, Any], due: Mapping[int, Measurement]) -> Entry:
    """The entry again. Raises KeyError where its measurement is gone."""
    meaning = due[data["measurement"]].indicator.meaning
    read_back = {
        group: reading_of(MeasuredCell(**cell), meaning) for group, cell in data["cells"].items()
    }
    readings = {group: reading for group, reading in read_back.items() if reading is not None}
    return Entry(data["measurement"], data["seen"], readings, data["answer"], data["note"])
