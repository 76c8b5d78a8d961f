"""A working day on a line of 400 kbit/s that turns round in 400 ms, on a slow phone, cut at each save.

Nothing is lost, nothing is doubled, and each state is said.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.web.browser.looking import WHOLE
from trueline.web.comments.models import Comment
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord, Revision

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True}
BYTES = 400_000 // 8
LINE = {"offline": False, "latency": 400, "downloadThroughput": BYTES, "uploadThroughput": BYTES}
SLOWER = 6 if WHOLE else 2
"""How many times slower the processor is; the machine that tests is busy enough for a sample."""


@pytest.fixture
def phone(visit) -> Callable[[str], Any]:
    def opened(path: str) -> Any:
        page = visit("editor", "/accessibility/", **PHONE)
        page.set_default_timeout(90_000)
        slow(page)
        page.goto(path, wait_until="domcontentloaded")
        return page

    return opened


def slow(page: Any) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def before_it_arrives(route: Any) -> None:
    """The line is cut on the way there: nothing was saved."""
    route.abort("connectionreset") if route.request.method == "POST" else route.continue_()


def before_the_answer(route: Any) -> None:
    """The line is cut on the way back: all was saved, and nobody was told."""
    if route.request.method != "POST":
        return route.continue_()
    route.fetch(max_redirects=0)
    return route.abort("connectionreset")


class Cut:
    """Presses a button while the line is cut, and waits until what was pressed has come through."""

    def __init__(self, page: Any, how: Callable[[Any], None]) -> None:
        self.page, self.how = page, how

    def press(self, name: str, field: str) -> None:
        page = self.page
        typed = page.locator(field).input_value()
        page.route("**", self.how)
        page.get_by_role("button", name=name, exact=True).click()
        page.get_by_role("alert").get_by_text("No answer came").wait_for()
        assert page.locator(field).input_value() == typed
        page.evaluate("document.documentElement.dataset.cut = ''")
        page.unroute("**")
        page.evaluate("dispatchEvent(new Event('online'))")
        page.locator("html[data-cut]").wait_for(state="detached")
        page.wait_for_load_state("domcontentloaded")


CUTS = [before_it_arrives, before_the_answer]


@pytest.mark.walk
@pytest.mark.parametrize("how", CUTS)
def test_a_line_that_is_cut_at_each_save_loses_and_doubles_nothing(phone, how):
    page = phone("/designs/new/")
    cut = Cut(page, how)
    page.locator("#id_title").fill("Safe work in the valley")
    cut.press("Begin with a blank page", "#id_title")
    page.wait_for_url(re.compile("/documents/[0-9a-f-]{36}/"))
    record = DocumentRecord.objects.get()
    here = f"/documents/{record.pk}"

    page.goto(f"{here}/add/?to=partners", wait_until="domcontentloaded")
    page.locator("#id_title").fill("Union of pickers")
    cut.press("Add", "#id_title")
    page.get_by_role("status").or_(page.locator("[data-answer]")).first.wait_for()
    assert [each.title for each in document(record).partners] == ["Union of pickers"]

    address = f"partners[{document(record).partners[0].id}]"
    page.goto(f"{here}/element/?at={address}", wait_until="domcontentloaded")
    page.locator("#id_title").fill("Union of pickers and packers")
    cut.press("Save", "#id_title")
    page.locator("[data-answer]").first.wait_for()
    assert [each.title for each in document(record).partners] == ["Union of pickers and packers"]
    assert Revision.objects.filter(document=record).count() == 3

    page.goto(f"{here}/comments/new/?at={address}", wait_until="domcontentloaded")
    page.locator("#id_text").fill("Who speaks for them?")
    cut.press("Save", "#id_text")
    page.wait_for_url("**#comment-*")
    assert Comment.objects.count() == 1


def test_back_at_every_step_saves_nothing_twice_and_keeps_what_was_typed(phone, record):
    page = phone(f"/documents/{record.pk}/step/displacement/")
    page.goto(f"/documents/{record.pk}/add/?to=partners", wait_until="domcontentloaded")
    form = page.url
    page.locator("#id_title").fill("Half a na")
    page.go_back(wait_until="domcontentloaded")
    page.goto(form, wait_until="domcontentloaded")
    page.locator("[data-about=draft]").wait_for()
    assert page.locator("#id_title").input_value() == "Half a na"
    before = len(document(record).partners)
    page.locator("#id_title").fill("Union of pickers")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("[data-answer]").first.wait_for()
    saved = Revision.objects.filter(document=record).count()
    page.go_back(wait_until="domcontentloaded")
    page.go_forward(wait_until="domcontentloaded")
    page.go_back(wait_until="domcontentloaded")
    page.locator("#id_title").wait_for()
    assert page.locator("[data-about^=draft]").count() == 0  # it is saved, and offered no more
    assert len(document(record).partners) == before + 1
    assert Revision.objects.filter(document=record).count() == saved


@pytest.mark.walk
@pytest.mark.parametrize("how", CUTS)
def test_two_tabs_and_a_line_that_is_cut_lose_neither_text(phone, record, golden, how):
    at = f"/documents/{record.pk}/element/?at=activities%5B{golden.activities[0].id}%5D"
    first = phone(at)
    second = first.context.new_page()
    second.set_default_timeout(90_000)
    second.goto(at, wait_until="domcontentloaded")
    first.locator("#id_title").fill("From the first tab")
    second.get_by_role("main").get_by_text("in another tab, too").wait_for()
    second.locator("#id_title").fill("From the second tab")
    Cut(first, how).press("Save", "#id_title")
    first.locator("[data-answer]", has_text="Saved.").wait_for()
    second.get_by_role("main").get_by_text("You saved this in another tab").wait_for()
    second.get_by_role("button", name="Save", exact=True).click()
    second.get_by_role("heading", name="You changed this in another tab").wait_for()
    assert second.locator("#id_title").input_value() == "From the second tab"
    assert second.get_by_text("From the first tab").count() > 0
    second.get_by_role("button", name="Save my version").click()
    second.locator("[data-answer]").first.wait_for()
    assert document(record).activities[0].title == "From the second tab"
    assert Revision.objects.filter(document=record).count() == 3


def document(record: DocumentRecord) -> Any:
    record.refresh_from_db()
    return store.document_of(record)
