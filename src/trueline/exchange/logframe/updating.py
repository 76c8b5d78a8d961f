"""Bringing a design up to date with a logframe that came back: what differs, to be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from trueline.design import Design
from trueline.design.logframe_key import KeyEntry, LogframeKey, digest
from trueline.document import Change, Element, Part, add_element, compare, set_fields
from trueline.document.fields import is_empty
from trueline.exchange.logframe.alike import paired
from trueline.exchange.logframe.logframe import Logframe
from trueline.exchange.logframe.mapping import Due, begin
from trueline.exchange.logframe.round_trip import identified

LISTS = ("results", "activities", "indicators", "links", "external_factors")
_STRUCTURE = frozenset(("id", "kind"))


@dataclass(frozen=True)
class Difference:
    """One element that the file says otherwise: its address, or its list where it is new.

    `values` are what the file says, `changes` the same for a person to read.
    """

    address: str
    values: dict[str, Any]
    changes: tuple[Change, ...]
    is_new: bool = False
    is_in_doubt: bool = False
    """Whether another element fits as well, so that a person has to say which is meant."""

    def apply(self, design: Design) -> Design:
        """The design with this difference taken over. Raises KeyError where its place is gone."""
        if self.is_new:
            return add_element(design, self.address, self.values)[0]
        return set_fields(design, self.address, self.values)


def differences(design: Design, table: Logframe, due: Due | None = None) -> tuple[Difference, ...]:
    """Where a file differs from a design, element by element.

    Elements are matched by the ids that travel with the file, else by what they say and by their
    codes. Indicators of the same words are told apart by their values, or are in doubt. What the file
    says nothing of stays as it is, and nothing is removed.
    """
    if table.identities.key is None:
        identities = identified((), table.rows, _key_of(design))
        table = replace(table, identities=identities)
    read = begin(table, title=design.title, due=due).design
    if table.identities.key and table.identities.key.layout:
        return tuple(_element_differences(design, read, frozenset()))
    return tuple(_element_differences(design, *paired(design, read)))


def _element_differences(
    design: Design, read: Design, doubts: frozenset[str]
) -> Iterator[Difference]:
    for place in LISTS:
        before = {one.id: one for one in getattr(design, place)}
        for element in getattr(read, place):
            fields_written = {name: getattr(element, name) for name in element.model_fields_set}
            old = before.get(element.id)
            if old is None:
                changed, address = add_element(design, place, fields_written)
                yield Difference(place, fields_written, compare(design, changed), is_new=True)
                continue
            address = f"{place}[{element.id}]"
            values = {
                name: _whole(getattr(old, name, None), value, getattr(old, "unit", ""))
                for name, value in fields_written.items()
                if name not in _STRUCTURE and not is_empty(value)
            }
            if changes := compare(design, set_fields(design, address, values)):
                updated = {
                    name: values[name] for name in values if values[name] != getattr(old, name)
                }
                in_doubt = place == "indicators" and element.id in doubts
                yield Difference(address, updated, changes, is_in_doubt=in_doubt)


def _whole(before: Any, now: Any, unit: str = "") -> Any:
    """A part with what it had and the file has no column for: the source of a baseline, a rationale.

    Targets that the file does not show stay. A unit repeated in words is no news, nor is a year alone
    beside a day of that year.
    """
    if isinstance(now, tuple) and now and isinstance(now[0], Element):
        old = {one.key_value: one for one in before}
        new = {one.key_value: _whole(old.get(one.key_value), one, unit) for one in now}
        return (*(new.pop(key, one) for key, one in old.items()), *new.values())
    if not isinstance(now, Part):
        return now
    fields_written = {name: getattr(now, name) for name in now.model_fields_set}
    if unit and fields_written.get("text") == unit:
        del fields_written["text"]
    if type(before) is not type(now):
        return type(now).model_validate(fields_written)
    day, year = getattr(before, "measured", None), fields_written.get("measured")
    if day and year and (year.month, year.day) == (1, 1) and day.year == year.year:
        del fields_written["measured"]
    return before.model_copy(update=fields_written)


def _key_of(design: Design) -> LogframeKey:
    """A design as a key, by which a file without one is matched."""
    return LogframeKey("", tuple(_entries(design)))


def _entries(design: Design) -> Iterator[KeyEntry]:
    used: dict[str, int] = {}
    numbers: dict[str, tuple[str, str]] = {}
    for result in design.results:
        level: str = result.level or "result"
        used[level] = used.get(level, 0) + 1
        numbers[result.id] = (level, str(used[level]))
        yield _entry("results", result.id, *numbers[result.id], "statement", result.statement)
    for place, activity in enumerate(design.activities, 1):
        yield _entry("activities", activity.id, "activity", str(place), "title", activity.title)
    per: dict[str, int] = {}
    for indicator in design.indicators:
        level, number = numbers.get(indicator.result or "", ("", ""))
        per[level + number] = per.get(level + number, 0) + 1
        own = f"{number}.{per[level + number]}".lstrip(".")
        entry = _entry("indicators", indicator.id, level, own, "statement", indicator.statement)
        entry.values["result"] = indicator.result
        yield entry


def _entry(place: str, id: str, level: str, number: str, name: str, text: str) -> KeyEntry:
    return KeyEntry(place, id, level, number, {name: [digest(text)]}, {name: text})
