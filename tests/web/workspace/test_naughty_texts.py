"""Whatever people write in any text field comes back as they wrote it, on every page and in files."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from html import unescape

import openpyxl
import pytest
from django.urls import reverse

from trueline.design import Design, design_from_json
from trueline.design.steps import STEPS
from trueline.document.field_spec import form_fields
from trueline.document.fields import Element, Part
from trueline.reports import ExportRequest, exports_of
from trueline.review import review
from trueline.toolkit import load_toolkit
from trueline.web.documents import store

EXPORTS = exports_of("design")

pytestmark = pytest.mark.slow
NAUGHTY = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)> {{ 7|add:7 }} {% now 'Y' %}",
    '=HYPERLINK("http://x")',
    "-1+1 @SUM(A1) #REF! *bold* _under_ $x$ #import \\ `raw`",
    "مرحبا ‮bidi‬ 田中さん Ω≈ç 👩🏽‍💻 ａｂｃ",
    "javascript:alert(document.cookie)",
]


def filled(part: Part, text: str) -> Part:
    """The part with this text in every free text field, in all that stands in it as well."""
    changed = {}
    for name in type(part).model_fields:
        value = getattr(part, name)
        spec = form_fields(type(part)).get(name)
        if isinstance(value, Part):
            changed[name] = filled(value, text)
        elif isinstance(value, tuple) and value and isinstance(value[0], Element):
            changed[name] = tuple(filled(each, text) for each in value)
        elif spec and _is_free(part, name, spec):
            changed[name] = (text,) if spec.many else text
    return part.model_copy(update=changed)


def _is_free(part: Part, name: str, spec) -> bool:
    keys = ("id", "rule", "element", "question", "toolkit", "toolkit_id", "about")
    closed = spec.choices or spec.refers or spec.words or spec.names == "language" or name in keys
    return spec.base is str and not closed and name not in ("currency", "country")


each_text = pytest.mark.parametrize("text", NAUGHTY)


def filled_design(golden: Design, text: str) -> Design:
    return Design.model_validate(filled(golden, text).model_dump())


@each_text
def test_on_every_page(cast, keep, golden, text):
    design = filled_design(golden, text)
    record = keep(design)
    assert store.document_of(record) == design
    client = cast.client("owner")
    shown = 0
    for path in pages(record, design):
        page = client.get(path, follow=True).content.decode()
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path
        assert 'href="javascript:' not in page, path
        shown += text in unescape(re.sub(r"<[^>]*>", "", page)) or text in unescape(page)
    assert shown >= 10


def pages(record, design) -> list[str]:
    at = [f"activities[{design.activities[0].id}]", f"indicators[{design.indicators[0].id}]", ""]
    return [
        *(reverse("workspace:step", args=[record.pk, step.slug]) for step in STEPS),
        *(reverse("workspace:element", args=[record.pk], query={"at": each}) for each in at),
        reverse("documents:history", args=[record.pk]),
        reverse("documents:list", args=["design"]),
    ]


OUR_FORMULA = re.compile(
    r'=IF\(AND\([A-Z0-9(),<>]+\),\([A-Z]+\d+-N\([A-Z]+\d+\)\)/\([A-Z]+\d+-N\([A-Z]+\d+\)\),""\)'
)
"""How far it is to a target, of cells of the sheet alone."""


READ_BACK = (
    "design.json",
    "review.json",
    "review.html",
    "dossier.docx",
    "logframe.docx",
    "logframe.xlsx",
    "theory-of-change.svg",
    "dossier.pdf",
)
"""The other layouts are made of hostile texts by the tests of exports."""


@each_text
def test_in_every_file(golden, text):
    design, toolkit = filled_design(golden, text), load_toolkit()
    order = ExportRequest(
        design, toolkit, review(design, toolkit), on=date(2027, 1, 1), file="d.yaml"
    )
    made = {name: EXPORTS[name].make(order) for name in READ_BACK}
    assert design_from_json(made["design.json"]) == design
    assert json.loads(made["review.json"])
    html = made["review.html"].decode()
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    for name in ("dossier.docx", "logframe.docx"):
        words = zipfile.ZipFile(io.BytesIO(made[name])).read("word/document.xml").decode()
        assert plain(text) in plain(unescape(re.sub(r"<[^>]*>", "", words))), name
    book = openpyxl.load_workbook(io.BytesIO(made["logframe.xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    formulas = [cell.value for cell in cells if cell.data_type == "f"]
    assert all(OUR_FORMULA.fullmatch(formula) for formula in formulas), formulas
    assert any(plain(text) in plain(str(cell.value)) for cell in cells)
    assert plain(text) in plain(unescape(made["theory-of-change.svg"].decode()))
    assert "<script>" not in made["theory-of-change.svg"].decode()
    assert made["dossier.pdf"].startswith(b"%PDF-")


def plain(text: str) -> str:
    """Without spaces, where a file may break a line, and without marks of direction."""
    return re.sub(r"[\s‎‏‪-‮⁦-⁩]", "", text)
