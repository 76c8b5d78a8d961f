"""Every PDF and Word file of every kind of document, and of the toolkit: for those who hear it as well.

An export that is new joins by itself.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.reports.layout.structure import Structure
from tests.reports.layout.word_structure import word_faults
from trueline.document import kinds, load_any
from trueline.language import override
from trueline.reports.exports import ExportRequest, exports_of
from trueline.reports.toolkit_edition.write import MAKERS, SMALL
from trueline.review import review

EXAMPLES = Path(__file__).parents[3] / "examples"
ON = date(2026, 11, 26)
OF_KIND = {"design": EXAMPLES / "awareness-nepal-gulf.yaml"}
"""An example of each kind; where none is named, the first of its folder."""


OWN_HEADS = {"logframe-fcdo.docx": "a table of 8 columns without a row of heads"}
"""The FCDO's form begins each result with heads of its own, so none is that of the whole table."""


def example_of(kind: str) -> Path:
    return OF_KIND.get(kind) or min((EXAMPLES / f"{kind}s").glob("*.yaml"))


def exports(ending: str) -> list[tuple[str, str]]:
    return [
        (kind.name, name)
        for kind in kinds()
        for name in exports_of(kind.name)
        if name.endswith(ending)
    ]


def made(toolkit, kind: str, name: str, language: str) -> bytes:
    document = load_any(example_of(kind)).document
    with override(language):
        findings = tuple(review(document, toolkit, on=ON))
        request = ExportRequest(document, toolkit, findings, "a4", ON)
        return exports_of(kind)[name].make(request)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("kind", "name"), exports(".pdf"))
def test_a_pdf_keeps_to_pdf_ua_1(toolkit, kind, name, language):
    assert Structure(made(toolkit, kind, name, language)).faults() == []


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("kind", "name"), exports(".docx"))
def test_a_word_file_skips_no_heading_marks_heads_and_leaves_no_empty_paragraph(
    toolkit, kind, name, language
):
    faults = word_faults(made(toolkit, kind, name, language))
    assert [fault for fault in faults if fault != OWN_HEADS.get(name)] == []


@pytest.mark.slow
@pytest.mark.parametrize("edition", [".pdf", *SMALL])
def test_a_printed_toolkit_keeps_to_pdf_ua_1(toolkit, edition):
    make = {**MAKERS, **SMALL}[edition]
    sections = [section.id for section in toolkit.sections]
    assert Structure(make(toolkit, sections, "a4")).faults() == []


@pytest.mark.slow
def test_the_toolkit_in_word_has_the_same_order(toolkit):
    sections = [section.id for section in toolkit.sections]
    assert word_faults(MAKERS[".docx"](toolkit, sections, "a4")) == []
