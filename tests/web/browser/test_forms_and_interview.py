"""A long form by its sections, and an interview to its end, in a real browser."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.browser.interviewing import through_the_interview
from tests.web.designs.test_interview import unconnected
from tests.web.workspace.small import SMALL, now
from trueline.design import DESIGN, Design

FOLDED = "details.form-section"


@pytest.fixture
def small(keep):
    return keep(SMALL)


def element(record, place: str) -> str:
    return reverse("workspace:element", args=[record.pk], query={"at": place})


@pytest.mark.parametrize("width", [1280, 390])
def test_the_first_field_of_a_long_form_is_on_the_first_screen(visit, small, width):
    page = visit(
        "editor", element(small, "activities[t1]"), viewport={"width": width, "height": 844}
    )
    box = page.locator("#id_title").bounding_box()
    assert box["y"] + box["height"] < 844


def test_an_index_opens_a_section_and_saving_keeps_one_there(visit, small):
    page = visit("editor", element(small, "indicators[i1]"))
    section = page.locator(FOLDED, has_text="What is to be reached")
    assert section.get_attribute("open") is None
    page.locator(".form-index a", has_text="What is to be reached").click()
    page.locator("[id='id_targets.0.due']").fill("2027-12-31")
    page.locator("[id='id_targets.0.value']").fill("40")
    section.get_by_role("button", name="Save and stay here").click()
    section.locator("[data-answer]:focus", has_text="Saved.").wait_for()
    page.locator("[id='id_targets.1.due']").wait_for()
    assert section.get_attribute("open") is not None
    assert now(small).indicators[0].targets[0].value == 40


def test_a_way_to_a_field_in_a_closed_section_opens_it(visit, small):
    page = visit("editor", f"{element(small, 'activities[t1]')}#id_lead")
    page.locator("#id_lead:focus").wait_for()
    assert page.locator(FOLDED, has=page.locator("#id_lead")).get_attribute("open") is not None


def test_without_scripts_sections_open_and_save(visit, small):
    page = visit("editor", element(small, "activities[t1]"), java_script_enabled=False)
    section = page.locator(FOLDED, has_text="Who, when, with what money")
    section.locator("summary").click()
    page.locator("#id_lead").fill("Labour office")
    section.get_by_role("button", name="Save and stay here").click()
    page.get_by_text("Saved.").first.wait_for()
    assert now(small).activities[0].lead == "Labour office"


def test_an_interview_to_its_end_leaves_nothing_unconnected(visit, keep):
    record = keep(Design(title="Inspectors of two provinces"))
    page = visit("editor", reverse("workspace:interview-start", args=[record.pk]))
    for _written in through_the_interview(page):
        pass
    assert "/review/" in page.url
    assert unconnected(now(record)) == set()


def test_a_phone_says_the_step_and_opens_all_of_them(visit, small):
    page = visit(
        "reader",
        reverse("workspace:step", args=[small.pk, "activities"]),
        viewport={"width": 390, "height": 844},
    )
    page.locator(".before summary", has_text=f" of {len(DESIGN.steps)}: Activities").click()
    page.locator(".steps").get_by_role("link", name="Theory of change", exact=True).click()
    page.wait_for_url("**/theory/")


WRITER = """<html><body><p>Of these:</p><table><tr><td><p>Girls</p></td><td><p>30</p></td></tr>
<tr><td>Boys</td><td></td><td>20</td></tr></table><ul><li>Ask “first”</li><li>Wait</li></ul></body></html>"""
"""As a word processor copies it whose plain text leaves each cell on a line of its own."""


def test_a_table_that_is_pasted_keeps_its_columns_and_can_be_undone(visit, record, golden):
    page = visit("editor", f"/documents/{record.pk}/add/?to=sources")
    area = page.locator("main textarea").first
    area.fill("Before. ")
    area.evaluate(
        """(area, html) => {
          area.focus();
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "Girls");
          area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        WRITER,
    )
    rows = "Of these:\nGirls | 30\nBoys |  | 20\n• Ask “first”\n• Wait"
    assert area.input_value() == f"Before. {rows}"
    area.press("Control+Z")
    assert area.input_value() == "Before. "
