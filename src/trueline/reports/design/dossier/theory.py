"""The theory of change: the picture, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Assumption, Design, Link
from trueline.language import gettext, gettext_noop, label
from trueline.reports.design.diagram import described, drawn, is_large
from trueline.reports.design.diagram.described import numbered, standing
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.layout.blocks import (
    Block,
    Heading,
    Picture,
    Points,
    Prose,
    Row,
    Section,
    Sheet,
    Table,
)
from trueline.reports.values import Wording

ROOMS: dict[Sheet, tuple[int, int]] = {
    "upright": (455, 600),
    "turned": (725, 385),
    "large": (1075, 630),
    "tall": (725, 980),
}
"""The points that each sheet has for a picture, beside its heading."""
_SMALLEST = 0.62
"""The scale to which the picture may shrink before its text is hard to read."""
READING = gettext_noop(
    "The diagram reads from left to right. A broken line is a step that rests on no assumption"
    " verified here or backed by named evidence; the numbers are those of the assumptions."
)
BY_LEVELS = gettext_noop(
    "There are more activities, results and links than one picture can show. It counts them by level;"
    " what leads to what is said in words."
)


def theory(design: Design, wording: Wording) -> Iterator[Section]:
    """A page for the picture, on its side where it is wide, then each step in words."""
    title = gettext("Theory of change")
    if not design.theory.nodes:
        yield Section(title, (nothing_yet(gettext("activities and results")),), new_page=True)
        return
    drawing, large = drawn(design, legend=False), is_large(design)
    about = gettext(BY_LEVELS) if large else " ".join(described(design))
    picture = Picture(drawing.svg, drawing.width, drawing.height, about)
    yield Section(
        title,
        (Prose(gettext(BY_LEVELS if large else READING), "faint"), picture),
        sheet=sheet_for(drawing.width, drawing.height),
        new_page=True,
    )
    yield Section(
        gettext("The theory of change in words"), tuple(_words(design, wording)), new_page=True
    )


def sheet_for(width: float, height: float) -> Sheet:
    """The smallest sheet on which a picture of this size stays readable, else the best large one."""
    scales = {name: min(room[0] / width, room[1] / height) for name, room in ROOMS.items()}
    names: tuple[Sheet, ...] = ("upright", "turned")
    for name in names:
        if scales[name] >= _SMALLEST:
            return name
    return "large" if scales["large"] >= scales["tall"] else "tall"


def _words(design: Design, wording: Wording) -> Iterator[Block]:
    if design.links:
        yield Points(tuple(described(design)))
    else:
        yield nothing_yet(gettext("what leads to what"))
    yield Heading(gettext("What has to hold"))
    rows = tuple(_assumptions(design, wording))
    if rows:
        head = (
            "",
            label("Assumption"),
            gettext("Evidence"),
            Assumption.field_title("check"),
            Assumption.field_title("sources"),
        )
        yield Table(head, rows, (0.4, 3, 1.3, 2.2, 1.8))
    else:
        yield nothing_yet(gettext("the assumptions that its steps rest on"))


def _assumptions(design: Design, wording: Wording) -> Iterator[Row]:
    numbers = numbered(design)
    links: tuple[Link, ...] = design.theory.links
    for link in links:
        for number, assumption in numbers.get(link.id, ()):
            label = standing(assumption)
            yield (
                str(number),
                assumption.name,
                label[:1].upper() + label[1:],
                wording.field(assumption, "check"),
                wording.field(assumption, "sources"),
            )
