"""How the terminal shows a review: a colleague's margin notes, by place in the design."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from trueline.reports.review.notes import Group as Place
from trueline.reports.review.notes import MarginNotes, Note
from trueline.reports.review.reviewed import Reviewed
from trueline.reports.review.wording import (
    SEVERITY,
    lapsed_line,
    remedies,
    severities_line,
    sources_line,
    waiver_line,
)  # fmt: skip

STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold"}


def print_review(out: Console, review: Reviewed) -> None:
    """The whole review of one design."""
    notes = MarginNotes(review)
    out.print(Text(review.title, style="bold underline"))
    if review.file and review.file != review.title:
        out.print(Text(review.file, style="dim"), soft_wrap=True)
    told: set[str] = set()
    for group in notes.groups:
        _print_group(out, review, group, told)
    _print_open(out, review, notes.open)
    _print_set_aside(out, review, notes.set_aside)
    _print_summary(out, notes)


def _print_group(out: Console, review: Reviewed, group: Place, told: set[str]) -> None:
    _heading(out, group.place.title)
    for note in group.notes:
        out.print(_indented(*_note(review, note, told)))
        out.print()


def _note(review: Reviewed, note: Note, told: set[str]) -> list[RenderableType]:
    finding = note.finding
    head = Text(SEVERITY[finding.severity], style=STYLES[finding.severity])
    if note.place.inside:
        head.append(f" · {note.place.inside}", "not bold default")
    head.append(f"  {review.place(finding.path)}", "not bold dim default")
    lines = [head, Text(finding.message)]
    if note.lapsed:
        lines.append(Text(lapsed_line(note.lapsed), style="italic"))
    if finding.rule not in told:
        told.add(finding.rule)
        lines.append(_labelled("Why", finding.why))
    lines.append(_labelled("Next", finding.next_step))
    lines.append(Text(f"{finding.rule} · {sources_line(finding.refs)}", style="dim"))
    return list(lines)


def _print_open(out: Console, review: Reviewed, notes: tuple[Note, ...]) -> None:
    if not notes:
        return
    _heading(out, "Still open")
    for note in notes:
        out.print(_indented(Text(f"{SEVERITY['note']}  ", style="bold").append(
            review.place(note.finding.path), "not bold dim"), Text(note.finding.message)))  # fmt: skip
    steps = dict.fromkeys(note.finding.next_step for note in notes)
    rules = dict.fromkeys(note.finding.rule for note in notes)
    out.print(_indented(*(_labelled("Next", step) for step in steps),
                        Text(" · ".join(rules), style="dim")))  # fmt: skip
    out.print()


def _print_set_aside(out: Console, review: Reviewed, notes: tuple[Note, ...]) -> None:
    if not notes:
        return
    _heading(out, "Set aside by the team")
    for note in notes:
        finding, waiver = note.finding, note.finding.waiver
        if waiver:
            head = Text(f"{waiver_line(waiver)} ({SEVERITY[finding.severity].lower()})", "bold")
            head.append(f"  {review.place(finding.path)}", "not bold dim")
            out.print(_indented(head, Text(finding.message), _labelled("Reason", waiver.why),
                                Text(finding.rule, style="dim")))  # fmt: skip
            out.print()


def _print_summary(out: Console, notes: MarginNotes) -> None:
    summary = notes.review.summary
    _heading(out, f"In all: {severities_line(summary)}")
    asked = [Text(f"{number:>4}  {said}") for said, number in remedies(summary)]
    if asked:
        out.print(_indented(Text("What they ask for, heaviest first:"), *asked))
    first, *rest = notes.heaviest or (None,)
    if first:
        more = f", and {len(rest)} more" if rest else ""
        out.print(_indented(_labelled("Begin with", f"{first.place.title}{more}.")))


def _heading(out: Console, title: str) -> None:
    out.print()
    out.print(Text(title, style="bold"))
    out.print()


def _labelled(label: str, text: str) -> Text:
    return Text(f"{label}: ", style="bold").append(text, "not bold")


def _indented(*lines: RenderableType) -> Padding:
    return Padding(Group(*lines), (0, 0, 0, 2), expand=False)
