"""Targets of funded proposals beside the figures measured later."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from trueline.design import Design
from trueline.design.figure_wording import target_in_words
from trueline.files import FileProblems
from trueline.web.appraisals.models import Decision, Proposal, ProposalFile
from trueline.web.appraisals.texts import document_in
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.monitoring.models import MonitoredIndicator
from trueline.web.monitoring.summaries import Line, Stands, summaries_of

FUNDED = (Decision.Outcome.FUND, Decision.Outcome.CONDITIONS)


@dataclass(frozen=True)
class Promise:
    """An indicator of a proposal that was funded: what it promised, and where it stands now.

    `line` is None where nothing was measured, or the indicator has gone from the programme.
    """

    indicator: str
    target: str
    line: Line | None

    @property
    def moved(self) -> bool:
        """Whether what it is held against is no longer what was promised."""
        return self.line is not None and bool(self.line.target) and self.line.target != self.target

    @property
    def stands(self) -> Stands:
        return self.line.stands if self.line else Stands.NO_FIGURE


@dataclass(frozen=True)
class Programme:
    """A funded proposal that came of a design with an approved version.

    `promises` is None where the applicant does not share where its indicators stand.
    """

    proposal: Proposal
    promises: Sequence[Promise] | None


def programmes_of(proposals: Iterable[Proposal]) -> list[Programme]:
    """The programmes that were funded, in their order."""
    funded = [each for each in proposals if is_funded(each)]
    records = _approved_records(funded)
    approved = [each for each in funded if each.document_id in records]
    shared = [each for each in approved if _shares_figures(each)]
    lines = _lines({each.document_id: records[each.document_id] for each in shared})
    designs = _designs(shared)
    return [
        Programme(each, _promises(designs[each.pk], lines[each.document_id]))
        if each in shared
        else Programme(each, None)
        for each in approved
    ]


def is_funded(proposal: Proposal) -> bool:
    """Whether an issued decision funds it, with conditions or without."""
    decision: Decision | None = getattr(proposal, "decision", None)
    return decision is not None and bool(decision.issued) and decision.outcome in FUNDED


def _shares_figures(proposal: Proposal) -> bool:
    """Whether figures are shared: a funder sees others' where they share them, members all of their own."""
    return proposal.from_home or proposal.figures_shared is not None


def _approved_records(funded: Iterable[Proposal]) -> dict[uuid.UUID, DocumentRecord]:
    """The designs that they came of and that have an approved version. One query."""
    approved = Submission.objects.filter(approved__isnull=False)
    records = DocumentRecord.objects.filter(
        pk__in=[each.document_id for each in funded if each.document_id],
        kind=Design.kind,
        revisions__submissions__in=approved,
    )
    return {each.pk: each for each in records.distinct().defer("content")}


def _lines(records: Mapping[uuid.UUID, DocumentRecord]) -> dict[uuid.UUID, dict[str, Line]]:
    """By document and indicator where it stands, small counts of people held back."""
    if not records:
        return {}
    summaries = summaries_of(records.values(), timezone.localdate())
    indicators = MonitoredIndicator.objects.filter(document__in=list(records))
    keys = dict(indicators.values_list("pk", "key"))
    return {
        pk: {keys[line.pk]: line for line in summaries[pk].lines} if pk in summaries else {}
        for pk in records
    }


def _designs(proposals: Iterable[Proposal]) -> Mapping[uuid.UUID, list[Design]]:
    """By proposal the designs that were handed in. One query."""
    designs: dict[uuid.UUID, list[Design]] = {each.pk: [] for each in proposals}
    files = ProposalFile.objects.filter(
        proposal__in=list(designs), document_kind=Design.kind, removed=None
    )
    for file in files.select_related("attachment").defer("blocks", "passages"):
        designs[file.proposal_id].append(_design_in(file))
    return designs


def _promises(designs: Iterable[Design], lines: Mapping[str, Line]) -> list[Promise]:
    """The indicators with a target of the version that was handed in."""
    return [
        Promise(
            indicator.statement or indicator.id,
            target_in_words(max(indicator.targets, key=lambda each: each.due)),
            lines.get(indicator.id),
        )
        for design in designs
        for indicator in design.indicators
        if indicator.targets
    ]


def _design_in(file: ProposalFile) -> Design:
    try:
        document = document_in(file)
    except (FileNotFoundError, FileProblems):
        return Design()
    assert isinstance(document, Design)
    return document
