"""Figures as data for other programs: a row for each indicator, period and group.

The CSV has a row of HXL hashtags under its headings; the JSON holds the same rows. What is missing
is empty or left out, and a small count of people reads "<11".
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from trueline.design.figures import in_unit
from trueline.design.tables import GroupRow, Table
from trueline.files.formulas import FORMULA_STARTS
from trueline.measures.aggregates import Aggregate
from trueline.measures.periods import Period
from trueline.measures.readings import Count, Mean, Ratio, Scale, Share, Words
from trueline.reports.measuring.tracking import Single

TAGS = {
    "indicator": "#indicator+code",
    "statement": "#indicator+name",
    "unit": "#indicator+unit",
    "occasion": "#meta+occasion",
    "period": "#date+period",
    "start": "#date+start",
    "end": "#date+end",
    "state": "#status",
    "value": "#value+num",
    "numerator": "#value+numerator",
    "denominator": "#value+denominator",
    "n": "#value+sample",
    "text": "#description",
    "note": "#description+note",
}
GROUP = "#group+"


Notes = Mapping[str, Mapping[str, str]]
"""By indicator and period, why a figure is missing or is not what was planned."""


def rows_of(
    tables: Sequence[Table], singles: Sequence[Single], notes: Notes = MappingProxyType({})
) -> Iterator[dict[str, Any]]:
    """One row for each figure, and for each that is missing; fields without a value are left out.

    A note stands beside the figure of all people.
    """
    for table in tables:
        yield from _rows(table, "period", notes)
    for single in singles:
        yield from _rows(single.table, single.occasion, notes)


def _rows(table: Table, occasion: str, notes: Notes) -> Iterator[dict[str, Any]]:
    indicator = table.figure.indicator
    common = {"indicator": indicator.id, "statement": indicator.statement, "unit": indicator.unit}
    for row in table.rows:
        for period, one in zip(table.periods, row.by_period, strict=True):
            values = {**_when(period), **_group(row), **_values_of(one)}
            note = "" if row.group else notes.get(indicator.id, {}).get(period.label, "")
            yield {**common, "occasion": occasion, **values, **({"note": note} if note else {})}


def _when(period: Period) -> dict[str, str]:
    start, end = period.start.isoformat(), period.end.isoformat()
    return {"period": period.label, "start": start, "end": end}


def _group(row: GroupRow) -> dict[str, str]:
    return {f"group:{name}": word for name, word in row.group}


def _values_of(aggregate: Aggregate) -> dict[str, str]:
    values = {"state": str(aggregate.state)}
    if aggregate.below:
        values["value"] = f"<{aggregate.below}"
    value = in_unit(aggregate.reading)
    if value is not None:
        values["value"] = _plain(Decimal(value.numerator) / Decimal(value.denominator))
    match aggregate.reading:
        case Share(numerator, denominator) | Ratio(numerator, denominator):
            values |= {"numerator": _plain(numerator), "denominator": _plain(denominator)}
        case Mean(n=n) | Scale(n=n):
            values["n"] = str(n)
        case Words(texts):
            values["text"] = "; ".join(texts)
        case Count() | None:
            pass
    return values


def _plain(value: Decimal) -> str:
    return f"{round(value, 6).normalize():f}"


def dump_csv(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as CSV, headings and hashtags first."""
    groups = sorted({name for row in rows for name in row if name.startswith("group:")})
    names = [*list(TAGS)[:7], *groups, *list(TAGS)[7:]]
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([name.removeprefix("group:") for name in names])
    writer.writerow([TAGS.get(name) or f"{GROUP}{_tag(name)}" for name in names])
    for row in rows:
        writer.writerow([_safe(row.get(name, "")) for name in names])
    return out.getvalue()


def _tag(name: str) -> str:
    return name.removeprefix("group:").replace("-", "_")


def _safe(text: str) -> str:
    """Text that a spreadsheet takes for text and not for a formula; a number stays one."""
    is_number = text.lstrip("-").replace(".", "", 1).isdigit()
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not is_number else text


def dump_json(rows: Sequence[dict[str, Any]]) -> str:
    """The rows as JSON. Numbers are text, so that none loses a digit."""
    return json.dumps(rows, ensure_ascii=False, indent=1)
