"""The review, and what the team decided in response; it stands last, for those who ask for it."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.document import NextStep, resolve
from trueline.language import gettext
from trueline.language.terms import SEVERITY, SORTS
from trueline.reports.labels import place_of
from trueline.reports.layout.blocks import (
    Block,
    Facts,
    Heading,
    Missing,
    Points,
    Prose,
    Section,
    Table,
)
from trueline.reports.review import MarginNote, MarginNotes, MarginTopic, Part, Reviewed
from trueline.reports.review.content import ABOUT
from trueline.reports.review.wording import (
    counts_line,
    deciding_line,
    empty_line,
    lapsed_line,
    open_line,
    remedy_counts,
    sources_line,
    waiver_line,
)
from trueline.reports.values import Wording
from trueline.review import all_rules, waivers_of


def review_section(review: Reviewed, wording: Wording) -> Section:
    """Notes in force, what is open, what was set aside and why, and next steps."""
    notes = MarginNotes(review)
    counts = counts_line(review)
    blocks = (
        Prose(gettext(ABOUT), "faint"),
        Prose(f"{counts[:1].upper()}{counts[1:]}.", "lead"),
        *([Prose(empty)] if (empty := empty_line(review)) else []),
        *_demands(review),
        *_deciding(notes),
        *(block for part in notes.parts for block in _part(part)),
        *_open(notes),
        *_waived(notes.waived),
        *_outdated_waivers(review, notes),
        Heading(gettext("What the team decided in response")),
        _next_steps(review, wording),
    )
    return Section(gettext("Review"), blocks, new_page=True)


def _demands(review: Reviewed) -> Iterator[Block]:
    demands = tuple(f"{number} × {what}" for what, number in remedy_counts(review.summary))
    if demands:
        yield Points(demands, gettext("What the notes ask for, heaviest first"))


def _deciding(notes: MarginNotes) -> Iterator[Block]:
    if notes.deciding:
        yield Heading(deciding_line())
    for topic in notes.deciding:
        yield from _topic(topic)
        yield Facts(((gettext("Why it matters"), topic.finding.why),))


def _part(part: Part) -> Iterator[Block]:
    yield Heading(SORTS.label(part.sort))
    for topic in part.topics:
        yield from _topic(topic)


def _topic(topic: MarginTopic) -> Iterator[Block]:
    return _note(topic.notes[0]) if len(topic.notes) == 1 else _several(topic)


def _note(note: MarginNote) -> Iterator[Block]:
    finding = note.finding
    where = ", ".join(part for part in (note.place.title, note.place.inside) if part)
    kind = SEVERITY.label(finding.severity)
    yield Heading(f"{kind} · {where}", 3, sources_line(finding.refs))
    yield Prose(finding.message)
    if note.lapsed:
        yield Prose(lapsed_line(note.lapsed), "small")
    yield Facts(((gettext("Next step"), finding.next_step),))


def _several(topic: MarginTopic) -> Iterator[Block]:
    finding = topic.finding
    kind = SEVERITY.label(finding.severity)
    title = all_rules()[finding.rule].title
    yield Heading(f"{kind} · {title}", 3, sources_line(finding.refs))
    yield Points(tuple(note.finding.message for note in topic.notes))
    for note in topic.notes:
        if note.lapsed:
            yield Prose(lapsed_line(note.lapsed), "small")
    yield Facts(((gettext("Next step"), finding.next_step),))


def _open(notes: MarginNotes) -> Iterator[Block]:
    if notes.open:
        yield Heading(open_line(notes))
        yield Points(tuple(note.finding.message for topic in notes.open for note in topic.notes))


def _waived(notes: tuple[MarginNote, ...]) -> Iterator[Block]:
    if not notes:
        return
    yield Heading(gettext("Set aside by the team"))
    for note in notes:
        waiver = note.finding.waiver
        if waiver is None:
            continue
        yield Heading(note.place.title, 3, sources_line(note.finding.refs))
        yield Prose(note.finding.message)
        yield Facts(((waiver_line(waiver), waiver.why),))


def _outdated_waivers(review: Reviewed, notes: MarginNotes) -> Iterator[Block]:
    """Waivers of findings that no longer arise: what was decided stays to be seen."""
    waivers = review.document.waivers
    of_findings = [w for note in notes.all for w in waivers_of(note.finding, waivers)]
    rows = tuple(
        (_about(review, waiver.element), f"{waiver_line(waiver)}. {waiver.why}")
        for waiver in waivers
        if waiver not in of_findings
    )
    if rows:
        yield Heading(gettext("Set aside earlier, and no longer found"))
        yield Facts(rows)


def _next_steps(review: Reviewed, wording: Wording) -> Block:
    steps = review.document.next_steps
    if not steps:
        return Missing(gettext("No next steps are written down yet."))
    names = ("step", "remedy", "about", "owner", "due", "done")
    head = tuple(NextStep.field_title(name) for name in names)
    rows = tuple(
        tuple(
            _about(review, step.about) if name == "about" else wording.field(step, name)
            for name in names
        )
        for step in steps
    )
    return Table(head, rows, (3, 1.2, 2.2, 1.3, 1.3, 0.8))


def _activity(review: Reviewed, id: str) -> str:
    """The name of an activity; its id if it was removed."""
    try:
        return str(resolve(review.document, f"activities[{id}]").name)
    except KeyError:
        return id


def _about(review: Reviewed, about: str) -> str:
    """The label of an address, or of a question with its activity."""
    question, _, activity = about.partition("@")
    if entry := review.toolkit.get(question):
        names = [_activity(review, activity)] if activity else []
        return ": ".join([str(getattr(entry, "title", question)), *names])
    try:
        place = place_of(review.document, about, review.toolkit)
    except ValueError:
        return about
    return ", ".join(part for part in (place.title, place.inside) if part) if about else ""
