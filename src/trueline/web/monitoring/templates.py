"""The workbook in which the figures of a period are filled in elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from trueline.reports.measuring.template import Line, template
from trueline.toolkit import Toolkit
from trueline.web.monitoring.models import Answer, Measurement, ReportingPeriod
from trueline.web.monitoring.snapshots import snapshot
from trueline.web.monitoring.value_types import ValueType, groups_of, value_type_of

FILLS: dict[ValueType, dict[str, str]] = {
    ValueType.COUNT: {"value": "value"},
    ValueType.SHARE: {"numerator": "numerator", "denominator": "denominator"},
    ValueType.RATIO: {"numerator": "numerator", "denominator": "denominator"},
    ValueType.MEAN: {"mean": "value", "n": "denominator"},
    ValueType.SCALE: {"points": "points"},
    ValueType.WORDS: {"text": "text"},
}
"""The columns of a figure, and where what they say is kept."""
STATES = {Answer.MISSING: "missing", Answer.NOT_APPLICABLE: "not applicable"}


def template_of(period: ReportingPeriod, due: Iterable[Measurement], toolkit: Toolkit) -> bytes:
    """A template of what is due in a period, with what was entered so far."""
    lines = [line for one in due if one.can_be_entered for line in _lines(one, toolkit)]
    return template(
        lines,
        period=period.label,
        made_for={"programme": str(period.document_id), "period": period.label},
        explained=_(
            "Fill in the coloured cells and upload the file where you got it. What you leave empty"
            " is missing, and is not 0. Only totals belong here, never a row about a person."
        ),
    )


def _lines(measurement: Measurement, toolkit: Toolkit) -> Iterator[Line]:
    stored, meaning = snapshot(measurement), measurement.indicator.meaning
    value_type = value_type_of(meaning)
    answer = STATES[Answer(measurement.answer)] if measurement.answer else ""
    keys = [""]
    if value_type is not ValueType.WORDS:
        keys += [group.key for group in groups_of(meaning, toolkit, tuple(stored["cells"]))]
    for key in keys:
        group = dict(pair.split("=", 1) for pair in key.split(";")) if key else {}
        common = {} if key else {"state": answer, "note": measurement.note}
        filled = {**_values_of(stored["cells"].get(key, {}), value_type), **common}
        yield Line(
            measurement.indicator.key,
            measurement.indicator.label,
            group,
            tuple(FILLS[value_type]),
            filled,
            measurement.site.name if measurement.site else "",
        )


def _values_of(cell: dict[str, Any], value_type: ValueType) -> dict[str, Decimal | str]:
    values: dict[str, Decimal | str] = {}
    for column, name in FILLS[value_type].items():
        if name in cell and name == "points":
            values[column] = "; ".join(map(str, cell[name]))
        elif name in cell:
            values[column] = cell[name] if name == "text" else Decimal(cell[name])
    return values
