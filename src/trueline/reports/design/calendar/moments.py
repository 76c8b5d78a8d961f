"""The dates on which measuring falls due: computed from the design's dates, and from nothing else."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from trueline.design import Design, Indicator, Study
from trueline.language import gettext, gettext_noop, ngettext
from trueline.reports.design.codes import Codes, activities_towards, in_logframe_order
from trueline.review.rules.design.retention import follow_up_of
from trueline.toolkit import Toolkit

MomentKind = Literal["baseline", "target", "endline", "follow-up", "study"]
FURTHEST = 1200
"""Months. What lies further off than a hundred years is no date to put into a calendar."""
FROM = {
    "start": gettext_noop("after start-up, counted from the activity’s start"),
    "end": gettext_noop("after the activity"),
    "exit": gettext_noop("after people leave, counted from the activity’s end"),
}
"""How the months of a follow-up are counted, by the anchor that the toolkit gives for them."""
STEPS = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}


@dataclass(frozen=True)
class Moment:
    """Something that falls due on a day. `note` says how the day was reckoned, if it was."""

    kind: MomentKind
    on: date
    note: str = ""


@dataclass(frozen=True)
class Lane:
    """One line of the calendar: an indicator or a study, what falls due, and the span in which
    data are collected at a steady pace (every `step` months; 0 where it never pauses)."""

    code: str
    title: str
    responsible: str
    moments: tuple[Moment, ...]
    span: tuple[date, date] | None = None
    step: int = 0


@dataclass(frozen=True)
class Calendar:
    """All lanes; `start` and `end` are those of the programme. `undated` lacks a date to reckon
    from, or lies too far off."""

    start: date | None
    end: date | None
    lanes: tuple[Lane, ...]
    undated: tuple[str, ...]


def measurement_calendar(design: Design, codes: Codes, toolkit: Toolkit | None = None) -> Calendar:
    """The calendar of a design. The toolkit says from when the months of follow-ups count."""
    indicators = in_logframe_order(design)
    lanes = [
        *(_study(study) for study in design.evaluation.studies),
        *(_indicator(design, codes, indicator, toolkit) for indicator in indicators),
    ]
    undated = [*_undated_studies(design), *_undated_indicators(design, codes, lanes)]
    return Calendar(
        design.start,
        design.end,
        tuple(lane for lane in lanes if lane.moments or lane.span),
        tuple(undated),
    )


def months_after(day: date, months: int) -> date | None:
    """The same day so many months on, or the month's last; None where that is too far off."""
    if months > FURTHEST:
        return None
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if year > date.max.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _study(study: Study) -> Lane:
    moments = (Moment("study", study.due),) if study.due else ()
    return Lane(gettext("Study"), study.name, study.responsible, moments)


def _indicator(design: Design, codes: Codes, indicator: Indicator, toolkit: Toolkit | None) -> Lane:
    dated = (*_moments(design, indicator), *_follow_ups(design, indicator, toolkit))
    moments = sorted(dated, key=lambda moment: moment.on)
    span = _span(design, indicator)
    return Lane(
        codes.indicators[indicator.id],
        indicator.name,
        indicator.responsible,
        tuple(moments),
        span if indicator.frequency in (*STEPS, "continuous") else None,
        STEPS.get(indicator.frequency or "", 0),
    )


def _moments(design: Design, indicator: Indicator) -> Iterator[Moment]:
    both_ends = indicator.frequency == "baseline-endline"
    baseline = indicator.baseline
    if baseline and baseline.measured:
        yield Moment("baseline", baseline.measured)
    elif design.start and (baseline or both_ends):
        yield Moment("baseline", design.start, gettext("no later than the programme’s start"))
    for target in indicator.targets:
        yield Moment("target", target.due)
    if both_ends and design.end:
        yield Moment("endline", design.end, gettext("the programme’s end"))


def _follow_ups(design: Design, indicator: Indicator, toolkit: Toolkit | None) -> Iterator[Moment]:
    wanted = follow_up_of(design, toolkit, indicator) if toolkit else None
    anchor = wanted.anchor if wanted else "end"
    first = _first_day(design, indicator) if anchor == "start" else None
    day = first or _last_day(design, indicator)
    how = gettext(FROM["end" if anchor == "start" and not first else anchor])
    for months in sorted(set(indicator.follow_up_months)):
        due = months_after(day, months) if day else None
        if due:
            note = ngettext("{count} month {after}", "{count} months {after}", months, after=how)
            yield Moment("follow-up", due, note)


def _first_day(design: Design, indicator: Indicator) -> date | None:
    """The first start of the activities that lead to what is measured."""
    before = activities_towards(design, indicator.result or "")
    return min((a.start for a in before if a.start), default=None)


def _last_day(design: Design, indicator: Indicator) -> date | None:
    """The last end of the activities that lead to what is measured; else the programme's end."""
    ends = [a.end for a in activities_towards(design, indicator.result or "") if a.end]
    return max(ends) if ends else design.end


def _span(design: Design, indicator: Indicator) -> tuple[date, date] | None:
    before = activities_towards(design, indicator.result or "")
    starts = [activity.start for activity in before if activity.start]
    start = min(starts) if starts else design.start
    end = design.end or _last_day(design, indicator)
    return (start, end) if start and end and start < end else None


def _undated_studies(design: Design) -> Iterator[str]:
    for study in design.evaluation.studies:
        if not study.due:
            yield gettext("{name}: no date yet.", name=study.name)


def _undated_indicators(design: Design, codes: Codes, lanes: list[Lane]) -> Iterator[str]:
    dated = {lane.code: lane for lane in lanes}
    for indicator in design.indicators:
        code = codes.indicators[indicator.id]
        reckoned = [m for m in dated[code].moments if m.kind == "follow-up"]
        if len(reckoned) < len(set(indicator.follow_up_months)):
            months = ", ".join(str(month) for month in sorted(set(indicator.follow_up_months)))
            yield gettext(
                "{code}, follow-up after {months} months: the date can’t be worked out, since no"
                " activity that leads there has an end, or it lies too far off.",
                code=code,
                months=months,
            )
        elif not dated[code].moments and not dated[code].span:
            yield gettext(
                "{code}, {indicator}: nothing is dated yet.",
                code=code,
                indicator=indicator.name.rstrip("."),
            )
    for activity in design.activities:
        if activity.kind == "support" and activity.follow_up_months:
            months = ", ".join(str(month) for month in sorted(activity.follow_up_months))
            yield gettext(
                "{name}: each client is asked again {months} months after leaving.",
                name=activity.name,
                months=months,
            )
