"""The first page: what a reader wants to know before turning it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trueline.design import Design
from trueline.language import dates, day, gettext, gettext_noop, shortened
from trueline.reports.layout.blocks import Cover
from trueline.reports.titles import INVENTED, UNTITLED
from trueline.reports.values import Wording

ROOM = 1200
"""Letters of the summary for which the cover has room."""
FEW = 6
"""So many partners have a line each."""
MADE_UP = gettext_noop(
    "This is an invented example: the people, organisations, events and figures in it are made"
    " up, and nothing in it describes a real programme."
)
NOTE = gettext_noop(
    "Made with Trueline from the programme’s design. Where the design says nothing of a matter,"
    " this dossier says so. Questions in the last part are those of the ICAT toolkit, in"
    " Trueline’s words; its agencies have neither reviewed nor endorsed this programme."
)


def kind() -> str:
    """The kind that a dossier says it is."""
    return gettext("Programme dossier")


def cover(design: Design, wording: Wording, on: date | None) -> Cover:
    """The cover of a dossier."""
    return Cover(
        kind=f"{kind()} · {gettext(INVENTED)}" if design.invented else kind(),
        title=design.title or gettext(UNTITLED),
        lead=lead(design),
        facts=tuple(_facts(design, wording, on)),
        note=f"{gettext(MADE_UP)} {gettext(NOTE)}" if design.invented else gettext(NOTE),
    )


def lead(design: Design) -> str:
    """The summary, as far as a cover has room for it; a longer one follows in full."""
    if not design.summary:
        return gettext("The design holds no summary yet.")
    return shortened(design.summary, ROOM) if is_cut(design) else design.summary


def is_cut(design: Design) -> bool:
    """Whether the cover shows only the beginning of the summary."""
    return len(design.summary) > ROOM


def _facts(design: Design, wording: Wording, on: date | None) -> Iterator[tuple[str, str]]:
    title = Design.field_title
    for name in ("countries", "lead"):
        yield title(name), wording.field(design, name) or gettext("Not said yet")
    if design.partners:
        names = [partner.name for partner in design.partners]
        yield title("partners"), ("\n" if len(names) <= FEW else "; ").join(names)
    yield gettext("Dates"), dates(design.start, design.end) or gettext("Not said yet")
    for name in ("phase", "budget"):
        value = wording.field(design, name)
        if value or name == "budget":
            yield title(name), value or gettext("Not said yet")
    if on:
        yield gettext("Date of this dossier"), day(on)
