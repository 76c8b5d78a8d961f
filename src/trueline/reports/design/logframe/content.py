"""The logframe in its four usual columns; workbook, Word file and dossier are all made of this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trueline.design import Activity, Design, Displacement, ExternalFactor, Indicator, Result
from trueline.design.theory import Assumption
from trueline.language import dates, gettext, gettext_noop, label, lower_first, ngettext, number
from trueline.reports.design.codes import (
    Codes,
    RowLevel,
    codes_of,
    highest_first,
    indicators_of,
    level_label,
    level_of,
)
from trueline.reports.design.diagram.described import numbered, standing
from trueline.reports.values import Wording

COLUMNS = (
    gettext_noop("Objective"),
    gettext_noop("Indicators"),
    gettext_noop("Means of verification"),
    gettext_noop("Assumptions and risks"),
)


def columns() -> tuple[str, ...]:
    """The headings of the four columns."""
    return tuple(label(column) for column in COLUMNS)


@dataclass(frozen=True)
class LogframeIndicator:
    """An indicator as a line of the logframe: its code, what it says and how one will know."""

    code: str
    text: str
    means: str


@dataclass(frozen=True)
class LogframeRow:
    """An objective with everything in its row."""

    level: RowLevel
    code: str
    objective: str
    indicators: tuple[LogframeIndicator, ...] = ()
    assumptions: tuple[str, ...] = ()

    @property
    def level_label(self) -> str:
        """The label of its level."""
        return level_label(self.level)


def logframe(design: Design, wording: Wording) -> tuple[LogframeRow, ...]:
    """The rows from impact down to activities, and the risks that touch them all."""
    codes = codes_of(design)
    assumed = _assumptions(design)
    rows = [
        *(_result(design, wording, codes, assumed, r) for r in highest_first(design)),
        *(_unplaced(design, wording, codes)),
        *(activity_row(wording, codes, assumed, activity) for activity in design.activities),
        *_risks(design, wording),
    ]
    return tuple(rows)


def _result(
    design: Design, wording: Wording, codes: Codes, assumed: dict[str, list[str]], result: Result
) -> LogframeRow:
    return LogframeRow(
        level=level_of(result),
        code=codes.results[result.id],
        objective=result.name,
        indicators=tuple(measured(wording, codes, i) for i in indicators_of(design, result)),
        assumptions=tuple(assumed.get(result.id, ())),
    )


def measured(wording: Wording, codes: Codes, indicator: Indicator) -> LogframeIndicator:
    """An indicator as a line: what it says with its last target, and how one will know."""
    means = [wording.field(indicator, name) for name in ("methods", "source", "frequency")]
    if indicator.responsible:
        means.append(gettext("by {who}", who=indicator.responsible))
    text = indicator.name
    if target := last_target(wording, indicator):
        text = f"{text}\n{gettext('{label}: {text}', label=label('Target'), text=target)}"
    joined = "; ".join(part.rstrip(".;") for part in means if part)
    return LogframeIndicator(codes.indicators[indicator.id], text, joined)


def last_target(wording: Wording, indicator: Indicator) -> str:
    """The life-of-programme target in words; "" where there is none."""
    if not indicator.targets:
        return ""
    last = max(indicator.targets, key=lambda target: target.due)
    value = amount(last.value, indicator.unit) or last.text
    by = wording.field(last, "due")
    return gettext("{value} by {day}", value=value, day=by) if value else ""


def amount(value: object, unit: str) -> str:
    """A number with its unit; "" where there is no number, and never 0 for that."""
    if value is None:
        return ""
    return f"{number(value)} {unit}".strip()  # type: ignore[arg-type]


def _unplaced(design: Design, wording: Wording, codes: Codes) -> Iterator[LogframeRow]:
    result_ids = {result.id for result in design.results}
    stray = [one for one in design.indicators if one.result not in result_ids]
    if stray:
        yield LogframeRow(
            level="none",
            code="",
            objective=gettext("Indicators that name no result yet"),
            indicators=tuple(measured(wording, codes, indicator) for indicator in stray),
        )


def activity_row(
    wording: Wording, codes: Codes, assumed: dict[str, list[str]], activity: Activity
) -> LogframeRow:
    """An activity has inputs where results have indicators."""
    inputs = (
        ngettext("{count} person", "{count} people", activity.people)
        if activity.people is not None
        else "",
        dates(activity.start, activity.end),
        wording.field(activity, "budget"),
    )
    needs = "; ".join(part for part in inputs if part)
    lead = gettext("Lead: {lead}", lead=activity.lead) if activity.lead else ""
    return LogframeRow(
        level="activity",
        code=codes.activities[activity.id],
        objective=activity.name,
        indicators=(LogframeIndicator("", needs, lead),) if needs or lead else (),
        assumptions=tuple(assumed.get(activity.id, ())),
    )


def _assumptions(design: Design) -> dict[str, list[str]]:
    """The assumptions for each node to lead on, under the numbers of the diagram."""
    texts: dict[str, list[str]] = {}
    numbers = numbered(design)
    for link in design.theory.links:
        for count, assumption in numbers.get(link.id, ()):
            texts.setdefault(link.cause, []).append(assumption_line(count, assumption))
    return texts


def assumption_line(count: int, assumption: Assumption) -> str:
    """An assumption under its number in the diagram, with how well it is backed."""
    return f"{count}. {assumption.name.rstrip('.')} ({standing(assumption)})"


def _risks(design: Design, wording: Wording) -> Iterator[LogframeRow]:
    texts = [
        *(factor_line(factor) for factor in design.external_factors if factor.effect != "helps"),
        *(
            displaced_line(wording, one)
            for one in design.displacement
            if one.likelihood in ("likely", "possible")
        ),
    ]
    if texts:
        yield LogframeRow(
            level="all",
            code="",
            objective=gettext("Risks to the programme as a whole"),
            assumptions=tuple(texts),
        )


def factor_line(factor: ExternalFactor) -> str:
    """An external factor and its mitigation."""
    return _with_response(factor.name.rstrip("."), factor.mitigation)


def displaced_line(wording: Wording, displacement: Displacement) -> str:
    """How trafficking might move, and what is done about it."""
    sentence = gettext(
        "Displacement, {kind} ({likelihood})",
        kind=lower_first(wording.name(displacement)),
        likelihood=lower_first(wording.field(displacement, "likelihood")),
    )
    return _with_response(sentence, displacement.mitigation)


def _with_response(risk: str, mitigation: str) -> str:
    if mitigation:
        return gettext("{risk}. In response: {mitigation}", risk=risk, mitigation=mitigation)
    return f"{risk}."
