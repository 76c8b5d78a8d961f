"""What a file says of a period, held against what is kept: what would change, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from trueline.design.figure_wording import figure_in_words
from trueline.exchange.measurements import Measurements, Table, Told, measurements_in
from trueline.files import FileProblems, Problem
from trueline.measures.aggregates import Aggregate
from trueline.measures.readings import State
from trueline.toolkit import Toolkit
from trueline.web.monitoring.actions.entering import Entry
from trueline.web.monitoring.grid import NOTE_LETTERS, what_to_explain
from trueline.web.monitoring.models import (
    Answer,
    MeasuredCell,
    Measurement,
    MonitoredIndicator,
    ReportingPeriod,
)
from trueline.web.monitoring.queries import measurements_in as due_in
from trueline.web.monitoring.queries import readings_of
from trueline.web.monitoring.shapes import (
    counts_people,
    fits,
    group_label,
    key_of,
    numbers_in,
    problem_of,
    reading_of,
    shape_of,
)
from trueline.web.monitoring.snapshots import Snapshot, fingerprint, snapshot

ANSWERS = {State.MISSING: Answer.MISSING, State.NOT_APPLICABLE: Answer.NOT_APPLICABLE}


@dataclass(frozen=True)
class Changed:
    """A figure that a file would change: what is kept, and what would be."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A measurement that a file would change."""

    measurement: Measurement
    entry: Entry
    figures: Sequence[Changed]
    questions: Sequence[str]
    note: str
    """The note that it would have, where that is another."""


@dataclass(frozen=True)
class Read:
    """What a file would change, and how many of its measurements are kept so already."""

    changes: Sequence[Change]
    same: int


def read(table: Table, name: str, period: ReportingPeriod, toolkit: Toolkit) -> Read:
    """Hold a file against what is kept. Raises FileProblems, which names every row that is wrong."""
    _refuse_another_template(table, name, period)
    due = {one.indicator.key: one for one in due_in(period) if not one.indicator.retired}
    monitored = MonitoredIndicator.objects.filter(document_id=period.document_id, retired=None)
    told = measurements_in(
        table.rows,
        name,
        {each.key: each.meaning for each in monitored},
        {each.id: [term.id for term in each.terms] for each in toolkit.vocabularies},
    )
    problems = [
        Problem(name, message, row.line)
        for row in told.told
        if (message := _problem(row, period, due))
    ]
    if problems:
        raise FileProblems(problems)
    entries = {key: _entry(due[key], rows) for key, rows in _by_indicator(told).items()}
    if problems := list(_contradictions(entries, due, told, name)):
        raise FileProblems(problems)
    changes = [
        _change(due[key], entry, toolkit)
        for key, entry in entries.items()
        if entry.as_snapshot() != snapshot(due[key])
    ]
    return Read(changes, len(entries) - len(changes))


def _refuse_another_template(table: Table, name: str, period: ReportingPeriod) -> None:
    made_for = table.made_for
    if made_for and made_for.get("programme") != str(period.document_id):
        raise FileProblems([Problem(name, _("This template was made for another programme."))])
    if made_for and made_for.get("period") != period.label:
        message = _("This template was made for the period %(other)s, and not for %(period)s.")
        told = {"other": made_for.get("period", ""), "period": period.label}
        raise FileProblems([Problem(name, message % told)])


def _by_indicator(told: Measurements) -> dict[str, list[Told]]:
    """The rows that say something: one left empty says nothing, and takes nothing away."""
    rows: dict[str, list[Told]] = {}
    for row in told.told:
        if row.record.reading is not None or row.note or row.gives_state:
            rows.setdefault(row.indicator, []).append(row)
    return rows


def _problem(row: Told, period: ReportingPeriod, due: Mapping[str, Measurement]) -> str:
    """What is wrong with a row, "" for nothing."""
    record, one = row.record, due.get(row.indicator)
    if row.period.label != period.label:
        told = {"other": row.period.label, "period": period.label}
        return _("The row tells of %(other)s; here figures of %(period)s are taken in.") % told
    if one is None:
        return _("“%(id)s” is not measured in this period.") % {"id": row.indicator}
    if record.place:
        return _("Figures are kept for the programme as a whole: add up the places.")
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
    if not fits(record.reading, shape_of(meaning)):
        return _("The figure is of another kind than this indicator’s. Fill in its columns.")
    return next(
        (
            message
            for part, number in numbers_in(record.reading).items()
            if (message := problem_of(number, whole=counts_people(meaning, part)))
        ),
        "",
    )


def _entry(one: Measurement, rows: Sequence[Told]) -> Entry:
    """What the measurement says once a file is taken in. What the file leaves out stays."""
    readings = dict(readings_of(one, one.indicator.meaning))
    answer, note = one.answer, one.note
    for row in rows:
        group = key_of(row.record.cell)
        if row.note and not group:
            note = row.note
        if row.record.reading is not None:
            readings[group], answer = row.record.reading, ""
        elif row.gives_state:
            readings, answer = {}, ANSWERS[row.record.state]
    return Entry(one.pk, fingerprint(snapshot(one)), readings, answer, note)


def _contradictions(
    entries: Mapping[str, Entry], due: Mapping[str, Measurement], told: Measurements, name: str
) -> Iterator[Problem]:
    """Rows that contradict each other, or would change what was handed in already."""
    for key, entry in entries.items():
        one = due[key]
        rows = [row for row in told.told if row.indicator == key]
        stated = next((row.line for row in rows if row.gives_state), None)
        if stated is not None and any(row.record.reading is not None for row in rows):
            yield Problem(name, _("A figure stands beside it. Leave one of the two empty."), stated)
        if not one.can_be_entered and entry.as_snapshot() != snapshot(one):
            message = _("“%(id)s” is submitted already: correct it on its page, with a reason.")
            yield Problem(name, message % {"id": key}, rows[0].line)


def _change(one: Measurement, entry: Entry, toolkit: Toolkit) -> Change:
    before, after = snapshot(one), entry.as_snapshot()
    meaning = one.indicator.meaning

    def words(said: Snapshot, group: str) -> str:
        kept = said["cells"].get(group)
        if kept is not None:
            reading = reading_of(MeasuredCell(**kept), meaning)
            return figure_in_words(Aggregate(State.REPORTED, reading), meaning.unit)
        return str(Answer(said["answer"]).label) if said["answer"] and not group else "–"

    groups = sorted({*before["cells"], *after["cells"], ""})
    figures = [
        Changed(group_label(group, toolkit), words(before, group), words(after, group))
        for group in groups
        if words(before, group) != words(after, group)
    ]
    note = entry.note if entry.note != one.note else ""
    return Change(one, entry, figures, what_to_explain(entry.readings, meaning), note)


def as_data(entry: Entry) -> dict[str, Any]:
    """An entry as it travels through the page on which it is looked at."""
    return {"measurement": entry.measurement, "seen": entry.seen, **entry.as_snapshot()}


def from_data(data: Mapping[str, Any], due: Mapping[int, Measurement]) -> Entry:
    """The entry again. Raises KeyError where its measurement is gone."""
    meaning = due[data["measurement"]].indicator.meaning
    read_back = {
        group: reading_of(MeasuredCell(**kept), meaning) for group, kept in data["cells"].items()
    }
    readings = {group: reading for group, reading in read_back.items() if reading is not None}
    return Entry(data["measurement"], data["seen"], readings, data["answer"], data["note"])
