"""A meta-review as a picture: for each criterion, how many plans meet it, don't, or can't be told.

The bars are told apart by their filling and by the number in words beside them, not by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from trueline.language import gettext, joined, ngettext, number
from trueline.reports.layout.palette import ACCENT, BAND, FAINT, INK, RULE
from trueline.reports.layout.svg_text import FONT, about_language, facing, short, svg_text, wrapped
from trueline.review.plan_audit.meta import MetaReview

WIDTH, ROOM = 440.0, 210.0
"""The width of the picture, and of its bars; beside each stand its counts in words."""
BAR, STEP, TOP = 14.0, 50.0, 16.0
SIZE, STROKE = 14.0, 1.2


@dataclass(frozen=True)
class Tally:
    """A criterion in words, and how many plans meet it, don't, or can't be told."""

    title: str
    met: int
    unmet: int
    untold: int


def tallies(review: MetaReview) -> list[Tally]:
    """One for each criterion."""
    every = [[met[place] for _plan, met in review.rows] for place in range(len(review.criteria))]
    return [
        Tally(
            f"{gettext(criterion.title)} ({criterion.ref})",
            results.count(True),
            results.count(False),
            results.count(None),
        )
        for criterion, results in zip(review.criteria, every, strict=True)
    ]


def meta_picture(review: MetaReview) -> str:
    """The picture as SVG, with all that it shows in words for those who can't see it."""
    counted, of = tallies(review), len(review.rows)
    height = TOP + STEP * len(counted) + 10
    body = "".join(
        part for place, tally in enumerate(counted) for part in _bar(tally, of, TOP + place * STEP)
    )
    title = ngettext("Meta-review of {count} plan", "Meta-review of {count} plans", of)
    described = " ".join(f"{each.title}: {in_words(each, of)}." for each in counted)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {short(WIDTH)} {short(height)}"'
        f' width="{short(WIDTH)}" height="{short(height)}" font-family="{FONT}"'
        f' font-size="{SIZE:g}"{about_language()}><title>{escape(title)}</title>'
        f"<desc>{escape(described)}</desc>{facing(body, WIDTH)}</svg>"
    )


def in_words(tally: Tally, of: int) -> str:
    """The counts of a criterion: none of them is left out, 0 of those that meet it included."""
    counts = [gettext("{count} of {of}", count=number(tally.met), of=number(of))]
    if tally.untold:
        counts.append(ngettext("{count} can’t be told", "{count} can’t be told", tally.untold))
    return joined(counts)


def _bar(tally: Tally, of: int, y: float) -> Iterator[str]:
    (title,) = wrapped(tally.title, WIDTH, SIZE, 1)
    yield svg_text(0, y, title, fill=INK)
    top, met, untold = (y + 8, *(ROOM * count / max(of, 1) for count in (tally.met, tally.untold)))
    if tally.met:
        yield _rect(0, top, met, f'fill="{ACCENT}"')
    if tally.untold:
        yield _rect(ROOM - untold, top, untold, f'fill="{BAND}"')
        yield _rect(
            ROOM - untold, top, untold, f'fill="none" stroke="{FAINT}" stroke-dasharray="3 3"'
        )
    yield _rect(0, top, ROOM, f'fill="none" stroke="{RULE}" stroke-width="{STROKE}"')
    yield svg_text(ROOM + 12, top + BAR - 2, in_words(tally, of), fill=INK)


def _rect(x: float, y: float, width: float, look: str) -> str:
    return (
        f'<rect x="{short(x)}" y="{short(y)}" width="{short(width)}" height="{short(BAR)}" {look}/>'
    )
