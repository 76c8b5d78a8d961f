"""Plants a fault of `said_badly.yaml` into an example: a broken design, and where to be told of it."""

from __future__ import annotations

from typing import Any

from trueline.design import Assumption, Design, Indicator
from trueline.document import set_field, set_fields

Planted = tuple[Design, tuple[str, ...]]


def planted(design: Design, fault: dict[str, Any]) -> Planted:
    """The broken design, and the addresses of which any will do."""
    for way, plant in WAYS.items():
        if way in fault:
            return plant(design, fault)
    raise KeyError(fault["name"])


def _set(design: Design, fault: dict[str, Any]) -> Planted:
    for address, value in fault["set"].items():
        design = set_field(design, address, value)
    return design, (fault["at"], *fault["set"])


def _replace(design: Design, fault: dict[str, Any]) -> Planted:
    for address, values in fault["replace"].items():
        design = set_fields(design, address, values)
    return design, (fault["at"], *fault["replace"])


def _set_kind(design: Design, fault: dict[str, Any]) -> Planted:
    wanted = fault["set_kind"]
    activity = next(a for a in design.activities if a.kind == wanted["kind"])
    address = f"activities[{activity.id}].{wanted['field']}"
    return set_field(design, address, wanted["value"]), (address,)


def _set_first(design: Design, fault: dict[str, Any]) -> Planted:
    wanted = fault["set_first"]
    for link in design.links:
        for assumption in link.assumptions:
            if getattr(assumption, wanted["field"]):
                where = f"links[{link.id}].assumptions[{assumption.id}].{wanted['field']}"
                return set_field(design, where, wanted["value"]), (where,)
    raise KeyError(fault["name"])


def _reword(design: Design, fault: dict[str, Any]) -> Planted:
    wanted = dict(fault["reword"])
    result = wanted.pop("result")
    indicator = next(i for i in design.indicators if i.result == result)
    where = f"indicators[{indicator.id}]"
    values = {"toolkit_id": None, "definition": "", **wanted}
    return set_fields(design, where, values), (f"{where}.measures", where)


def _indicator(design: Design, fault: dict[str, Any]) -> Planted:
    new = Indicator(id="planted", measure="count", unit="people", **fault["indicator"])
    design = set_field(design, "indicators", (*design.indicators, new))
    return design, ("indicators[planted].measures", "indicators[planted]")


def _assume(design: Design, fault: dict[str, Any]) -> Planted:
    changes = {result.id: result.change for result in design.results}
    link = next(each for each in design.links if changes[each.effect] == "behaviour")
    assumption = Assumption(id="planted", statement=fault["assume"])
    where = f"links[{link.id}].assumptions"
    design = set_field(design, where, (assumption,))
    return design, (where, f"{where}[planted]", f"{where}[planted].statement")


def _cases(design: Design, fault: dict[str, Any]) -> Planted:
    for indicator in design.indicators:
        left = [name for name in indicator.disaggregation if name != "chain-role"]
        values: dict[str, Any] = {"disaggregation": left, "toolkit_id": None}
        if any(word in indicator.statement for word in ("prosecut", "convict", "link")):
            values["statement"] = fault["cases"]
        design = set_fields(design, f"indicators[{indicator.id}]", values)
    counted = [i for i in design.indicators if i.statement == fault["cases"]]
    here = [f"indicators[{each.id}].disaggregation" for each in counted]
    return design, ("indicators", *here)


WAYS = {
    "set": _set,
    "replace": _replace,
    "set_kind": _set_kind,
    "set_first": _set_first,
    "reword": _reword,
    "indicator": _indicator,
    "assume": _assume,
    "cases": _cases,
}
