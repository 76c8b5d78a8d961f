"""Talking beside the text, in a real browser: passages, names after an @, who is here, guests, links."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse

from trueline.web.comments.models import Comment, Mention
from trueline.web.documents import store

SELECT = """(text) => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(text);
    if (at < 0 || !walker.currentNode.parentElement.closest("dd, p")) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + text.length);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    return true;
  }
  return false;
}"""


@pytest.fixture
def words(record: Any) -> str:
    """A few words of the summary, which its step shows."""
    return " ".join(store.document_of(record).summary.split()[:3])


def test_a_passage_is_selected_and_spoken_of_beside_its_text(visit, record, words):
    page = visit("editor", reverse("workspace:step", args=[record.pk, "programme"]))
    page.locator("#together").wait_for(state="attached")
    assert page.evaluate(SELECT, words)
    page.get_by_role("link", name="Comment on this passage").click()
    page.wait_for_url("**/comments/new/**")
    assert page.get_by_label("Words that you mean").input_value() == words
    page.locator("[name=text]").fill("How do we know?")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/step/programme/**")
    comment = Comment.objects.get()
    assert comment.address == "summary"
    assert page.url.endswith(f"#comment-{comment.pk}")
    assert page.locator(f"#comment-{comment.pk}").is_visible()


def test_a_name_is_offered_after_an_at_sign_and_taken_by_keys(visit, record, cast):
    page = visit("editor", reverse("comments:new", args=[record.pk]))
    text = page.locator("[name=text]")
    text.press_sequentially("Please look, @rea")
    option = page.locator("#names li")
    option.wait_for()
    assert option.all_text_contents() == ["Reader Person"]
    text.press("Enter")
    assert text.input_value() == "Please look, @Reader Person "
    text.press_sequentially("and @nobody")
    assert not page.locator("#names").is_visible()
    page.get_by_role("button", name="Save").click()
    page.wait_for_url("**/comments/**#comment-*")
    assert Mention.objects.get().user == cast.reader


def test_two_who_look_at_one_document_see_each_other(visit, record):
    cache.clear()
    address = reverse("documents:overview", args=[record.pk])
    visit("owner", address).wait_for_timeout(1500)
    page = visit("editor", address)
    page.get_by_role("heading", name="Here now").wait_for()
    assert page.locator("[data-people]").inner_text().endswith("Owner Person")


@pytest.mark.walk
@pytest.mark.parametrize("scripts", [True, False])
def test_a_guest_reads_comments_and_comes_back(visit, record, words, scripts):
    page = visit("editor", reverse("sharing:links", args=[record.pk]))
    page.get_by_label("Name, if they may comment").fill("Ana Ruiz")
    page.get_by_role("button", name="Make a link").click()
    copy = page.get_by_role("button", name="Copy the link")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.click()
    page.get_by_role("button", name="Copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.get_by_label("Link", exact=True).input_value()
    guest = visit(None, link, java_script_enabled=scripts)
    if scripts:
        assert guest.evaluate(SELECT, words)
        guest.get_by_role("link", name="Comment on this passage").click()
        assert guest.get_by_label("Words that you mean").input_value() == words
    guest.locator("#say [name=text]").fill("Who decided that?")
    guest.get_by_role("button", name="Save the comment").click()
    guest.get_by_text("Your comment is saved.").first.wait_for()
    assert Comment.objects.get().guest == "Ana Ruiz"
    guest.locator(".thread").get_by_text("Who decided that?", exact=True).wait_for()
    answer = guest.locator(".comment [data-answer]", has_text="Your comment is saved.")
    answer.wait_for()
    if scripts:
        guest.locator(".comment [data-answer]:focus").wait_for()


def test_what_is_typed_is_read_back_and_asked_as_soon_as_its_field_is_left(visit, record):
    page = visit("editor", reverse("workspace:element", args=[record.pk], query={"at": ""}))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    start = page.locator("[name=start]")
    start.fill("1 May 2026")
    start.blur()
    page.locator(".field:has([name=start]) .echo").wait_for(state="detached")
    start.fill("03/04/2026")
    start.blur()
    page.get_by_label("4 March 2026").check()
    page.locator("[name=end]").fill("May 2027")
    page.locator("[name=end]").blur()
    page.get_by_text("Read as 31 May 2027").wait_for()
    page.locator(".form-acts").get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/step/programme/**")
    record.refresh_from_db()
    document = store.document_of(record)
    assert str(document.start) == "2026-03-04"
    assert str(document.end) == "2027-05-31"
