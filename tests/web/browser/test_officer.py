"""A programme officer who has never been here: from signing up to a dossier, at a person's pace."""

from __future__ import annotations

import re
from typing import Any

import pypdf

from tests.web.browser.interviewing import through_the_interview
from tests.web.browser.test_journeys import go_to, sign_up
from tests.web.designs.test_interview import unconnected
from trueline.web.documents import store
from trueline.web.documents.models import DocumentRecord

LETTER = 60 / 200
PRESS = 2
PAGE = 8
"""Seconds: forty words a minute, a press that is thought about, a page that is looked over."""
TWENTY_MINUTES = 20 * 60


class Pace:
    """What a person would have taken, and each page that led nowhere."""

    def __init__(self, page: Any) -> None:
        self.seconds, self.dead_ends = 0.0, []
        page.on("response", self._answered)

    def _answered(self, response: Any) -> None:
        if response.request.resource_type != "document":
            return
        self.seconds += PAGE + PRESS
        if response.status >= 400:
            self.dead_ends.append(f"{response.status} {response.url}")

    def write(self, text: str) -> None:
        self.seconds += len(text) * LETTER + PRESS


def test_from_signing_up_to_a_dossier_in_twenty_minutes(visit, db):
    page = visit(None, "/account/signup/")
    pace = Pace(page)
    sign_up(page, "Ada Newcomer")
    pace.write("Ada Newcomer, ada@example.org, a password, and once more")
    page.get_by_role("link", name="Make an organisation").first.click()
    page.locator("#id_name").fill("Safe Work")
    pace.write("Safe Work")
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url(re.compile(r"/organisations/[0-9a-f-]{36}/"))
    page.get_by_role("link", name="Your work").click()
    page.get_by_role("link", name="Begin a design").click()
    page.locator("#id_title").fill("Inspectors of two provinces")
    pace.write("Inspectors of two provinces")
    page.get_by_role("button", name="Be asked one question at a time").click()
    page.wait_for_url("**/interview/**")
    for text in through_the_interview(page):
        pace.write(text)
    record = DocumentRecord.objects.get()
    assert unconnected(store.document_of(record)) == set()
    page.locator(".note").first.wait_for()
    go_to(page, "Share and export")
    with page.expect_download() as waiting:
        page.locator("[href*='dossier.pdf'], button[value*='dossier.pdf']").first.click()
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(waiting.value.path()).pages)
    assert "Inspectors of two provinces" in text
    assert pace.dead_ends == []
    assert pace.seconds < TWENTY_MINUTES
