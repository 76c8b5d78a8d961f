"""The style page shows every component: what holds there in a browser holds on the pages."""

import pytest
from django.urls import reverse

from tests.web.browser.looking import WHOLE, fits, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DRESSES = [
    ("light", "en", 390),
    ("dark", "en", 1280),
    ("light", "ar", 390),
    ("light", "en", 1280),
    ("dark", "en", 390),
    ("light", "ar", 1280),
]


@pytest.fixture
def look(chromium, live_server):
    """Open the style page in a window of this sort."""

    def opened(language="en", **window):
        context = chromium.new_context(**window)
        context.add_cookies(
            [{"name": "django_language", "value": language, "url": live_server.url}]
        )
        page = context.new_page()
        page.goto(live_server.url + reverse("style"))
        return page

    return opened


@pytest.mark.parametrize(("scheme", "language", "width"), DRESSES if WHOLE else DRESSES[:3])
def test_everybody_can_use_it(look, scheme, language, width):
    page = look(language, color_scheme=scheme, viewport={"width": width, "height": 800})
    assert violations(page) == []
    assert fits(page)
    page.context.close()


def test_at_twice_the_size_nothing_is_cut_off(look):
    page = look(viewport={"width": 640, "height": 512})
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


def test_what_is_pressed_is_large_enough_for_a_finger(look):
    page = look(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    small = page.evaluate(
        """[...document.querySelectorAll("button, .button, .act, .option, summary, main select")]
        .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)
        .map(e => e.outerHTML.slice(0, 90))"""
    )
    assert small == []


def test_without_scripts_the_look_is_chosen_and_kept(look):
    page = look(java_script_enabled=False)
    page.locator("details.menu summary").last.click()
    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_with_scripts_the_look_changes_without_leaving_the_page(look):
    page = look()
    page.locator("#sample_name").fill("Not lost")
    page.locator("details.menu summary").last.click()
    page.get_by_role("button", name="Dark").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    assert page.locator("#sample_name").input_value() == "Not lost"
    page.reload()
    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_a_menu_closes_by_escape_and_gives_the_focus_back(look):
    page = look()
    menu = page.locator("details.menu").last
    menu.locator("summary").press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert menu.get_attribute("open") is None
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_columns_fold_on_a_phone_and_stand_open_on_a_desk(look):
    page = look(viewport={"width": 390, "height": 800}, java_script_enabled=False)
    aside = page.locator(".sidebar").get_by_role("heading", name="What is known")
    assert not aside.is_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    assert aside.is_visible()


def test_nothing_comes_from_elsewhere_and_the_policy_is_kept(chromium, live_server):
    page = chromium.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text))
    page.goto(live_server.url + reverse("style"), wait_until="networkidle")
    assert {url for url in asked if not url.startswith((live_server.url, "data:"))} == set()
    assert complaints == []


WATCHED = """async () => {
    document.querySelectorAll("[aria-invalid]").forEach(e => e.removeAttribute("aria-invalid"));
    const form = document.querySelector(".sample form");
    form.method = "post";
    form.dataset.unsaved = "";
    await import("/static/js/unsaved.js?again");
}"""


def test_a_form_with_something_unsaved_asks_before_it_is_left(look):
    page = look()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.evaluate(WATCHED)
    page.locator("#sample_about").focus()
    page.reload()
    assert asked == []
    page.evaluate(WATCHED)
    page.locator("#sample_about").fill("Not saved yet")
    page.reload()
    assert asked == ["beforeunload"]
