"""The picture of a large theory of change: its levels with what stands on each, and the links between."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from trueline.design import Design
from trueline.language import gettext, ngettext, number
from trueline.reports.design.diagram.live import Live, leading
from trueline.reports.design.diagram.parts import LevelSummary, levels
from trueline.reports.layout.palette import ACCENT, FAINT, INK
from trueline.reports.layout.svg_text import short, svg_text

WIDE, HIGH, GAP, EDGE, BELOW = 124.0, 66.0, 70.0, 12.0, 15.0
SMALL = 10.5


def overview(design: Design, live: Live | None = None) -> tuple[list[str], float, float]:
    """The picture's parts, its width and its height. A live one leads to each level."""
    summaries = levels(design)
    others = {level.name: list(_others(level, summaries)) for level in summaries}
    deepest = max((len(lines) for lines in others.values()), default=0)
    parts = list(_arrows(summaries))
    for place, level in enumerate(summaries):
        x = EDGE + place * (WIDE + GAP)
        label = f"{level.title}: {number(level.count)}"
        parts += leading(level.name, label, live, _box(level, x), (x + WIDE, EDGE))
        for row, line in enumerate(others[level.name]):
            y = EDGE + HIGH + BELOW * (row + 1.2)
            parts.append(svg_text(x, y, line, fill=FAINT, size=SMALL))
    width = 2 * EDGE + len(summaries) * (WIDE + GAP) - GAP
    return parts, width, 2 * EDGE + HIGH + BELOW * (deepest + 0.5)


def _box(level: LevelSummary, x: float) -> Iterator[str]:
    shape = "0" if level.name == "activity" else "7"
    yield (
        f'<rect x="{short(x)}" y="{short(EDGE)}" width="{short(WIDE)}" height="{short(HIGH)}"'
        f' rx="{shape}" fill="#fff" stroke="{INK}"/>'
    )
    middle = x + WIDE / 2
    yield svg_text(middle, EDGE + 27, level.title, fill=INK, anchor="middle")
    count = number(level.count)
    yield svg_text(middle, EDGE + 50, count, fill=INK, size=17, weight="bold", anchor="middle")


def _arrows(summaries: tuple[LevelSummary, ...]) -> Iterator[str]:
    """From each level to the next, with the number of links."""
    for place, (level, following) in enumerate(pairwise(summaries)):
        count = level.links.get(following.name)
        if not count:
            continue
        start = EDGE + place * (WIDE + GAP) + WIDE
        y = EDGE + HIGH / 2
        yield (
            f'<path d="M{short(start)} {short(y)}h{short(GAP - 2)}" fill="none" stroke="{INK}"'
            ' stroke-width="1.9" marker-end="url(#arrow)"/>'
        )
        text = ngettext("{count} link", "{count} links", count)
        yield svg_text(start + GAP / 2, y - 7, text, fill=ACCENT, size=SMALL, anchor="middle")


def _others(level: LevelSummary, summaries: tuple[LevelSummary, ...]) -> Iterator[str]:
    """The links of a level that are not those to the next: within it, further on, and back."""
    names = [each.name for each in summaries]
    following = names[names.index(level.name) + 1 :][:1]
    titles = {each.name: each.title for each in summaries}
    for name, count in level.links.items():
        if name == level.name:
            yield gettext("{count} within the level", count=number(count))
        elif name not in following:
            yield gettext("{count} to {level}", count=number(count), level=titles[name])
