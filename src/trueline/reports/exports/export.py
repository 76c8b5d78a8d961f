"""An export, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Literal

from trueline.document.document import D
from trueline.review import Finding
from trueline.toolkit import Toolkit

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = ("a4", "letter")


@dataclass(frozen=True)
class ExportRequest(Generic[D]):
    """The request that an export is made from.

    `findings` are those of the review of this document; None leaves the review out where it is a
    part. `on` is the day that the export bears, and by which its waivers were judged; without it
    the same document gives the same file on every day. `file` is the document's file, where there
    is one. `related` are other documents that its review is given (see `RuleContext`).
    """

    document: D
    toolkit: Toolkit
    findings: tuple[Finding, ...] | None = None
    paper: Paper = "a4"
    on: date | None = None
    file: str = ""
    related: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Export:
    """One kind of file. `name` is what a file of the kind is called, or ends in.

    `compose` builds what the file says without making the file, so that one can hear beforehand what
    has no translation. `holds_review` says whether it changes with the findings, `on_paper` whether with the paper.
    """

    name: str
    title: str
    about: str
    media_type: str
    make: Callable[[ExportRequest[Any]], bytes]
    holds_review: Literal["never", "if-asked", "always"] = "never"
    on_paper: bool = False
    compose: Callable[[ExportRequest[Any]], object] | None = None

    @property
    def ending(self) -> str:
        """The file's suffix, such as `.pdf`."""
        return "." + self.name.rsplit(".", 1)[1]


PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SVG = "image/svg+xml"
PNG = "image/png"
YAML = "application/yaml"
JSON = "application/json"
HTML = "text/html; charset=utf-8"
SARIF = "application/sarif+json"
