"""Words for what a review counts and names in codes, the same in every form of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from trueline.document import Waiver
from trueline.language import lower_first
from trueline.language.terms import Severity
from trueline.reports.review.notes import MarginNotes
from trueline.reports.review.reviewed import Reviewed
from trueline.review import Summary, nothing_to_review
from trueline.review.finding import REMEDIES, SEVERITIES
from trueline.toolkit import Toolkit

SEVERITY: Mapping[Severity, str] = {"error": "Error", "warning": "Warning", "note": "Note"}
REMEDY = {
    "reconsider": "reconsider the approach",
    "modify": "modify it",
    "add": "add something beside it",
    "generate": "find out first",
}
"""The four consequences, as advice."""
GROUPS_OF_OURS = {
    "logic": "Logic of the theory of change",
    "indicators": "Indicators",
    "answers": "Answers to the toolkit’s questions",
}
"""Groups of rules that are not named after a section of the toolkit."""


def group_title(group: str, toolkit: Toolkit) -> str:
    """What a group of rules is about."""
    return GROUPS_OF_OURS.get(group) or toolkit.section(group).short


def counted(number: int, noun: str) -> str:
    """`1 error`, `2 errors`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def severities_line(summary: Summary) -> str:
    """How many findings of each severity, and how many are set aside."""
    said = [counted(n, s) for s in SEVERITIES if (n := summary.severities[s])]
    if summary.waived:
        said.append(f"{summary.waived} set aside")
    return ", ".join(said) if said else "nothing to remark"


def counts_line(review: Reviewed) -> str:
    """How many findings there are, or that there was nothing to review."""
    if not review.findings and nothing_to_review(review.document):
        return lower_first(review.emptiness.removesuffix("."))
    return severities_line(review.summary)


def in_all_line(review: Reviewed) -> str:
    """How many findings there are in all, as the last line of a review."""
    if not review.findings and nothing_to_review(review.document):
        return review.emptiness.removesuffix(".")
    return f"In all: {severities_line(review.summary)}"


def empty_line(review: Reviewed) -> str:
    """What is still empty, where the counts don't say so."""
    return review.emptiness if review.findings or not nothing_to_review(review.document) else ""


def asked_for(summary: Summary) -> Iterator[tuple[str, int]]:
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
    until = f" until {on_day(waiver.until)}" if waiver.until else ""
    return f"Set aside{who}{until}"


def on_day(day: date) -> str:
    """A day as people write it."""
    return f"{day.day} {day:%B %Y}"


def lapsed_line(waiver: Waiver) -> str:
    """Why a waiver no longer counts."""
    if not waiver.why:
        return "It was set aside without a reason, so it stands here again."
    if not waiver.until:
        return "It was set aside without an end date, so it stands here again."
    return f"It was set aside until {on_day(waiver.until)}, so it stands here again."


def begin_with(notes: MarginNotes) -> str:
    """Where the heaviest consequence is asked for; "" where there is nothing to do."""
    places = list(dict.fromkeys(note.place.title for note in notes.heaviest))
    if not places:
        return ""
    first, *rest = places
    more = f", and {counted(len(rest), 'more place')}" if rest else ""
    return f"{first[:1].upper()}{first[1:]}{more}"
