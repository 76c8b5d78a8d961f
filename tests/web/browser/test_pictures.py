"""Pictures fit their place, are made larger and moved, and stay legible."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from trueline.design import parse_design

SIZE = """(selector) => {
  const svg = document.querySelector(`${selector} svg:not(.picture-map)`);
  const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  const sizes = [...svg.querySelectorAll("text")].map((each) => parseFloat(getComputedStyle(each).fontSize));
  return [scale, Math.min(...sizes) * scale];
}"""
PLACE = "document.querySelector('#picture')"


@pytest.fixture
def theory(visit: Any, keep: Any) -> Any:
    def opened(boxes: int, **options: Any) -> Any:
        results = ", ".join(
            f"{{id: r{n}, statement: Result number {n}, level: {('output', 'outcome', 'impact')[n % 3]}}}"
            for n in range(boxes)
        )
        links = ", ".join(
            f"{{id: l{n}, cause: r{n}, effect: r{n + 1}}}" for n in range(0, boxes - 1, 3)
        )
        record = keep(parse_design(f"results: [{results}]\nlinks: [{links}]").document)
        page = visit("editor", reverse("designs:theory", args=[record.pk]), **options)
        page.get_by_role("button", name="Fit it in").wait_for()
        return page

    return opened


def test_it_opens_legible_and_is_fitted_enlarged_and_moved_by_keys(theory):
    page = theory(30, viewport={"width": 1280, "height": 800})
    assert page.evaluate(SIZE, "#picture")[1] >= 9
    page.locator("#picture").focus()
    page.keyboard.press("0")
    inside = page.evaluate(f"{PLACE}.scrollHeight <= {PLACE}.clientHeight + 20")
    assert inside
    fitted = page.evaluate(SIZE, "#picture")[0]
    page.keyboard.press("+")
    page.keyboard.press("+")
    larger = page.evaluate(SIZE, "#picture")[0]
    assert larger > fitted * 1.4
    page.keyboard.press("-")
    assert page.evaluate(SIZE, "#picture")[0] < larger
    page.evaluate(f"{PLACE}.scrollTo(0, 0)")
    page.keyboard.press("ArrowDown")
    page.wait_for_function(f"() => {PLACE}.scrollTop > 0")


def test_above_forty_boxes_a_map_shows_which_part_is_seen(theory):
    assert theory(30).locator(".picture-map").count() == 0
    page = theory(60, viewport={"width": 900, "height": 500})
    seen = page.locator(".picture-window")
    assert page.locator(".picture-map rect").count() == 61
    before = seen.get_attribute("y")
    box = page.locator(".picture-map").bounding_box()
    page.locator(".picture-map").click(position={"x": box["width"] / 2, "y": box["height"] - 4})
    page.wait_for_function(
        "(y) => document.querySelector('.picture-window').getAttribute('y') !== y", arg=before
    )


@pytest.mark.walk
@pytest.mark.parametrize("scripts", [True, False])
def test_levels_are_folded_away_and_come_back(visit, keep, scripts):
    record = keep(
        parse_design(
            "results: [{id: a, statement: Ay, level: output}, {id: b, statement: Be, level: outcome}]\n"
            "links: [{id: l, cause: a, effect: b}]"
        ).document
    )
    address = reverse("designs:theory", args=[record.pk])
    page = visit("editor", address, java_script_enabled=scripts)
    page.get_by_role("link", name="Fold away: Outputs (1)").click()
    page.wait_for_url("**hide=output**")
    assert page.locator("#picture a[data-at='results[a]']").count() == 0
    assert "joined to 1 more" in page.locator("#picture a[data-at='results[b]']").get_attribute(
        "aria-label"
    )
    page.get_by_role("link", name="Unfold: Outputs (1)").click()
    page.locator("#picture a[data-at='results[a]']").wait_for()


def test_from_right_to_left_it_begins_at_the_right(theory):
    page = theory(60, viewport={"width": 700, "height": 500})
    host = page.url
    page.context.add_cookies([{"name": "django_language", "value": "ar", "url": host}])
    page.goto(host)
    page.locator(".picture-bar button").first.wait_for()
    at, most = page.evaluate(f"[{PLACE}.scrollLeft, {PLACE}.scrollWidth - {PLACE}.clientWidth]")
    assert most < 2 or at >= most - 2


@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_of_a_pattern_is_under_twelve_pixels(visit, record, width):
    address = reverse("workspace:step", args=[record.pk, "pattern"])
    page = visit("editor", address, viewport={"width": width, "height": 800})
    page.locator(".route svg").first.wait_for()
    assert page.evaluate(SIZE, ".route")[1] >= 11.95


def test_on_paper_the_whole_of_it_is_there(theory):
    page = theory(60)
    page.emulate_media(media="print")
    fits = page.evaluate(
        "document.querySelector('#picture svg').getBoundingClientRect().width <= document.querySelector('main').clientWidth + 2"
    )
    assert fits
    assert not page.locator(".picture-bar").is_visible()
