"""From signing up to a finding that is resolved, in a real browser."""

from __future__ import annotations

from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord

PASSWORD = "correct horse battery staple"


def test_from_signing_up_to_a_resolved_finding(visit, db):
    page = visit(None, "/account/signup/")
    page.locator("#id_name").fill("Ada Newcomer")
    page.locator("#id_email").fill("ada@example.org")
    page.locator("#id_password1").fill(PASSWORD)
    page.locator("#id_password2").fill(PASSWORD)
    page.get_by_role("button", name="Make the account").click()
    page.get_by_role("link", name="Make an organisation").first.click()
    page.locator("#id_name").fill("Safe Work")
    page.get_by_role("main").get_by_role("button").first.click()
    page.get_by_role("link", name="Invite somebody").wait_for()
    page.get_by_role("link", name="Your work").click()
    page.get_by_role("heading", name="What needs you").wait_for()
    page.get_by_role("link", name="Begin a design").click()
    page.locator("#id_title").fill("Safe work in the valley")
    page.get_by_role("button", name="Begin with a blank page").click()
    page.wait_for_url("**/step/programme/")
    page.locator("nav.steps a", has_text="Activities").click()
    page.get_by_label("Kind", exact=True).select_option("other")
    page.get_by_role("button", name="Add: activity").click()
    page.get_by_label("Activity", exact=True).fill("Meetings of judges")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("[data-answer]", has_text="Added.").wait_for()
    page.locator("nav.steps a", has_text="Theory of change").click()
    page.wait_for_url("**/theory/")
    page.goto(page.url.partition("theory/")[0] + "add/?to=results")
    page.get_by_label("Result", exact=True).fill("Judges hear victims in safety")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator("[data-answer]", has_text="Added.").wait_for()
    page.get_by_role("link", name="Your work").click()
    row = page.get_by_role("row", name="Safe work in the valley")
    row.get_by_role("link", name="Safe work in the valley", exact=True).click()
    page.get_by_role("heading", name="Next best step").wait_for()
    page.locator(".next-best a").click()
    note = page.locator(".note", has_text="leads to no result")
    note.get_by_role("link", name="Resolve").click()
    page.wait_for_url("**/connect/**")
    page.locator("#id_effect:focus").wait_for()
    page.locator("#id_effect").select_option(label="Judges hear victims in safety")
    page.get_by_role("button", name="Join").click()
    page.locator("[data-answer]", has_text="Resolved.").wait_for()
    assert store.document_of(DocumentRecord.objects.get()).links[0].effect
