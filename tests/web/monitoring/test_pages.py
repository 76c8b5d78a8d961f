"""Figures of many indicators and periods stand on pages, and a form is about the rows that it holds."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tests.web.monitoring.conftest import named, seen_on
from trueline.web.monitoring.models import Measurement

FIRST = "2026-Q1"


@pytest.fixture(autouse=True)
def one_on_a_page(monkeypatch) -> None:
    monkeypatch.setattr("trueline.web.lists.ON_A_PAGE", 1)


@pytest.fixture
def at(cast, monitored):
    """Open a page of a page about the programme as an owner, or send a form there."""

    def opened(name: str, *args: object, number: int = 0, data=None):
        address = reverse(f"monitoring:{name}", args=[monitored.pk, *args])
        address += f"?page={number}" if number else ""
        client = cast.client("owner")
        return client.get(address) if data is None else client.post(address, data)

    return opened


def test_figures_are_entered_page_by_page(at, due):
    trained, acted = due("trained", FIRST), due("acted", FIRST)
    first, second = (at("enter", trained.period_id, number=n) for n in (1, 2))
    assert named(trained, "value") in seen_on(first)
    assert named(acted, "numerator") not in seen_on(first)
    assert "Page 2 of 2" in second.content.decode()
    form = seen_on(second) | {named(acted, "numerator"): "1", named(acted, "denominator"): "2"}
    answer = at("enter", trained.period_id, number=2, data={**form, "save": "yes"})
    assert (answer.status_code, answer["Location"].endswith("?page=2")) == (302, True)
    assert (due("acted", FIRST).state, due("trained", FIRST).state) == ("draft", "due")


def test_a_form_saves_its_rows_where_others_stand_on_its_page_by_now(at, due):
    trained, acted = due("trained", FIRST), due("acted", FIRST)
    form = seen_on(at("enter", trained.period_id, number=2))
    form |= {named(acted, "numerator"): "1", named(acted, "denominator"): "2", "save": "yes"}
    trained.delete()
    assert at("enter", acted.period_id, number=1, data=form).status_code == 302
    assert due("acted", FIRST).state == "draft"


def test_what_is_wrong_on_a_page_is_said_beside_what_was_handed_in(at, due, entered):
    trained, acted = due("trained", FIRST), due("acted", FIRST)
    form = seen_on(at("enter", acted.period_id, number=2))
    assert named(trained, "value") not in form
    wrong = form | {named(acted, "numerator"): "many", named(acted, "denominator"): "2"}
    answer = at("enter", acted.period_id, number=2, data={**wrong, "save": "yes"})
    assert answer.status_code == 422
    assert seen_on(answer)[named(acted, "numerator")] == "many"


def test_decisions_are_made_page_by_page(at, due, entered):
    for key, parts in (("trained", {"value": "30"}), ("acted", {"numerator": "1"})):
        more = {"denominator": "2"} if key == "acted" else {}
        entered_on(at, due(key, FIRST), **parts, **more)
    waiting = list(Measurement.objects.filter(state="submitted").order_by("indicator__position"))
    assert len(waiting) == 2
    page = at("decide", waiting[1].period_id, number=2).content.decode()
    (seen,) = re.findall(rf'name="seen-{waiting[1].pk}" value="([^"]+)"', page)
    assert f"seen-{waiting[0].pk}" not in page
    chosen = {f"seen-{waiting[1].pk}": seen, f"choice-{waiting[1].pk}": "approve"}
    answer = at("decide", waiting[1].period_id, number=2, data=chosen)
    assert "page" not in answer["Location"]
    assert [one.state for one in Measurement.objects.filter(pk__in=[w.pk for w in waiting])] == [
        "submitted",
        "approved",
    ]


def entered_on(at, one: Measurement, **parts: str) -> None:
    for number in (1, 2):
        form = seen_on(at("enter", one.period_id, number=number))
        if named(one, "seen") in form:
            form |= {named(one, part): text for part, text in parts.items()}
            at("enter", one.period_id, number=number, data={**form, "submit": "yes"})
            return


def test_the_calendar_opens_where_something_is_to_be_entered(at, due, monitored):
    assert "Page 1 of" in at("calendar").content.decode()
    earliest = monitored.reporting_periods.first()
    earliest.measurements.update(state="approved")
    page = at("calendar").content.decode()
    assert "Page 2 of" in page
    assert "Page 1 of" in at("calendar", number=1).content.decode()


def test_a_period_is_locked_and_one_stays_on_its_page(at, due):
    period = due("trained", FIRST).period_id
    answer = at("lock", period, data={"lock": "yes", "page": "2"})
    assert answer["Location"].endswith(f"?page=2#period-{period}")
    answer = at("lock", period, data={"lock": "no", "page": "//example.org"})
    assert answer["Location"] == at("calendar").request["PATH_INFO"]


def test_the_figures_of_an_indicator_stand_on_pages(at, due):
    one = due("trained", "2026-Q2")
    page = at("indicator", one.indicator_id, number=2).content.decode()
    assert "2026-Q2</bdi>" in page
    assert f"measurement-{one.pk}" in page
    assert f"measurement-{due('trained', FIRST).pk}" not in page
