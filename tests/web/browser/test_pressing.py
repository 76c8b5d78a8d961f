"""What is pressed twice counts once, and what could not be fetched is said to be old."""

from __future__ import annotations

from tests.web.browser.looking import in_windows
from trueline.web.documents.models import DocumentRecord


@in_windows("desk", "without scripts", sample=2)
def test_a_double_press_begins_one_design(visit, options):
    page = visit("editor", "/designs/new/", **options)
    page.locator("#id_title").fill("Safe work")
    page.get_by_role("button", name="Begin with a blank page").dblclick(no_wait_after=True)
    page.wait_for_url("**/step/programme/")
    assert DocumentRecord.objects.count() == 1


def test_the_button_shows_that_a_form_is_on_its_way(visit, record):
    page = visit("editor", f"/documents/{record.pk}/comments/new/")
    page.locator("#id_text").fill("Is this right?")
    # An answer without content leaves the page as it was while the form was on its way.
    page.route("**/comments/new/", lambda route: route.fulfill(status=204))
    page.get_by_role("button", name="Save", exact=True).click(no_wait_after=True)
    page.locator("form[aria-busy=true] button[aria-disabled=true]").wait_for()
    page.locator("#announcer", has_text="Being sent").wait_for(state="attached")


def test_results_that_could_not_be_fetched_are_said_to_be_old(visit):
    page = visit("editor", "/toolkit/indicators/")
    page.route("**/toolkit/indicators/?**", lambda route: route.abort())
    page.locator("#words").fill("training")
    notice = page.get_by_role("alert")
    notice.wait_for()
    assert "What stands below is from before." in notice.inner_text()
    assert page.locator("#found.is-old").count() == 1
    page.unroute("**/toolkit/indicators/?**")
    page.locator("#words").fill("trainings")
    page.locator("#found:not(.is-old)").wait_for()
    assert page.get_by_role("alert").count() == 0


def test_a_page_that_waits_for_a_file_is_not_loaded_again(visit, record, monkeypatch):
    """It asks by itself, says when the file is there, and saves it."""
    from trueline.web.tasks import waking
    from trueline.web.tasks.worker import Worker

    monkeypatch.setattr(waking, "wait_until", lambda holds, *, seconds: holds())
    page = visit("editor", f"/documents/{record.pk}/export/")
    page.locator("button[value='design.yaml']").click()
    page.wait_for_url("**/export/*-*/")
    loads = []
    page.on("load", lambda: loads.append(page.url))
    assert page.title().startswith("The file is being made")
    assert Worker(pause=0).once()
    with page.expect_download() as waited:
        page.get_by_role("heading", name="The file is ready").wait_for()
    assert waited.value.suggested_filename.endswith("design.yaml")
    assert page.title().startswith("The file is ready")
    assert page.evaluate("document.activeElement.textContent") == "The file is ready"
    assert loads == []
