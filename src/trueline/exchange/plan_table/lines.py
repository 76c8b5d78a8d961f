"""The lines of a plan as they are read: objectives, activities and their indicators."""

from __future__ import annotations

import re
from typing import Any

from trueline.exchange.logframe.headings import plain
from trueline.exchange.logframe.model import Fate
from trueline.exchange.plan_table.times import Days, days_in
from trueline.exchange.plan_table.words import (
    is_ongoing,
    is_tick,
    payer_in,
    pillars,
    priorities,
    says_only_ongoing,
)
from trueline.language import gettext
from trueline.language.parsing import parse_money, parse_number
from trueline.plan import Plan

TextsByUse = dict[str, list[tuple[str, str]]]
"""The texts of a row by what its columns hold: each heading with its text."""
Fates = dict[tuple[str, str], tuple[Fate, str]]
Values = dict[str, Any]

LONGEST = 500
"""Letters of a field of one line."""
_LIST = re.compile(r"[\n;•]+")
_BULLET = re.compile(r"^\s*(?:[-–•*▪]|\(?\d{1,2}[.)]|[a-z][.)])\s+")
_NUMBER = re.compile(r"^\s*(\d+(?:\.\d+)*)[.):]?\s*$")


class Lines:
    """Grows with each row. What fits no field of an activity stands in its description."""

    CARRIED = frozenset(["objective", "pillar", "activity", "lead", "number"])
    """Texts of cells that reach over several rows, for all of these."""

    def __init__(self) -> None:
        self.title = self.pillar = ""
        self.objectives: dict[str, Values] = {}
        self.activities: list[Values] = []
        self.indicators: list[Values] = []
        self._objective: str | None = None
        self._known: dict[tuple[str | None, str], Values] = {}

    def plan(self) -> Plan:
        """All of it as a plan; what was left open stays open."""
        return Plan.model_validate(
            {
                "title": self.title,
                "objectives": [*self.objectives.values()],
                "activities": self.activities,
                "indicators": self.indicators,
            }
        )

    def under(self, text: str) -> None:
        """Put the rows that follow under this objective."""
        whole = " ".join(text.split())
        if whole not in self.objectives:
            id = f"objective-{len(self.objectives) + 1}"
            rest = whole[LONGEST:]
            statement = whole[:LONGEST]
            self.objectives[whole] = {"id": id, "statement": statement, "relevance": rest}
        self._objective = self.objectives[whole]["id"]

    def row(self, texts_by_use: TextsByUse, ticks: list[Days], currency: str) -> Fates:
        """Take a row; what became of each text, by what its column holds."""
        fates: Fates = {}
        for text in _texts(texts_by_use, "objective"):
            self.under(text)
            fates["objective", text] = ("placed", "objective")
        activity = self._activity(texts_by_use, fates)
        if activity is None:
            return fates
        for holds, texts in texts_by_use.items():
            for heading, text in texts:
                key = (holds, text)
                if key in fates or holds in ("indicator", "target"):
                    continue
                if holds == "tick" and is_tick(text):
                    fates[key] = ("placed", "time")
                elif self._place(activity, holds, text, currency):
                    fates[key] = ("placed", holds)
                else:
                    fates[key] = self._add_to_description(activity, heading, text)
        self._read_ticks(activity, ticks)
        self._read_indicators(activity, texts_by_use, fates)
        for heading, text in texts_by_use.get("target", ()):
            if ("target", text) not in fates:
                fates["target", text] = self._add_to_description(activity, heading, text)
        return fates

    def _activity(self, texts_by_use: TextsByUse, fates: Fates) -> Values | None:
        """The activity of a row: a new one, the one it continues, or None before the first."""
        text = "\n".join(_texts(texts_by_use, "activity"))
        number = next((t for t in _texts(texts_by_use, "number") if _NUMBER.match(t)), "")
        if not text:
            return self.activities[-1] if self.activities else None
        line = " ".join(text.split())
        activity = self._known.get((self._objective, line))
        if activity is None:
            activity = {"id": f"activity-{len(self.activities) + 1}"}
            title = f"{number.strip()} {line}" if number else line
            activity["title"] = title[:LONGEST]
            activity["description"] = title[LONGEST:]
            activity |= {"objective": self._objective} if self._objective else {}
            activity |= {"pillar": self.pillar} if self.pillar else {}
            self.activities.append(activity)
            self._known[self._objective, line] = activity
        for each in _texts(texts_by_use, "activity"):
            fates["activity", each] = ("placed", "activity")
        if number:
            fates["number", number] = ("placed", "activity")
        return activity

    def _place(self, activity: Values, holds: str, text: str, currency: str) -> bool:
        """Whether a text found its field."""
        match holds:
            case "lead":
                return _once(activity, "lead", " / ".join(_listed(text)), LONGEST)
            case "partners":
                partners = [each for each in _listed(text, commas=True) if len(each) <= LONGEST]
                had = activity.setdefault("partners", [])
                had += [each for each in partners if each not in had]
                return bool(partners)
            case "start" | "end" | "time":
                return _read_days(activity, holds, text)
            case "budget":
                return _read_budget(activity, text, currency)
            case "payer":
                return _paid(activity, text)
            case "pillar":
                pillar = pillars().get(plain(text))
                return bool(pillar) and _once(activity, "pillar", pillar or "", LONGEST, anew=True)
            case "priority":
                priority = priorities().get(plain(text))
                return bool(priority) and _once(activity, "priority", priority or "", LONGEST)
            case _:
                return False

    def _read_ticks(self, activity: Values, ticks: list[Days]) -> None:
        if ticks:
            starts = filter(None, [*(first for first, _ in ticks), activity.get("start")])
            ends = filter(None, [*(last for _, last in ticks), activity.get("end")])
            activity |= {"start": min(starts), "end": max(ends)}

    def _read_indicators(self, activity: Values, texts_by_use: TextsByUse, fates: Fates) -> None:
        """The indicators of a row, each with its target where the row has one of each."""
        statements = [each for text in _texts(texts_by_use, "indicator") for each in _listed(text)]
        targets = _texts(texts_by_use, "target")
        begun = []
        for statement in statements:
            indicator: Values = {
                "id": f"indicator-{len(self.indicators) + 1}",
                "statement": statement,
                "activity": activity["id"],
            }
            self.indicators.append(indicator)
            begun.append(indicator)
        for text in _texts(texts_by_use, "indicator"):
            fates["indicator", text] = ("placed", "indicator")
        for text in targets if len(begun) == 1 else []:
            due = activity.get("end")
            if due is None:
                begun[0]["definition"] = gettext("Target: {text}", text=text)
            else:
                value = parse_number(text).value
                begun[0]["targets"] = [{"due": due, "text": text} | _value_field(value)]
            fates["target", text] = ("placed", "target")

    def _add_to_description(self, activity: Values, heading: str, text: str) -> tuple[Fate, str]:
        """Keep a text in the description, under what heads it."""
        addition = f"{' '.join(heading.split())}: {text}"
        before = activity.get("description", "")
        activity["description"] = f"{before}\n{addition}".strip()
        return "comment", gettext("kept in the description")


def _texts(texts_by_use: TextsByUse, holds: str) -> list[str]:
    return [text for _, text in texts_by_use.get(holds, ())]


def _listed(text: str, *, commas: bool = False) -> list[str]:
    """The entries of a cell, by its lines and bullets; by commas too where it lists names."""
    parts = _LIST.split(text)
    if commas:
        parts = [each for part in parts for each in part.split(",")]
    entries = (_BULLET.sub("", " ".join(part.split())) for part in parts)
    return [each for each in entries if each]


def _once(activity: Values, field: str, value: str, longest: int, *, anew: bool = False) -> bool:
    """Fill a field that is empty still, or holds the same."""
    if not value or len(value) > longest or (activity.get(field, value) != value and not anew):
        return False
    activity[field] = value
    return True


def _read_days(activity: Values, holds: str, text: str) -> bool:
    if is_ongoing(text):
        activity["work"] = "business-as-usual"
        return says_only_ongoing(text)
    days = days_in(text)
    if days is None:
        return False
    first, last = days
    if holds == "start":
        return _once_day(activity, "start", first or last)
    if holds == "end":
        return _once_day(activity, "end", last)
    begins = first is None or _once_day(activity, "start", first)
    return _once_day(activity, "end", last) and begins


def _once_day(activity: Values, field: str, day: Any) -> bool:
    if day is None or activity.get(field, day) != day:
        return False
    activity[field] = day
    return True


def _read_budget(activity: Values, text: str, currency: str) -> bool:
    read = parse_money(text, currency=currency).value
    if read is None or not read.currency or read.amount < 0 or "budget" in activity:
        return _paid(activity, text) if not any(c.isdigit() for c in text) else False
    activity["budget"] = {"amount": read.amount, "currency": read.currency}
    return True


def _paid(activity: Values, text: str) -> bool:
    """The payer, in the plan's words where they are clear; the file's own stand in a line of the budget."""
    payers = " / ".join(_listed(text))
    if not payers or len(payers) > LONGEST:
        return False
    payer = payer_in(text)
    if payer and activity.get("payer", payer) == payer:
        activity["payer"] = payer
    lines = activity.setdefault("budget_lines", [])
    lines.append({"id": f"{activity['id']}-money-{len(lines) + 1}", "funder": payers})
    return True


def _value_field(value: Any) -> Values:
    return {} if value is None else {"value": value}
