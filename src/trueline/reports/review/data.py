"""The review as JSON, and the schema that says what is in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from trueline.files import Problem
from trueline.language.term_types import Remedy, Severity, Sort
from trueline.reports.review.notes import MarginNote, MarginNotes
from trueline.reports.review.reviewed import Reviewed
from trueline.review import empty_lists, nothing_to_review

FORM = 3


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WaiverData(_Data):
    """Why a finding is set aside. It counts until the end of the day `until`."""

    who: str
    why: str
    until: date | None


class FindingData(_Data):
    """One finding. `line` and `column` count from 1 and are null where there is no file."""

    rule: str = Field(description="Id of the rule; `trueline explain` says all about it.")
    sort: Sort = Field(
        description="What it rests on: what cannot be, what is said badly, what is not said."
    )
    severity: Severity
    remedy: Remedy = Field(description="What the finding asks for.")
    path: str = Field(description="Address in the design; empty for the design as a whole.")
    place: str = Field(description="The same place in words.")
    line: int | None
    column: int | None
    message: str
    why: str
    refs: tuple[str, ...] = Field(description="Places of the source, such as 6 Q8.")
    next_step: str
    waiver: WaiverData | None = Field(description="Set where the team has set it aside.")


class Deciding(_Data):
    """One of the few findings that decide a design."""

    rule: str
    path: str


class SummaryData(_Data):
    """Counts of the findings that are not set aside. There is no score: they don't add up."""

    sorts: dict[Sort, int]
    severities: dict[Severity, int]
    remedies: dict[Remedy, int]
    heaviest: Remedy | None = Field(
        description="The heaviest consequence asked for, by what is said where anything is."
    )
    waived: int = Field(description="Findings set aside.")


class DesignReview(_Data):
    """The review of one design."""

    file: str
    title: str
    toolkit: str = Field(description="Edition of the toolkit that it was reviewed by.")
    summary: SummaryData
    nothing_to_review: bool = Field(description="All lists that a review is about are empty.")
    empty: tuple[str, ...] = Field(description="Those of these lists that hold nothing.")
    deciding: tuple[Deciding, ...] = Field(
        description="The few findings that decide the design, first what comes first."
    )
    findings: tuple[FindingData, ...] = Field(description="In the order of the document.")


class ProblemData(_Data):
    """Why a file could not be reviewed."""

    file: str
    line: int | None
    column: int | None
    message: str
    hint: str
    more: int = Field(description="How many further problems of the file it stands for.")


class PassedOver(_Data):
    """A file met in a folder that is no design."""

    file: str
    reason: str


class ReviewData(_Data):
    """What `trueline review --format json` writes."""

    form: int = Field(description="Raised when what is written here changes.")
    designs: tuple[DesignReview, ...]
    problems: tuple[ProblemData, ...] = Field(description="Files that could not be reviewed.")
    passed_over: tuple[PassedOver, ...] = Field(description="Files in folders that are no designs.")


def review_json(reviews: Iterable[Reviewed], problems: Iterable[Problem] = ()) -> str:
    """Reviews as one JSON text that fits `review_schema`."""
    return joined_json([design_json(review) for review in reviews], problems)


def design_json(review: Reviewed) -> str:
    """One design's part of the JSON text."""
    summary, notes = review.summary, MarginNotes(review)
    data = DesignReview(
        file=review.file,
        title=review.document.title,
        toolkit=review.toolkit.head.edition,
        summary=SummaryData(
            sorts=dict(summary.sorts),
            severities=dict(summary.severities),
            remedies=dict(summary.remedies),
            heaviest=summary.heaviest,
            waived=summary.waived,
        ),
        nothing_to_review=nothing_to_review(review.document),
        empty=empty_lists(review.document),
        deciding=tuple(
            Deciding(rule=topic.finding.rule, path=topic.finding.path) for topic in notes.deciding
        ),
        findings=tuple(_finding(note) for note in notes.all),
    )
    return data.model_dump_json(indent=1)


def joined_json(
    designs: Iterable[str],
    problems: Iterable[Problem] = (),
    passed_over: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """The whole text, around the parts of the designs; `passed_over` says why, by file."""
    wrong = [ProblemData(**vars(problem)).model_dump() for problem in problems]
    others = [{"file": file, "reason": reason} for file, reason in passed_over.items()]
    head = f'{{\n"form": {FORM},\n"designs": [{",".join(designs)}],\n'
    return f'{head}"problems": {_listed(wrong)},\n"passed_over": {_listed(others)}\n}}\n'


def _listed(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, indent=1, ensure_ascii=False)


def _finding(note: MarginNote) -> FindingData:
    finding, waiver = note.finding, note.finding.waiver
    line, column = note.spot or (None, None)
    inside = f", {note.place.inside}" if note.place.inside else ""
    return FindingData(
        rule=finding.rule,
        sort=finding.sort,
        severity=finding.severity,
        remedy=finding.remedy,
        path=finding.path,
        place=note.place.title + inside,
        line=line,
        column=column,
        message=finding.message,
        why=finding.why,
        refs=finding.refs,
        next_step=finding.next_step,
        waiver=WaiverData(who=waiver.who, why=waiver.why, until=waiver.until) if waiver else None,
    )


def review_schema() -> str:
    """The JSON Schema of what `review_json` writes."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:trueline:review:{FORM}",
    }
    schema: dict[str, Any] = ReviewData.model_json_schema(mode="serialization")
    return json.dumps({**head, **schema}, indent=1, ensure_ascii=False) + "\n"
