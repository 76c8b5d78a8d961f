"""The picture: boxes, bands, links with their numbers, and below them what the numbers say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from trueline.design import Design
from trueline.language import gettext, gettext_noop
from trueline.reports.design.diagram.described import described, is_weak, numbered
from trueline.reports.design.diagram.legend import legend_for
from trueline.reports.design.diagram.live import Live, leading, link_name, reach
from trueline.reports.design.diagram.marks import HEIGHT, SIZE, Mark, marks_of
from trueline.reports.design.diagram.overview import overview
from trueline.reports.design.diagram.parts import is_large
from trueline.reports.design.diagram.placing import LINE, PAD, TOP, WIDTH, Box, Placed, placed
from trueline.reports.design.diagram.routing import Route, routes_of
from trueline.reports.layout.palette import ACCENT, FAINT, INK, RULE
from trueline.reports.layout.svg_text import (
    FONT,
    about_language,
    begins_at_end,
    facing,
    in_language,
    short,
    svg_text,
)
from trueline.reports.printable import printable

NARROWEST, SHORTEST = 420.0, 60.0
EMPTY = gettext_noop("Nothing is planned yet.")


@dataclass(frozen=True)
class Drawing:
    """A picture as SVG, with its size in points."""

    svg: str
    width: float
    height: float


def drawn(
    design: Design, *, legend: bool = True, live: Live | None = None, in_words: bool = True
) -> Drawing:
    """The theory of change as an SVG picture that needs nothing from outside.

    A large one is shown by its levels. A `live` one holds links; without, it is a picture and nothing
    else. `in_words` puts what leads to what inside as well, for those who hear it; a page that says it
    beside the picture need not.
    """
    design = printable(design)
    if is_large(design):
        parts, width, height = overview(design, live)
        return _drawing(design, parts, width, height, live, in_words=False)
    place = placed(design)
    if not place.boxes:
        empty = svg_text(20, 36, gettext(EMPTY), fill=FAINT)
        return _drawing(design, [empty], NARROWEST, SHORTEST, live, in_words)
    body = list(_body(design, place, live, in_words))
    width, height = max(place.width, NARROWEST), place.height
    if legend:
        below = legend_for(numbered(design), width)
        body += below.drawn(place.height)
        height += below.height
    return _drawing(design, body, width, height, live, in_words)


def diagram_svg(
    design: Design, *, legend: bool = True, live: Live | None = None, in_words: bool = True
) -> str:
    """The same as text."""
    return drawn(design, legend=legend, live=live, in_words=in_words).svg


def diagram_png(design: Design, *, dots_per_inch: int = 150) -> bytes:
    """The same picture as PNG."""
    from trueline.reports.layout.typesetting import picture_png

    return picture_png(diagram_svg(design), dots_per_inch)


def _body(design: Design, place: Placed, live: Live | None, in_words: bool) -> Iterator[str]:
    """Boxes, then links, which end at their edges, then numbers: so the keyboard meets boxes first."""
    routes = routes_of(design, place)
    marks = marks_of(routes, numbered(design))
    yield from _bands(place)
    for box in place.boxes.values():
        parts = _box(box, in_words, in_language(design.language_of(box.address)))
        yield from leading(box.address, box.text, live, parts, (box.x + WIDTH, box.y))
    for route in routes:
        mark = marks.get(route.link.id)
        language = in_language(design.language_of(f"links[{route.link.id}]"))
        x, y = (mark.x, mark.y) if mark else route.bends[-1].at(0.5)
        name = link_name(design, route.link) if live else ""
        drawn_link = [*_link(route), *([reach(x, y)] if live else [])]
        if live and mark:
            drawn_link.append(f"<title{language}>{escape(mark.text)}</title>")
        yield from leading(f"links[{route.link.id}]", name, live, drawn_link, (x, y - 17))
    for id, mark in marks.items():
        yield from _mark(mark, in_language(design.language_of(f"links[{id}]")), live)


def _drawing(
    design: Design, body: list[str], width: float, height: float, live: Live | None, in_words: bool
) -> Drawing:
    role = "group" if live else "img"
    title = escape(design.title or gettext("Theory of change"))
    words = f"<desc>{escape(' '.join(described(design)))}</desc>" if in_words else ""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
        f' width="{width:.0f}" height="{height:.0f}" role="{role}"{about_language()} font-family="{FONT}"'
        f' font-size="11.5" fill="{INK}">'
        f"<title{in_language(design.language)}>{title}</title>{words}"
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8"'
        ' markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{INK}"/></marker></defs>'
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>'
        f"{facing(''.join(body), width)}</svg>"
    )
    return Drawing(svg, width, height)


def _bands(place: Placed) -> Iterator[str]:
    for number, band in enumerate(place.bands):
        yield svg_text(band.x + 8, 17, band.title, fill=FAINT, weight="bold")
        if number:
            yield (
                f'<line x1="{short(band.x)}" y1="4" x2="{short(band.x)}" y2="{short(place.height)}"'
                f' stroke="{RULE}" stroke-width=".8" stroke-dasharray="1 3"/>'
            )
    yield f'<line x1="0" y1="{TOP - 10}" x2="{short(place.width)}" y2="{TOP - 10}" stroke="{RULE}"/>'


def _box(box: Box, in_words: bool, language: str) -> Iterator[str]:
    shape = "0" if box.band == "activity" else "7"
    heavy = "1.8" if box.band == "impact" else "1"
    turned = begins_at_end(box.text)
    x, anchor = (box.x + WIDTH - PAD, "end") if turned else (box.x + PAD, "start")
    title = f"<title>{escape(box.text)}</title>" if in_words or box.is_cut else ""
    yield (
        f'<g{language}>{title}<rect x="{short(box.x)}" y="{short(box.y)}"'
        f' width="{WIDTH:.0f}" height="{short(box.height)}" rx="{shape}" fill="#fff" stroke="{INK}"'
        f' stroke-width="{heavy}"/>'
    )
    for number, line in enumerate(box.lines):
        yield svg_text(x, box.y + PAD + LINE * (number + 0.75), line, fill=INK, anchor=anchor)
    yield "</g>"


def _link(route: Route) -> Iterator[str]:
    """A weak link is thin and broken, to be told from a strong one in black and white."""
    style = (
        'stroke-width="1" stroke-dasharray="5 4"' if is_weak(route.link) else ('stroke-width="1.9"')
    )
    yield f'<path d="{route.path}" fill="none" stroke="{INK}" {style} marker-end="url(#arrow)"/>'


def _mark(mark: Mark, language: str, live: Live | None) -> Iterator[str]:
    """The numbers on a link. In a live picture a press goes through them to the link."""
    through = ' pointer-events="none"' if live else ""
    left, top = mark.x - mark.width / 2, mark.y - HEIGHT / 2
    yield (
        f'<g{through}><title{language}>{escape(mark.text)}</title><rect x="{short(left)}" y="{short(top)}"'
        f' width="{short(mark.width)}" height="{HEIGHT:.0f}" rx="7.5" fill="#fff" stroke="{ACCENT}"/>'
        f"{svg_text(mark.x, mark.y + 3.2, mark.label, fill=ACCENT, size=SIZE, anchor='middle')}</g>"
    )
