"""One row of an organisation's table as a fact, or everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from trueline.files import Problem
from trueline.files.wording import nearest, one_of, shortened
from trueline.language import gettext, joined
from trueline.language.parsing import parse_date
from trueline.toolkit.ratifications import (
    ACTIONS_OF,
    DEPOSITARY,
    Action,
    Instrument,
    Moment,
    Ratification,
    Register,
    Source,
    Status,
    first_day,
    known_sources,
    last_day,
    parse_moment,
    parse_state,
)

Word = TypeVar("Word", Status, Action)
_AS_A_DAY = "2024-05-04"


def fact_of(
    row: Mapping[str, str], register: Register, file: str, line: int, today: date
) -> tuple[Ratification | None, list[Problem]]:
    """The fact in a row, or None with the problems of the row."""
    reader = _RowReader(row, register, file, line, today)
    return reader.fact(), reader.problems


@dataclass
class _RowReader:
    row: Mapping[str, str]
    register: Register
    file: str
    line: int
    today: date
    problems: list[Problem] = field(default_factory=list)

    def fact(self) -> Ratification | None:
        state, instrument = self._state(), self._instrument()
        status = self._word("status", Status)
        action = self._word("action", Action) if self._text("action") else None
        day = self._moment("day") if self._text("day") else None
        as_of = self._moment("as_of")
        source = self._source()
        if status and instrument and not self.problems:
            self._check_act(status, instrument, action, day, as_of)
        if self.problems or not (state and instrument and status and as_of and source):
            return None
        fact = Ratification(state, instrument.id, status, day, action, as_of, source)
        if not source.own and fact != self.register.of(state, instrument.id):
            self._wrong(
                gettext("The source `{source}` says something else of this.", source=source.id),
                gettext("Name the source that you have it from."),
            )
            return None
        return fact

    def _text(self, column: str) -> str:
        return self.row.get(column, "")

    def _wrong(self, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.file, message, self.line, hint=hint))

    def _is_there(self, column: str) -> bool:
        if self._text(column):
            return True
        self._wrong(gettext("“{column}” is empty.", column=column))
        return False

    def _state(self) -> str | None:
        if not self._is_there("state"):
            return None
        text = self._text("state")
        read = parse_state(text)
        if read.value is None:
            hint = gettext("Write its two-letter code, such as NP, or its name in full.")
            if read.is_ambiguous:
                message = gettext(
                    "“{text}” can be {codes}.",
                    text=shortened(text),
                    codes=joined(read.readings, "or"),
                )
            else:
                message = gettext("“{text}” is no state that is known.", text=shortened(text))
            self._wrong(message, hint)
        return read.value

    def _instrument(self) -> Instrument | None:
        if not self._is_there("instrument"):
            return None
        text = self._text("instrument")
        instruments = self.register.instruments_named(text)
        if len(instruments) == 1:
            return instruments[0]
        ids = [each.id for each in instruments or self.register.instruments]
        if instruments:
            message = gettext("“{text}” is two instruments.", text=shortened(text))
            self._wrong(message, gettext("Write {ids}.", ids=joined(ids, "or")))
        else:
            message = gettext("“{text}” is no instrument of the register.", text=shortened(text))
            self._wrong(message, nearest(text, ids) or one_of(ids))
        return None

    def _word(self, column: str, words: type[Word]) -> Word | None:
        if not self._is_there(column):
            return None
        text = self._text(column)
        plain = text.casefold().replace(" ", "-").replace("_", "-")
        members = {each.value: each for each in words}
        if plain in members:
            return members[plain]
        message = gettext("`{column}` can't be “{text}”.", column=column, text=shortened(text))
        self._wrong(message, one_of(list(members)))
        return None

    def _moment(self, column: str) -> Moment | None:
        if not self._is_there(column):
            return None
        text = self._text(column)
        moment = parse_moment(text)
        if moment is None:
            days = {span.day for span in parse_date(text).readings}
            if len(days) == 1:
                (moment,) = days
        if moment is None:
            self._wrong(
                gettext(
                    "“{text}” in `{column}` is no day that can be read in one way only.",
                    text=shortened(text),
                    column=column,
                ),
                gettext("Write it as {day}, or a year alone where no day is known.", day=_AS_A_DAY),
            )
        elif first_day(moment) > self.today:
            self._wrong(gettext("“{text}” in `{column}` is yet to come.", text=text, column=column))
        return moment

    def _source(self) -> Source | None:
        """One of the register's, or the organisation's own, which may be the depositary."""
        if not self._is_there("source"):
            return None
        text = self._text("source")
        if text in known_sources():
            return known_sources()[text]
        prefix, _, rest = text.partition(":")
        if prefix.strip().casefold() == DEPOSITARY:
            return Source(text, rest.strip(), "status", own=True)
        return Source(text, text, "nothing", own=True)

    def _check_act(
        self,
        status: Status,
        instrument: Instrument,
        action: Action | None,
        day: Moment | None,
        as_of: Moment | None,
    ) -> None:
        """An act that goes with the status, on a day that it can have happened on."""
        if action and action not in ACTIONS_OF[status]:
            self._wrong(
                gettext(
                    "`action` can't be {action} beside {status}.", action=action, status=status
                ),
                one_of(sorted(ACTIONS_OF[status])),
            )
        if day is None:
            return
        if not action and status in (Status.NOT_PARTY, Status.UNKNOWN):
            self._wrong(
                gettext("There is a day, and no action that it is the day of."),
                one_of(sorted(ACTIONS_OF[status])),
            )
        if last_day(day) < instrument.adopted:
            self._wrong(
                gettext(
                    "{day} is before the day on which {instrument} was adopted ({adopted}).",
                    day=day,
                    instrument=instrument.short,
                    adopted=instrument.adopted,
                )
            )
        if as_of is not None and first_day(day) > last_day(as_of):
            self._wrong(
                gettext("`day` ({day}) is later than `as_of` ({as_of}).", day=day, as_of=as_of)
            )
