"""Legal reviews side by side: law and practice apart, unknown as unknown, nothing counted."""

from __future__ import annotations

import io
import json

import openpyxl

from trueline.legal import LegalReview
from trueline.legal.checklist import checklist
from trueline.reports.legal.side_by_side import (
    head_of,
    rows_of,
    side_by_side,
    side_by_side_json,
    side_by_side_workbook,
)

OLD = LegalReview.model_validate(
    {
        "title": "Law",
        "law_day": "2020-01-01",
        "countries": ["NP"],
        "conducts": [{"item": "crime-slavery", "in_law": "not-provided"}],
        "treaties": [{"item": "domestic-workers-189", "status": "unknown", "as_of": "2020-10-05"}],
    }
)
NEW = LegalReview.model_validate(
    {
        "title": "Law",
        "law_day": "2026-01-01",
        "countries": ["NP"],
        "conducts": [
            {"item": "crime-slavery", "in_law": "provided", "in_practice": "partly"},
            {"item": "crime-debt-bondage", "in_law": "provided"},
        ],
        "rights": [{"item": "right-shelter"}],
    }
)


def test_one_country_over_the_years_stands_item_by_item() -> None:
    made = side_by_side([NEW, OLD])
    assert head_of(made)[2:] == ["Law (law of 1 January 2020)", "Law (law of 1 January 2026)"]
    rows = {row[1]: row[2:] for row in rows_of(made)}
    slavery, bondage, shelter, treaty = (
        next(cells for name, cells in rows.items() if word in name.casefold())
        for word in ("slavery", "debt", "shelter", "189")
    )
    assert slavery == [
        "In law: not provided. In practice: not looked at.",
        "In law: provided. In practice: partly.",
    ]
    assert bondage[0] == "Not in this review"
    assert shelter == ["Not in this review", "Not judged yet"]
    assert treaty == ["Unknown: neither yes nor no, as of 2020-10-05", "Not in this review"]


def test_every_unknown_of_two_countries_stays_unknown_in_the_workbook() -> None:
    reviews = [checklist(LegalReview(title=code, countries=(code,))) for code in ("NP", "AD")]
    made = side_by_side(reviews)
    unknown = sum(each.status == "unknown" for review in reviews for each in review.treaties)
    sheet = openpyxl.load_workbook(io.BytesIO(side_by_side_workbook(made))).active
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert sum(text.startswith("Unknown: neither yes nor no") for text in texts) == unknown > 0
    data = json.loads(side_by_side_json(made))
    said = [each for item in data["items"] for each in item["reviews"] if each]
    statuses = [each.get("status") for each in said]
    assert statuses.count("unknown") == unknown
