"""The picture of a treaty: every state once, and unknown never drawn as anything else."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from trueline.reports.layout.palette import ACCENT
from trueline.reports.ratifications.picture import squares, treaty_svg
from trueline.toolkit.ratifications import Status, load_register

SVG = "{http://www.w3.org/2000/svg}"


def drawn(instrument: str) -> dict[str, ET.Element]:
    """The square of each state, by the code that stands in it."""
    register = load_register()
    facts = [(f"State {code}", register.of(code, instrument)) for code in register.states]
    root = ET.fromstring(treaty_svg("A treaty & its parties", facts))
    groups = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]
    return {str(group.findtext(f"{SVG}text")): group for group in groups}


def test_every_state_of_the_register_has_a_square_of_its_own():
    assert sorted(squares()) == sorted(load_register().states)
    assert len({*squares().values()}) == len(squares())


@pytest.mark.parametrize("instrument", [each.id for each in load_register().instruments])
def test_only_parties_are_filled_and_unknown_is_told_from_no(instrument):
    register, shown = load_register(), drawn(instrument)
    assert shown.keys() == {*register.states}
    looks: dict[Status, set[tuple[object, ...]]] = {}
    for code, group in shown.items():
        box, status = group.find(f"{SVG}rect"), register.of(code, instrument).status
        assert box is not None
        assert (box.get("fill") == ACCENT) == (status == Status.PARTY)
        look = (box.get("fill"), box.get("stroke-width"), box.get("stroke-dasharray"))
        looks.setdefault(status, set()).add(look)
    assert all(len(each) == 1 for each in looks.values())
    assert len(set.union(*looks.values())) == len(looks)


def test_neighbours_lie_where_one_would_look():
    places = squares()
    for west, east in [("PT", "ES"), ("US", "CU"), ("IN", "MM"), ("NG", "CM"), ("CL", "AR")]:
        assert places[west][0] < places[east][0]
    for north, south in [("SE", "DE"), ("MX", "GT"), ("EG", "SD"), ("ZM", "ZA"), ("PH", "AU")]:
        assert places[north][1] < places[south][1]
