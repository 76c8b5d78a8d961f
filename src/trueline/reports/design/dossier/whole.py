"""The dossier from cover to last page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from trueline.design import Design
from trueline.language import gettext, noting_untranslated, shortened, untranslated_notice
from trueline.reports.design.codes import codes_of
from trueline.reports.design.dossier.activities import activities
from trueline.reports.design.dossier.answers import answers
from trueline.reports.design.dossier.behaviours import behaviours
from trueline.reports.design.dossier.brief import brief
from trueline.reports.design.dossier.cover import cover, kind
from trueline.reports.design.dossier.learning import learning
from trueline.reports.design.dossier.mapping import mapping
from trueline.reports.design.dossier.measuring import calendar, indicators, logframe_section
from trueline.reports.design.dossier.reviewed import review_section
from trueline.reports.design.dossier.risks import displacement, risks
from trueline.reports.design.dossier.sources import sources
from trueline.reports.design.dossier.theory import theory
from trueline.reports.layout.blocks import Document, Heading, Missing, Section
from trueline.reports.layout.lines import languages_of
from trueline.reports.printable import printable, printable_findings
from trueline.reports.review import Reviewed
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording
from trueline.review import Finding
from trueline.toolkit import Toolkit


def dossier(
    design: Design,
    toolkit: Toolkit,
    findings: Iterable[Finding] | None = None,
    *,
    on: date | None = None,
) -> Document:
    """The content of the dossier; the review stands at its end where findings are given."""
    design = printable(design)
    wording = Wording(design, toolkit)
    with noting_untranslated() as noted:
        sections = list(_sections(design, wording))
        if findings is not None:
            review = Reviewed(design, printable_findings(findings), toolkit, on=on)
            sections.append(review_section(review, wording))
    front = cover(design, wording, on)
    if notice := untranslated_notice(noted):
        front = replace(front, note=f"{front.note} {notice}")
    return Document(
        title=design.title or gettext(UNTITLED),
        running=shortened(title_of(design, gettext(UNTITLED))),
        kind=kind(),
        cover=front,
        sections=tuple(_joined(section) for section in sections),
        on=on,
        languages=languages_of(design, noted),
    )


def _joined(section: Section) -> Section:
    """A section that has nothing to say does not take a page of its own."""
    if all(isinstance(block, Missing | Heading) for block in section.blocks):
        return replace(section, new_page=False)
    return section


def _sections(design: Design, wording: Wording) -> Iterator[Section]:
    codes = codes_of(design)
    yield brief(design, wording)
    yield mapping(design, wording)
    yield behaviours(design, wording)
    yield from theory(design, wording)
    yield activities(design, wording, codes)
    yield logframe_section(design, wording)
    yield indicators(design, wording, codes)
    yield calendar(design, wording, codes)
    yield displacement(design, wording)
    yield risks(design, wording)
    yield learning(design, wording)
    yield answers(design, wording)
    yield sources(design, wording)
