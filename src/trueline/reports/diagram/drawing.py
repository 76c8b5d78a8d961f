"""The picture: boxes, bands, links, and below them the assumptions that the links carry."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from trueline.design import Assumption, Design, Link
from trueline.reports.diagram.described import described
from trueline.reports.diagram.placing import LINE, PAD, TOP, WIDTH, Box, Placed, placed

INK, FAINT, RULE, ACCENT = "#1d1c1a", "#5c5952", "#b9b4a8", "#0b5563"
FONT = "Libertinus Serif, Georgia, Cambria, serif"
STRENGTHS = {"none": "no evidence", "weak": "weak evidence", "moderate": "moderate evidence",
             "strong": "strong evidence", None: "evidence not judged"}  # fmt: skip


def numbered(design: Design) -> dict[str, list[tuple[int, Assumption]]]:
    """The assumptions of each link, with the numbers they have in picture and legend."""
    number = 0
    found: dict[str, list[tuple[int, Assumption]]] = {}
    for link in design.theory.links:
        for assumption in link.assumptions:
            number += 1
            found.setdefault(link.id, []).append((number, assumption))
    return found


def is_weak(link: Link) -> bool:
    """Whether a link rests on no assumption that is verified or backed by named evidence."""
    return not any(assumption.is_backed for assumption in link.assumptions)


@dataclass(frozen=True)
class Live:
    """What makes the picture one to work on: where each box and arrow leads, and what is noted there.

    Keys are addresses such as `results[r1]` and `links[l1]`.
    """

    href: Callable[[str], str]
    notes: Mapping[str, int] = field(default_factory=dict)
    chosen: str = ""


def diagram_svg(design: Design, *, legend: bool = True, live: Live | None = None) -> str:
    """The theory of change as an SVG picture that needs nothing from outside.

    A `live` one holds links; without, it is a picture and nothing else.
    """
    place = placed(design)
    numbers = numbered(design)
    width = max(place.width, 420)
    notes = list(_legend(numbers, width)) if legend else []
    height = place.height + (14 * len(notes) + 46 if legend else 0)
    body = [
        *_bands(place),
        *(
            part
            for link in design.theory.links
            for part in _leading(
                f"links[{link.id}]",
                link_name(design, link),
                live,
                _link(link, place, numbers),
                _middle(link, place),
            )
        ),
        *(
            part
            for box in place.boxes.values()
            for part in _leading(box.address, box.text, live, _box(box), (box.x + WIDTH, box.y))
        ),
    ]
    if legend:
        body += _notes(notes, place.height)
    if not place.boxes:
        body = [_text(20, 40, "Nothing is planned yet.", fill=FAINT)]
    title = escape(design.title or "Theory of change")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
        f' width="{width:.0f}" height="{height:.0f}" role="{"group" if live else "img"}" font-family="{FONT}"'
        f' font-size="11.5" fill="{INK}">'
        f"<title>{title}</title><desc>{escape(' '.join(described(design)))}</desc>"
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"'
        f' markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="{INK}"/></marker></defs>'
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>{"".join(body)}</svg>'
    )


def link_name(design: Design, link: Link) -> str:
    """An arrow by what it joins."""
    names = {a.id: a.name for a in design.activities} | {r.id: r.name for r in design.results}
    return f"{names[link.cause]} → {names[link.effect]}"


def _leading(
    address: str, name: str, live: Live | None, parts: Iterator[str], corner: tuple[float, float]
) -> Iterator[str]:
    """Parts of the picture as one thing to point at, where the picture is live."""
    if live is None:
        yield from parts
        return
    count = live.notes.get(address, 0)
    said = f"{name} ({count})" if count else name
    chosen = ' class="chosen"' if address == live.chosen else ""
    yield (
        f'<a href="{escape(live.href(address))}" data-at="{escape(address)}"{chosen}'
        f' aria-label="{escape(said)}">'
    )
    yield from parts
    if count:
        x, y = corner
        yield (
            f'<circle class="badge" cx="{x:.1f}" cy="{y:.1f}" r="9" fill="{ACCENT}"/>'
            f'<text x="{x:.1f}" y="{y + 3.6:.1f}" font-size="10.5" text-anchor="middle"'
            f' fill="#fff" font-weight="bold">{count}</text>'
        )
    yield "</a>"


def _middle(link: Link, place: Placed) -> tuple[float, float]:
    """Where the note of an arrow stands: over its middle, clear of its numbers."""
    cause, effect = place.boxes[link.cause], place.boxes[link.effect]
    y = (cause.y + cause.height / 2 + effect.y + effect.height / 2) / 2
    return (cause.x + WIDTH + effect.x) / 2, y - 18


def diagram_png(design: Design, *, dots_per_inch: int = 150) -> bytes:
    """The same picture as PNG."""
    from trueline.reports.typesetting import picture_png

    return picture_png(diagram_svg(design), dots_per_inch)


def _bands(place: Placed) -> Iterator[str]:
    for number, band in enumerate(place.bands):
        yield _text(band.x + 8, 17, band.title, fill=FAINT, weight="bold")
        if number:
            yield (
                f'<line x1="{band.x:.1f}" y1="4" x2="{band.x:.1f}" y2="{place.height:.1f}"'
                f' stroke="{RULE}" stroke-width=".8" stroke-dasharray="1 3"/>'
            )
    yield f'<line x1="0" y1="{TOP - 10}" x2="{place.width:.1f}" y2="{TOP - 10}" stroke="{RULE}"/>'


def _box(box: Box) -> Iterator[str]:
    shape = "0" if box.band == "activity" else "7"
    heavy = "1.8" if box.band == "impact" else "1"
    yield (
        f'<g><title>{escape(box.text)}</title><rect x="{box.x:.1f}" y="{box.y:.1f}"'
        f' width="{WIDTH}" height="{box.height:.1f}" rx="{shape}" fill="#fff" stroke="{INK}"'
        f' stroke-width="{heavy}"/>'
    )
    for number, line in enumerate(box.lines):
        yield _text(box.x + PAD, box.y + PAD + LINE * (number + 0.75), line)
    yield "</g>"


def _link(
    link: Link, place: Placed, numbers: dict[str, list[tuple[int, Assumption]]]
) -> Iterator[str]:
    cause, effect = place.boxes[link.cause], place.boxes[link.effect]
    x1, y1 = cause.x + WIDTH, cause.y + cause.height / 2
    x2, y2 = effect.x, effect.y + effect.height / 2
    bend = max((x2 - x1) / 2, 30)
    style = (
        f'stroke="{INK}" stroke-width="1"'
        if is_weak(link)
        else f'stroke="{INK}" stroke-width="1.9"'
    )
    dashes = ' stroke-dasharray="5 4"' if is_weak(link) else ""
    yield (
        f'<path d="M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f}'
        f' {x2 - 2:.1f} {y2:.1f}" fill="none" {style}{dashes} marker-end="url(#arrow)"/>'
    )
    marks = numbers.get(link.id, [])
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2
    for place_, (number, assumption) in enumerate(marks):
        x = middle_x + (place_ - (len(marks) - 1) / 2) * 17
        yield (
            f'<g><title>{escape(assumption.statement)}</title><circle cx="{x:.1f}"'
            f' cy="{middle_y:.1f}" r="8" fill="#fff" stroke="{ACCENT}"/>'
            f'<text x="{x:.1f}" y="{middle_y + 3.2:.1f}" font-size="9" text-anchor="middle"'
            f' fill="{ACCENT}">{number}</text></g>'
        )


def _legend(numbers: dict[str, list[tuple[int, Assumption]]], width: float) -> Iterator[str]:
    letters = max(int(width / 5.4), 60)
    for marks in numbers.values():
        for number, assumption in marks:
            known = "verified here" if assumption.verified else STRENGTHS[assumption.strength]
            said = f"{number}  {assumption.statement.rstrip('.')} ({known})."
            yield from textwrap.wrap(said, letters, subsequent_indent="     ")


def _notes(notes: list[str], top: float) -> Iterator[str]:
    y = top + 16
    yield f'<path d="M8 {y - 4}h34" stroke="{INK}" stroke-width="1.9"/>'
    yield _text(48, y, "verified, or resting on named evidence", fill=FAINT)
    yield f'<path d="M272 {y - 4}h34" stroke="{INK}" stroke-dasharray="5 4"/>'
    yield _text(312, y, "not verified", fill=FAINT)
    for number, note in enumerate(notes):
        yield _text(8, y + 20 + 14 * number, note)


def _text(x: float, y: float, text: str, *, fill: str = INK, weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}" font-weight="{weight}" xml:space="preserve">'
        f"{escape(text)}</text>"
    )
