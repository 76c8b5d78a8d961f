"""What an organisation calls levels and fields, and where its clocks are."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from tests.web.saving import change
from trueline.document import add_element, kind_named
from trueline.language import override
from trueline.language.own_names import own_names
from trueline.language.terms import LEVEL
from trueline.web.accounts.models import Organisation, User
from trueline.web.documents.models import Revision
from trueline.web.documents.places import step_url

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def named(cast: Any, record: Any) -> Any:
    """The organisation calls an outcome a specific objective, in English, by the page for that."""
    address = reverse("accounts:own_names", args=[cast.organisation.pk])
    sent = {
        "outcome": "Specific objective",
        "outcomes": "Specific objectives",
        "unit": "Counted in",
    }
    answer = cast.client("owner").post(f"{address}?language=en", sent)
    assert answer.status_code == 302
    change(
        record.pk,
        by=cast.editor,
        edit=lambda design: add_element(
            add_element(design, "results", {"id": "r1", "statement": "Less", "level": "outcome"})[
                0
            ],
            "indicators",
            {"id": "i1", "statement": "Share", "result": "r1", "unit": "per cent"},
        )[0],
    )
    record.refresh_from_db()
    return record


def page(cast: Any, record: Any, step: str, language: str = "en") -> str:
    address = step_url(record, kind_named("design").step(step))
    answer = cast.client("editor").get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_pages_say_them_and_other_languages_keep_ours(cast, named):
    assert "Specific objective" in page(cast, named, "theory")
    indicators = page(cast, named, "indicators")
    assert "Counted in" in indicators
    assert "<dt>Unit</dt>" not in indicators
    assert "Specific objective" not in page(cast, named, "theory", "fr")
    with override("en"):
        assert LEVEL.label("outcome") == "Outcome"


def test_a_page_that_was_kept_says_a_name_that_changes(cast, named):
    assert "Specific objective" in page(cast, named, "theory")
    Organisation.objects.update(own_names={"en": {"Outcome": "Effect"}})
    assert "Specific objective" not in page(cast, named, "theory")


def test_files_say_them_and_a_donor_keeps_its_own(cast, named):
    texts = {}
    for name in ("logframe.xlsx", "logframe-eu.xlsx"):
        sent = {"export": name, "language": "en", "paper": "a4"}
        answer = cast.client("editor").post(reverse("documents:export", args=[named.pk]), sent)
        book = load_workbook(io.BytesIO(answer.content))
        texts[name] = [
            str(cell.value)
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.value
        ]
    assert "Specific objective 1" in texts["logframe.xlsx"]
    assert "Counted in" in texts["logframe.xlsx"]
    assert not any("Specific objective 1" in text for text in texts["logframe-eu.xlsx"])


def test_sheets_are_called_by_them_within_what_a_workbook_allows(cast, named):
    names = {"en": {"Indicators": "Logframe/yardsticks for all that we do here"}}
    Organisation.objects.update(own_names=names)
    sent = {"export": "logframe.xlsx", "language": "en", "paper": "a4"}
    answer = cast.client("editor").post(reverse("documents:export", args=[named.pk]), sent)
    sheets = load_workbook(io.BytesIO(answer.content)).sheetnames
    assert sheets[:2] == ["Logframe", "Logframe yardsticks for all tha"]
    names["en"]["Indicators"] = "Logframe"
    Organisation.objects.update(own_names=names)
    answer = cast.client("editor").post(reverse("documents:export", args=[named.pk]), sent)
    assert load_workbook(io.BytesIO(answer.content)).sheetnames[:2] == ["Logframe", "Logframe (2)"]


def test_the_review_keeps_its_words_and_says_what_the_organisation_calls_them(cast, named):
    """Of the names only those whose word is among the notes: nobody calls anything a numerator here."""
    Organisation.objects.update(
        own_names={"en": {"Indicator": "Yardstick", "Numerator (N)": "Counted"}}
    )
    line = "Your organisation says “Yardstick” for “Indicator”."
    page = cast.client("editor").get(reverse("workspace:review", args=[named.pk]))
    assert line in page.content.decode()
    sent = {"export": "review.html", "language": "en", "paper": "a4"}
    file = cast.client("editor").post(reverse("documents:export", args=[named.pk]), sent)
    assert line in file.content.decode()
    french = cast.client("editor").get(
        reverse("workspace:review", args=[named.pk]), headers={"accept-language": "fr"}
    )
    assert "Yardstick" not in french.content.decode()


def test_a_name_of_another_language_is_not_said():
    with own_names({"en": {"Outcome": "Effect"}}):
        assert LEVEL.label("outcome") == "Effect"
        with override("fr"):
            assert LEVEL.label("outcome") != "Effect"
    assert LEVEL.label("outcome") == "Outcome"


def test_who_may_not_change_them(cast):
    address = reverse("accounts:own_names", args=[cast.organisation.pk])
    assert cast.client("editor").post(address, {"outcome": "x"}).status_code == 403
    assert cast.client("outsider").get(address).status_code == 404
    assert cast.client("owner").get(f"{address}?language=xx").status_code == 404
    assert cast.client("owner").post(address, {"outcome": "x" * 61}).status_code == 422
    assert Organisation.objects.get(pk=cast.organisation.pk).own_names == {}


@pytest.mark.parametrize(
    ("own", "theirs", "shown"),
    [("", "", "09:00"), ("", "Asia/Kathmandu", "14:45"), ("UTC", "Asia/Kathmandu", "09:00")],
)
def test_times_are_by_ones_own_clocks_else_by_those_of_the_organisation(
    cast, record, own, theirs, shown
):
    User.objects.filter(pk=cast.editor.pk).update(time_zone=own)
    Organisation.objects.filter(pk=cast.organisation.pk).update(time_zone=theirs)
    Revision.objects.filter(document=record).update(at=datetime(2027, 3, 1, 9, tzinfo=UTC))
    history = cast.client("editor").get(reverse("documents:history", args=[record.pk]))
    assert shown in history.content.decode().replace("9 a.m.", "09:00").replace(
        "2:45 p.m.", "14:45"
    )
    assert timezone.get_current_timezone_name() == "UTC"


def test_settings_keep_where_the_clocks_are(cast):
    address = reverse("accounts:settings", args=[cast.organisation.pk])
    cast.client("owner").post(address, {"name": "Safe Paths", "time_zone": "Asia/Kathmandu"})
    assert Organisation.objects.get(pk=cast.organisation.pk).time_zone == "Asia/Kathmandu"
