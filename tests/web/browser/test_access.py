"""What rules of axe do not see: the keyboard, names, narrow windows with wide text, forced colours.

A sample of pages by default; `make access` sets `TRUELINE_ACCESS=whole`, and every page is gone through.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pypdf
import pytest

from tests.sampling import sample
from tests.web.browser.looking import WHOLE
from tests.web.browser.test_every_page import pages
from trueline.design import load_design
from trueline.web.examples import example_files

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
SAMPLE = (
    "account_login",
    "accessibility",
    "appraisals:matrix",
    "appraisals:portfolio",
    "designs:theory",
    "documents:export",
    "documents:overview",
    "library:entry",
    "library:ratifications-instrument",
    "legal: step rights",
    "monitoring:narrative",
    "plan: workspace:element",
    "plans:meta",
    "workspace:element",
    "workspace:step",
)
FEW = 4
FINGER = 24
WIDE = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""Spacing that WCAG 1.4.12 asks pages to bear."""
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at), box = at.getBoundingClientRect();
  const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
  const covered = (y) => {
    const top = document.elementFromPoint(x, y);
    return !!top && !at.contains(top) && !top.contains(at) && !!top.closest(".form-acts, .before");
  };
  window.stops ??= new Map();
  if (!window.stops.has(at)) window.stops.set(at, window.stops.size);
  return {
    number: window.stops.get(at),
    what: at.outerHTML.slice(0, 120),
    marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
    hidden: [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2].every(covered),
  };
}"""
REACHABLE = """() => {
  const names = new Set();
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter((at) => {
    if (at.disabled || at.type === "hidden" || at.tabIndex < 0 || !at.checkVisibility()) return false;
    if (at.type !== "radio") return true;
    if (names.has(at.name)) return false;
    names.add(at.name);
    return true;
  }).map((at) => [window.stops?.has(at) || at.type === "radio", at.outerHTML.slice(0, 120)])
    .filter(([met]) => !met).map(([, what]) => what);
}"""


@pytest.fixture
def chosen(cast, keep) -> dict[str, tuple[str | None, str]]:
    """The pages to go through, of a worked example."""
    path = next(path for path in example_files() if path.stem == "awareness-nepal-gulf")
    design = load_design(path).document
    every = pages(keep(design), design, cast)
    return every if WHOLE else {name: every[name] for name in SAMPLE}


def gone_through(visit: Any, chosen: Any, look: Any, **options: Any) -> list[str]:
    """What `look` finds on each page, with the name of the page.

    Of many pages `make test` takes a few, which are others for every look.
    """
    people: dict[str | None, Any] = {}
    problems = []
    every = sorted(chosen.items())
    some = sample(every, name=lambda page: f"{look.__name__} {page[0]}", at_least=FEW)
    for name, (who, path) in some if len(every) > FEW else every:
        page = people.get(who) or people.setdefault(who, visit(who, "/toolkit/", **options))
        page.goto(path)
        problems += [f"{name}: {fault}" for fault in look(page)]
    return problems


def by_keyboard(page: Any) -> list[str]:
    """Every stop can be seen, none is a trap, nothing to press is left out, and none leads on by itself."""
    faults, met, here = [], set(), page.url
    most = page.evaluate(
        "document.querySelectorAll('a, button, input, select, textarea, summary, [tabindex]').length"
    )
    for _press in range(most + 10):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stop["number"] == 0 and _press):
            break
        if stop["hidden"]:  # until the page has moved
            page.wait_for_timeout(400)
            stop = page.evaluate(STOP)
        if not stop["marked"] and stop["number"] not in met:  # days have stops inside
            faults.append(f"no mark of the focus: {stop['what']}")
        met.add(stop["number"])
        if stop["hidden"]:
            faults.append(f"hidden behind what stays in view: {stop['what']}")
    else:
        faults.append("the keyboard does not get out")
    if page.url != here or page.evaluate("window.stops === undefined"):
        faults.append("coming to something led to another page")
    return faults + [f"not reached: {what}" for what in page.evaluate(REACHABLE)]


def test_by_keyboard_every_stop_is_seen_and_none_left_out(visit, chosen):
    assert gone_through(visit, chosen, by_keyboard) == []


PRESSED = frozenset(("link", "button", "textbox", "checkbox", "radio", "combobox", "searchbox"))


def names(page: Any) -> list[str]:
    """What is to be pressed or filled in has a name, and one name in the page leads to one place."""
    session = page.context.new_cdp_session(page)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    shown = [n for n in tree if not n.get("ignored") and n["role"]["value"] in PRESSED]
    faults = [
        f"a {n['role']['value']} without a name" for n in shown if not n["name"]["value"].strip()
    ]
    leads = page.evaluate(
        """() => [...document.querySelectorAll("main a[href]")].filter((a) => a.checkVisibility())
          .map((a) => [(a.getAttribute("aria-label") || a.textContent).replace(/\\s+/g, " ").trim(),
            a.getAttribute("href").split("#")[0].replace(/[?&]next=[^&]*/, "")])"""
    )
    places: dict[str, set[str]] = {}
    for name, place in leads:
        places.setdefault(name, set()).add(place)
    return faults + [
        f"“{name}” leads to {len(to)} places" for name, to in places.items() if len(to) > SAME_NAME
    ]


SAME_NAME = 4
"""A reference to the source may stand beside several things; “Link” or “Edit” all over may not."""


def test_everything_to_press_has_a_name_that_tells_it_from_the_others(visit, chosen):
    assert gone_through(visit, chosen, names) == []


def narrow(page: Any) -> list[str]:
    """At 320 pixels with wide spacing nothing sticks out (WCAG 1.4.10 and 1.4.12)."""
    page.evaluate(
        "(text) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
        " document.adoptedStyleSheets = [sheet]; }",
        WIDE,
    )
    width = page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} pixels wide"] if width > 320 else []


@pytest.mark.parametrize("locale", ["ar", "fr", "en-GB"] if WHOLE else ["ar"])
def test_at_320_pixels_with_wide_spacing_nothing_sticks_out(visit, chosen, locale):
    window = {"viewport": {"width": 320, "height": 640}, "locale": locale}
    assert gone_through(visit, chosen, narrow, **window) == []


def small(page: Any) -> list[str]:
    """Arrows of a picture are as large to press as a finger needs (WCAG 2.5.8)."""
    boxes = page.evaluate(
        """() => [...document.querySelectorAll(".diagram-live a")].map((a) => {
          const box = a.getBoundingClientRect();
          return [a.getAttribute("aria-label"), Math.min(box.width, box.height)]; })"""
    )
    return [f"{name}: {size:.0f} pixels" for name, size in boxes if size < FINGER]


def test_arrows_are_large_enough_to_press_and_come_after_the_boxes(visit, chosen):
    assert gone_through(visit, {"theory": chosen["designs:theory"]}, small) == []
    page = visit("owner", chosen["designs:theory"][1])
    order = page.eval_on_selector_all(".diagram-live a", "all => all.map(a => a.dataset.at[0])")
    assert "".join(order).lstrip("ar").strip("l") == ""
    assert order.count("l") > 4
    labels = page.eval_on_selector_all(".diagram-live a", "all => all.map(a => a.ariaLabel)")
    assert sum(" leads to " in label for label in labels) == order.count("l")
    assert any("not verified" in label for label in labels)
    arrow = page.locator(".diagram-live a[data-at^='links']").first
    address = arrow.get_attribute("data-at")
    arrow.click()
    page.wait_for_url("**at=links**")
    assert address.split("[")[1].rstrip("]") in page.url


def test_there_is_a_way_past_the_picture_and_paper_lies_on_its_side(visit, chosen):
    page = visit("owner", chosen["designs:theory"][1])
    past = page.get_by_role("link", name="Past the picture")
    past.focus()
    assert past.bounding_box()["height"] > 10
    past.press("Enter")
    page.keyboard.press("Tab")
    inside = "document.activeElement.closest('.diagram-live') !== null"
    assert not page.evaluate(inside)
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    drawn = [sheet for sheet in sheets if sheet.mediabox.width > sheet.mediabox.height]
    assert len(drawn) == 1
    assert "With a mouse" not in "".join(sheet.extract_text() for sheet in sheets)


DRAWN = """(style) => [...document.querySelectorAll("main svg :is(rect, path, text)")]
  .flatMap((one) => style.map((name) => getComputedStyle(one)[name])).filter((value) => value !== "none")"""
KNOWN = """(names) => names.map((name) => {
  const probe = document.createElement("p");
  probe.style.color = name; document.body.append(probe);
  const value = getComputedStyle(probe).color; probe.remove(); return value; })"""
SYSTEM = ["Canvas", "CanvasText", "LinkText", "Highlight"]
OURS = [
    f"var(--{name})" for name in ("paper", "wash", "ink", "faint", "rule", "accent", "accent-wash")
]
DRAWINGS = ("designs:theory", "library:ratifications-instrument", "plans:meta")


@pytest.mark.parametrize(
    ("media", "palette"),
    [({"forced_colors": "active"}, SYSTEM), ({"color_scheme": "dark"}, [*OURS, "transparent"])],
    ids=["forced", "dark"],
)
def test_in_the_dark_and_in_forced_colours_drawings_take_the_page_s(visit, chosen, media, palette):
    """Else their letters are as dark as what they stand on; rules of axe do not look into drawings."""

    def others(page: Any) -> list[str]:
        page.emulate_media(**media)
        drawn, known = page.evaluate(DRAWN, ["fill", "stroke"]), page.evaluate(KNOWN, palette)
        assert drawn
        return [
            f"{colour} {count} times"
            for colour, count in Counter(drawn).items()
            if colour not in known
        ]

    assert gone_through(visit, {name: chosen[name] for name in DRAWINGS}, others) == []


def test_where_little_is_in_view_nothing_stays_in_it(visit, chosen):
    """A phone on its side: bars that would take half of the window give way."""
    page = visit("owner", chosen["workspace:element"][1], viewport={"width": 740, "height": 360})
    positions = page.eval_on_selector_all(
        ".form-acts, .before", "all => all.map(one => getComputedStyle(one).position)"
    )
    assert positions
    assert "sticky" not in positions


def test_without_scripts_every_page_says_what_it_has_to_say_in_one_frame(visit, chosen):
    """What leads through the workbench stands in the same order on every page (WCAG 3.2.3)."""
    leads: dict[Any, set[str]] = {}

    def says(page: Any) -> list[str]:
        text = page.locator("main").inner_text()
        main = page.get_by_role("navigation", name="Main", exact=True)
        leads.setdefault(page, set()).add(main.inner_text() if main.count() else "")
        return [] if page.locator("h1").count() == 1 and len(text) > 40 else ["says nothing"]

    assert gone_through(visit, chosen, says, java_script_enabled=False) == []
    assert [all_alike for all_alike in leads.values() if len(all_alike) > 1] == []
