"""The ladder: what figures support of what a design claims, and nothing beyond it."""

from decimal import Decimal
from typing import Any

import pytest

from trueline.design import Design
from trueline.design.figures import figures
from trueline.design.sharing import to_share
from trueline.language.terms import DISPLACEMENT_CHECK, RUNG
from trueline.measures.aggregates import Record
from trueline.measures.periods import period
from trueline.measures.readings import Count, Reading, Share, State, Words
from trueline.review.claims import LADDER, Claim, DisplacementCheck, Support, claims, evidence_from
from trueline.review.claims.wording import figure_line, honest_sentence, shows
from trueline.toolkit import load_toolkit

DESIGN: dict[str, Any] = {
    "title": "Safe work",
    "activities": [{"id": "course", "kind": "justice", "title": "Course"}],
    "results": [
        {"id": "know", "statement": "Officers know", "change": "learning"},
        {"id": "act", "statement": "Officers act", "change": "behaviour"},
        {"id": "less", "statement": "Less trafficking", "level": "impact"},
    ],
    "links": [
        {"id": "a", "cause": "course", "effect": "know"},
        {"id": "b", "cause": "know", "effect": "act"},
        {
            "id": "c",
            "cause": "act",
            "effect": "less",
            "assumptions": [{"id": "x", "statement": "It deters", "verified": False}],
        },
    ],
}


def indicator(id: str, result: str, measures: str, **more: Any) -> dict[str, Any]:
    usual = {
        "id": id.lower(),
        "statement": id,
        "result": result,
        "measures": measures,
        "measure": "count",
    }
    return {**usual, "direction": "up", **more}


def ladder(
    told: list[tuple[dict[str, Any], Reading | int | State]], *, shared: bool = False, **more: Any
) -> dict[str, Claim]:
    design = Design.model_validate({**DESIGN, **more, "indicators": [each for each, _ in told]})
    records = {each["id"]: [_record(reading)] for each, reading in told}
    quarter = period("2027-Q1")
    assert quarter
    computed = figures(design, records, periods=[quarter])
    computed = to_share(computed) if shared else computed
    return {each.result.id: each for each in claims(design, computed, load_toolkit())}


def _record(reading: Reading | int | State) -> Record:
    if isinstance(reading, State):
        return Record("2027-Q1", "", None, reading)
    return Record("2027-Q1", "", Count(Decimal(reading)) if isinstance(reading, int) else reading)


BEFORE = {"baseline": {"value": 20}}


@pytest.mark.parametrize(
    ("reading", "more", "support"),
    [
        (30, BEFORE, Support.CHANGED),
        (20, BEFORE, Support.UNCHANGED),
        (10, BEFORE, Support.WORSE),
        (10, {**BEFORE, "direction": "down"}, Support.CHANGED),
        (30, {}, Support.LEVEL),
        (30, {**BEFORE, "direction": "none"}, Support.LEVEL),
        (0, {"baseline": {"value": 0}}, Support.UNCHANGED),
        (-3, BEFORE, Support.CANNOT_BE),
        (Share(Decimal(9), Decimal(5)), {**BEFORE, "measure": "proportion"}, Support.CANNOT_BE),
        (State.MISSING, BEFORE, Support.MISSING),
        (State.NOT_APPLICABLE, BEFORE, Support.NOT_APPLICABLE),
        (State.SUPPRESSED, BEFORE, Support.SUPPRESSED),
    ],
)
def test_what_a_figure_of_change_says(reading, more, support):
    claim = ladder([(indicator("i", "act", "behaviour", **more), reading)])["act"]
    assert [each.support for each in claim.own] == [support]
    assert claim.is_supported is (support is Support.CHANGED)


def test_a_change_counts_as_one_without_a_baseline():
    told = [(indicator("i", "know", "learning", measure="change"), 12)]
    assert ladder(told)["know"].is_supported


def test_nobody_reached_is_not_reach():
    claim = ladder([(indicator("i", "know", "reach"), 0)])["know"]
    assert (claim.own[0].support, claim.supported) == (Support.NOBODY, None)


def test_a_rung_shows_none_beyond_it():
    told = [
        (indicator("reached", "know", "reach"), 300),
        (indicator("knows", "know", "learning", **BEFORE), 60),
    ]
    found = ladder(told)
    assert found["know"].is_supported
    for result in ("act", "less"):
        assert not found[result].is_supported
        assert found[result].supported
        assert found[result].supported.measures == "learning"
        assert found[result].own == ()


def test_who_still_knows_knows_and_who_knows_may_forget():
    assert ladder([(indicator("i", "know", "retention", **BEFORE), 60)])["know"].is_supported
    results = [{"id": "know", "statement": "They still know", "change": "retention"}]
    told = [(indicator("i", "know", "learning", **BEFORE), 60)]
    assert not ladder(told, results=results, links=[])["know"].is_supported


@pytest.mark.parametrize("verified", [True, False])
def test_behaviour_stands_in_for_impact_by_a_verified_link_alone(verified):
    assumption = {"id": "x", "statement": "It deters", "verified": verified}
    link = {"id": "c", "cause": "act", "effect": "less", "assumptions": [assumption]}
    told = [(indicator("i", "act", "behaviour", stands_in_for="less", **BEFORE), 60)]
    claim = ladder(told, links=[link])["less"]
    assert (claim.proxy is not None) is verified
    assert not claim.is_supported


def test_displacement():
    assert ladder([])["less"].displacement is DisplacementCheck.NONE
    entry = {"kind": "place", "likelihood": "possible"}
    checks = {}
    for name, watched in (("thought", []), ("gap", ["i"]), ("seen", ["i"]), ("lost", ["gone"])):
        reading: int | State = 4 if name == "seen" else State.MISSING
        told = [(indicator("i", "less", "impact"), reading)]
        found = ladder(told, displacement=[{**entry, "watched_by": watched}])
        checks[name] = found["less"].displacement
    assert checks == {
        "thought": DisplacementCheck.NOT_WATCHED,
        "gap": DisplacementCheck.WITHOUT_FIGURE,
        "seen": DisplacementCheck.MEASURED,
        "lost": DisplacementCheck.NOT_WATCHED,
    }


def test_each_rung_and_check_has_its_words():
    assert tuple(RUNG.labels) == LADDER
    assert set(DISPLACEMENT_CHECK.labels) == {each.value for each in DisplacementCheck}


def test_what_is_held_back_is_told_to_nobody():
    told = [(indicator("i", "know", "reach", counts_people=True), 7)]
    (each,) = ladder(told, shared=True)["know"].own
    assert each.support is Support.SUPPRESSED
    assert figure_line(each) == "<11"


@pytest.mark.parametrize(
    ("reading", "more", "said"),
    [
        (70, {"baseline": {"value": 4}}, "70; baseline <11"),
        (70, {}, "70; what it was before isn’t known"),
        (70, {"baseline": {"text": "A few"}}, "70; baseline A few"),
        (
            70,
            {**BEFORE, "direction": "none"},
            "70; baseline 20: 50 more; which way is better isn’t said",
        ),
        (Words(("They filed.",)), {}, "They filed."),
    ],
)
def test_a_figure_without_a_change_says_why(reading, more, said):
    (each,) = ladder([(indicator("i", "act", "behaviour", **more), reading)], shared=True)[
        "act"
    ].own
    assert each.support is Support.LEVEL
    assert figure_line(each) == said


def test_words_come_from_the_section_of_the_activity():
    (each,) = ladder([(indicator("i", "know", "learning", **BEFORE), 60)])["know"].own
    assert each.category
    assert each.category.id == "justice.learning"
    assert "(6 E3)" in shows(each)
    assert "40 more, the better way" in figure_line(each)


def honest(told: list[tuple[dict[str, Any], Reading | int | State]], claimed: str) -> str:
    design = Design.model_validate({**DESIGN, "indicators": [each for each, _ in told]})
    quarter = period("2027-Q1")
    assert quarter
    records = {each["id"]: [_record(reading)] for each, reading in told}
    computed = figures(design, records, periods=[quarter])
    return honest_sentence(evidence_from(design, computed, load_toolkit()), claimed=claimed)


def test_the_honest_sentence_says_what_was_measured_and_what_was_not():
    knows = (indicator("Know", "know", "learning", **BEFORE), 60)
    assert honest([knows], "impact") == (
        "“Know”: 60 to date, 40 more than before the work. Whether trafficking changed was not"
        " measured."
    )
    worse = (indicator("Rate", "less", "impact", direction="down", **BEFORE), 25)
    assert honest([knows, worse], "impact").endswith("of it, “Rate”, did not improve.")
    gone = (indicator("Rate", "less", "impact"), State.MISSING)
    assert honest([gone], "impact").startswith("What changed has not been shown by any figure")
    assert "can’t be told yet from “Rate”" in honest([gone], "impact")
