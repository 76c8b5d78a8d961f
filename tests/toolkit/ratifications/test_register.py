"""The register: the totals that are known, and that nothing unknown is taken for a no."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from trueline.language import override
from trueline.reports.ratifications.wording import state_name
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import (
    ACTIONS_OF,
    Ratification,
    Status,
    first_day,
    known_sources,
    last_day,
    load_register,
    parse_moment,
    parse_state,
)

RATIFICATIONS = Path(__file__).parents[4] / "shared/data/law/ratifications.csv"
REGISTER = load_register()
FACTS = list(REGISTER)

# party, with full day, year alone, no day, signed, not party, unknown
TOTALS = {
    "legal.convention-organized-crime": (192, 185, 0, 7, 2, 4, 0),
    "legal.tip-protocol": (181, 181, 0, 0, 1, 5, 11),
    "legal.rights-of-the-child": (196, 196, 0, 0, 1, 1, 0),
    "legal.sale-of-children": (178, 178, 0, 0, 7, 13, 0),
    "legal.cedaw": (189, 189, 0, 0, 2, 7, 0),
    "legal.migrant-workers": (58, 58, 0, 0, 11, 129, 0),
    "legal.convention-corruption": (181, 173, 0, 8, 0, 0, 17),
    "legal.forced-labour-29": (181, 181, 0, 0, 0, 17, 0),
    "legal.forced-labour-protocol": (65, 60, 5, 0, 0, 133, 0),
    "legal.forced-labour-105": (176, 176, 0, 0, 0, 22, 0),
    "legal.child-labour-182": (187, 187, 0, 0, 0, 11, 0),
    "legal.domestic-workers-189": (30, 30, 0, 0, 0, 11, 157),
    "legal.refugees.convention-1951": (146, 145, 1, 0, 0, 52, 0),
    "legal.refugees.protocol-1967": (147, 146, 1, 0, 0, 51, 0),
    "legal.economic-social-cultural-rights": (172, 171, 0, 1, 4, 22, 0),
    "legal.civil-political-rights": (174, 168, 5, 1, 6, 18, 0),
    "legal.smuggling-protocol": (140, 139, 0, 1, 1, 5, 52),
    "legal.children-in-armed-conflict": (172, 172, 0, 0, 8, 18, 0),
    "legal.minimum-age-138": (177, 176, 1, 0, 0, 21, 0),
    "legal.violence-and-harassment-190": (37, 20, 0, 17, 0, 11, 150),
    "legal.council-of-europe-197": (48, 11, 0, 37, 0, 150, 0),
    "legal.law-of-treaties": (114, 114, 0, 0, 0, 0, 84),
}


@pytest.mark.parametrize("instrument", TOTALS)
def test_the_totals_that_are_known(instrument: str) -> None:
    facts = REGISTER.of_instrument(instrument)
    statuses = Counter(fact.status for fact in facts)
    parties = [fact.day for fact in facts if fact.status is Status.PARTY]
    precise = Counter(
        "none" if day is None else "year" if isinstance(day, int) else "day" for day in parties
    )
    assert (
        statuses[Status.PARTY],
        *(precise[each] for each in ("day", "year", "none")),
        *(statuses[each] for each in (Status.SIGNED, Status.NOT_PARTY, Status.UNKNOWN)),
    ) == TOTALS[instrument]


def test_every_state_has_a_line_on_every_instrument() -> None:
    assert len(REGISTER.states) == 198
    assert [each.id for each in REGISTER.instruments] == list(TOTALS)
    assert len(REGISTER) == 198 * 22
    assert all(fact.as_of and fact.source for fact in FACTS)


def test_the_fifteen_of_the_toolkit_in_their_order_and_the_refugee_pair_as_two() -> None:
    category = load_toolkit()["legal.ratification"]
    asked = [each.indicator for each in REGISTER.instruments if each.indicator]
    assert list(dict.fromkeys(asked)) == [each.id for each in category.indicators]
    assert [id for id, count in Counter(asked).items() if count > 1] == ["legal.refugees"]
    ours = {each.id for each in REGISTER.instruments if each.is_ours}
    assert len(ours) == 6
    assert not [id for id in ours if id in load_toolkit()]


def test_sources_and_ids_are_all_in_use() -> None:
    named = {fact.source.id for fact in FACTS if fact.source}
    assert named == set(known_sources())


def test_days_and_acts_can_be() -> None:
    for fact in FACTS:
        instrument = REGISTER.instrument(fact.instrument)
        assert fact.action is None or fact.action in ACTIONS_OF[fact.status], fact
        if fact.day is not None and fact.as_of is not None:
            assert instrument.adopted <= last_day(fact.day), fact
            assert first_day(fact.day) <= last_day(fact.as_of), fact


def test_parties_to_a_protocol_are_parties_to_what_it_needs() -> None:
    needing = [each for each in REGISTER.instruments if each.needs]
    assert {each.short for each in needing} == {
        *("Trafficking in Persons Protocol", "Smuggling of Migrants Protocol", "P29")
    }
    for instrument in needing:
        for fact in REGISTER.of_instrument(instrument.id):
            if fact.status is Status.PARTY:
                assert REGISTER.of(fact.state, str(instrument.needs)).status is Status.PARTY


def test_what_has_no_line_is_unknown() -> None:
    fact = REGISTER.of("XK", "legal.cedaw")
    assert fact.status is Status.UNKNOWN
    assert fact.as_of is None
    with pytest.raises(KeyError):
        REGISTER.of("NP", "legal.nothing")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("legal.tip-protocol", ["legal.tip-protocol"]),
        ("tip-protocol", ["legal.tip-protocol"]),
        ("palermo protocol", ["legal.tip-protocol"]),
        ("5 E1.2", ["legal.tip-protocol"]),
        ("c189", ["legal.domestic-workers-189"]),
        ("Vienna Convention on the Law of Treaties", ["legal.law-of-treaties"]),
        ("legal.refugees", ["legal.refugees.convention-1951", "legal.refugees.protocol-1967"]),
        ("5 E1.13", ["legal.refugees.convention-1951", "legal.refugees.protocol-1967"]),
        ("C1", []),
        ("", []),
    ],
)
def test_instruments_by_name(name: str, ids: list[str]) -> None:
    assert [each.id for each in REGISTER.instruments_named(name)] == ids


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_every_state_is_found_by_its_name_and_code(language: str) -> None:
    toolkit = load_toolkit()
    with override(language):
        names = {state: state_name(state, toolkit) for state in REGISTER.states}
    lost = {
        name: parse_state(name).readings
        for state, name in names.items()
        if parse_state(name).value != state
    }
    lost.pop("Congo", None)  # which of the two has to be asked
    assert not lost
    assert all(parse_state(state).value == state for state in REGISTER.states)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("the European Union", "EU"),
        ("Union européenne", "EU"),
        ("UE", "EU"),
        ("Saint-Siège", "VA"),
        ("Santa Sede", "VA"),
        ("Palestine", "PS"),
        ("Atlantis", None),
        ("Congo", None),
    ],
)
def test_states_by_other_names(name: str, code: str | None) -> None:
    assert parse_state(name).value == code


@pytest.mark.parametrize("text", ["", "2024-13-01", "2024-5-4", "24", "04/05/2024", "2023-02-29"])
def test_what_is_no_moment(text: str) -> None:
    assert parse_moment(text) is None


@pytest.mark.skipif(not RATIFICATIONS.exists(), reason="../shared/data is not here")
def test_nothing_was_lost_or_changed_on_the_way() -> None:
    with RATIFICATIONS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    names = dict(zip(dict.fromkeys(row["instrument"] for row in rows), TOTALS, strict=True))
    assert len(rows) == len(FACTS)
    for row in rows:
        fact = REGISTER.of(row["iso2"], names[row["instrument"]])
        assert (fact.status, str(fact.as_of)) == (row["status"], row["as_of"]), row
        assert _day_and_how(fact) == (row["date"], row["how"]), row


def _day_and_how(fact: Ratification) -> tuple[str, str]:
    """As the table has them: no day of a signature that an unknown rests on, and denunciations
    with their day."""
    day, action = "" if fact.day is None else str(fact.day), fact.action or ""
    match fact.status:
        case Status.UNKNOWN:
            return "", ""
        case Status.NOT_PARTY:
            return "", f"denounced {day}" if action else ""
        case Status.SIGNED:
            return day, ""
        case _:
            return day, str(action)
