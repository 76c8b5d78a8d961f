"""The calendar of measurement as a time line: a lane for each indicator, a mark for each day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from trueline.language import day, gettext, month
from trueline.language.terms import MOMENT
from trueline.reports.design.calendar.moments import Calendar, Lane, Moment
from trueline.reports.design.calendar.scale import Scale, scale_of
from trueline.reports.layout.palette import ACCENT, BAND, FAINT, INK, RULE
from trueline.reports.layout.svg_text import (
    FONT,
    about_language,
    facing,
    svg_text,
    width_of,
    wrapped,
)

WIDTH, LABELS, TOP, LANE, FOOT = 720.0, 250.0, 40.0, 27.0, 34.0
PER_PICTURE = 14
MOST_DOTS = 40


def timelines(calendar: Calendar) -> Iterator[tuple[str, float, float]]:
    """Pictures of some lanes each: SVG, width and height in points. None if nothing is dated."""
    scale = scale_of(calendar, LABELS, WIDTH - 26)
    if scale is None:
        return
    for first in range(0, len(calendar.lanes), PER_PICTURE):
        lanes = calendar.lanes[first : first + PER_PICTURE]
        height = TOP + LANE * len(lanes) + FOOT
        yield _picture(calendar, lanes, scale, height), WIDTH, height


def _picture(calendar: Calendar, lanes: Sequence[Lane], scale: Scale, height: float) -> str:
    bottom = TOP + LANE * len(lanes)
    body = [
        *_programme(calendar, scale, bottom),
        *_ticks(scale, bottom),
        *(part for n, lane in enumerate(lanes) for part in _lane(lane, TOP + LANE * n, scale)),
        *_key(bottom + 22),
    ]
    title = escape(gettext("Calendar of measurement"))
    description = escape("; ".join(_in_words(lane) for lane in lanes))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:.0f} {height:.0f}"'
        f' width="{WIDTH:.0f}" height="{height:.0f}" role="img"{about_language()}'
        f' font-family="{FONT}"'
        f' font-size="8.6" fill="{INK}"><title>{title}</title><desc>{description}</desc>'
        f"{facing(''.join(body), WIDTH)}</svg>"
    )


def _in_words(lane: Lane) -> str:
    marks = ", ".join(f"{MOMENT.within(m.kind)} {day(m.on)}" for m in lane.moments)
    return f"{lane.code} {lane.title}: {marks or gettext('collected all along')}"


def _programme(calendar: Calendar, scale: Scale, bottom: float) -> Iterator[str]:
    """A band behind the years of the programme, so that what falls after it is plain to see."""
    if not calendar.start or not calendar.end or calendar.start >= calendar.end:
        return
    left, right = scale.x(calendar.start), scale.x(calendar.end)
    yield f'<rect x="{left:.1f}" y="14" width="{right - left:.1f}" height="{bottom - 14:.1f}" fill="{BAND}"/>'
    yield svg_text((left + right) / 2, 11, gettext("programme"), fill=FAINT, anchor="middle")
    if scale.right - right > 62:
        yield svg_text(
            (right + scale.right) / 2, 11, gettext("after the end"), fill=FAINT, anchor="middle"
        )


def _ticks(scale: Scale, bottom: float) -> Iterator[str]:
    for tick, label in scale.ticks:
        x = scale.x(tick)
        yield f'<path d="M{x:.1f} {TOP - 8:.1f}V{bottom:.1f}" stroke="{RULE}" stroke-width=".5"/>'
        if label:
            yield svg_text(x + 2, TOP - 12, label, fill=FAINT)
    yield f'<path d="M0 {TOP - 8:.1f}H{WIDTH}M0 {bottom:.1f}H{WIDTH}" stroke="{INK}" stroke-width=".6"/>'


def _lane(lane: Lane, top: float, scale: Scale) -> Iterator[str]:
    middle = top + LANE / 2 - 4
    yield f'<path d="M0 {top - 4.5:.1f}H{WIDTH}" stroke="{RULE}" stroke-width=".3"/>'
    yield svg_text(2, middle - 1, lane.code, fill=ACCENT, weight="bold")
    indent = 62.0
    for number, line in enumerate(wrapped(lane.title, LABELS - indent - 10, 8.6, 2)):
        yield svg_text(indent, middle - 1 + 9.6 * number, line, fill=INK)
    yield from _pace(lane, middle, scale)
    labels = _labels(lane.moments, scale)
    for moment, label in zip(lane.moments, labels, strict=True):
        x = scale.x(moment.on)
        yield f"<g><title>{escape(_moment_label(moment))}</title>{mark(moment.kind, x, middle)}</g>"
        if label:
            yield svg_text(x, middle + 11.6, label, fill=FAINT, size=6.8, anchor="middle")


def _moment_label(moment: Moment) -> str:
    note = f" ({moment.note})" if moment.note else ""
    return f"{MOMENT.label(moment.kind)}, {day(moment.on)}{note}"


def _pace(lane: Lane, middle: float, scale: Scale) -> Iterator[str]:
    """A line while data are collected; dots on it at its pace where they can be told apart."""
    if not lane.span:
        return
    left, right = scale.x(lane.span[0]), scale.x(lane.span[1])
    yield f'<path d="M{left:.1f} {middle:.1f}H{right:.1f}" stroke="{INK}" stroke-width=".7"/>'
    months = (lane.span[1].year - lane.span[0].year) * 12 + lane.span[1].month - lane.span[0].month
    count = months // lane.step if lane.step else 0
    if 0 < count <= MOST_DOTS:
        step = (right - left) * lane.step / max(months, 1)
        for number in range(1, count + 1):
            yield f'<circle cx="{left + step * number:.1f}" cy="{middle:.1f}" r="1.3"/>'


def _labels(moments: Sequence[Moment], scale: Scale) -> list[str]:
    """Month and year under each mark that has room for them."""
    labels: list[str] = []
    free_from = 0.0
    for moment in moments:
        label = month(moment.on)
        half = width_of(label, 6.8) / 2
        x = scale.x(moment.on)
        fits = x - half >= free_from
        labels.append(label if fits else "")
        free_from = x + half + 2 if fits else free_from
    return labels


def mark(kind: str, x: float, y: float) -> str:
    """Each kind has a shape of its own, to be told apart in black and white."""
    shapes = {
        "baseline": f'<rect x="{x - 3.4:.1f}" y="{y - 3.4:.1f}" width="6.8" height="6.8" fill="#fff" stroke="{INK}"/>',
        "endline": f'<rect x="{x - 3.4:.1f}" y="{y - 3.4:.1f}" width="6.8" height="6.8" fill="{INK}"/>',
        "target": f'<path d="M{x:.1f} {y - 4.6:.1f}l4.6 4.6l-4.6 4.6l-4.6 -4.6z" fill="{ACCENT}"/>',
        "follow-up": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.7" fill="#fff" stroke="{INK}" stroke-width="1.3"/>',
        "study": f'<path d="M{x:.1f} {y - 4.4:.1f}l4.6 8l-9.2 0z" fill="#fff" stroke="{INK}"/>',
    }
    return shapes[kind]


def _key(y: float) -> Iterator[str]:
    x = 62.0
    for kind, label in MOMENT.choices():
        yield mark(kind, x, y - 3)
        yield svg_text(x + 9, y, label, fill=FAINT)
        x += 26 + width_of(label, 8.6)
    yield f'<path d="M{x:.1f} {y - 3:.1f}h26" stroke="{INK}" stroke-width=".7"/>'
    yield f'<circle cx="{x + 13:.1f}" cy="{y - 3:.1f}" r="1.3"/>'
    yield svg_text(x + 32, y, gettext("Collected all along, at the pace of the dots"), fill=FAINT)
