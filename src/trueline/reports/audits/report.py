"""An audit as a document to print, and as data for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from trueline.document.kind import kind_of
from trueline.language import (
    day,
    gettext,
    gettext_noop,
    joined,
    ngettext,
    quoted,
    untranslated_notice,
)
from trueline.language.context import noting_untranslated
from trueline.reports.layout.blocks import (
    Block,
    Cover,
    Document,
    Heading,
    Missing,
    Points,
    Prose,
    Section,
)
from trueline.reports.layout.lines import languages_of
from trueline.reports.titles import INVENTED, title_of
from trueline.review.audits import Answer, Audit, Line, Part

MOST = 5
"""Names of what falls short that are listed; of more, how many."""
MADE_UP = gettext_noop(
    "This is an invented example: the country, organisations and figures in it are made up."
)


@dataclass(frozen=True)
class Report:
    """The texts of one kind of audit, marked for translation, and facts for the cover."""

    kind: str
    note: str
    no_summary: str
    facts: Callable[[Any], list[tuple[str, str]]]


def audit_document(audit: Audit[Any], report: Report, *, on: date | None = None) -> Document:
    """The audit as blocks, for PDF and Word. Parts in English for want of a translation are marked."""
    title = audit_title(audit)
    with noting_untranslated() as noted:
        earlier_lines: dict[str, str] = {}
        sections = tuple(_section(part, earlier_lines) for part in audit.parts)
    cover = _cover(audit, report, on)
    if notice := untranslated_notice(noted):
        cover = replace(cover, note=f"{cover.note} {notice}")
    return Document(
        title=title,
        running=title,
        kind=gettext(report.kind),
        sections=sections,
        cover=cover,
        on=on,
        languages=languages_of(audit.document, noted),
    )


def audit_title(audit: Audit[Any]) -> str:
    """The document's title, which says so where it is made up."""
    return title_of(audit.document, _untitled(audit))


def answer_text(answer: Answer) -> str:
    """An answer with the names of what falls short."""
    if not answer.lacking:
        return answer.text
    names = [quoted(name) for name in answer.lacking[:MOST]]
    left = len(answer.lacking) - MOST
    listed = [*names, ngettext("{count} more", "{count} more", left)] if left > 0 else names
    return gettext("{text} Not yet: {names}.", text=answer.text, names=joined(listed))


def audit_json(audit: Audit[Any]) -> str:
    """The audit for programs."""
    data = {
        "title": audit.document.title,
        "invented": bool(audit.document.invented),
        "toolkit": audit.document.toolkit,
        "parts": [_part_data(part) for part in audit.parts],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _untitled(audit: Audit[Any]) -> str:
    return gettext(kind_of(audit.document).labels.untitled)


def _cover(audit: Audit[Any], report: Report, on: date | None) -> Cover:
    document, kind, note = audit.document, gettext(report.kind), gettext(report.note)
    facts = report.facts(document)
    if on:
        facts.append((gettext("Date of this audit"), day(on)))
    return Cover(
        kind=f"{kind} · {gettext(INVENTED)}" if document.invented else kind,
        title=document.title or _untitled(audit),
        lead=document.summary or gettext(report.no_summary),
        facts=tuple(facts),
        note=f"{gettext(MADE_UP)} {note}" if document.invented else note,
    )


def _section(part: Part, earlier_lines: dict[str, str]) -> Section:
    """A part. `earlier_lines` has the line under which each next step was printed: it is printed once."""
    blocks: list[Block] = []
    if part.limits:
        limits = gettext("What these don’t show: {limits}", limits=part.limits)
        blocks.append(Prose(limits, "small"))
    for line in part.lines:
        blocks += _blocks(line, earlier_lines)
    return Section(part.title, tuple(blocks))


def _blocks(line: Line, earlier_lines: dict[str, str]) -> Iterator[Block]:
    yield Heading(line.title, 2, line.ref)
    answered = tuple(answer_text(each) for each in line.answers if each.standing != "open")
    if answered:
        yield Points(answered)
    if open_ := " ".join(each.text for each in line.answers if each.standing == "open"):
        yield Missing(open_)
    steps = dict.fromkeys(f"{each.message} {each.next_step}" for each in line.findings)
    earlier = dict.fromkeys(earlier_lines[step] for step in steps if step in earlier_lines)
    if new := tuple(step for step in steps if step not in earlier_lines):
        yield Points(new, gettext("Next"))
        earlier_lines |= dict.fromkeys(new, line.ref or line.title)
    if earlier:
        places = joined(list(earlier))
        yield Prose(gettext("Next: see also the steps under {places}.", places=places), "small")


def _part_data(part: Part) -> dict[str, Any]:
    lines = [_line_data(line) for line in part.lines]
    return {"ref": part.ref, "title": part.title, "does_not_show": part.limits, "lines": lines}


def _line_data(line: Line) -> dict[str, Any]:
    return {
        "id": line.id,
        "ref": line.ref,
        "title": line.title,
        "answers": [_answer_data(answer, line.ref) for answer in line.answers],
        "next": [
            {
                "rule": finding.rule,
                "severity": finding.severity,
                "path": finding.path,
                "message": finding.message,
                "next_step": finding.next_step,
                "refs": list(finding.refs),
            }
            for finding in line.findings
        ],
    }


def _answer_data(answer: Answer, ref: str) -> dict[str, Any]:
    """Counts are null where nothing was counted: zero is a count."""
    return {
        "standing": answer.standing,
        "ref": answer.ref or ref,
        "text": answer.text,
        "count": answer.count,
        "of": answer.of,
        "short_at": list(answer.places),
    }
