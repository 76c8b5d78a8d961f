"""The printed review as plain data, from which both the page and the PDF are rendered."""

from __future__ import annotations

from typing import Any

from trueline.language import (
    day,
    gettext,
    gettext_noop,
    joined,
    noting_untranslated,
    untranslated_notice,
)
from trueline.language.terms import SEVERITY, SORT, SORTS
from trueline.reports.review.notes import MarginNote, MarginNotes, MarginTopic, Part
from trueline.reports.review.reviewed import Reviewed
from trueline.reports.review.wording import (
    counts_line,
    deciding_line,
    empty_line,
    lapsed_line,
    open_line,
    own_names_line,
    remedy_counts,
    sorts_line,
    sources_line,
    waiver_line,
)
from trueline.review import rules_of
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import title_of

ABOUT = gettext_noop(
    "Each note is advice, with its source: weigh it with what you know of the place. There is no"
    " score, since notes don’t add up to one. The toolkit’s agencies have neither reviewed nor"
    " endorsed it."
)


def review_content(review: Reviewed) -> dict[str, Any]:
    """The data of a printed review."""
    with noting_untranslated() as noted:
        notes = MarginNotes(review)
        deciding = [_topic(review, topic) for topic in notes.deciding]
        parts = [_part(review, part) for part in notes.parts]
        opened = [_topic(review, topic) for topic in notes.open]
        about = (gettext(ABOUT), own_names_line(review.findings), untranslated_notice(noted))
    return {
        "about": " ".join(filter(None, about)),
        "title": review.title,
        "heading": gettext("Review: {title}", title=review.title),
        "about_it": _about_it(review),
        "counts": _sentence(counts_line(review)),
        "empty": empty_line(review),
        "sorts": sorts_line(review.summary),
        "asked": [{"number": n, "what": demand} for demand, n in remedy_counts(review.summary)],
        "deciding": deciding,
        "deciding_line": deciding_line(),
        "parts": parts,
        "open": opened,
        "open_line": open_line(notes),
        "waived": [_note(review, note) for note in notes.waived],
    }


def _about_it(review: Reviewed) -> str:
    """Facts about the review: of what, of which file, on which day, by what."""
    edition = gettext("ICAT toolkit, {refs}", refs=review.toolkit.head.edition)
    parts = (gettext("Review"), review.file, day(review.on) if review.on else "", edition)
    return " · ".join(part for part in parts if part)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _part(review: Reviewed, part: Part) -> dict[str, Any]:
    topics = [_topic(review, topic) for topic in part.topics]
    return {"title": SORTS.label(part.sort), "sort": part.sort, "topics": topics}


def _topic(review: Reviewed, topic: MarginTopic) -> dict[str, Any]:
    """One rule's notes: the part of each, and the part common to all."""
    notes = [_note(review, note) for note in topic.notes]
    title = rules_of(review.document.kind)[topic.finding.rule].title
    return {**notes[0], "title": title, "notes": notes, "places": joined(topic.places)}


def _note(review: Reviewed, note: MarginNote) -> dict[str, Any]:
    finding, waiver = note.finding, note.finding.waiver
    return {
        "severity": finding.severity,
        "sort": finding.sort,
        "sort_label": SORT.label(finding.sort),
        "label": SEVERITY.label(finding.severity),
        "remedy": finding.remedy,
        "place": note.place.title,
        "inside": note.place.inside,
        "line": gettext("line {number}", number=note.spot[0]) if note.spot else "",
        "line_number": note.spot[0] if note.spot else None,
        "message": finding.message,
        "lapsed": lapsed_line(note.lapsed) if note.lapsed else "",
        "why": finding.why,
        "next": finding.next_step,
        "rule": finding.rule,
        "path": finding.path,
        "refs": [_source(review.toolkit, ref) for ref in finding.refs],
        "sources": sources_line(finding.refs),
        "waiver": waiver_line(waiver) if waiver else "",
        "reason": waiver.why if waiver else "",
    }


def _source(toolkit: Toolkit, ref: str) -> dict[str, str]:
    nodes = toolkit.at(ref)
    return {"ref": ref, "title": title_of(nodes[0]) if nodes else ""}
