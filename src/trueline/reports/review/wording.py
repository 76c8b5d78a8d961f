"""Words for what a review counts and names in codes, the same in every form of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trueline.document import Waiver
from trueline.language import day, gettext, joined, lower_first, ngettext, pgettext, renamed_words
from trueline.language.term_types import Severity
from trueline.language.terms import ADVICE, SORT
from trueline.reports.review.notes import MarginNotes
from trueline.reports.review.reviewed import Reviewed
from trueline.review import Finding, Summary, nothing_to_review
from trueline.review.finding import REMEDIES, SEVERITIES, SORTS


def severity_count(severity: Severity, number: int) -> str:
    """`1 error`, `2 errors`."""
    match severity:
        case "error":
            return ngettext("{count} error", "{count} errors", number)
        case "warning":
            return ngettext("{count} warning", "{count} warnings", number)
        case "note":
            return ngettext("{count} note", "{count} notes", number)


def severities_line(summary: Summary) -> str:
    """How many findings of each severity, and how many are set aside."""
    counts = [severity_count(s, n) for s in SEVERITIES if (n := summary.severities[s])]
    if summary.waived:
        counts.append(ngettext("{count} set aside", "{count} set aside", summary.waived))
    return ", ".join(counts) if counts else gettext("no remarks")


def counts_line(review: Reviewed) -> str:
    """How many findings there are, or that there was nothing to review."""
    if not review.findings and nothing_to_review(review.document):
        return lower_first(review.emptiness.removesuffix("."))
    return severities_line(review.summary)


def in_all_line(review: Reviewed) -> str:
    """How many findings there are in all, as the last line of a review."""
    if not review.findings and nothing_to_review(review.document):
        return review.emptiness.removesuffix(".")
    return gettext("In all: {counts}", counts=severities_line(review.summary))


def own_names_line(findings: Iterable[Finding]) -> str:
    """A line on words of the findings for which the organisation has names of its own; or ""."""
    texts = "\n".join(f"{one.message}\n{one.why}\n{one.next_step}" for one in findings).casefold()
    pairs = [
        gettext("“{name}” for “{word}”", name=name, word=word)
        for word, name in renamed_words()
        if re.search(rf"(?<!\w)(?:ال)?{re.escape(word.casefold())}(?!\w)", texts)
    ]
    if not pairs:
        return ""
    return gettext(
        "Notes keep the toolkit’s words. Your organisation says {pairs}.", pairs=joined(pairs)
    )


def empty_line(review: Reviewed) -> str:
    """A line on what is still empty, where the counts don't say so."""
    return review.emptiness if review.findings or not nothing_to_review(review.document) else ""


def sorts_line(summary: Summary) -> str:
    """How many findings in force are of each sort: `Cannot be: 2 · Not said: 7`."""
    return " · ".join(f"{SORT.label(sort)}: {n}" for sort in SORTS if (n := summary.sorts[sort]))


def remedy_counts(summary: Summary) -> Iterator[tuple[str, int]]:
    """Each remedy that findings call for, heaviest first, and how often."""
    for remedy in REMEDIES:
        if number := summary.remedies[remedy]:
            yield ADVICE.within(remedy), number


def sources_line(refs: tuple[str, ...]) -> str:
    """Places of the source that a finding rests on."""
    return gettext("ICAT toolkit, {refs}", refs=", ".join(refs))


def waiver_line(waiver: Waiver) -> str:
    """The person who set a finding aside, and until when."""
    if waiver.who and waiver.until:
        return gettext("Set aside by {who} until {day}", who=waiver.who, day=day(waiver.until))
    if waiver.who:
        return gettext("Set aside by {who}", who=waiver.who)
    if waiver.until:
        return gettext("Set aside until {day}", day=day(waiver.until))
    return pgettext("state", "Set aside")


def lapsed_line(waiver: Waiver) -> str:
    """The reason why a waiver no longer counts."""
    if not waiver.why:
        return gettext("It was set aside without a reason, so it stands here again.")
    if not waiver.until:
        return gettext("It was set aside without an end date, so it stands here again.")
    until = day(waiver.until)
    return gettext("It was set aside until {day}, so it stands here again.", day=until)


def begin_with(notes: MarginNotes) -> str:
    """The places of the findings that decide the document; "" where there is nothing to do."""
    places = list(dict.fromkeys(place for topic in notes.deciding for place in topic.places))
    if not places:
        return ""
    first, *rest = places
    place = f"{first[:1].upper()}{first[1:]}"
    if not rest:
        return place
    return ngettext(
        "{place}, and {count} more place",
        "{place}, and {count} more places",
        len(rest),
        place=place,
    )


def deciding_line() -> str:
    """The heading of the findings that decide on the document."""
    return gettext("What decides this design")


def open_line(notes: MarginNotes) -> str:
    """How many questions are still open."""
    count = sum(len(topic.notes) for topic in notes.open)
    return ngettext("{count} question still open", "{count} questions still open", count)
