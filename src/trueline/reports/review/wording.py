"""Words for what a review counts and names in codes, the same in every form of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trueline.design import Waiver
from trueline.review import Severity, Summary
from trueline.review.finding import REMEDIES, SEVERITIES

SEVERITY: Mapping[Severity, str] = {"error": "Error", "warning": "Warning", "note": "Note"}
REMEDY = {
    "reconsider": "reconsider the approach",
    "modify": "modify it",
    "add": "add something beside it",
    "generate": "find out first",
}
"""The four consequences, as advice."""


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def severities_line(summary: Summary) -> str:
    """How many findings of each severity, and how many are set aside."""
    said = [counted(n, s) for s in SEVERITIES if (n := summary.severities[s])]
    if summary.waived:
        said.append(f"{summary.waived} set aside")
    return ", ".join(said) if said else "nothing to remark"


def remedies(summary: Summary) -> Iterator[tuple[str, int]]:
    """Each consequence that is asked for, heaviest first, and how often."""
    for remedy in REMEDIES:
        if number := summary.remedies[remedy]:
            yield REMEDY[remedy], number


def sources_line(refs: tuple[str, ...]) -> str:
    """Places of the source that a finding rests on."""
    return f"ICAT toolkit, {', '.join(refs)}"


def waiver_line(waiver: Waiver) -> str:
    """Who set a finding aside, until when."""
    who = f" by {waiver.who}" if waiver.who else ""
    until = f" until {day(waiver)}" if waiver.until else ""
    return f"Set aside{who}{until}"


def day(waiver: Waiver) -> str:
    """The last day on which a waiver counts, as people write it."""
    return f"{waiver.until.day} {waiver.until:%B %Y}" if waiver.until else ""


def lapsed_line(waiver: Waiver) -> str:
    """Why a waiver no longer counts."""
    if not waiver.why:
        return "It was set aside without a reason, so it stands here again."
    if not waiver.until:
        return "It was set aside without an end date, so it stands here again."
    return f"It was set aside until {day(waiver)}, so it stands here again."
