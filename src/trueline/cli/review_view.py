"""Prints a review in the terminal: a colleague's margin notes, by place in the design."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from io import StringIO
from typing import TYPE_CHECKING, Literal

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from trueline.cli.printing import path_text, without_padding
from trueline.language import gettext, gettext_noop, ngettext
from trueline.language.terms import ADVICE, SEVERITY, SORT, SORTS
from trueline.reports.review.notes import MarginNote, MarginNotes, MarginTopic
from trueline.reports.review.reviewed import Reviewed
from trueline.reports.review.wording import (
    begin_with,
    deciding_line,
    empty_line,
    in_all_line,
    lapsed_line,
    open_line,
    remedy_counts,
    sorts_line,
    sources_line,
    waiver_line,
)
from trueline.review import Finding
from trueline.review.finding import SEVERITIES

if TYPE_CHECKING:
    from trueline.cli.reviewing import Outcome
    from trueline.review import Summary

Colours = Literal["auto", "standard", "256", "truecolor", "windows"] | None

PLAIN = "not bold default"
STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold"}


MORE = gettext_noop(
    "`trueline explain RULE` says all about a note. What you decide against can be set aside in"
    " the design’s `waivers`, with a reason and an end date."
)
MOST_COLUMNS = 100
"""Wider lines are hard to read."""


def review_text(review: Reviewed, *, width: int, colours: Colours) -> str:
    """The review as text: plain, or with the marks that a terminal turns into bold and colour."""
    return _rendered(partial(print_review, review=review), width, colours)


def summary_text(outcomes: list[Outcome], *, width: int, colours: Colours) -> str:
    """A table of several reviews: title, file and counts of each, in the order given."""
    return _rendered(partial(print_summaries, outcomes=outcomes), width, colours)


def _rendered(show: Callable[[Console], None], width: int, colours: Colours) -> str:
    file = StringIO()
    out = Console(
        file=file,
        width=min(width, MOST_COLUMNS),
        color_system=colours,
        highlight=False,
        force_terminal=colours is not None,
        emoji=False,
        legacy_windows=False,
    )
    show(out)
    return without_padding(file.getvalue())


def print_summaries(out: Console, outcomes: list[Outcome]) -> None:
    """No design is ranked before another: counts of notes don't add up to a score."""
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(gettext("design"), overflow="fold")
    for heading in (gettext("errors"), gettext("warnings"), gettext("notes"), gettext("set aside")):
        table.add_column(heading, justify="right")
    table.add_column(gettext("asks above all to"))
    reviewed = [(outcome, outcome.summary) for outcome in outcomes if outcome.summary]
    for outcome, summary in reviewed:
        title, file = outcome.title, path_text(outcome.file)
        name = Text(title) if title == file else Text(title).append(f"\n{file}", "dim")
        if sorts := sorts_line(summary):
            name.append(f"\n{sorts}", "dim")
        counts = (*(summary.severities[s] for s in SEVERITIES), summary.waived)
        table.add_row(name, *map(str, counts), _asks_for(outcome, summary))
    out.print(table)
    out.print()
    count = len(reviewed)
    out.print(ngettext("{count} design reviewed.", "{count} designs reviewed.", count))


def _asks_for(outcome: Outcome, summary: Summary) -> str:
    if summary.heaviest:
        return ADVICE.within(summary.heaviest)
    return gettext("nothing to review yet") if outcome.nothing_to_review else ""


def print_review(out: Console, review: Reviewed) -> None:
    """The whole review of one design."""
    notes = MarginNotes(review)
    out.print(Text(review.title, style="bold underline"))
    if review.file and review.file != review.title:
        out.print(Text(review.file, style="dim"), soft_wrap=True)
    if empty := empty_line(review):
        out.print()
        out.print(Text(empty))
    _print_deciding(out, notes)
    for part in notes.parts:
        _heading(out, SORTS.label(part.sort))
        for topic in part.topics:
            _print_topic(out, review, topic)
    _print_open(out, review, notes)
    _print_waived(out, review, notes.waived)
    _print_summary(out, notes)


def _print_deciding(out: Console, notes: MarginNotes) -> None:
    if notes.deciding:
        _heading(out, deciding_line())
    for topic in notes.deciding:
        sort = Text(SORT.label(topic.finding.sort), style="dim")
        why = _labelled(gettext("Why:"), topic.finding.why)
        out.print(_indented(sort, *_lines(notes.review, topic), why, *_advice(topic)))
        out.print()


def _print_topic(out: Console, review: Reviewed, topic: MarginTopic) -> None:
    out.print(_indented(*_lines(review, topic), *_advice(topic)))
    out.print()


def _lines(review: Reviewed, topic: MarginTopic) -> Iterator[RenderableType]:
    for note in topic.notes:
        yield from _note_lines(review, note)
        if len(topic.notes) > 1 and note.finding.path:
            yield Text(note.finding.path, style="dim")


def _note_lines(review: Reviewed, note: MarginNote) -> list[RenderableType]:
    lines: list[RenderableType] = [_head(review, note), Text(note.finding.message)]
    if note.lapsed:
        lines.append(Text(lapsed_line(note.lapsed), style="italic"))
    return lines


def _advice(topic: MarginTopic) -> list[RenderableType]:
    path = topic.finding.path if len(topic.notes) == 1 else ""
    return [_labelled(gettext("Next:"), topic.finding.next_step), _rule(topic.finding, path)]


def _head(review: Reviewed, note: MarginNote) -> Text:
    severity = note.finding.severity
    head = Text(SEVERITY.label(severity), style=STYLES[severity])
    where = ", ".join(part for part in (note.place.title, note.place.inside) if part)
    head.append(f" · {where}", PLAIN)
    return head.append(f"  {review.place(note.finding.path)}", f"{PLAIN} dim")


def _rule(finding: Finding, path: str) -> Text:
    parts = (finding.rule, path, sources_line(finding.refs))
    return Text(" · ".join(part for part in parts if part), style="dim")


def _print_open(out: Console, review: Reviewed, notes: MarginNotes) -> None:
    """Open questions, one line each; `explain` has the details."""
    if notes.open:
        _heading(out, open_line(notes))
    for topic in notes.open:
        lines = [Text(note.finding.message) for note in topic.notes]
        path = topic.finding.path if len(topic.notes) == 1 else ""
        out.print(_indented(*lines, _rule(topic.finding, path)))
    if notes.open:
        out.print()


def _print_waived(out: Console, review: Reviewed, notes: tuple[MarginNote, ...]) -> None:
    if not notes:
        return
    _heading(out, gettext("Set aside by the team"))
    for note in notes:
        finding, waiver = note.finding, note.finding.waiver
        if waiver:
            head = Text(f"{waiver_line(waiver)} ({SEVERITY.within(finding.severity)})", "bold")
            head.append(f"  {review.place(finding.path)}", "not bold dim")
            out.print(
                _indented(
                    head,
                    Text(finding.message),
                    _labelled(gettext("Reason:"), waiver.why),
                    Text(finding.rule, style="dim"),
                )
            )
            out.print()


def _print_summary(out: Console, notes: MarginNotes) -> None:
    summary = notes.review.summary
    _heading(out, in_all_line(notes.review))
    demands = [Text(f"{number:>4}  {demand}") for demand, number in remedy_counts(summary)]
    if demands:
        out.print(_indented(Text(sorts_line(summary))))
        out.print(_indented(Text(gettext("What they ask for, heaviest first:")), *demands))
        out.print(_indented(_labelled(gettext("Begin with:"), f"{begin_with(notes)}.")))
        out.print()
        out.print(_indented(Text(gettext(MORE), style="dim")))


def _heading(out: Console, title: str) -> None:
    out.print()
    out.print(Text(title, style="bold"))
    out.print()


def _labelled(label: str, text: str) -> Text:
    return Text(f"{label} ", style="bold").append(text, "not bold")


def _indented(*lines: RenderableType) -> Padding:
    return Padding(Group(*lines), (0, 0, 0, 2), expand=False)
