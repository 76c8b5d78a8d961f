"""What a plan coordinator and a legal reviewer come to do, in a real browser at two widths."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.web.browser.looking import fits, in_windows
from trueline.document import load_any
from trueline.legal import LegalReview

LAW = Path(__file__).parents[3] / "examples" / "legals" / "oresia-law.yaml"
TABLE = """Chantier,Responsible,Budget (EUR),Priority,Deadline
Inspect all agencies,Ministry of Labour,500,High,2020-01-31
Train inspectors,Ministry of Labour,900,Low,2099-12-31
"""
UNTIL = date(date.today().year + 1, 1, 31).isoformat()


@in_windows("desk", "phone", sample=2)
def test_a_coordinator_brings_a_plan_in_and_collects_a_round(visit, options, tmp_path):
    file = tmp_path / "plan.csv"
    file.write_text(TABLE)
    page = visit("editor", "/plans/new/", **options)
    page.locator('section[aria-labelledby="way-file"] input[type="file"]').set_input_files(file)
    page.locator('section[aria-labelledby="way-file"] button').click()
    page.get_by_label("Chantier").select_option("activity")
    page.get_by_role("button", name="Read it again with these columns").click()
    page.get_by_role("rowheader", name="Train inspectors").wait_for()
    assert fits(page)
    page.get_by_role("button", name="Begin a plan with it").click()
    page.get_by_text("Your plan is in.").first.wait_for()

    here = page.url.split("/review/")[0]
    page.goto(f"{here}/add/?to=funding")
    page.get_by_label("Funder", exact=True).fill("State budget")
    page.get_by_label("Amount").first.fill("EUR 600")
    page.get_by_label("In an adopted budget").check()
    page.locator("form button.button").first.click()
    page.wait_for_url("**/money/**")
    page.goto(f"{here}/money/")
    assert page.get_by_text("there is not enough left").count() == 1
    assert fits(page)

    page.goto(f"{here}/rounds/open/")
    for label, value in {
        "Name of the round": "Year one",
        "About the days from": "2026-01-01",
        "To": "2099-12-31",
        "To be answered by": UNTIL,
    }.items():
        page.get_by_label(label, exact=label == "To").fill(value)
    page.get_by_role("button", name="Open the round").click()
    page.get_by_role("link", name="Ministry of Labour").click()
    page.get_by_role("link", name="Links for this body").click()
    page.get_by_role("button", name="Make a link").click()
    address = page.get_by_label("Link", exact=True).input_value()

    body = visit(None, address, **options)
    for status in body.get_by_label("Status").all():
        status.select_option("under-way")
    body.get_by_label("Spent since the plan began").first.fill("120")
    assert fits(body)
    body.get_by_role("button", name="Save and hand in").click()
    body.get_by_text("Your report is handed in.").first.wait_for()

    page.goto(f"{here}/rounds/")
    page.get_by_role("link", name="Year one").click()
    page.get_by_role("heading", name="Overdue").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Report of this round (PDF)").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


@in_windows("desk", "phone", sample=2)
def test_a_legal_reviewer_fills_the_checklist_and_compares(visit, keep, options):
    keep(load_any(LAW).document)
    record = keep(LegalReview(title="Law of Nepal", countries=("NP",), route=("QA",)))
    page = visit("editor", f"/documents/{record.pk}/checklist/", **options)
    page.get_by_role("button", name="Add these lines").click()
    page.get_by_text("The checklist is filled in.").first.wait_for()
    assert fits(page)
    page.goto(f"/documents/{record.pk}/export/")
    with page.expect_download() as download:
        page.locator('button[value="audit.pdf"]').click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.goto("/legals/")
    page.get_by_role("link", name="Laws side by side").click()
    page.get_by_role("columnheader", name="Law of Nepal").wait_for()
    assert page.get_by_text("Unknown: neither yes nor no").count() > 0
    assert fits(page)
