"""The national law as a list by item, and what is unknown on paper."""

from __future__ import annotations

import io
import re

import openpyxl
import pypdf

from trueline.legal import LegalReview
from trueline.reports import ExportRequest, exports_of
from trueline.toolkit import load_toolkit

LAW = LegalReview.model_validate(
    {
        "title": "Law of Nepal",
        "countries": ["NP"],
        "laws": [{"id": "act", "title": "Act 5 of 2007"}],
        "treaties": [
            {"item": "domestic-workers-189", "status": "unknown", "as_of": "2020-10-05"},
            {"item": "tip-protocol", "status": "party", "as_of": "2020-10-05"},
        ],
        "conducts": [
            {
                "item": "crime-slavery",
                "in_law": "provided",
                "laws": ["act"],
                "article": "Section 4",
                "quotation": "=Whoever buys or sells a person",
            },
            {"item": "crime-debt-bondage"},
        ],
    }
)


def made(name: str) -> bytes:
    return exports_of("legal")[name].make(ExportRequest(LAW, load_toolkit(), findings=()))


def test_each_item_stands_with_its_law_article_and_words():
    sheet = openpyxl.load_workbook(io.BytesIO(made("provisions.xlsx"))).active
    head, slavery, bondage, *notes = [
        tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)
    ]
    said = dict(zip(head, slavery, strict=True))
    assert (said["In law?"], said["Law"], said["Article"]) == (
        "Provided",
        "Act 5 of 2007",
        "Section 4",
    )
    assert said["Quotation"] == "=Whoever buys or sells a person"
    assert bondage[0] == said["Checklist"]
    assert set(bondage[2:]) == {""}
    assert any("never means that the law does not provide it" in row[0] for row in notes)


def test_unknown_stays_unknown_on_paper():
    pages = pypdf.PdfReader(io.BytesIO(made("audit.pdf"))).pages
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    assert "Unknown: neither yes nor no" in text
    assert "Not a party" not in text
