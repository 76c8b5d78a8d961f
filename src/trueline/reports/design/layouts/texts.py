"""Texts of cells on results, indicators and activities, noted in the key as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trueline.design import Activity, Design, Indicator, Link, Result
from trueline.design.logframe_key import STRUCTURE, KeyBuilder, LogframeKey
from trueline.document.targets import Target
from trueline.language import dates, gettext, number
from trueline.reports.design.codes import codes_of, highest_first, level_of
from trueline.reports.design.keys import plain_number
from trueline.reports.design.layouts.model import Cell
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording

_DIGITS = 15
WITHIN = {
    "baseline": ("value", "text", "measured"),
    "targets": ("due", "value", "text"),
    "assumptions": ("id", "statement"),
}
"""Baselines, targets and assumptions as donors' layouts show them."""


def short_day(day: date) -> str:
    """A day as donors ask it: the year alone where it is its last day, else the whole date."""
    return str(day.year) if (day.month, day.day) == (12, 31) else day.isoformat()


def flat(text: str) -> str:
    """A text on one line: in a list of several, each stands on one of its own."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Coded:
    """A result or activity with its code: the label of its level, and its number."""

    id: str
    level: str
    label: str
    number: str


class Texts:
    """Writes the cells of one design in one layout, and keeps what they show."""

    def __init__(
        self, design: Design, wording: Wording, layout: str, *, numbers: bool = True
    ) -> None:
        """`numbers`: whether the program has numbers, or writes them as text."""
        self.design, self.wording, self.has_numbers = design, wording, numbers
        self.key = KeyBuilder(design, layout, WITHIN)
        self.codes = codes_of(design)
        self._look_up()
        self._count()

    def _look_up(self) -> None:
        """Find once what each row asks for: links by cause, indicators and activities by result."""
        self._links: dict[str, list[Link]] = {}
        for link in self.design.links:
            self._links.setdefault(link.cause, []).append(link)
        self._indicators: dict[str, list[Indicator]] = {}
        for indicator in self.design.indicators:
            self._indicators.setdefault(indicator.result or "", []).append(indicator)
        self._activities: dict[str, list[Activity]] = {}
        for activity in self.design.activities:
            if links := self._links.get(activity.id):
                self._activities.setdefault(links[0].effect, []).append(activity)

    def _count(self) -> None:
        """Number results within their level and indicators within their result, as codes do."""
        self.coded: dict[str, Coded] = {}
        used: dict[str, int] = {}
        for result in self.design.results:
            level = level_of(result)
            used[level] = used.get(level, 0) + 1
            self._code("results", result.id, level, str(used[level]), self.codes.results[result.id])
        for place, activity in enumerate(self.design.activities, 1):
            label = self.codes.activities[activity.id]
            self._code("activities", activity.id, "activity", str(place), label)
        per: dict[str, int] = {}
        self.numbers: dict[str, str] = {}
        for indicator in self.design.indicators:
            holder = self.coded.get(indicator.result or "")
            owner = holder.id if holder and holder.level != "activity" else ""
            per[owner] = per.get(owner, 0) + 1
            number = f"{self.coded[owner].number}.{per[owner]}" if owner else str(per[owner])
            self.numbers[indicator.id] = number
            self.key.name(
                "indicators", indicator.id, self.coded[owner].level if owner else "", number
            )
        for link in self.design.links:
            self.key.entry("links", link.id)

    def _code(self, place: str, id: str, level: str, number: str, label: str) -> None:
        self.coded[id] = Coded(id, level, label, number)
        self.key.name(place, id, level, number)

    def results(self) -> list[Result]:
        """The results from impact down."""
        return highest_first(self.design)

    def indicators(self, result: Result) -> list[Indicator]:
        """The indicators of a result."""
        return self._indicators.get(result.id, [])

    def loose(self) -> list[Indicator]:
        """The indicators that name no result that is there."""
        result_ids = {result.id for result in self.design.results}
        return [one for one in self.design.indicators if one.result not in result_ids]

    def activities_of(self, result: Result) -> list[Activity]:
        """The activities that lead to a result by their first link."""
        return self._activities.get(result.id, [])

    def other_activities(self) -> list[Activity]:
        """The activities that lead to nothing yet."""
        led = {link.cause for link in self.design.links if link.effect in self.coded}
        return [activity for activity in self.design.activities if activity.id not in led]

    # Results and activities

    def label(self, id: str) -> str:
        """The code of a result or activity, as Outcome 1."""
        return self.coded[id].label

    def objective(self, result: Result, *, before: str = "") -> str:
        """The text of a result, after its code where the cell holds both."""
        return self.key.show("results", result.id, "statement", f"{before}{flat(result.name)}")

    def assumptions(self, id: str) -> str:
        """The assumptions of a result or activity, a line each."""
        lines: list[str] = []
        for link in self._links.get(id, []):
            self.key.show("links", link.id, "assumptions", "")
            lines += [flat(assumption.name) for assumption in link.assumptions]
        text = "\n".join(lines)
        for link in self._links.get(id, []):
            if link.assumptions:
                self.key.show("links", link.id, "assumptions", text)
        return text

    def activity(self, activity: Activity, *, before: str = "") -> str:
        """The name of an activity."""
        return self.key.show("activities", activity.id, "title", f"{before}{flat(activity.name)}")

    def activity_field(self, activity: Activity, name: str) -> str:
        """One field of an activity in words."""
        value = flat(self.wording.field(activity, name))
        return self.key.show("activities", activity.id, name, value)

    def activity_dates(self, activity: Activity) -> str:
        """The days on which an activity begins and ends."""
        period = dates(activity.start, activity.end)
        return self.key.show("activities", activity.id, "start end", period)

    # Indicators

    def indicator(self, indicator: Indicator, *, before: str | None = None) -> str:
        """The text of an indicator, after its number."""
        number = self.numbers[indicator.id]
        mark = " " if "." in number else ". "
        head = f"{number}{mark}" if before is None else before
        return self.key.show("indicators", indicator.id, "statement", head + flat(indicator.name))

    def field(self, indicator: Indicator, name: str, *, label: bool = False) -> str:
        """One field of an indicator in words; with its label where it stands in a cell with others."""
        value = flat(self.wording.field(indicator, name))
        if not value:
            return self.key.show("indicators", indicator.id, name, "")
        text = f"{type(indicator).field_title(name)}: {value}" if label else value
        return text if label else self.key.show("indicators", indicator.id, name, text)

    def together(self, indicator: Indicator, names: tuple[str, ...], *, before: str = "") -> str:
        """Several fields of an indicator in one cell, a line each with its label."""
        lines = [self.field(indicator, name, label=True) for name in names]
        text = "\n".join(part for part in (before, *lines) if part)
        return self.key.show("indicators", indicator.id, " ".join(names), text)

    def sources(self, indicator: Indicator) -> str:
        """Source and methods, a line each."""
        lines = [flat(part) for part in (indicator.source, *indicator.methods) if part.strip()]
        return self.key.show("indicators", indicator.id, "source methods", "\n".join(lines))

    def baseline(self, indicator: Indicator) -> str:
        """The baseline in one cell: value, unit, words, and the year or day in brackets."""
        one = indicator.baseline
        text = amount(one.value, indicator.unit, one.text, one.measured) if one else ""
        return self.key.show("indicators", indicator.id, "baseline", text)

    def targets(self, indicator: Indicator) -> str:
        """All targets in one cell, a line each; the last is that of the whole programme."""
        lines = [
            amount(one.value, indicator.unit, one.text, one.due) for one in self.by_day(indicator)
        ]
        return self.key.show("indicators", indicator.id, "targets", "\n".join(lines))

    def by_day(self, indicator: Indicator) -> list[Target]:
        """The targets in the order of their days."""
        return sorted(indicator.targets, key=lambda target: target.due)

    def value_cell(
        self, indicator: Indicator, fields: str, value: Decimal | None, words: str
    ) -> Cell:
        """A baseline or target as a cell of its own: a number where it is no more than one."""
        if value is not None and not words and self.has_numbers and _fits(value, indicator.unit):
            self.key.show("indicators", indicator.id, fields, plain_number(value))
            words_of_value = amount(value, indicator.unit, "", None)
            return Cell(words_of_value, number=value, unit=indicator.unit)
        text = amount(value, indicator.unit, words, None)
        return Cell(self.key.show("indicators", indicator.id, fields, text))

    # The whole

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Title and the facts by which a reader knows the programme, as labels and texts."""
        design = self.design
        rows = (
            (gettext("Project title"), "title", flat(design.title)),
            (gettext("Lead organisation"), "lead", flat(design.lead)),
            (gettext("Countries"), "countries", self.wording.field(design, "countries")),
            (gettext("Dates"), "start end", dates(design.start, design.end)),
        )
        for _, fields, text in rows:
            self.key.show("", "", fields, text)
        if not design.title:  # record the substitute
            self.key.show("", "", "title", title_of(design, gettext(UNTITLED)))
        return tuple((label, text) for label, _, text in rows if text)

    def finished(self) -> LogframeKey:
        """The key of all that was written, with every link."""
        return self.key.key(STRUCTURE)


def amount(value: Decimal | None, unit: str, words: str, day: date | None) -> str:
    """An amount in one cell; nothing where there is none, and never 0 for that."""
    parts = [f"{number(value)} {unit}".strip()] if value is not None else []
    parts += [flat(words)] if words else []
    text = "; ".join(parts)
    return f"{text} ({short_day(day)})".strip() if day and (text or value is None) else text


def _fits(value: Decimal, unit: str) -> bool:
    digits = len(value.normalize().as_tuple().digits)
    return digits <= _DIGITS and len(unit) <= 40 and not set(unit) & set('"\\;[]_*@\n')


def level_words(level: str) -> Iterator[str]:
    """The name of a level in English forms, for those that repeat it in every heading."""
    yield {"impact": "Impact", "outcome": "Outcome", "output": "Output"}.get(level, "Result")
