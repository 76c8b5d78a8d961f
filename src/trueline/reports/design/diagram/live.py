"""A picture to work on: each box and arrow leads somewhere, with its notes counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from trueline.design import Design, Link
from trueline.language import gettext, ngettext, number, quoted
from trueline.reports.design.diagram.described import is_weak
from trueline.reports.layout.palette import ACCENT
from trueline.reports.layout.svg_text import short, svg_text

REACH, SHORT = 26.0, 60
"""Points of a place to press, and letters of each name by which an arrow is called.

A picture opens at 0.96 of its size or above; a finger's 24 pixels are left then."""


@dataclass(frozen=True)
class Live:
    """The links of each box and arrow, and how many notes there are on it.

    Keys are addresses such as `results[r1]` and `links[l1]`. `beyond` says how many boxes that one is
    joined to are not in the picture.
    """

    href: Callable[[str], str]
    notes: Mapping[str, int] = field(default_factory=dict)
    chosen: str = ""
    beyond: Mapping[str, int] = field(default_factory=dict)


def link_name(design: Design, link: Link) -> str:
    """An arrow by what it joins, and that nobody verified it, where that is so."""
    names = {a.id: a.name for a in design.activities} | {r.id: r.name for r in design.results}
    cause, effect = quoted(names[link.cause], SHORT), quoted(names[link.effect], SHORT)
    name = gettext("{cause} leads to {effect}", cause=cause, effect=effect)
    return gettext("{name}, not verified", name=name) if is_weak(link) else name


def reach(x: float, y: float) -> str:
    """Room to press an arrow that is itself too thin for a finger (WCAG 2.5.8)."""
    return (
        f'<rect class="reach" x="{short(x - REACH / 2)}" y="{short(y - REACH / 2)}"'
        f' width="{short(REACH)}" height="{short(REACH)}" fill="none" pointer-events="all"/>'
    )


def leading(
    address: str, name: str, live: Live | None, parts: Iterable[str], corner: tuple[float, float]
) -> Iterator[str]:
    """Parts of the picture as one thing to point at, where the picture is live."""
    if live is None:
        yield from parts
        return
    count, beyond = live.notes.get(address, 0), live.beyond.get(address, 0)
    label = f"{name} ({count})" if count else name
    if beyond:
        more = ngettext("joined to {count} more", "joined to {count} more", beyond)
        label = f"{label}, {more}"
    chosen = ' class="chosen"' if address == live.chosen else ""
    yield (
        f'<a href="{escape(live.href(address))}" data-at="{escape(address)}"{chosen}'
        f' aria-label="{escape(label)}">'
    )
    yield from parts
    x, y = corner
    if beyond:
        yield svg_text(x - 5, y + 11, f"+{number(beyond)}", fill=ACCENT, size=9.5, anchor="end")
    if count:
        yield f'<circle class="badge" cx="{short(x)}" cy="{short(y)}" r="9" fill="{ACCENT}"/>'
        label = number(count)
        yield svg_text(x, y + 3.6, label, fill="#fff", size=10.5, weight="bold", anchor="middle")
    yield "</a>"
