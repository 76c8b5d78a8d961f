"""What a plan coordinator and a legal reviewer come to do, in a real browser at two widths."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from pypdf import PdfReader

from tests.web.browser.looking import fits, in_windows, violations
from trueline.document import load_any

LAW = Path(__file__).parents[3] / "examples" / "legals" / "oresia-law.yaml"
TABLE = """Chantier,Responsible,Budget (EUR),Priority,Deadline
Inspect all agencies,Ministry of Labour,500,High,2020-01-31
Train inspectors,Ministry of Labour,900,Low,2099-12-31
"""
UNTIL = date(date.today().year + 1, 1, 31).isoformat()
FITS, FALLS_OUT = "yes", "no: there is not enough left"


def whether_it_fits(page) -> dict[str, str]:
    """What the table of choices says of each activity, in its order."""
    table = page.get_by_role("table").filter(has_text="Does it fit?")
    rows = [row.inner_text().split("\t") for row in table.locator("tbody tr").all()]
    return {row[0].strip(): row[3].strip() for row in rows}


def seen_well(page) -> bool:
    """Whether nothing sticks out to the side, and no rule of WCAG is broken."""
    assert violations(page) == []
    return fits(page)


def downloaded(page, button) -> bytes:
    with page.expect_download() as download:
        button.click()
    return download.value.path().read_bytes()


@in_windows("desk", "phone", sample=2)
def test_a_coordinator_brings_a_plan_in_chooses_within_the_budget_and_collects_a_round(
    visit, options, tmp_path
):
    file = tmp_path / "plan.csv"
    file.write_text(TABLE)
    page = visit("editor", "/plans/new/", **options)
    page.locator('section[aria-labelledby="way-file"] input[type="file"]').set_input_files(file)
    page.locator('section[aria-labelledby="way-file"] button').click()
    page.get_by_label("Chantier").select_option("activity")
    page.get_by_role("button", name="Read it again with these columns").click()
    page.get_by_role("rowheader", name="Train inspectors").wait_for()
    assert seen_well(page)
    page.get_by_role("button", name="Begin a plan with it").click()
    page.get_by_text("Your plan is in.").first.wait_for()

    here = page.url.split("/review/")[0]
    page.goto(f"{here}/export/")
    assert downloaded(page, page.locator('button[value="audit.pdf"]')).startswith(b"%PDF")
    page.goto(f"{here}/add/?to=funding")
    page.get_by_label("Funder", exact=True).fill("State budget")
    page.get_by_label("Amount").first.fill("EUR 600")
    page.get_by_label("In an adopted budget").check()
    page.locator("form button.button").first.click()
    page.wait_for_url("**/money/**")
    page.goto(f"{here}/money/")
    assert whether_it_fits(page) == {"Inspect all agencies": FITS, "Train inspectors": FALLS_OUT}
    assert seen_well(page)
    put_first(page, f"{here}/money/")
    # The dearer one stands first now, does not fit into 600, and is passed over.
    assert whether_it_fits(page) == {"Train inspectors": FALLS_OUT, "Inspect all agencies": FITS}
    page.goto(f"{here}/add/?to=funding")
    page.get_by_label("Funder", exact=True).fill("A donor")
    page.get_by_label("Amount").first.fill("EUR 700")
    page.get_by_label("Hoped for").check()
    page.locator("form button.button").first.click()
    page.wait_for_url("**/money/**")
    page.goto(f"{here}/money/")
    page.get_by_label("Count money that is at least").select_option(label="Hoped for")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**counted=**")
    # With 1,300 it fits, and what was second before falls out.
    assert whether_it_fits(page) == {"Train inspectors": FITS, "Inspect all agencies": FALLS_OUT}
    assert seen_well(page)

    page.goto(f"{here}/rounds/open/")
    for label, value in {
        "Name of the round": "Year one",
        "About the days from": "2026-01-01",
        "To": "2099-12-31",
        "To be answered by": UNTIL,
    }.items():
        page.get_by_label(label, exact=label == "To").fill(value)
    assert seen_well(page)
    page.get_by_role("button", name="Open the round").click()
    page.get_by_role("link", name="Ministry of Labour").click()
    page.get_by_role("link", name="Links for this body").click()
    page.get_by_role("button", name="Make a link").click()
    address = page.get_by_label("Link", exact=True).input_value()

    body = visit(None, address, **options)
    for status in body.get_by_label("Status").all():
        status.select_option("under-way")
    body.get_by_label("Spent since the plan began").first.fill("120")
    assert seen_well(body)
    body.get_by_role("button", name="Save and hand in").click()
    body.get_by_text("Your report is handed in.").first.wait_for()

    page.goto(f"{here}/rounds/")
    page.get_by_role("link", name="Year one").click()
    page.get_by_role("heading", name="Overdue").wait_for()
    assert seen_well(page)
    report = downloaded(page, page.get_by_role("button", name="Report of this round (PDF)"))
    assert report.startswith(b"%PDF")


def put_first(page, money: str) -> None:
    """Give the second activity the first priority, and the first one the second."""
    for name, priority in (("Train inspectors", "First"), ("Inspect all agencies", "Second")):
        page.get_by_role("link", name=name).last.click()
        page.get_by_label(priority, exact=True).check()
        page.locator("form button.button").first.click()
        page.wait_for_url("**/activities/**")
        page.goto(money)


@in_windows("desk", "phone", sample=2)
def test_a_legal_reviewer_fills_the_checklist_judges_reports_and_compares(visit, keep, options):
    keep(load_any(LAW).document)
    page = visit("editor", "/legals/new/", **options)
    page.locator("#id_title").fill("Law of Nepal")
    page.get_by_role("button", name="Begin with a blank page").click()
    page.wait_for_url("**/documents/**")
    here = "/documents/" + page.url.split("/documents/")[1].split("/")[0]
    page.goto(f"{here}/element/?at=")
    page.get_by_role("textbox", name="Country", exact=True).fill("Nepal")
    page.get_by_role("textbox", name="Countries on the route").fill("Qatar")
    assert seen_well(page)
    page.locator("form button.button").first.click()
    page.wait_for_url("**/step/law/**")
    page.goto(f"{here}/checklist/")
    assert seen_well(page)
    page.get_by_role("button", name="Add these lines").click()
    page.get_by_text("The checklist is filled in.").first.wait_for()
    assert page.get_by_text("Unknown: neither yes nor no").count() > 0
    assert seen_well(page)

    page.goto(f"{here}/element/?at=conducts%5Bcrime-slavery%5D")
    closed = page.locator("form details:not([open]) > summary")
    while closed.count():
        closed.first.click()
    page.locator('input[name="in_law"][value="not-provided"]').check()
    page.get_by_label("Gap", exact=True).fill("Nobody can be charged with holding a slave.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/conducts/**")
    assert seen_well(page)
    page.goto(f"{here}/export/")
    assert seen_well(page)
    report = downloaded(page, page.locator('button[value="audit.pdf"]'))
    text = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(report)).pages)
    assert "Nobody can be charged with holding a slave." in " ".join(text.split())

    page.goto("/legals/")
    page.get_by_role("link", name="Laws side by side").click()
    page.get_by_role("columnheader", name="Law of Nepal").wait_for()
    row = page.get_by_role("row").filter(has_text="Slavery and servitude")
    assert row.get_by_text("In law: not provided. In practice: not looked at.").count() == 1
    assert row.get_by_text("In law: provided. In practice: applied.").count() == 1
    assert page.get_by_text("Unknown: neither yes nor no").count() > 0
    assert seen_well(page)
