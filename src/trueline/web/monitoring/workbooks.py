"""A workbook of somebody's own: what its columns hold, and what it would change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from trueline.exchange.measurements import measurements_in
from trueline.exchange.measurements.columns import plain_heading
from trueline.exchange.measurements.mapping import (
    FIGURES,
    LEFT_OUT,
    LIST,
    ColumnMap,
    ProgrammeTerms,
    guessed,
    heading_line,
    headings_of,
    in_our_columns,
    refuse_personal,
    unknown_names,
)
from trueline.exchange.measurements.sheets import SheetRow
from trueline.files import FileProblems, Problem
from trueline.measures.periods import Period
from trueline.reports.design.codes import codes_of
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import vocabulary_title
from trueline.web.documents.models import DocumentRecord
from trueline.web.monitoring.claims import approved_design
from trueline.web.monitoring.import_preview import DueMeasurements, Preview, as_data, preview_of
from trueline.web.monitoring.models import ColumnMapping, Measurement, MonitoredIndicator
from trueline.web.monitoring.snapshots import digest

MOST_NAMES = 60
SAMPLES = 3
ROLES: Mapping[str, str | Promise] = {
    "": gettext_lazy("Nothing of ours"),
    "indicator": gettext_lazy("The indicator"),
    "period": gettext_lazy("The period"),
    "place": gettext_lazy("The site"),
    "value": gettext_lazy("A count or value"),
    "numerator": gettext_lazy("A numerator"),
    "denominator": gettext_lazy("A denominator"),
    "mean": gettext_lazy("A mean"),
    "n": gettext_lazy("How many were measured"),
    "text": gettext_lazy("What is told in words"),
    "note": gettext_lazy("A note"),
    "state": gettext_lazy("Missing or not applicable"),
}


@dataclass(frozen=True)
class Column:
    """A column as the form shows it."""

    number: int
    heading: str
    samples: Sequence[str]
    role: str
    of: str


@dataclass(frozen=True)
class Unknown:
    """A text that names nothing of the programme, and what it may mean."""

    number: int
    text: str
    options: Sequence[tuple[str, str]]
    meant: str


@dataclass
class Workbook:
    """The sheets of a file beside a programme. Without `chosen` it is read as its headings say."""

    record: DocumentRecord
    toolkit: Toolkit
    name: str
    sheets: Mapping[str, Sequence[SheetRow]]
    chosen: ColumnMap | None = None
    remembered: ColumnMapping | None = None
    problems: list[Problem] = field(default_factory=list)
    read: Preview | None = None

    def __post_init__(self) -> None:
        if not self.sheets:
            raise FileProblems([Problem(self.name, _("There is nothing in it."))])
        self.map = self.chosen or self._remembered_map() or self._guessed()
        for title, rows in self.sheets.items():
            if title == self.map.sheet:
                headings = headings_of(rows, self.map.heading)
                refuse_personal(headings, self.name, self.map.heading)

    @property
    def rows(self) -> Sequence[SheetRow]:
        return self.sheets.get(self.map.sheet, ())

    @cached_property
    def indicators(self) -> list[MonitoredIndicator]:
        return list(self.record.monitored_indicators.filter(retired=None))

    @cached_property
    def lists(self) -> list[str]:
        """The lists by which some indicator is broken down."""
        vocabulary_ids = {each.id for each in self.toolkit.vocabularies}
        names = (name for each in self.indicators for name in each.meaning.disaggregation)
        return [name for name in dict.fromkeys(names) if name in vocabulary_ids]

    @cached_property
    def known(self) -> ProgrammeTerms:
        """The programme's terms that texts of the file can name."""
        design = approved_design(self.record)
        codes = codes_of(design).indicators if design else {}
        names: dict[str, str] = {}
        for each in self.indicators:
            for text in (each.key, codes.get(each.key, ""), each.meaning.statement):
                names.setdefault(plain_heading(text), each.key)
        names.pop("", None)
        words = {
            name: {
                plain_heading(text): term.id
                for term in self.toolkit.terms(name)
                for text in (term.id, term.label)
            }
            for name in self.lists
        }
        return ProgrammeTerms(names, words, self._periods())

    def _periods(self) -> dict[str, list[Period]]:
        periods: dict[str, dict[str, Period]] = {}
        rows = Measurement.objects.filter(indicator__in=self.indicators)
        for key, label, start, end in rows.values_list(
            *("indicator__key", "period__label", "period__start", "period__end")
        ):
            periods.setdefault(key, {})[label] = Period(end, start, label)
        return {key: list(by_label.values()) for key, by_label in periods.items()}

    @property
    def headings(self) -> list[str]:
        return headings_of(self.rows, self.map.heading)

    @property
    def digest(self) -> str:
        """The same for workbooks with the same headings."""
        return digest([plain_heading(each) for each in self.headings])

    def _remembered_map(self) -> ColumnMap | None:
        """The columns described before of a sheet with the same headings."""
        by_headings = {each.headings: each for each in self.record.column_mappings.all()}
        for title, rows in self.sheets.items() if by_headings else ():
            for line, _cells in rows[:12]:
                headings = [plain_heading(each) for each in headings_of(rows, line)]
                self.remembered = by_headings.get(digest(headings))
                if self.remembered is not None:
                    recalled = ColumnMap.from_data(self.remembered.content)
                    return replace(recalled, sheet=title, heading=line)
        return None

    def _guessed(self) -> ColumnMap:
        title, rows = next(iter(self.sheets.items()))
        return replace(guessed(rows, heading_line(rows), self.known), sheet=title)

    @property
    def columns(self) -> list[Column]:
        """The columns that say something, with what the first rows hold there."""
        below = [cells for line, cells in self.rows if line > self.map.heading]
        columns = []
        for at, heading in enumerate(self.headings):
            texts = (str(cells[at]) for cells in below if at < len(cells) and cells[at] != "")
            samples = [text[:40] for text, _number in zip(texts, range(SAMPLES), strict=False)]
            if heading or samples:
                columns.append(
                    Column(at, heading, samples, _at(self.map.roles, at), _at(self.map.of, at))
                )
        return columns

    @property
    def roles(self) -> list[tuple[str, str]]:
        """The roles that a column may have."""
        lists = [(f"{LIST}{name}", vocabulary_title(self.toolkit, name)) for name in self.lists]
        return [*((role, str(label)) for role, label in ROLES.items()), *lists]

    @property
    def whose(self) -> list[str]:
        """The owners of a column of figures, to choose from."""
        words = [
            f"{name}: {term.label}" for name in self.lists for term in self.toolkit.terms(name)
        ]
        labels = {each.label for periods in self.known.periods.values() for each in periods}
        return [
            *words[:MOST_NAMES],
            *sorted(labels)[:MOST_NAMES],
            *(each.key for each in self.indicators),
        ]

    @property
    def unknown(self) -> list[Unknown]:
        """Texts that match nothing of the programme, with the options to map them to."""
        indicators = [(each.key, each.label) for each in self.indicators]
        unknowns = []
        unknown_texts = [
            (role, text) for role, text in self._unknown_texts() if role in self.map.roles
        ]
        for number, (role, text) in enumerate(unknown_texts[:MOST_NAMES]):
            terms = self.toolkit.terms(role.removeprefix(LIST)) if role.startswith(LIST) else ()
            options = (
                indicators if role == "indicator" else [(term.id, term.label) for term in terms]
            )
            meant = self.map.names.get(plain_heading(text), "")
            unknowns.append(
                Unknown(number, text, [(LEFT_OUT, _("Leave these rows out")), *options], meant)
            )
        return unknowns

    def _unknown_texts(self) -> list[tuple[str, str]]:
        """Texts that name nothing by themselves, whether or not somebody has explained them."""
        return unknown_names(self.rows, replace(self.map, names={}), self.known)

    def hold(self) -> None:
        """Hold the figures against what is kept. What is wrong stands in `problems`."""
        try:
            rows = in_our_columns(self.rows, self.map, self.known, self.name)
            measured = measurements_in(
                rows,
                self.name,
                {each.key: each.meaning for each in self.indicators},
                {name: [term.id for term in self.toolkit.terms(name)] for name in self.lists},
                decimal_sign=self.map.decimal,
            ).rows
            keys = {row.indicator for row in measured}
            labels = {row.period.label for row in measured}
            due = Measurement.objects.filter(
                indicator__in=self.indicators, indicator__key__in=keys, period__label__in=labels
            ).select_related("indicator", "period__document", "site")
            self.read = preview_of(
                measured, self.name, DueMeasurements.of(due.prefetch_related("cells")), self.toolkit
            )
        except FileProblems as error:
            self.problems = [replace(each, column=None) for each in error.problems]

    @property
    def seen(self) -> str:
        """The same for as long as the file would change the same."""
        return digest([as_data(each.entry) for each in self.read.changes] if self.read else [])


def _at(texts: Sequence[str], position: int) -> str:
    return texts[position] if position < len(texts) else ""


def map_from(post: Mapping[str, str], sheets: Mapping[str, Iterable[SheetRow]]) -> ColumnMap:
    """The column map in a form."""
    heading = post.get("heading", "")
    sheet = post.get("sheet", "")
    width = 60
    names = {
        plain_heading(post[f"text-{number}"]): post.get(f"name-{number}", "")
        for number in range(MOST_NAMES)
        if f"text-{number}" in post
    }
    roles = tuple(_role(post.get(f"role-{number}", "")) for number in range(width))
    return ColumnMap(
        sheet=sheet if sheet in sheets else next(iter(sheets), ""),
        heading=int(heading) if heading.isdecimal() and len(heading) < 7 else 1,
        roles=roles,
        of=tuple(
            post.get(f"of-{number}", "").strip()[:200] if role in FIGURES else ""
            for number, role in enumerate(roles)
        ),
        fixed={
            name: post.get(f"fixed-{name}", "").strip() for name in ("indicator", "period", "place")
        },
        names={text: meant for text, meant in names.items() if meant},
        decimal="," if post.get("decimal") == "," else "." if post.get("decimal") == "." else "",
        fills_down=post.get("fills_down") == "yes",
    )


def _role(text: str) -> str:
    return text if text in ROLES or text.startswith(LIST) else ""
