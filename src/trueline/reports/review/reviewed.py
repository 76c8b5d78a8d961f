"""A document with what the review found: what every form of the report is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from trueline.document import Document, Loaded, kind_of, line_of
from trueline.language import gettext
from trueline.reports.titles import title_of
from trueline.review import Finding, Summary, emptiness, review, summarised
from trueline.toolkit import Toolkit

Spot = tuple[int, int]


@dataclass(frozen=True)
class Reviewed:
    """`file` and `spots` (line and column by address) are empty where there is no file.

    `on` is the day by which waivers were judged, where one was given.
    """

    document: Document
    findings: tuple[Finding, ...]
    toolkit: Toolkit
    file: str = ""
    spots: Mapping[str, Spot] = field(default_factory=dict)
    on: date | None = None

    @property
    def title(self) -> str:
        """The title that the reader knows the document by."""
        return title_of(self.document, gettext(kind_of(self.document).labels.untitled))

    @property
    def summary(self) -> Summary:
        """How many findings ask for what."""
        return summarised(self.findings)

    @property
    def emptiness(self) -> str:
        """A sentence on what the document does not hold at all yet, or ""."""
        return emptiness(self.document, self.findings)

    def place(self, address: str) -> str:
        """`file:line` of an address, or "" where there is no file."""
        spot = self.spots.get(address)
        return f"{self.file}:{spot[0]}" if spot else self.file


def reviewed(
    loaded: Loaded[Any],
    toolkit: Toolkit,
    *,
    on: date | None = None,
    data: Mapping[str, Any] | None = None,
    related: Mapping[str, Any] | None = None,
) -> Reviewed:
    """Review a document that was read from a file; `on` is the day that waivers are judged by.

    `data` and `related` are handed to the rules (see `RuleContext`).
    """
    findings = review(loaded.document, toolkit, on=on, data=data, related=related)
    spots = {finding.path: line_of(loaded, finding.path) for finding in findings}
    return Reviewed(loaded.document, findings, toolkit, loaded.source.name, spots, on)
