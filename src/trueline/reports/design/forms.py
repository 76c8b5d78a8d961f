"""A donor's own form, filled with what a design says.

Placeholders are names: `{{ title }}`, `{{ lead }}`, and in rows of tables `{{ result.statement }}`,
`{{ indicator.baseline }}`, `{{ activity.title }}`. All values are plain texts, and the form is filled in
the process for strangers' files.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from trueline.design import Activity, Design, Indicator, Result
from trueline.language import dates
from trueline.office.filling import request_for
from trueline.reports.design.layouts.texts import Texts, amount
from trueline.reports.printable import printable
from trueline.reports.values import Wording
from trueline.sandbox import Reader, read_in_sandbox
from trueline.toolkit import Toolkit

WHOLE = ("title", "summary", "lead", "countries", "start", "end", "budget", "other_efforts")
OF_INDICATOR = (
    "definition",
    "unit",
    "numerator",
    "denominator",
    "source",
    "frequency",
    "responsible",
    "disaggregation",
    "limitations",
)
OF_ACTIVITY = (
    "description",
    "target_group",
    "people",
    "lead",
    "partners",
    "start",
    "end",
    "budget",
)


@dataclass(frozen=True)
class FilledForm:
    """The file, the placeholders that stand for nothing known, and what was lost of the form."""

    content: bytes
    unknown: tuple[str, ...]
    lost: tuple[str, ...]


def fill_form(
    design: Design, toolkit: Toolkit, form: bytes, name: str, *, read: Reader = read_in_sandbox
) -> FilledForm:
    """Fill a .docx or .xlsx. Raises FileProblems."""
    return fill_values(form_values(printable(design), toolkit), form, name, read=read)


def fill_values(
    values: dict[str, Any], form: bytes, name: str, *, read: Reader = read_in_sandbox
) -> FilledForm:
    """Fill a .docx or .xlsx with plain texts by the names of its placeholders. Raises FileProblems."""
    filled = read("trueline.office.filling:fill", request_for(values, form), name)
    content = base64.b64decode(filled["file"])
    return FilledForm(content, tuple(filled["unknown"]), tuple(filled["lost"]))


def form_values(design: Design, toolkit: Toolkit) -> dict[str, Any]:
    """The values of placeholders, as plain texts."""
    wording = Wording(design, toolkit)
    texts = Texts(design, wording, "form", numbers=False)
    return {
        **{name: wording.field(design, name) for name in WHOLE},
        "dates": dates(design.start, design.end),
        "partners": "\n".join(partner.name for partner in design.partners),
        "result": [_result(texts, one) for one in texts.results()],
        "indicator": [_indicator(texts, wording, one) for one in design.indicators],
        "activity": [_activity(texts, wording, one) for one in design.activities],
    }


def _result(texts: Texts, result: Result) -> dict[str, str]:
    return {
        "code": texts.label(result.id),
        "level": texts.wording.field(result, "level"),
        "statement": result.statement,
        "indicators": "\n".join(one.name for one in texts.indicators(result)),
        "assumptions": texts.assumptions(result.id),
    }


def _indicator(texts: Texts, wording: Wording, indicator: Indicator) -> dict[str, str]:
    last = texts.by_day(indicator)[-1:]
    return {
        "code": texts.numbers[indicator.id],
        "statement": indicator.statement,
        "result": wording.field(indicator, "result"),
        "baseline": texts.baseline(indicator),
        "targets": texts.targets(indicator),
        "target": "".join(amount(t.value, indicator.unit, t.text, t.due) for t in last),
        "methods": "\n".join(indicator.methods),
        **{name: wording.field(indicator, name) for name in OF_INDICATOR},
    }


def _activity(texts: Texts, wording: Wording, activity: Activity) -> dict[str, str]:
    return {
        "code": texts.label(activity.id),
        "title": activity.title,
        "dates": dates(activity.start, activity.end),
        "assumptions": texts.assumptions(activity.id),
        **{name: wording.field(activity, name) for name in OF_ACTIVITY},
    }
