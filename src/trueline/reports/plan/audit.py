"""The audit of a national plan as a document to print, and as data for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from trueline.language import (
    dates,
    day,
    gettext,
    gettext_noop,
    joined,
    ngettext,
    quoted,
    untranslated_notice,
)
from trueline.language.context import noting_untranslated
from trueline.plan import PLAN, Plan
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
from trueline.review.plan_audit import Answer, Audit, Line, Part

MOST = 5
"""Names of what falls short that are listed; of more, how many."""
NOTE = gettext_noop(
    "Made with Trueline from the plan. What can be told from its structure is counted; what only"
    " people can judge is left to the coordinator. Nothing here is a score, and plans are not ranked"
    " by it. Questions and indicators are those of section 9 of the ICAT toolkit, in Trueline’s"
    " words; its agencies have neither reviewed nor endorsed this plan."
)
MADE_UP = gettext_noop(
    "This is an invented example: the country, organisations and figures in it are made up."
)


def audit_document(audit: Audit, *, on: date | None = None) -> Document:
    """The audit as blocks, for PDF and Word. What is said in English for want of a translation says so."""
    title = audit_title(audit)
    with noting_untranslated() as noted:
        sections = tuple(_section(part) for part in audit.parts)
    cover = _cover(audit.plan, on)
    if notice := untranslated_notice(noted):
        cover = replace(cover, note=f"{cover.note} {notice}")
    return Document(
        title=title,
        running=title,
        kind=_kind(),
        sections=sections,
        cover=cover,
        on=on,
        languages=languages_of(audit.plan, noted),
    )


def audit_title(audit: Audit) -> str:
    """The plan's title, which says so where the plan is made up."""
    return title_of(audit.plan, gettext(PLAN.labels.untitled))


def answer_text(answer: Answer) -> str:
    """An answer with the names of what falls short."""
    if not answer.lacking:
        return answer.text
    names = [quoted(name) for name in answer.lacking[:MOST]]
    left = len(answer.lacking) - MOST
    listed = [*names, ngettext("{count} more", "{count} more", left)] if left > 0 else names
    return gettext("{text} Not yet: {names}.", text=answer.text, names=joined(listed))


def audit_json(audit: Audit) -> str:
    """The audit for programs."""
    data = {
        "title": audit.plan.title,
        "invented": bool(audit.plan.invented),
        "toolkit": audit.plan.toolkit,
        "parts": [_part_data(part) for part in audit.parts],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _kind() -> str:
    return gettext("Audit of a national plan")


def _cover(plan: Plan, on: date | None) -> Cover:
    facts = [
        (Plan.field_title("lead"), plan.lead or gettext("Not said yet")),
        (gettext("Dates"), dates(plan.start, plan.end) or gettext("Not said yet")),
    ]
    if on:
        facts.append((gettext("Date of this audit"), day(on)))
    return Cover(
        kind=f"{_kind()} · {gettext(INVENTED)}" if plan.invented else _kind(),
        title=plan.title or gettext(PLAN.labels.untitled),
        lead=plan.summary or gettext("The plan holds no summary yet."),
        facts=tuple(facts),
        note=f"{gettext(MADE_UP)} {gettext(NOTE)}" if plan.invented else gettext(NOTE),
    )


def _section(part: Part) -> Section:
    blocks: list[Block] = []
    if part.limits:
        limits = gettext("What these don’t show: {limits}", limits=part.limits)
        blocks.append(Prose(limits, "small"))
    for line in part.lines:
        blocks += _blocks(line)
    return Section(part.title, tuple(blocks))


def _blocks(line: Line) -> Iterator[Block]:
    yield Heading(line.title, 2, line.ref)
    answered = tuple(answer_text(each) for each in line.answers if each.standing != "open")
    if answered:
        yield Points(answered)
    if open_ := " ".join(each.text for each in line.answers if each.standing == "open"):
        yield Missing(open_)
    if line.findings:
        steps = dict.fromkeys(f"{each.message} {each.next_step}" for each in line.findings)
        yield Points(tuple(steps), gettext("Next"))


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
