"""Reads the cells beside an objective or an indicator into fields of the design."""

from __future__ import annotations

from collections.abc import Mapping

from trueline.exchange.logframe.amounts import amount_in
from trueline.exchange.logframe.columns import Heading, is_strict
from trueline.exchange.logframe.frame import Frame
from trueline.exchange.logframe.headings import (
    LevelWord,
    column_named,
    level_named,
    says_nothing,
    years_in,
)
from trueline.exchange.logframe.items import Coded, coded, lines_of, numbered_lines, shared_out
from trueline.exchange.logframe.ledger import Ledger
from trueline.exchange.logframe.model import Fate, IndicatorRow, ObjectiveRow, Target
from trueline.language import gettext
from trueline.office import Cell, Grid

OF_INDICATOR = frozenset(
    (
        "definition",
        "unit",
        "numerator",
        "denominator",
        "frequency",
        "responsible",
        "disaggregation",
        "limitations",
        "baseline",
        "baseline_date",
        "baseline_text",
        "baseline_source",
        "target_date",
        "target_text",
        "target_rationale",
        "follow_up",
        "direction",
        "measures",
        "measure",
        "toolkit",
        "stands_in_for",
    )
)
METHODS = frozenset(("source", "methods"))
TARGETS = frozenset(("target", "milestone"))
OF_ACTIVITY = frozenset(
    (
        "means",
        "cost",
        "people",
        "dates",
        "start",
        "end",
        "responsible",
        "target_group",
        "definition",
    )
)
_REACHES_DOWN = METHODS | (OF_INDICATOR - {"baseline", "baseline_text"})
_FARTHEST = 300
_LONGEST_CODE = 30


class RowCells:
    """Puts cells at the objective or the indicators that they stand beside."""

    def __init__(self, number: int, grid: Grid, frame: Frame, ledger: Ledger) -> None:
        self.number, self.grid, self.frame, self.ledger = number, grid, frame, ledger
        self.columns: dict[int, Heading] = {}
        self.heading_level: tuple[LevelWord, str] | None = None
        self.section_code = ""
        self.indicators: list[IndicatorRow] = []
        self.reaching: dict[int, tuple[int, int, str]] = {}
        """By column: the row a merged cell began in, the last row it reaches, and what it says."""

    def place(self, row: int) -> str:
        """The place of a row, for a person."""
        kind = gettext("sheet {name}", name=self.grid.place)
        where = kind if self.grid.kind == "sheet" else self.grid.place
        return gettext("{where}, row {number}", where=where, number=row)

    def note(self, row: int, column: int, fate: Fate, what: str) -> None:
        """Say what became of a cell."""
        self.ledger.note(self.number, row, column, fate, what)

    def role(self, column: int) -> str | None:
        """The role of a column."""
        heading = self.columns.get(column)
        return heading.role if heading else None

    def activities(self, number: int, under: str, listed: tuple[Coded, ...]) -> None:
        before, word = self.frame.row, self.frame.word
        for one in listed:
            activity = self.frame.begin(
                Coded(one.text, one.code, "activity"), self.place(number), "activity", 0
            )
            activity.under = under or activity.under or (before.number if before else "")
        self.frame.row, self.frame.word = before, word

    def keep(self, number: int, column: int, role: str | None, text: str) -> None:
        """Remember the cell of a text, and its wording there."""
        row = self.frame.row
        holders: list[ObjectiveRow | IndicatorRow] = list(self.indicators)
        if row is not None and (is_activity(row) or role in ("assumptions", "risks", "mitigation")):
            holders = [row]
        for holder in holders:
            holder.at.setdefault(role or "", []).append(self.grid.address(number, column))
            holder.raw.setdefault(role or "", []).append(text)
            if (heading := self.columns.get(column)) and role in (*TARGETS, "baseline"):
                holder.raw[role].append(heading.text)

    def put(
        self,
        number: int,
        column: int,
        role: str | None,
        text: str,
        row: ObjectiveRow | None,
        *,
        has_assumptions: bool,
    ) -> tuple[Fate, str]:
        heading = self.columns[column].text if column in self.columns else ""
        if level_named(text) and role in (None, "level"):
            return "placed", gettext("level")
        if row is not None and role in ("assumptions", "risks", "mitigation"):
            return self.add_assumptions(row, role, text, as_risks=has_assumptions)
        if row is not None and role == "activity":
            listed = tuple(coded(line.text) for line in numbered_lines(text))
            self.activities(number, row.number, listed)
            return "placed", gettext("activities")
        if row is not None and is_activity(row):
            if role in OF_ACTIVITY and role not in row.texts:
                row.texts[role] = text
                return "placed", heading
        elif self.indicators:
            if role in METHODS:
                return self._methods(role, text)
            if role in TARGETS or role in OF_INDICATOR:
                return self._add_to_indicators(number, column, role, text)
        self.comment(heading, text, on_row=role == "weight")
        return "comment", heading

    def add_assumptions(
        self, row: ObjectiveRow, role: str, text: str, *, as_risks: bool
    ) -> tuple[Fate, str]:
        listed = [one.text for one in numbered_lines(text) if not says_nothing(one.text)]
        if not listed:
            return "unplaced", gettext("says that there is nothing")
        if role == "mitigation" and row.risks:
            risk, _ = row.risks[-1]
            row.risks[-1] = (risk, text)
        elif role == "mitigation":
            self.comment(gettext("Mitigation"), text)
            return "comment", gettext("comment")
        elif role == "risks" and as_risks:
            row.risks += [(one, "") for one in listed if (one, "") not in row.risks]
        else:
            row.assumptions += [one for one in listed if one not in row.assumptions]
        return "placed", gettext("risk") if role == "risks" else gettext("assumption")

    def _methods(self, role: str, text: str) -> tuple[Fate, str]:
        pieces = shared_out(text, [one.code for one in self.indicators])
        for number, indicator in enumerate(self.indicators):
            for line in numbered_lines(pieces[number] if pieces else text):
                if not says_nothing(line.text) and line.text not in indicator.methods:
                    indicator.methods.append(line.text)
        return "placed", gettext("source") if role == "source" else gettext("methods")

    def _add_to_indicators(
        self, number: int, column: int, role: str, text: str
    ) -> tuple[Fate, str]:
        heading = self.columns[column].text
        pieces = shared_out(text, [one.code for one in self.indicators])
        shared = role not in (*TARGETS, "baseline", "baseline_text", "target_text")
        if pieces is None and not shared:
            self.frame.doubts.append(
                gettext(
                    "{place}: “{heading}” has more or fewer lines than there are indicators; it is kept"
                    " as a comment on the first.",
                    place=capital(self.place(number)),
                    heading=" ".join(heading.split()),
                )
            )
            self.indicators[0].comments.append(f"{heading}: {text}")
            return "comment", heading
        for at, indicator in enumerate(self.indicators):
            wording = pieces[at] if pieces else text
            self._add_text(indicator, role, heading, wording, self.grid.address(number, column))
        return "placed", heading

    def _add_text(
        self, indicator: IndicatorRow, role: str, heading: str, text: str, place: str
    ) -> None:
        if role in TARGETS:
            label = " ".join(heading.split())
            if all((one.label, one.text) != (label, text) for one in indicator.targets):
                indicator.targets.append(Target(label, text, place))
            return
        if (
            role == "baseline"
            and (years := years_in(heading))
            and "baseline_date" not in indicator.texts
        ):
            indicator.texts["baseline_date"] = str(years[-1])
        before = indicator.texts.get(role)
        if before is None:
            indicator.texts[role] = text
        elif role == "baseline" and _is_amount(before) and _is_amount(text):
            self._other_amount(indicator, heading, before, text)
        elif text not in before.split("\n"):
            indicator.texts[role] = f"{before}\n{text}"

    def _other_amount(self, indicator: IndicatorRow, heading: str, before: str, text: str) -> None:
        """A second baseline, as in a table that tracks: the first stands, another is a comment."""
        first, second = (amount_in(one, last_of_year=False).number for one in (before, text))
        if first != second:
            indicator.comments.append(f"{' '.join(heading.split())}: {text}")

    def comment(self, heading: str, text: str, *, on_row: bool = False) -> None:
        """Keep what has no field of its own as a comment on the indicator or objective it stands at."""
        comment_text = f"{' '.join(heading.split())}: {text}" if heading.strip() else text
        holder: ObjectiveRow | IndicatorRow | None = self.frame.row
        if self.indicators and not on_row:
            holder = self.indicators[-1]
        if holder is not None and comment_text not in holder.comments:
            holder.comments.append(comment_text)

    def labelled(self, number: int, cells: Mapping[int, Cell]) -> bool:
        """Read a row of a label and a text: “Assumptions” or “Notes” below a result."""
        (first, label), (column, cell) = sorted(cells.items())
        role = column_named(label.text) if is_strict(label.text) else None
        if role not in ("assumptions", "risks", "comment") or self.frame.row is None:
            return False
        self.note(number, first, "placed", gettext("heading"))
        if role == "comment":
            self.comment(label.text.strip().rstrip(":"), cell.text)
            self.note(number, column, "comment", gettext("comment"))
        else:
            fate, what = self.add_assumptions(self.frame.row, role, cell.text, as_risks=False)
            self.frame.row.raw.setdefault(role, []).append(cell.text)
            self.note(number, column, fate, what)
        return True

    def further(self, number: int, kind: str, cells: Mapping[int, Cell]) -> None:
        """The rows below an indicator's planned values: what was achieved, or its source."""
        sources = []
        for column, cell in cells.items():
            heading = self.columns.get(column)
            if (
                kind == "source"
                and self.indicators
                and (heading is None or heading.role in (*TARGETS, "baseline", "source"))
            ):
                sources.append(cell.text)
                for indicator in self.indicators:
                    indicator.raw.setdefault("source", []).append(cell.text)
                self.note(number, column, "placed", gettext("source"))
            else:
                label = gettext("Achieved") if kind == "achieved" else gettext("Source")
                head = f"{label}, {heading.text}" if heading and heading.text else label
                self.comment(head, cell.text)
                self.note(number, column, "comment", gettext("comment"))
        for indicator in self.indicators:
            indicator.methods += [
                one for one in dict.fromkeys(sources) if one not in indicator.methods
            ]

    def whole_risks(self, number: int, at: int, cells: Mapping[int, Cell]) -> None:
        """A row that lists the risks of the whole, beside whatever column."""
        self.frame.row, self.indicators = None, []
        for column, cell in cells.items():
            self.note(number, column, "placed", gettext("heading"))
            if column > at and not level_named(cell.text):
                self.frame.loose(self.place(number)).risks += map(split_risk, lines_of(cell.text))
                self.note(number, column, "placed", gettext("risk"))


def split_risk(text: str) -> tuple[str, str]:
    """A risk and what is done about it, where our own logframes wrote both into one line."""
    before, _, after = gettext("{risk}. In response: {mitigation}").partition("{mitigation}")
    mark = before.removeprefix("{risk}")
    risk, separator, mitigation = text.partition(mark)
    return (risk, mitigation.removesuffix(after)) if separator else (text.removesuffix("."), "")


def _is_amount(text: str) -> bool:
    return amount_in(text, last_of_year=False).number is not None


def is_activity(row: ObjectiveRow) -> bool:
    return row.word == "activity"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
