"""Where people were identified and where a chance was missed: totals, never people, never lost."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.monitoring.test_reading import words
from trueline.web.monitoring.contacts import is_contact_table
from trueline.web.monitoring.models import ContactTable

pytestmark = pytest.mark.either_database


@pytest.fixture
def enter(cast, monitored):
    """Send the form of a period."""

    def sent(*, who: str = "editor", period: str = "2026-H1", **given: str):
        address = reverse(
            "monitoring:enter-contacts", args=[monitored.pk], query={"period": period}
        )
        client = cast.client(who)
        page = client.get(address)
        data = {"seen": page.context["form"].seen if page.context else ""}
        named = {
            name.replace("__", ":").replace("_in_", "/"): value for name, value in given.items()
        }
        return client.post(address, data | named)

    return sent


@pytest.fixture
def shown(page):
    return lambda: words(page("reader", "contacts"))


def test_it_says_where_chances_were_missed(enter, shown):
    assert "Nothing was entered yet" in shown()
    enter(
        borders_in_transit__identified="6",
        borders_in_transit__missed="14",
        medical_in_destination__identified="0",
        medical_in_destination__missed="3",
        roles="partly",
        note="Asked of all who left the shelter.",
    )
    said = shown()
    assert "6 / 14" in said
    assert "70 %" in said
    assert "nobody was identified: Medical professionals" in said
    assert "Who does what is laid down Partly" in said
    assert "It is monitored, evaluated and reviewed Not answered" in said
    assert "Asked of all who left the shelter." in said


def test_missing_is_not_zero(enter, shown):
    enter(borders_in_transit__missed="4")
    assert ContactTable.objects.get().counts == {"borders/transit": [None, 4]}
    said = shown()
    assert "? / 4" in said
    assert "100 %" not in said
    assert "nobody was identified" not in said


def test_zero_is_kept_as_zero(enter):
    enter(borders_in_transit__identified="0", borders_in_transit__missed="0")
    assert ContactTable.objects.get().counts == {"borders/transit": [0, 0]}


@pytest.mark.parametrize("typed", ["-1", "2.5", "many", "99999999"])
def test_what_is_no_number_of_people_is_refused_and_kept_in_the_form(typed, enter):
    answer = enter(borders_in_transit__missed=typed)
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.content.decode()
    assert not ContactTable.objects.exists()


def test_a_period_has_one_table_however_it_is_written(enter):
    enter(period="2026-Q3", borders_in_origin__missed="1")
    enter(period="q3 2026", borders_in_origin__missed="2")
    assert ContactTable.objects.get().counts == {"borders/origin": [None, 2]}


def test_no_period_leads_back_with_a_word(enter):
    answer = enter(period="next spring")
    assert answer.status_code == 302
    assert not ContactTable.objects.exists()


def test_two_people_lose_nothing(cast, monitored, enter):
    address = reverse("monitoring:enter-contacts", args=[monitored.pk], query={"period": "2026"})
    first = cast.client("editor").get(address).context["form"].seen
    enter(who="owner", period="2026", borders_in_transit__missed="5")
    data = {"seen": first, "borders/transit:missed": "9"}
    answer = cast.client("editor").post(address, data)
    assert answer.status_code == 409
    assert "Borders and border patrols, Transit: Chances missed: 5" in words(answer)
    assert ContactTable.objects.get().counts == {"borders/transit": [None, 5]}
    cast.client("editor").post(address, data | {"seen": answer.context["form"].seen})
    assert ContactTable.objects.get().counts == {"borders/transit": [None, 9]}


def test_small_counts_leave_held_back_and_without_a_sum(enter, page):
    enter(borders_in_transit__identified="6", borders_in_transit__missed="14")
    enter(period="2026-H2", medical_in_return__identified="0")
    lines = page("reader", "contacts-file", data={"format": "csv"}).content.decode().splitlines()
    assert lines[1].startswith("#date")
    assert lines[2:] == [
        "2026-H1,Borders and border patrols,Transit,<11,14",
        "2026-H2,Medical professionals,Return,0,",
    ]


def test_a_reader_reads_and_does_not_write(page, enter, monitored):
    assert page("reader", "contacts").status_code == 200
    assert page("reader", "enter-contacts").status_code == 403
    assert page("outsider", "contacts").status_code == 404
    assert page("reader", "contacts-file").status_code == 405


@pytest.mark.parametrize(
    ("counts", "conditions"),
    [
        ({"borders": [1, 2]}, {}),
        ({"a/b": [1]}, {}),
        ({"a/b": [-1, 2]}, {}),
        ({"a/b": [True, 2]}, {}),
        ({}, {"roles": "perhaps"}),
        ({}, {"other": "yes"}),
        ([], {}),
    ],
)
def test_a_backup_may_bring_no_other_shape(counts, conditions):
    assert not is_contact_table(counts, conditions)
    assert is_contact_table({"a/b": [None, 0]}, {"roles": "yes"})
