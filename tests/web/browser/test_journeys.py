"""What people come to do, from beginning to end, in a real browser."""

from __future__ import annotations

import re

import pytest

from tests.web.browser.looking import WINDOWS, fits, in_windows, violations
from trueline.design import parse_design
from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.documents.actions.archiving import archive
from trueline.web.documents.models import DocumentRecord

PASSWORD = "correct horse battery staple"


def only() -> DocumentRecord:
    return DocumentRecord.objects.get()


def go_to(page, step: str) -> None:
    """Follow the link to a step; on a phone the list is folded."""
    link = page.locator("nav.steps a", has_text=step).first
    link.wait_for(state="attached")
    if not link.is_visible():
        page.locator(".before summary").click()
    link.click()


@in_windows("phone", "without scripts", "desk", sample=2)
def test_from_a_blank_page_to_a_dossier(visit, options):
    page = visit("editor", "/designs/", **options)
    page.get_by_role("link", name="Begin a design").click()
    page.locator("#id_title").fill("Safe work in the valley")
    page.get_by_role("button", name="Begin with a blank page").click()
    go_to(page, "Activities")
    page.get_by_label("Kind", exact=True).select_option("justice")
    page.get_by_role("button", name="Add: activity").click()
    page.get_by_label("Activity", exact=True).fill("Training of inspectors")
    page.locator(".form-section summary", has_text=re.compile("^The training")).click()
    page.locator("input[name=training][value=yes]").check()
    page.get_by_role("button", name="Add", exact=True).click()
    note = page.locator(".note", has_text="supports the trainees").first
    note.get_by_role("link", name="Resolve").click()
    assert "#id_mentoring" in page.url
    page.locator("#id_mentoring").fill("A retired inspector visits each team monthly for a year.")
    page.get_by_role("button", name="Save", exact=True).click()
    page.locator("#at-activities-training-of-inspectors").wait_for()
    page.get_by_text("retired inspector").first.wait_for()
    go_to(page, "Share and export")
    with page.expect_download() as waiting:
        page.locator("[href*='dossier.pdf'], button[value*='dossier.pdf']").first.click()
    with open(waiting.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"
    assert store.document_of(only()).activities[0].mentoring.startswith("A retired")


def test_from_a_logframe_to_a_review(visit, usual_workbook):
    page = visit("editor", "/designs/new/")
    page.locator("#id_file").set_input_files(
        {"name": "frame.xlsx", "mimeType": "application/octet-stream", "buffer": usual_workbook}
    )
    page.get_by_role("button", name="Upload").click()
    page.get_by_text("Inspectors are trained").wait_for()
    page.get_by_role("combobox", name="Kind of activity of").select_option("justice")
    page.get_by_role("button", name="Begin a design with it").click()
    page.wait_for_url("**/review/")
    assert page.locator(".note").count() > 3
    assert [a.kind for a in store.document_of(only()).activities] == ["justice"]


def test_two_editors_at_once(visit, keep, golden):
    record = keep(golden)
    path = f"/documents/{record.pk}/element/?at=activities%5B{golden.activities[0].id}%5D"
    first, second = visit("editor", path), visit("owner", path)
    for page, title in ((first, "First"), (second, "Second")):
        page.locator("#id_title").fill(title)
    first.get_by_role("button", name="Save", exact=True).click()
    first.wait_for_url("**/step/**")
    second.get_by_role("button", name="Save", exact=True).click()
    second.get_by_text("Editor Person changed this").wait_for()
    assert second.locator("#id_title").input_value() == "Second"
    second.get_by_role("button", name="Save my version").click()
    second.wait_for_url("**/step/**")
    record.refresh_from_db()
    assert store.document_of(record).activities[0].title == "Second"


def test_a_reader_reads_and_an_outsider_finds_nothing(visit, record):
    page = visit("reader", f"/documents/{record.pk}/step/activities/")
    assert page.locator("h1").inner_text() == "Activities"
    assert page.get_by_role("link", name=re.compile("^Edit")).count() == 0
    assert page.get_by_role("button", name="Add: activity").count() == 0
    outside = visit("outsider", f"/documents/{record.pk}/step/activities/")
    assert record.title not in outside.content()


def test_by_keyboard_alone(visit, record, golden):
    """Skip to the page, open an element, change it, save: without touching a mouse."""
    page = visit("editor", f"/documents/{record.pk}/step/behaviours/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    _tab_to(page, "Edit")
    page.keyboard.press("Enter")
    page.wait_for_url("**/element/**")
    page.locator("#id_who").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Inspectors of the north")
    _tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.wait_for_url("**/step/behaviours/**")
    record.refresh_from_db()
    assert store.document_of(record).behaviours[0].who == "Inspectors of the north"


def _tab_to(page, name: str) -> None:
    for _ in range(120):
        page.keyboard.press("Tab")
        said = page.evaluate(
            "document.activeElement.innerText || document.activeElement.value || ''"
        )
        if said.strip().startswith(name):
            return
    raise AssertionError(f"Tab never reached “{name}”")


@pytest.fixture
def two_boxes(keep) -> DocumentRecord:
    """An activity and a result that nothing joins."""
    text = (
        "activities: [{id: train, kind: justice, title: Training}]\n"
        "results: [{id: act, statement: Inspectors act, level: outcome}]"
    )
    return keep(parse_design(text).document)


class Finger:
    """A finger on a page, as a browser hears of it."""

    def __init__(self, page) -> None:
        self.page, self.session = page, page.context.new_cdp_session(page)

    def rest(self, on: str, milliseconds: int) -> None:
        self.page.locator(on).scroll_into_view_if_needed()
        self._wait_until_still()
        box = self.page.locator(on).bounding_box()
        self.at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self._send("touchStart", self.at)
        self.page.wait_for_timeout(milliseconds)

    def move(self, x: float, y: float) -> None:
        (from_x, from_y), steps = self.at, 12
        for n in range(1, steps + 1):
            self._send(
                "touchMove", (from_x + (x - from_x) * n / steps, from_y + (y - from_y) * n / steps)
            )
            self.page.wait_for_timeout(20)
        self._send("touchEnd")

    def _wait_until_still(self) -> None:
        """A page flung by a finger rolls on, and a touch meets what has rolled under it by then."""
        seen = None
        while seen != (now := self.page.evaluate("scrollY")):
            seen = now
            self.page.wait_for_timeout(150)

    def _send(self, sort: str, *points: tuple[float, float]) -> None:
        touched = [{"x": x, "y": y} for x, y in points]
        self.session.send("Input.dispatchTouchEvent", {"type": sort, "touchPoints": touched})


TRAIN, ACT = (
    "a[data-at='activities[train]'] rect >> nth=0",
    "a[data-at='results[act]'] rect >> nth=0",
)


def test_with_a_finger_boxes_are_joined_after_a_rest(visit, two_boxes):
    page = visit("editor", f"/documents/{two_boxes.pk}/theory/", **WINDOWS["phone"])
    page.locator(TRAIN).scroll_into_view_if_needed()
    to = page.locator(ACT).bounding_box()
    finger = Finger(page)
    finger.rest(TRAIN, 500)
    finger.move(to["x"] + to["width"] / 2, to["y"] + to["height"] / 2)
    page.wait_for_url("**/connect/?cause=train&effect=act")


def test_a_finger_that_only_passes_a_box_scrolls_and_joins_nothing(visit, two_boxes):
    page = visit("editor", f"/documents/{two_boxes.pk}/theory/", **WINDOWS["phone"])
    page.locator(TRAIN).scroll_into_view_if_needed()
    before, address = page.evaluate("scrollY"), page.url
    finger = Finger(page)
    finger.rest(TRAIN, 20)
    finger.move(finger.at[0], finger.at[1] - 250)
    page.wait_for_function("before => scrollY > before", arg=before)
    finger.rest(TRAIN, 20)
    finger.move(finger.at[0] + 300, finger.at[1])
    page.wait_for_timeout(500)
    assert page.url == address
    assert page.locator(".joining").count() == 0


def test_boxes_are_joined_by_dragging(visit, two_boxes):
    record = two_boxes
    page = visit("editor", f"/documents/{record.pk}/theory/")
    page.locator("a[data-at='activities[train]'] rect").hover()
    page.mouse.down()
    page.locator("a[data-at='results[act]'] rect").hover()
    page.mouse.up()
    page.wait_for_url("**/connect/**")
    page.get_by_label("What has to hold").fill("They may act on what they learn")
    page.get_by_role("button", name="Join").click()
    page.wait_for_url(lambda url: "/connect/" not in url)
    record.refresh_from_db()
    assert store.document_of(record).links[0].assumptions[0].statement.startswith("They may act")


def sign_up(page, name: str) -> None:
    page.locator("#id_name").fill(name)
    page.locator("#id_email").fill(f"{name.split()[0].lower()}@example.org")
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()


def test_sign_up_invite_and_join(visit, db):
    """Somebody new makes an organisation, and a colleague comes in by the link that they pass on."""
    owner = visit(None, "/account/signup/")
    sign_up(owner, "Ada Newcomer")
    owner.get_by_role("link", name="Make an organisation").first.click()
    owner.locator("#id_name").fill("Safe Work")
    owner.get_by_role("main").get_by_role("button").first.click()
    owner.get_by_role("link", name="Invite somebody").click()
    owner.locator("input[name=role][value=editor]").check()
    owner.get_by_role("button", name="Make the link").click()
    link = owner.locator("input[readonly]").input_value()

    colleague = visit(None, link)
    colleague.get_by_role("link", name="Make an account").click()
    sign_up(colleague, "Ben Colleague")
    colleague.get_by_role("button", name="Join").click()
    colleague.get_by_role("link", name="Begin a design").wait_for()

    owner.goto("/account/")
    owner.get_by_role("link", name="Safe Work").click()
    owner.get_by_role("row", name="Ben Colleague").get_by_text("Editor").wait_for()
    spent = visit(None, link)
    assert spent.get_by_role("link", name="Make an account").count() == 0


@pytest.mark.walk
@pytest.mark.parametrize("step", ["programme", "pattern", "activities", "indicators"])
def test_nothing_sticks_out_on_a_phone_or_at_double_size(visit, keep, design, step):
    record = keep(design)
    for options in (
        WINDOWS["phone"],
        {"viewport": {"width": 640, "height": 512}},
    ):  # 1280 at 200 per cent
        assert fits(visit("editor", f"/documents/{record.pk}/step/{step}/", **options))


@in_windows("phone", "desk")
def test_taking_over_the_links_of_a_colleague_who_is_removed(visit, record, options):
    """One link is still needed and stays open; the other opens nothing any more."""
    page = visit("editor", "/designs/", **options)
    addresses = []
    for note in ("For the fund", "For a meeting"):
        page.goto(f"/documents/{record.pk}/share/")
        page.locator("#id_note").fill(note)
        page.get_by_role("button", name="Make a link").click()
        addresses.append(page.locator("#made").input_value())
    page = visit("owner", "/designs/", **options)
    page.get_by_role("link", name="Safe Paths").click()
    page.get_by_role("link", name="Change the role of Editor Person").click()
    page.get_by_role("link", name="Remove Editor Person").click()
    assert fits(page)
    assert not violations(page)
    page.get_by_label("For the fund").check()
    page.get_by_role("button", name="Remove Editor Person").click()
    page.get_by_text("Editor Person is no longer a member").first.wait_for()
    kept, ended = (visit(None, address).locator("h1").inner_text() for address in addresses)
    assert kept != ended == "This link has ended"
    page.goto(f"/documents/{record.pk}/share/")
    assert fits(page)
    assert not violations(page)
    page.get_by_text("looked after by Owner Person").wait_for()


@in_windows("desk", "phone")
def test_a_form_left_open_while_the_design_is_archived(visit, record, golden, options):
    """Nothing typed is lost; the design is brought back from the page that refuses."""
    path = f"/documents/{record.pk}/element/?at=activities%5B{golden.activities[0].id}%5D"
    page = visit("editor", path, **options)
    page.locator("#id_title").fill("Typed in the meantime")
    archive(record, by=User.objects.get(name="Owner Person"))
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("heading", name="Not saved").wait_for()
    page.get_by_text("Typed in the meantime").wait_for()
    assert fits(page)
    assert not violations(page)
    page.get_by_role("button", name="Bring back").first.click()
    record.refresh_from_db()
    assert record.archived is None
