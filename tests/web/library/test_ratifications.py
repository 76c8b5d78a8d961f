"""The register on pages: every fact with its day, unknown as unknown, nothing counted or ranked."""

from __future__ import annotations

import io
import re
from html import unescape

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from trueline.toolkit.ratifications import Status, load_register

UNKNOWN = "Unknown: neither yes nor no"
MATRIX = "library:ratifications-matrix"


@pytest.fixture
def visitor(db) -> Client:
    return Client()


def text_of(visitor: Client, address: str) -> str:
    response = visitor.get(address)
    assert response.status_code == 200, address
    return " ".join(re.sub(r"<[^>]+>", " ", unescape(response.content.decode())).split())


def unknown_in(state: str) -> int:
    return sum(fact.status is Status.UNKNOWN for fact in load_register().of_state(state))


@pytest.mark.parametrize("state", ["NP", "AD"])
def test_a_state_has_a_fact_for_each_treaty_and_unknown_stays_unknown(visitor, state):
    page = text_of(visitor, reverse("library:ratifications-state", args=[state]))
    assert page.count(f"{UNKNOWN}.") == unknown_in(state) > 0
    assert page.count("As of ") >= len(load_register().instruments)
    assert "secondary source, not confirmed by the depositary" in page.casefold()


def test_a_treaty_shows_states_in_the_order_of_their_names(visitor):
    page = text_of(
        visitor, reverse("library:ratifications-instrument", args=["legal.domestic-workers-189"])
    )
    names = ["Afghanistan", "Côte d’Ivoire", "Nepal", "Zimbabwe"]
    places = [page.index(name) for name in names]
    assert places == sorted(places)
    assert re.search(r"Nepal Unknown: neither yes nor no\. As of ", page)


def test_states_side_by_side_say_what_the_register_says(visitor):
    page = text_of(visitor, f"{reverse(MATRIX)}?states=N%C3%A9pal;+Qatar,+Atlantis")
    assert page.startswith("States side by side – Trueline ")  # nothing was sent that is not saved
    assert "The register has no state “Atlantis”." in page
    fact = load_register().of("QA", "legal.tip-protocol")
    assert f"Accession {fact.day} as of {fact.as_of}" in page
    assert page.count(UNKNOWN) == unknown_in("NP") + unknown_in("QA")
    assert "Afghanistan" not in page


def test_all_states_stand_in_the_matrix_with_every_unknown(visitor):
    page = text_of(visitor, reverse(MATRIX))
    register = load_register()
    asked = [
        register.of(state, each.id) for state in register.states for each in register.instruments
    ]
    assert page.count(UNKNOWN) == sum(fact.status is Status.UNKNOWN for fact in asked)


def test_the_workbook_keeps_unknown_and_the_day(visitor):
    response = visitor.get(reverse("library:ratifications-xlsx"), {"states": "Nepal, India"})
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows[1:3]] == ["India", "Nepal"]
    cells = rows[2][1:]
    assert all(re.search(r"as of \d{4}|no line in the register", cell) for cell in cells)
    assert sum(cell.startswith(UNKNOWN) for cell in cells) == unknown_in("NP")
    assert "look it up with the depositary" in rows[4][0]


@pytest.mark.parametrize(
    ("name", "wrong"), [("ratifications-state", "ZZ"), ("ratifications-instrument", "legal.none")]
)
def test_what_the_register_does_not_hold_has_no_page(visitor, name, wrong):
    assert visitor.get(reverse(f"library:{name}", args=[wrong])).status_code == 404
