"""Countries are offered while their name is written, by keys, by finger, and in whatever language."""

from __future__ import annotations

import pytest
from django.contrib.staticfiles import finders

from tests.web.browser.looking import WINDOWS, fits, violations
from trueline.web.config.linked_scripts import linked
from trueline.web.documents import store


def script(module: str) -> str:
    with open(finders.find(f"js/{module}.js"), encoding="utf-8") as file:
        return file.read()


@pytest.fixture
def form(visit, record):
    def opened(**options):
        page = visit("editor", "/toolkit/", **options)
        page.route(
            "**/js/page.js",
            lambda route: route.fulfill(
                body=linked("page", script), content_type="text/javascript"
            ),
        )
        page.goto(f"/documents/{record.pk}/element/?at=")
        page.locator("summary", has_text="Where").click() if page.locator(
            "#id_countries"
        ).is_hidden() else None
        page.locator("#id_countries").fill("")
        return page

    return opened


def test_names_are_taken_by_keys_and_read_back(form, record):
    """By the scripts as an instance serves them: gathered into one file."""
    page = form()
    field, offers = page.locator("#id_countries"), page.locator("#id_countries-offers li")
    field.press_sequentially("Népa")
    offers.wait_for()
    assert offers.all_text_contents() == ["Nepal"]
    assert field.get_attribute("aria-activedescendant") == "id_countries-offers-0"
    assert violations(page) == []
    field.press("Enter")
    assert field.input_value() == "Nepal"
    field.press_sequentially(", guin")
    offers.nth(1).wait_for()
    names = offers.all_text_contents()
    field.press("ArrowDown")
    field.press("Tab")
    assert field.input_value() == f"Nepal, {names[1]}"
    page.get_by_text(f"Nepal; {names[1]}").wait_for()
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/step/**")
    record.refresh_from_db()
    assert store.document_of(record).countries[0] == "NP"


def test_a_name_is_taken_by_finger_and_fits_a_phone(form):
    page = form(**WINDOWS["phone"])
    page.locator("#id_countries").press_sequentially("united")
    offer = page.locator("#id_countries-offers li").first
    offer.wait_for()
    assert offer.bounding_box()["height"] >= 24
    assert fits(page)
    name = offer.text_content()
    offer.tap()
    assert page.locator("#id_countries").input_value() == name


def test_escape_leaves_what_was_typed_and_without_a_line_nothing_is_offered(form):
    page = form()
    field, offers = page.locator("#id_countries"), page.locator("#id_countries-offers")
    field.press_sequentially("qat")
    offers.wait_for()
    field.press("Escape")
    assert offers.is_hidden()
    assert field.input_value() == "qat"
    page.context.set_offline(True)
    field.press_sequentially("a")
    page.wait_for_timeout(400)
    assert offers.is_hidden()
