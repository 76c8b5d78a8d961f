"""The first page: what a reader wants to know before turning it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trueline.design import Design
from trueline.reports.layout.blocks import Cover
from trueline.reports.review.places import shortened
from trueline.reports.titles import INVENTED
from trueline.reports.values import Wording, dates, day

KIND = "Programme dossier"
ROOM = 1200
"""Letters of the summary for which the cover has room."""
FEW = 6
"""So many partners have a line each."""
UNTITLED = "A programme without a title"
MADE_UP = (
    "This is an invented example: the people, organisations, events and figures in it are made up,"
    " and nothing in it describes a real programme."
)
NOTE = (
    "Made with Trueline from the programme’s design. Where the design says nothing of a matter,"
    " this dossier says so. Questions in the last part are those of the ICAT toolkit, in"
    " Trueline’s words; its agencies have neither reviewed nor endorsed this programme."
)


def cover(design: Design, wording: Wording, on: date | None) -> Cover:
    """The cover of a dossier."""
    return Cover(
        kind=f"{KIND} · {INVENTED}" if design.invented else KIND,
        title=design.title or UNTITLED,
        lead=lead(design),
        facts=tuple(_facts(design, wording, on)),
        note=f"{MADE_UP} {NOTE}" if design.invented else NOTE,
    )


def lead(design: Design) -> str:
    """The summary, as far as a cover has room for it; a longer one follows in full."""
    if not design.summary:
        return "The design holds no summary yet."
    return shortened(design.summary, ROOM) if is_cut(design) else design.summary


def is_cut(design: Design) -> bool:
    """Whether the cover shows only the beginning of the summary."""
    return len(design.summary) > ROOM


def _facts(design: Design, wording: Wording, on: date | None) -> Iterator[tuple[str, str]]:
    titles = {name: info.title or name for name, info in Design.model_fields.items()}
    for name in ("countries", "lead"):
        yield titles[name], wording.field(design, name) or "Not said yet"
    if design.partners:
        names = [partner.name for partner in design.partners]
        yield titles["partners"], ("\n" if len(names) <= FEW else "; ").join(names)
    yield "Dates", dates(design.start, design.end) or "Not said yet"
    for name in ("phase", "budget"):
        said = wording.field(design, name)
        if said or name == "budget":
            yield titles[name], said or "Not said yet"
    if on:
        yield "Date of this dossier", day(on)
