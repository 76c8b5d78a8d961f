"""A list filled in like a spreadsheet, in a real browser."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.workspace.small import SMALL, now

PASTE = """([selector, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const target = document.querySelector(selector);
  target.focus();
  target.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def small(keep):
    return keep(SMALL)


@pytest.fixture
def table(visit, small):
    def opened(of: str = "indicators", **options):
        url = reverse("workspace:grid", args=[small.pk], query={"of": of})
        page = visit("editor", url, **options)
        page.locator("[data-act=add]").wait_for()
        return page

    return opened


def paste(page, name: str, text: str) -> None:
    page.evaluate(PASTE, [f'[name="{name}"]', text])


def cell(page, name: str):
    return page.locator(f'[name="{name}"]')


def focused(page) -> str:
    return page.evaluate("document.activeElement.name")


def test_fifty_pasted_indicators_are_saved_and_undone_in_one_go(table, small):
    page = table()
    rows = [f'"Share of people\nin place {n}"\t\tBehaviour\tpeople' for n in range(1, 51)]
    paste(page, "+1|statement", "\r\n".join(rows))
    assert cell(page, "+50|statement").input_value() == "Share of people\nin place 50"
    page.get_by_role("button", name="Save", exact=True).click()
    said = page.locator("[data-answer]", has_text="50 rows added.")
    said.wait_for()
    indicators = now(small).indicators
    assert len(indicators) == 51
    assert (indicators[50].measures, indicators[50].unit) == ("behaviour", "people")
    said.get_by_role("button", name="Undo").click()
    page.locator("[data-answer]", has_text="Undone.").wait_for()
    assert now(small).indicators == SMALL.indicators


def test_a_first_row_that_names_the_columns_says_where_the_others_go(table):
    page = table()
    block = (
        "Unit\tIndicator\tTarget 1: By\tTarget 1: Value\npeople\tPeople reached\t31.12.2027\t6 000"
    )
    paste(page, "+1|statement", block)
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("[data-answer]", has_text="1 row added.").wait_for()
    values = (
        page.locator("tbody tr")
        .nth(1)
        .locator("input, textarea")
        .evaluate_all("cells => cells.map(({name, value}) => [name.split('|')[1], value])")
    )
    held = dict(values)
    assert held["statement"] == "People reached"
    assert held["unit"] == "people"
    assert (held["targets.0.due"], held["targets.0.value"]) == ("2027-12-31", "6000")


def test_keys_move_take_back_and_repeat(table):
    page = table("results")
    cell(page, "act|statement").click()
    page.keyboard.press("ArrowDown")
    assert focused(page) == "trained|statement"
    page.keyboard.press("ArrowRight")
    assert focused(page) == "trained|level"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "act|level"
    page.keyboard.type("Impact")
    page.keyboard.press("Escape")
    assert cell(page, "act|level").input_value() == "Outcome"
    page.keyboard.press("Enter")
    page.keyboard.press("Control+d")
    assert cell(page, "trained|level").input_value() == "Outcome"
    page.keyboard.press("Tab")
    assert focused(page) == "trained|change"


def test_enter_on_the_last_row_adds_one(table):
    page = table("partners")
    cell(page, "+3|title").click()
    page.keyboard.press("Enter")
    assert focused(page) == "+4|title"


def test_a_cell_is_filled_down_to_the_rows_that_are_in_use(table):
    page = table("partners")
    paste(page, "+1|title", "One\nTwo")
    paste(page, "+1|role", "Trains\n")
    cell(page, "+1|role").click()
    cell(page, "+1|role").fill("Trains")
    page.get_by_role("button", name="Fill down").click()
    assert cell(page, "+2|role").input_value() == "Trains"
    assert cell(page, "+3|role").input_value() == ""


def test_what_is_asked_is_chosen_in_the_cell(table, small):
    page = table()
    cell(page, "i1|baseline.value").fill("1.200")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#error-summary-title").wait_for()
    page.get_by_label("1,200", exact=True).check()
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("[data-answer]", has_text="1 row changed.").wait_for()
    assert now(small).indicators[0].baseline.value == 1200


def test_rows_that_were_typed_and_not_saved_are_there_after_a_closed_tab(table, small):
    page = table("partners")
    paste(page, "+1|title", "\n".join(f"Partner {n}" for n in range(1, 8)))
    page.reload()
    page.locator("[data-about=draft]").wait_for()
    assert cell(page, "+7|title").input_value() == "Partner 7"


def test_without_scripts_a_block_is_pasted_into_its_field(visit, small):
    url = reverse("workspace:grid", args=[small.pk], query={"of": "partners"})
    page = visit("editor", url, java_script_enabled=False)
    page.locator("summary", has_text="Paste a block of rows").wait_for()
    page.locator("#id_block").fill("Police\tRefers\nShelter\tHosts")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("2 rows added.").wait_for()
    assert [(p.title, p.role) for p in now(small).partners] == [
        ("Police", "Refers"),
        ("Shelter", "Hosts"),
    ]


def test_what_is_said_of_a_save_is_on_the_screen(table):
    page = table(viewport={"width": 1280, "height": 500})
    paste(page, "+1|statement", "\n".join(f"Share {n}" for n in range(30)))
    page.get_by_role("button", name="Save", exact=True).click()
    said = page.locator("[data-answer]:focus", has_text="30 rows added.")
    said.wait_for()
    page.wait_for_function("() => document.readyState === 'complete'")
    assert 0 <= said.bounding_box()["y"] < 500
