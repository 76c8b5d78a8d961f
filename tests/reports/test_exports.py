"""Every export, of every sort of design: it is made, opens, and is the same each time."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import pypdf
import pytest
from reports.designs import EVERY_FIELD, hostile, many_nodes

from trueline.design import Design, design_from_json, parse_design
from trueline.reports import ExportRequest, export_for, exports_of
from trueline.review import review

EXPORTS = exports_of("design")

DESIGNS = {"empty": Design(), "every field": EVERY_FIELD, "hostile": hostile()}
DAY = date(2027, 5, 1)


def made(name, design, toolkit, **options):
    return EXPORTS[name].make(ExportRequest(design, toolkit, **options))


def opens(name: str, content: bytes) -> None:
    """Raise where a reader of the format would."""
    ending = name.rsplit(".", 1)[1]
    if ending == "pdf":
        assert len(pypdf.PdfReader(io.BytesIO(content)).pages) > 0
    elif ending in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for part in archive.namelist():
                if part.endswith((".xml", ".rels")):
                    ElementTree.fromstring(archive.read(part))
    elif ending == "svg":
        ElementTree.fromstring(content)
    elif ending == "png":
        assert content.startswith(b"\x89PNG")
    else:
        assert content.strip()


@pytest.mark.walk
@pytest.mark.slow
@pytest.mark.parametrize("sort", DESIGNS)
@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_of_every_design_opens(name, sort, toolkit):
    design = DESIGNS[sort]
    opens(name, made(name, design, toolkit, findings=review(design, toolkit)))


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_design_gives_the_same_file(name, toolkit):
    first = made(name, EVERY_FIELD, toolkit, on=DAY)
    assert made(name, EVERY_FIELD, toolkit, on=DAY) == first
    assert b"CreationDate" not in first, "it would be another file each second"


def test_the_design_itself_reads_back(toolkit):
    yaml = made("design.yaml", EVERY_FIELD, toolkit).decode()
    assert parse_design(yaml).document == EVERY_FIELD
    assert design_from_json(made("design.json", EVERY_FIELD, toolkit)) == EVERY_FIELD


@pytest.mark.parametrize(
    ("file", "export"),
    [
        ("dossier.pdf", "dossier.pdf"),
        ("Safe-Work-DOSSIER.PDF", "dossier.pdf"),
        ("2027 logframe.xlsx", "logframe.xlsx"),
        ("nepal-theory-of-change.svg", "theory-of-change.svg"),
        ("redesign.yaml", None),
        ("our.pdf", None),
        ("dossier.txt", None),
    ],
)
def test_the_end_of_a_name_says_what_it_is(file, export):
    found = export_for(file, "design")
    assert (found.name if found else None) == export


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(paper, size, toolkit):
    reader = pypdf.PdfReader(io.BytesIO(made("dossier.pdf", Design(), toolkit, paper=paper)))
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


@pytest.mark.slow
def test_sixty_nodes_go_through_everything_printed(toolkit):
    for name in ("dossier.pdf", "dossier.docx", "theory-of-change.png"):
        opens(name, made(name, many_nodes(), toolkit))
