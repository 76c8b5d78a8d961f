"""What the register holds: instruments, sources, and one fact for each state and instrument."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

Moment = date | int
"""A day, or a year alone where no day is known."""

Depositary = Literal["un", "ilo", "council-of-europe"]
Confirms = Literal["status", "act", "nothing"]
"""For what the depositary is the source: the status on the as-of day, the act and its day alone, or
nothing, where the source is a secondary one."""

DEPOSITARY = "depositary"
"""What an organisation writes as the source, alone or before an address, of what it looked up with
the depositary itself."""


class Status(StrEnum):
    """What a state was on the as-of day. It says nothing of a later day."""

    PARTY = "party"
    SIGNED = "signed"
    """Signed, and not a party."""
    NOT_PARTY = "not-party"
    UNKNOWN = "unknown"
    """Neither yes nor no: nothing that can be relied on was found."""


class Action(StrEnum):
    """What the state did on the day of a fact."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    DENUNCIATION = "denunciation"


ACTIONS_OF: dict[Status, frozenset[Action]] = {
    Status.PARTY: frozenset(Action) - {Action.SIGNATURE, Action.DENUNCIATION},
    Status.SIGNED: frozenset({Action.SIGNATURE}),
    Status.NOT_PARTY: frozenset({Action.DENUNCIATION}),
    Status.UNKNOWN: frozenset({Action.SIGNATURE}),
}
"""The last act that a fact of each status can name."""


@dataclass(frozen=True, slots=True)
class Instrument:
    """A treaty. `indicator` is the entry of the toolkit that asks for it; without one it is ours."""

    id: str
    title: str
    short: str
    adopted: date
    depositary: Depositary
    indicator: str | None = None
    ref: str = ""
    also: tuple[str, ...] = ()
    needs: str | None = None
    """Only a party to this one can be party to it."""
    under: str = ""
    """Where that is written."""

    @property
    def is_ours(self) -> bool:
        """Whether it is none of the fifteen that the toolkit names."""
        return self.indicator is None


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from, and for what of it the depositary is the source."""

    id: str
    title: str
    confirms: Confirms
    at: str = ""
    note: str = ""
    own: bool = False
    """Whether an organisation's own file gives it."""


@dataclass(frozen=True, slots=True)
class Ratification:
    """What is known of one state and one instrument on the as-of day.

    `day` is that of `action`: deposit or registration, not entry into force. `as_of` is None only
    where the register has no line at all, and then the status is unknown.
    """

    state: str
    instrument: str
    status: Status
    day: Moment | None
    action: Action | None
    as_of: Moment | None
    source: Source | None


def parse_moment(text: str) -> Moment | None:
    """`2024-05-04` as a day and `2024` as a year; None for anything else."""
    if re.fullmatch(r"[12][0-9]{3}", text):
        return int(text)
    if not re.fullmatch(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def first_day(moment: Moment) -> date:
    """The first day that a moment can be."""
    return date(moment, 1, 1) if isinstance(moment, int) else moment


def last_day(moment: Moment) -> date:
    """The last day that a moment can be."""
    return date(moment + 1, 1, 1) - timedelta(days=1) if isinstance(moment, int) else moment
