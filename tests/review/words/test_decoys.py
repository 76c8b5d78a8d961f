"""Texts that only look like faults: nothing is said of them."""

import pytest

from tests.review.seeded import examples
from trueline.document import set_field
from trueline.review import review
from trueline.toolkit import load_toolkit

FLATS = "activities[flats].description"
OUTREACH = "activities[check-line].target_group"
DECOYS = [
    (
        "support-moldova-return",
        FLATS,
        "The front door is locked at night against strangers; every resident has a key.",
    ),
    (
        "support-moldova-return",
        FLATS,
        "Tres pisos. Entran y salen cuando quieren, sin pedir permiso.",
    ),
    (
        "support-moldova-return",
        FLATS,
        "Three flats. Help goes on whether or not anybody makes a statement.",
    ),
    (
        "support-moldova-return",
        FLATS,
        "Trois logements. L'aide continue même si la plainte est retirée.",
    ),
    (
        "support-moldova-return",
        FLATS,
        "Consultorio en la calle Gregorio de Laferrère 2300, tel. 4613-0900, sin turno.",
    ),
    (
        "awareness-nepal-gulf",
        OUTREACH,
        "Not the general public but about 2,100 men of the 24 wards who plan to leave",
    ),
    (
        "awareness-nepal-gulf",
        OUTREACH,
        "No la población en general: jóvenes de 17 a 25 años de seis barrios, unos 9.000",
    ),
    (
        "awareness-nepal-gulf",
        "evaluation.learning",
        "Each March the partners ask what else moved wages; no fall is put down to the programme.",
    ),
]


@pytest.mark.parametrize(("base", "address", "text"), DECOYS, ids=lambda value: value[:40])
def test_nothing_is_said_of_what_only_looks_like_a_fault(
    base: str, address: str, text: str
) -> None:
    design = examples()[base]
    before = {(f.rule, f.path) for f in review(design, load_toolkit())}
    now = review(set_field(design, address, text), load_toolkit())
    assert [f.message for f in now if f.is_at(address) and (f.rule, f.path) not in before] == []
