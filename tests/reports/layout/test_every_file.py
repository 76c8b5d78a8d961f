"""Every PDF and Word file of every kind of document, and of the toolkit: for those who hear it as well.

An export that is new joins by itself.
"""

from __future__ import annotations

from datetime import date

import pytest
from typer.testing import CliRunner

from tests.kind_examples import EXAMPLES, example_of
from tests.reports.layout.structure import Structure
from tests.reports.layout.word_structure import word_faults
from trueline.cli.app import app
from trueline.document import kinds, load_any
from trueline.language import override
from trueline.reports.exports import ExportRequest, exports_of
from trueline.reports.toolkit_edition.write import MAKERS, SMALL
from trueline.review import review

ON = date(2026, 11, 26)
OWN_HEADS = {"logframe-fcdo.docx": "a table of 8 columns without a row of heads"}
"""The FCDO's form begins each result with heads of its own, so none is that of the whole table."""


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


@pytest.mark.walk
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("kind", "name"), exports(".pdf"))
def test_a_pdf_keeps_to_pdf_ua_1(toolkit, kind, name, language):
    assert Structure(made(toolkit, kind, name, language)).faults() == []


@pytest.mark.walk
@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("kind", "name"), exports(".docx"))
def test_a_word_file_skips_no_heading_marks_heads_and_leaves_no_empty_paragraph(
    toolkit, kind, name, language
):
    faults = word_faults(made(toolkit, kind, name, language))
    assert [fault for fault in faults if fault != OWN_HEADS.get(name)] == []


@pytest.fixture(scope="module", params=["en", "ar"])
def results(request, tmp_path_factory) -> dict[str, bytes]:
    """The results report of a programme with figures, as its command writes it, by ending."""
    folder, name = tmp_path_factory.mktemp("results"), "supply-chain-velmora-greenhouses"
    files = {ending: folder / f"results{ending}" for ending in (".pdf", ".docx")}
    to = [part for file in files.values() for part in ("--to", str(file))]
    figures = EXAMPLES / "figures" / f"{name}.csv"
    asked = ["report", str(EXAMPLES / f"{name}.yaml"), str(figures), *to]
    with override(request.param):
        answer = CliRunner().invoke(app, asked)
    assert answer.exit_code == 0, answer.output
    return {ending: file.read_bytes() for ending, file in files.items()}


@pytest.mark.slow
def test_a_results_report_is_for_everybody_too(results):
    assert Structure(results[".pdf"]).faults() == []
    assert word_faults(results[".docx"]) == []


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
