"""Many elements at once: the same document as one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from trueline.design import Design
from trueline.document import add_element
from trueline.document.building import Building

TITLES = ["Train", "train!", "", "Train inspectors of the northern districts", "培训", "train-2"]
activities = st.fixed_dictionaries({"title": st.sampled_from(TITLES), "kind": st.just("other")})
results = st.fixed_dictionaries({"statement": st.sampled_from(TITLES)})
added = st.one_of(
    st.tuples(st.just("activities"), activities), st.tuples(st.just("results"), results)
)


@given(st.lists(added, max_size=12))
def test_it_is_what_adding_one_by_one_makes(steps):
    one_by_one = Design.model_validate({"activities": [{"id": "train", "kind": "legal"}]})
    building, addresses = Building(one_by_one), []
    for name, values in steps:
        one_by_one, address = add_element(one_by_one, name, values)
        addresses.append(address)
    assert [building.add(name, values)[1] for name, values in steps] == addresses
    assert building.document() == one_by_one


def test_what_stands_inside_an_element_takes_its_id():
    building = Building(Design())
    values = {
        "cause": "a",
        "effect": "b",
        "assumptions": [{"id": "train", "statement": "They stay"}],
    }
    building.add("links", values)
    element, _address = building.add("activities", {"title": "Train", "kind": "other"})
    assert element.key_value == "train-2"


def test_what_does_not_fit_is_refused():
    with pytest.raises(ValidationError):
        Building(Design()).add("activities", {"kind": "no such kind"})
    building = Building(Design())
    building.add("activities", {"id": "a", "kind": "other"})
    building.add("activities", {"id": "a", "kind": "other"})
    with pytest.raises(ValidationError):
        building.document()
