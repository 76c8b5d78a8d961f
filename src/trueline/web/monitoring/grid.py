"""The form in which all figures of a period are entered at once.

A row is a measurement, a line of it a group of people, an input one number. What is left empty is
missing. A row that its visitor left as it was is not looked at, so that two people can fill in
different rows of one period.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from django.utils.translation import gettext as _

from trueline.design import Indicator
from trueline.design.figure_wording import questions_about
from trueline.design.figures import methods_of
from trueline.language.parsing import parse_number
from trueline.measures.aggregates import Record, aggregate
from trueline.measures.readings import Count, Flag, Mean, Ratio, Reading, Scale, Share, Words
from trueline.toolkit import Toolkit
from trueline.web.monitoring.actions.entering import Entry
from trueline.web.monitoring.models import Answer, Measurement
from trueline.web.monitoring.series import readings_of
from trueline.web.monitoring.snapshots import fingerprint, snapshot
from trueline.web.monitoring.value_types import (
    PeopleGroup,
    ValueType,
    cell_of,
    counts_people,
    groups_of,
    problem_of,
    value_type_of,
)
from trueline.web.typed import NumberField, WholeNumberField, as_shown
from trueline.web.typed.field import MEANT, Understood

NOTE_LETTERS = 2000
TO_EXPLAIN = frozenset([Flag.ABOVE_ALL, Flag.BELOW_ZERO, Flag.PARTS_DIFFER])
"""Flags that make a figure wait until the note says how it comes about."""


@dataclass
class Input:
    """One number, or one text, of a group."""

    name: str
    label: str
    value: str = ""
    error: str = ""
    before: str = ""
    """Words in front of it, such as "out of"."""
    reads: NumberField | None = None
    """The parser, where it is a number."""
    meant: str = ""
    """The reading that was chosen, where it can mean several numbers."""
    is_unchanged: bool = True
    """Whether it stands as it was kept, so that nothing has to be read back."""

    @property
    def understood(self) -> Understood:
        """The reading of the text, or the question about it."""
        return (
            Understood()
            if self.reads is None or self.is_unchanged
            else self.reads.understood(self.value)
        )

    @property
    def choice(self) -> str:
        """The name of the control by which one of several readings is chosen."""
        return f"{self.name}{MEANT}"


@dataclass
class Line:
    """The inputs of one group of people."""

    group: PeopleGroup
    inputs: list[Input]


@dataclass
class MeasurementRow:
    """One measurement as it is shown and filled in; `theirs` is what others saved meanwhile."""

    measurement: Measurement
    toolkit: Toolkit
    data: Mapping[str, str] | None = None
    note_letters: ClassVar[int] = NOTE_LETTERS
    errors: list[tuple[str, str]] = field(default_factory=list)
    theirs: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.meaning: Indicator = self.measurement.indicator.meaning
        self.value_type = value_type_of(self.meaning)
        self.snapshot = snapshot(self.measurement)
        self.lines = list(self._lines())
        self.stored = stored = self._shown()
        self.digest = _digest(stored)
        self.seen, was = fingerprint(self.snapshot), self.digest
        self.typed = stored
        if self.data is not None:
            self.typed = {name: _plain(self.data.get(name, "")) for name in stored}
            seen, _dot, was = self.data.get(self.name("seen"), "").partition(".")
            self.seen = seen or self.seen
        self.is_touched = self.data is not None and _digest(self.typed) != was
        if not self.is_touched:
            self.typed, self.seen = stored, fingerprint(self.snapshot)
        for line in self.lines:
            for each in line.inputs:
                each.value = self.typed[each.name]
                each.is_unchanged = each.value == stored[each.name]
                each.meant = (self.data or {}).get(each.choice, "")
        self.readings = self._read() if self.is_touched else {}

    def name(self, part: str) -> str:
        """The name of a control of this row."""
        return f"m{self.measurement.pk}:{part}"

    @property
    def seen_value(self) -> str:
        """Sent along to notice later whether somebody changed the row, and who."""
        return f"{self.seen}.{self.digest}"

    @property
    def answer(self) -> str:
        return self.typed[self.name("answer")]

    @property
    def note(self) -> str:
        return self.typed[self.name("note")]

    @property
    def answers(self) -> list[tuple[str, str, bool]]:
        """The answers in place of a figure."""
        options = [("", ""), *Answer.choices]
        return [(value, str(label), value == self.answer) for value, label in options]

    @property
    def entry(self) -> Entry:
        """The entry as typed by the visitor."""
        return Entry(self.measurement.pk, self.seen, self.readings, self.answer, self.note.strip())

    def _lines(self) -> Iterator[Line]:
        groups = [PeopleGroup("", _("All"))]
        if self.value_type is not ValueType.WORDS:
            groups += groups_of(self.meaning, self.toolkit, tuple(self.snapshot["cells"]))
        for group in groups:
            yield Line(group, list(self._inputs(group)))

    def _inputs(self, group: PeopleGroup) -> Iterator[Input]:
        for part, title, before in self._parts():
            about = f"{group.label}: {title}" if title else group.label
            reads = None if part == "text" else self._reader(part)
            yield Input(self.name(f"{group.key}:{part}"), about, before=before, reads=reads)

    def _reader(self, part: str) -> NumberField:
        return WholeNumberField() if self._is_whole(part) else NumberField()

    def _is_whole(self, part: str) -> bool:
        input_name = "n" if self.value_type is ValueType.MEAN and part == "denominator" else part
        return counts_people(self.meaning, input_name)

    def _parts(self) -> Iterator[tuple[str, str, str]]:
        match self.value_type:
            case ValueType.SHARE | ValueType.RATIO:
                yield "numerator", self.meaning.numerator or _("Numerator"), ""
                yield "denominator", self.meaning.denominator or _("Denominator"), _("out of")
            case ValueType.MEAN:
                yield "value", _("Mean"), ""
                yield "denominator", _("How many were measured"), _("of n =")
            case ValueType.SCALE:
                for number, point in enumerate(self.meaning.scale):
                    yield str(number), point, point
            case ValueType.WORDS:
                yield "text", "", ""
            case _:
                yield "value", self.meaning.unit, ""

    def _shown(self) -> dict[str, str]:
        """The stored values of all inputs."""
        values = {
            self.name("answer"): self.measurement.answer,
            self.name("note"): _plain(self.measurement.note),
        }
        for line in self.lines:
            cell = self.snapshot["cells"].get(line.group.key, {})
            points = cell.get("points", [])
            for each in line.inputs:
                part = each.name.rpartition(":")[2]
                if part.isdigit():
                    value = str(points[int(part)]) if points else ""
                elif part == "text":
                    value = _plain(cell.get("text", ""))
                else:
                    value = as_shown(Decimal(cell[part])) if part in cell else ""
                values[each.name] = value
        return values

    def _read(self) -> dict[str, Reading]:
        readings = {}
        for line in self.lines:
            filled = [each for each in line.inputs if each.value]
            if not filled:
                continue
            reading = self._reading(line, filled)
            if reading is not None:
                readings[line.group.key] = reading
        if len(self.note) > NOTE_LETTERS:
            self._wrong("note", _("It is longer than %(count)s letters.") % {"count": NOTE_LETTERS})
        if self.answer not in ("", *Answer.values):
            self._wrong("answer", _("Choose one of the list."))
        elif self.answer and readings:
            self._wrong("answer", _("A figure stands beside it. Leave one of the two empty."))
        elif self.answer and not self.note.strip():
            self._wrong("note", _("Say here why there is no figure."))
        return readings

    def _reading(self, line: Line, filled: list[Input]) -> Reading | None:
        if self.value_type is ValueType.WORDS:
            return Words((line.inputs[0].value,))
        numbers = [self._number(each) for each in filled]
        if any(each.error for each in filled):
            return None
        if len(filled) < len(line.inputs):
            empty = next(each for each in line.inputs if not each.value)
            empty.error = (
                _("Write how many chose each point, 0 where nobody did.")
                if self.value_type is ValueType.SCALE
                else _("Fill in both numbers, or neither.")
            )
            self.errors.append((empty.name, empty.error))
            return None
        entered = [number for number in numbers if number is not None]
        match self.value_type:
            case ValueType.SHARE:
                return Share(entered[0], entered[1])
            case ValueType.RATIO:
                return Ratio(entered[0], entered[1])
            case ValueType.MEAN:
                return Mean(entered[0] * entered[1], int(entered[1]))
            case ValueType.SCALE:
                return Scale(tuple(map(int, entered)), self.meaning.scale_from or 1)
            case _:
                return Count(entered[0])

    def _number(self, field: Input) -> Decimal | None:
        """The number that was typed; None after noting an error at the input."""
        part = field.name.rpartition(":")[2]
        if field.value == self.stored[field.name]:
            group = field.name.split(":")[1]
            cell = self.snapshot["cells"][group]
            return Decimal(cell["points"][int(part)] if part.isdigit() else cell[part])
        value, field.error = self._meaning(field, whole=self._is_whole(part))
        if field.error:
            self.errors.append((field.name, field.error))
            return None
        return value

    def _meaning(self, field: Input, *, whole: bool) -> tuple[Decimal | None, str]:
        """The number that a text is, or the one of its readings that was chosen; or what is wrong."""
        readings = parse_number(field.value, decimals=0 if whole else None).readings
        chosen = [each for each in readings if len(readings) == 1 or as_shown(each) == field.meant]
        if not readings:
            return None, _("It is no number. Words belong into the note.")
        if not chosen:
            return None, _("It can be read in more than one way. Choose what is meant.")
        return chosen[0], problem_of(chosen[0], whole=whole)

    def _wrong(self, part: str, message: str) -> None:
        self.errors.append((self.name(part), message))

    @property
    def questions(self) -> list[str]:
        """Questions about stored figures that no note explains."""
        if self.note.strip() or not self.snapshot["cells"]:
            return []
        return what_to_explain(readings_of(self.measurement, self.meaning), self.meaning)

    @property
    def note_error(self) -> str:
        return next((text for name, text in self.errors if name == self.name("note")), "")

    @property
    def answer_error(self) -> str:
        return next((text for name, text in self.errors if name == self.name("answer")), "")


def what_to_explain(readings: Mapping[str, Reading], meaning: Indicator) -> list[str]:
    """The reasons to ask about a measurement's figures: its total differs from its parts, ..."""
    records = [Record("", "", reading, cell=cell_of(group)) for group, reading in readings.items()]
    whole = aggregate(records, periods=[""], places=[""], methods=methods_of(meaning))
    return questions_about(whole) if TO_EXPLAIN.intersection(whole.flags) else []


class MeasurementGrid:
    """All rows of a period that can be filled in."""

    def __init__(
        self,
        measurements: Sequence[Measurement],
        toolkit: Toolkit,
        data: Mapping[str, str] | None = None,
    ) -> None:
        self.rows = [MeasurementRow(one, toolkit, data) for one in measurements]
        self.is_bound = data is not None

    @property
    def errors(self) -> list[tuple[str, str]]:
        """The controls that are wrong, and what is wrong there."""
        return [
            (name, f"{row.measurement.label}: {text}")
            for row in self.rows
            for name, text in row.errors
        ]

    def is_valid(self) -> bool:
        return self.is_bound and not self.errors

    @property
    def entries(self) -> list[Entry]:
        """The entries of the rows that the visitor touched."""
        return [row.entry for row in self.rows if row.is_touched]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _digest(values: Mapping[str, str]) -> str:
    text = json.dumps(values, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
