"""The logframe: four columns, numbers as numbers, and no cell that could run."""

import io
from datetime import datetime

import openpyxl
import pytest
from reports.designs import NAUGHTY, hostile

from trueline.design import Design
from trueline.reports import ExportRequest, exports_of
from trueline.reports.design.logframe import COLUMNS, logframe
from trueline.reports.values import Wording

EXPORTS = exports_of("design")

DESIGN = Design.model_validate(
    {
        "title": "Safe work",
        "start": "2027-01-01",
        "end": "2029-12-31",
        "activities": [{"id": "a", "kind": "other", "title": "Check offers", "people": 0}],
        "results": [
            {"id": "out", "statement": "Offers are checked", "level": "output"},
            {"id": "aim", "statement": "Fewer are held", "level": "impact"},
        ],
        "links": [
            {
                "id": "l1",
                "cause": "a",
                "effect": "out",
                "assumptions": [{"id": "x", "statement": "People ask", "strength": "weak"}],
            },
            {
                "id": "l2",
                "cause": "out",
                "effect": "aim",
                "assumptions": [{"id": "x", "statement": "Debt holds people", "verified": True}],
            },
        ],
        "indicators": [
            {
                "id": "zero",
                "statement": "Offers checked",
                "result": "out",
                "unit": "offers",
                "baseline": {"value": 0, "measured": "2027-02-01"},
                "methods": ["Call records"],
                "targets": [
                    {"due": "2028-06-30", "value": 120},
                    {"due": "2029-12-31", "value": "240.5"},
                ],
            },
            {
                "id": "blank",
                "statement": "Offers refused",
                "result": "out",
                "unit": "offers",
                "targets": [{"due": "2029-12-31", "text": "Most of them"}],
            },
        ],
        "external_factors": [
            {"id": "f", "statement": "Rules change", "effect": "hinders", "mitigation": "We follow"}
        ],
    }
)


@pytest.fixture(scope="module")
def sheets(toolkit, book):
    return book(EXPORTS["logframe.xlsx"].make(ExportRequest(DESIGN, toolkit)))


def table(sheet):
    """Rows of a sheet as mappings by the head."""
    head, *rows = list(sheet.iter_rows(min_row=3, values_only=True))
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_rows_go_from_impact_to_activities_with_assumptions_beside_what_leads_on(toolkit):
    rows = logframe(DESIGN, Wording(DESIGN, toolkit))
    assert [row.code for row in rows] == ["Impact 1", "Output 1", "Activity 1", ""]
    impact, output, activity, risks = rows
    assert impact.assumptions == ()
    assert output.assumptions == ("2. Debt holds people (verified here)",)
    assert activity.assumptions == ("1. People ask (weak evidence)",)
    assert [one.code for one in output.indicators] == ["Output 1.1", "Output 1.2"]
    assert output.indicators[0].means == "Call records"
    assert "Rules change. In response: We follow" in risks.assumptions


def test_no_one_to_reach_is_said_as_none(toolkit):
    activity = logframe(DESIGN, Wording(DESIGN, toolkit))[2]
    assert activity.indicators[0].text.startswith("0 people")


def test_sheets_have_a_head_that_stays_filters_and_print_on_one_width(sheets):
    assert sheets.sheetnames == [
        "Logframe",
        "Indicator sheets",
        "Tracking",
        "Calendar",
        "How to read this",
        "_trueline",
    ]
    for name in sheets.sheetnames[:-2]:
        sheet = sheets[name]
        assert sheet.freeze_panes.endswith("4")
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
    assert [c.value for c in sheets["Logframe"][3]][2:] == list(COLUMNS)


def test_numbers_are_numbers_and_dates_dates(sheets):
    first, second = table(sheets["Tracking"])
    assert first["Baseline"] == 0
    assert first["Baseline: date"] == datetime(2027, 2, 1)
    assert first["Target\n30 June 2028"] == 120
    assert first["Life-of-programme target"] == 240.5
    assert second["Life-of-programme target"] == "Most of them"


def test_a_blank_baseline_is_blank_and_actuals_are_left_open(sheets):
    first, second = table(sheets["Tracking"])
    assert second["Baseline"] is None
    assert second["Target\n30 June 2028"] is None
    assert first["Actual\n30 June 2028"] is None
    assert table(sheets["Indicator sheets"])[1]["Baseline: value"] is None


def test_many_days_are_gathered_by_year(toolkit, book):
    def design(days):
        targets = [
            {"id": f"i{n}", "statement": "x", "targets": [{"due": day, "value": n}]}
            for n, day in enumerate(days)
        ]
        return Design.model_validate({"indicators": targets})

    days = [f"2028-0{month}-01" for month in range(1, 8)]
    made = EXPORTS["logframe.xlsx"].make(ExportRequest(design(days), toolkit))
    rows = table(book(made)["Tracking"])
    assert [row["Target\n2028"] for row in rows] == list(range(7))


def test_per_cent_achieved_is_a_formula_that_is_empty_until_it_has_a_value(toolkit):
    made = EXPORTS["logframe.xlsx"].make(ExportRequest(DESIGN, toolkit))
    written, computed = (
        openpyxl.load_workbook(io.BytesIO(made), data_only=values)["Tracking"]
        for values in (False, True)
    )
    places = [c.coordinate for row in written.iter_rows() for c in row if c.data_type == "f"]
    assert places
    assert "N(E4)" in written[places[0]].value
    assert {computed[place].value for place in places} <= {None, ""}


def test_no_typed_text_is_a_formula_and_what_was_typed_comes_back(toolkit, book):
    made = book(EXPORTS["logframe.xlsx"].make(ExportRequest(hostile(), toolkit)))
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row]
    formulas = {cell.parent.title for cell in cells if cell.data_type == "f"}
    assert formulas <= {"Tracking"}
    values = {cell.value for cell in cells}
    assert set(NAUGHTY) <= values
    typed = [cell for cell in cells if cell.data_type != "f"]
    risky = [cell for cell in typed if str(cell.value or "").startswith(("=", "+", "-", "@"))]
    assert risky
    assert all(cell.quotePrefix for cell in risky)


def test_word_logframe_holds_the_four_columns_on_pages_on_their_side(toolkit):
    import io

    import docx

    document = docx.Document(
        io.BytesIO(EXPORTS["logframe.docx"].make(ExportRequest(DESIGN, toolkit)))
    )
    assert [section.page_width > section.page_height for section in document.sections] == [True]
    head = [cell.text for cell in document.tables[-1].rows[0].cells]
    assert head == list(COLUMNS)
    text = "\n".join(cell.text for row in document.tables[-1].rows for cell in row.cells)
    assert "Offers checked\nTarget: 240.5 offers by 31 December 2029" in text


def test_indicator_sheet_says_what_each_cannot_stand_in_for(toolkit, book):
    design = Design.model_validate(
        {
            "activities": [{"id": "a", "kind": "livelihoods"}, {"id": "b", "kind": "justice"}],
            "indicators": [
                {"id": "i", "measures": "learning"},
                {"id": "j", "toolkit_id": "livelihoods.income-levels"},
                {"id": "k"},
            ],
        }
    )
    rows = table(
        book(EXPORTS["logframe.xlsx"].make(ExportRequest(design, toolkit)))["Indicator sheets"]
    )
    proxies = [row["As a proxy"] for row in rows]
    assert proxies == [
        "Never stands in for what lies beyond it: the application of what was learned.",
        "Never stands in for what lies beyond it: the effect on vulnerability to risky migration"
        " or trafficking.",
        None,
    ]
