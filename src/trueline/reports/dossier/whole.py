"""The dossier from cover to last page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from trueline.design import Design
from trueline.reports.document.blocks import Document
from trueline.reports.dossier.cover import KIND, UNTITLED, cover
from trueline.reports.dossier.theory import theory
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
    wording = Wording(design, toolkit)
    return Document(
        title=design.title or UNTITLED,
        kind=KIND,
        cover=cover(design, wording, on),
        sections=(theory(design),),
        on=on,
    )
