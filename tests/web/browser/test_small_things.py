"""Small things that every page does alike, looked for on all of them; each is a kind of fault.

A sample of pages by default; `make access` sets `TRUELINE_ACCESS=whole`, and every page is gone through.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.web.browser.test_access import chosen, gone_through  # noqa: F401

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
OF_OTHERS = ("sharing:shared", "monitoring:report", "appraisals:own-application")
SAMPLES = "style"
"""The page that shows every piece, those of a form with errors among them."""

ANNOUNCED = """() => [...document.querySelectorAll("main :is(input, select, textarea)")]
  .filter((one) => one.ariaInvalid === "true" || (one.willValidate && !one.checkValidity()))
  .map((one) => `announced as invalid: ${one.name}`)"""
BUBBLES = """() => [...document.forms]
  .filter((form) => form.method === "post" && !form.noValidate && form.querySelector(
    "input:not([type=hidden]), textarea, select"))
  .map((form) => `the browser checks it by itself: ${form.action}`)"""
FRAMES = """() => [...document.querySelectorAll("body *")].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    return /auto|scroll/.test(overflowX + overflowY) && one.checkVisibility() && !one.matches("textarea, select, input")
      && !(one.matches("[role][tabindex='0']") && (one.ariaLabel || one.hasAttribute("aria-labelledby")));
  }).map((one) => `a frame that scrolls, without role and name: ${one.className}`)"""
CURRENT = """() => [...document.querySelectorAll("nav a[href]")].filter((link) => {
    const to = new URL(link.href);
    return to.pathname + to.search === location.pathname + location.search && !to.hash && !link.hasAttribute("aria-current");
  }).map((link) => `not said to be where one is: ${link.textContent.trim()}`)"""
PROGRESS = """() => [...document.querySelectorAll("progress, [role=progressbar]")]
  .filter((bar) => !bar.labels?.length && !bar.ariaLabel && !bar.hasAttribute("aria-labelledby"))
  .map(() => "a progress bar without a name")"""
ALIKE = """() => {
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const say = (one) => (one.getAttribute("aria-label") || one.textContent).replace(/\\s+/g, " ").trim();
  const places = new Map();
  // One element may be reached in a picture and in a list.
  const element = (place) => new URLSearchParams(place.split("?")[1]?.split("#")[0] ?? "");
  const of = (place) => element(place).get("at") ?? element(place).get("open") ?? place;
  const note = (name, place) => places.set(name, (places.get(name) ?? new Set()).add(place));
  for (const link of document.querySelectorAll("main a[href]")) {
    if (link.checkVisibility()) note(say(link), of(link.getAttribute("href").replace(/[?&]next=[^&]*/, "")));
  }
  for (const button of document.querySelectorAll("main form button:not([type=button], :disabled)")) {
    const sent = [...new FormData(button.form, button)].filter(([name]) => !/^(csrfmiddlewaretoken|once|next)$/.test(name));
    if (button.checkVisibility()) note(say(button), button.form.action + JSON.stringify(sent));
  }
  return [...places].filter(([, all]) => all.size > 1).map(([name, all]) => `“${name}” is ${all.size} things`);
}"""
CUT = """() => [...document.querySelectorAll("header *:not(.visually-hidden)")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth)
  .map((one) => `cut: ${one.textContent.trim()}`)"""
WALK = (ANNOUNCED, BUBBLES, FRAMES, CURRENT, PROGRESS, ALIKE, CUT)
CODE = re.compile(r"\b\d [LQE]\d|\bfn \d")
EXPLAINED = re.compile(
    r"question 4 of section 3|section \d, (?:lesson|question|indicator)|footnote \d"
)


def small_things(page: Any) -> list[str]:
    """Everything of these kinds on one page."""
    faults = [fault for look in WALK for fault in page.evaluate(look)]
    text = page.evaluate("document.querySelector('.page').textContent")
    if CODE.search(text) and not EXPLAINED.search(text):
        faults.append("a code of the source without a word on what it means")
    return faults


def test_small_things_on_every_page(visit, chosen):  # noqa: F811
    looked_at = {name: at for name, at in chosen.items() if name != SAMPLES}
    assert (
        gone_through(visit, looked_at, small_things, viewport={"width": 320, "height": 640}) == []
    )


def test_no_two_pages_are_titled_alike(visit, chosen):  # noqa: F811
    """Neither by title nor by heading: one page to read and another to edit say which they are.

    Steps of another kind of document may be called alike, in a title of their own; so may what
    somebody outside sees, to whom the page of the team does not open.
    """
    titles: dict[str, list[str]] = {}

    def note(page: Any) -> list[str]:
        for where in ("title", "h1"):
            title = f"{where}: {page.locator(where).first.inner_text().strip() or page.title()}"
            titles.setdefault(title, []).append(page.url)
        return []

    of_one_kind = {name: at for name, at in chosen.items() if ": " not in name}
    of_the_team = {name: at for name, at in of_one_kind.items() if not name.startswith(OF_OTHERS)}
    gone_through(visit, of_the_team, note)
    assert {title: urls for title, urls in titles.items() if len(urls) > 1} == {}


def test_a_long_name_of_ones_own_is_whole_at_320_pixels(visit, cast):
    cast.editor.name = "Maria-Magdalena Wolkenstein-Rodenegg de Albuquerque e Castro"
    cast.editor.save()
    page = visit("editor", "/toolkit/", viewport={"width": 320, "height": 640})
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_look_is_chosen_without_a_line_and_stays(visit):
    page = visit("editor", "/toolkit/")
    page.context.set_offline(True)
    page.locator(".own details.menu summary").last.click()
    page.locator("[data-theme-choice] button[value=dark]").click()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.context.set_offline(False)
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
