"""The register of what clients asked for: a number of people, an answer, and word of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.web.monitoring.test_reading import words
from trueline.limits import SERVICE_CHANGES
from trueline.web.monitoring.actions import feedback
from trueline.web.monitoring.models import ServiceChange

pytestmark = pytest.mark.either_database
ASKED = {"asked": "Appointments after working hours", "heard": "2026-03-01", "outcome": "open"}
MADE = {
    "outcome": "made",
    "what": "The office is open until eight on Tuesdays.",
    "decided": "2026-04-10",
}


@pytest.fixture
def add(page):
    def sent(who: str = "editor", **given: object):
        return page(who, "add-change", data={**ASKED, **given})

    return sent


@pytest.fixture
def shown(page):
    return lambda: words(page("reader", "register"))


def test_a_request_is_entered_answered_and_told_back(add, page, shown):
    assert "Nothing was entered yet" in shown()
    assert add(raised="14", ways=["box", "group"]).status_code == 302
    said = shown()
    assert "raised by 14 clients" in said
    assert "Without a name, in writing; Group discussion" in said
    assert "Not decided yet" in said
    one = ServiceChange.objects.get()
    page("editor", "change-change", one.pk, data={**ASKED, **MADE, "version": "1"})
    said = shown()
    assert "Changed, 10 April 2026: The office is open until eight on Tuesdays." in said
    assert "Those who asked have not been told" in said
    assert "0 of 1 that were decided" in said
    page(
        "editor",
        "change-change",
        one.pk,
        data={**ASKED, **MADE, "told_back": "2026-04-20", "version": "2"},
    )
    assert "1 of 1 that were decided" in shown()


def test_what_nobody_counted_is_not_zero(add, shown):
    add()
    add(raised="0")
    assert set(ServiceChange.objects.values_list("raised", flat=True)) == {None, 0}
    assert "raised by 0 clients" in shown()


def test_changes_of_the_first_two_years_stand_beside_what_the_toolkit_asks_for(add, shown):
    add(**MADE)
    add(**{**MADE, "decided": "2027-12-31"})
    add(**{**MADE, "decided": "2028-01-01"})
    assert "2; the toolkit’s indicator asks for at least 3 (8 E8.1)" in shown()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"asked": ""}, "asked"),
        ({"outcome": "made", "decided": "2026-04-10"}, "Say what was changed"),
        ({"outcome": "planned"}, "Write the day on which that was decided."),
        ({"raised": "-3"}, "raised"),
        ({"raised": "9999999"}, "whole numbers from 0 up"),
        (
            {"asked": "The client Maria Lopez, born 12.3.2001, wants a later appointment"},
            "somebody could be known",
        ),
        ({"ways": ["rumour"]}, "ways"),
    ],
)
def test_what_can_not_stand_there_is_refused(given, says, add):
    answer = add(**given)
    assert answer.status_code == 422
    assert says in words(answer) or says in answer.context["form"].errors
    assert not ServiceChange.objects.exists()


def test_two_people_lose_nothing(add, page):
    add()
    one = ServiceChange.objects.get()
    page("owner", "change-change", one.pk, data={**ASKED, **MADE, "version": "1"})
    mine = {**ASKED, "asked": "Evening hours", "version": "1"}
    answer = page("editor", "change-change", one.pk, data=mine)
    assert answer.status_code == 409
    assert "The office is open until eight" in words(answer)
    assert 'value="Evening hours"' in answer.content.decode()
    seen = answer.context["form"]["version"].value()
    page("editor", "change-change", one.pk, data={**mine, "version": seen})
    one.refresh_from_db()
    assert one.asked == "Evening hours"


def test_one_entered_by_mistake_is_removed_unless_it_changed(add, page, cast):
    add()
    one = ServiceChange.objects.get()
    assert page("editor", "change-change", one.pk, data={"remove": "yes"}).status_code == 409
    client = cast.client("editor")
    address = reverse("monitoring:change-change", args=[one.document_id, one.pk])
    client.post(address, {"remove": "yes", "version": "1"})
    assert not ServiceChange.objects.exists()
    client.post(reverse("documents:put-back"))
    assert ServiceChange.objects.get().asked == one.asked


def test_small_numbers_and_formulas_leave_harmless(add, page):
    add(asked="=1+1", raised="4")
    add(raised="40")
    text = page("reader", "register-file", data={"format": "csv"}).content.decode()
    assert "'=1+1" in text
    assert ",<11," in text
    assert ",40," in text
    assert ",4," not in text


def test_a_reader_reads_and_others_find_nothing(add, page, monitored, cast):
    add()
    one = ServiceChange.objects.get()
    assert page("reader", "register").status_code == 200
    assert page("reader", "change-change", one.pk).status_code == 403
    assert page("outsider", "register").status_code == 404
    assert page("editor", "change-change", one.pk + 1).status_code == 404
    address = reverse("monitoring:add-change", args=[monitored.pk])
    assert cast.client("editor").put(address).status_code == 405


@pytest.mark.parametrize(
    "values",
    [
        {"outcome": "perhaps", "decided": date(2026, 1, 1)},
        {"outcome": "planned"},
        {"outcome": "made", "decided": date(2026, 1, 1), "what": ""},
    ],
)
def test_the_database_refuses_an_answer_without_day_or_words(values, monitored):
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceChange.objects.create(
            document=monitored, asked="More", heard=date(2026, 1, 1), **values
        )


def test_many_requests_have_pages_and_a_search_and_an_end(add, cast, monitored, monkeypatch):
    for number in range(60):
        ServiceChange.objects.create(
            document=monitored, asked=f"Request {number:02}", heard=date(2026, 3, 1)
        )
    add(**MADE)

    def found(**asked: str) -> set[str]:
        answer = cast.client("reader").get(
            reverse("monitoring:register", args=[monitored.pk]), asked
        )
        return {*re.findall(r"Request \d\d|Appointments", words(answer))}

    assert len(found()) == 50
    assert found(q="request 07") == {"Request 07"}
    assert found(outcome="made") == {"Appointments"}
    assert found(outcome="made", q="07") == set()
    monkeypatch.setattr(feedback, "SERVICE_CHANGES", replace(SERVICE_CHANGES, most=61))
    assert add().status_code == 422
    assert ServiceChange.objects.count() == 61
