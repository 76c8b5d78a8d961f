"""Claims of a programme's approved version, and how far its figures support them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from trueline.design import Design
from trueline.design.figures import Figure
from trueline.language.terms import LEVEL
from trueline.reports.measuring.claims import (
    Rung,
    assumed,
    displacement_lines,
    meaning_of,
    reach_of,
    rungs,
)
from trueline.review import Finding, review
from trueline.review.claims import Claim, claims
from trueline.review.engine import all_rules
from trueline.toolkit import Toolkit
from trueline.web.documents.models import DocumentRecord, Submission
from trueline.web.documents.store import document_in
from trueline.web.monitoring.series import Series, programme_of


@dataclass(frozen=True)
class Ladder:
    """A result with its rungs, as a page shows it."""

    claim: Claim

    @property
    def id(self) -> str:
        return self.claim.result.id

    @property
    def name(self) -> str:
        return self.claim.result.statement or self.claim.result.id

    @property
    def level(self) -> str:
        level = self.claim.result.level
        return LEVEL.label(level) if level else ""

    @property
    def reach(self) -> str:
        return reach_of(self.claim)

    @property
    def rungs(self) -> list[Rung]:
        return list(rungs(self.claim))

    @property
    def meaning(self) -> list[str]:
        return list(meaning_of(self.claim))

    @property
    def assumed(self) -> list[str]:
        return list(assumed(self.claim))

    @property
    def displacement(self) -> list[str]:
        return list(displacement_lines(self.claim)) if self.claim.claimed == "impact" else []


def approved_design(record: DocumentRecord) -> Design | None:
    """The version that figures are held against: the newest that was approved."""
    approved = Submission.objects.filter(revision__document=record, approved__isnull=False)
    newest = approved.select_related("revision").order_by("-revision__number").first()
    if newest is None:
        return None
    newest.revision.document = record
    design: Design = document_in(newest.revision)
    return design


def with_current_design(
    design: Design, figures: Iterable[tuple[Series, Figure]]
) -> Iterator[Figure]:
    """Figures of indicators as the design has them: the result that one measures may have changed
    while its meaning stayed. Baselines and targets are those of the figures.
    """
    indicators_by_id = {each.id: each for each in design.indicators}
    for series, figure in figures:
        indicator = indicators_by_id.get(series.monitored.key)
        if indicator is not None:
            update = {"baseline": figure.indicator.baseline, "targets": figure.indicator.targets}
            yield replace(figure, indicator=indicator.model_copy(update=update))


def ladders(
    design: Design, figures: Iterable[tuple[Series, Figure]], toolkit: Toolkit
) -> list[Ladder]:
    """Each result of the design with what the figures, and tests of the same people, support of it."""
    return [Ladder(each) for each in claims(design, with_current_design(design, figures), toolkit)]


def overclaims(
    record: DocumentRecord, texts: dict[str, str], until: date, toolkit: Toolkit
) -> list[Finding]:
    """Sentences in texts, by title, that say more than the approved figures do until a day."""
    design = approved_design(record)
    if design is None or not texts:
        return []
    figures = with_current_design(design, programme_of(record).figures(date.min, until))
    findings = review(
        design,
        toolkit,
        rules=[all_rules()["indicators.says-more-than-was-measured"]],
        data={figure.indicator.id: figure for figure in figures},
        related={"narrative": texts},
    )
    return [each for each in findings if not each.path]
