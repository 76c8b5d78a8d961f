"""The audit counts what can be counted, shows what is said, and leaves the rest to the coordinator."""

from __future__ import annotations

from typing import Any

import pytest

from tests.examples.texts import text_of
from trueline.plan import Plan
from trueline.reports import ExportRequest, exports_of
from trueline.reports.audits import answer_text
from trueline.reports.pages.coverage import OF_PLANS, places
from trueline.review.audits import Answer, Line
from trueline.review.plan_audit import audit
from trueline.toolkit import load_toolkit

TOOLKIT = load_toolkit()
EUR = {"amount": 1000, "currency": "EUR"}
TARGET = {"due": "2029-12-31", "value": 1}


def activity(number: int) -> dict[str, Any]:
    """34 of 57 have one body, 12 a budget, 20 an indicator with a target, 41 an objective."""
    lead = "Ministry of Labour" if number < 34 else ("MoJ / MoI", "All ministries", "")[number % 3]
    return {
        "id": f"a{number}",
        "title": f"Activity {number}",
        "lead": lead,
        "budget": EUR if number < 12 else None,
        "objective": "fees" if number < 41 else "gone" if number < 44 else None,
    }


@pytest.fixture(scope="module")
def plan() -> Plan:
    measured = [
        {"id": f"i{n}", "activity": f"a{n}", "statement": f"Share {n}", "targets": [TARGET]}
        for n in range(20)
    ]
    unmeasurable = {"id": "i20", "activity": "a20", "measure": "qualitative", "targets": [TARGET]}
    return Plan.model_validate(
        {
            "title": "Plan of Oresia",
            "invented": True,
            "coordination": "To be completed",
            "objectives": [{"id": "fees", "statement": "No fees"}],
            "activities": [activity(n) for n in range(57)],
            "indicators": [*measured, unmeasurable],
            "bodies": [
                {"id": "b", "title": "Secretariat", "tasks": ["monitoring"], "meets": "yearly"}
            ],
            "funding": [
                {"id": "s", "payer": "government", "amount": EUR, "standing": "adopted"},
                {"id": "d", "payer": "donor", "amount": {"amount": 5, "currency": "USD"}},
                {"id": "e", "payer": "donor", "amount": {"amount": 2, "currency": "USD"}},
            ],
        }
    )


@pytest.fixture(scope="module")
def lines(plan: Plan) -> dict[str, Line]:
    return {line.ref: line for line in audit(plan, TOOLKIT).lines}


def counts(line: Line) -> list[tuple[int | None, int | None]]:
    return [(each.count, each.of) for each in line.answers if each.standing == "counted"]


def test_all_questions_and_indicators_have_a_line(lines: dict[str, Line]) -> None:
    asked = [*TOOLKIT.questions("plans"), *TOOLKIT.indicators("plans")]
    assert list(lines) == [each.ref for each in asked]
    assert len(TOOLKIT.questions("plans")) == 7
    assert len(TOOLKIT.indicators("plans")) == 16


def test_what_the_structure_tells_is_counted(lines: dict[str, Line]) -> None:
    assert counts(lines["9 E1.4"]) == [(34, 57)]
    assert counts(lines["9 E2.1"]) == [(12, 57)]
    assert counts(lines["9 E5.1"])[:2] == [(0, 1), (20, 57)]
    assert counts(lines["9 E4.2"])[0] == (41, 57)  # an objective that is not there is none
    assert lines["9 E1.4"].answers[0].text == "Activities with one accountable body: 34 of 57."
    assert lines["9 E1.4"].answers[0].places[0] == "activities[a34]"


def test_none_of_nothing_is_no_count(lines: dict[str, Line]) -> None:
    (answer,) = lines["9 E4.3"].answers
    assert (answer.standing, answer.count, answer.of) == ("open", 0, 0)


def test_sums_of_several_currencies_are_not_added_up(lines: dict[str, Line]) -> None:
    text = " ".join(answer.text for answer in lines["9 Q5"].answers)
    assert "Government: EUR 1,000" in text.replace("\xa0", " ")
    assert "Donor: USD 7" in text.replace("\xa0", " ")
    assert "Private sector: the plan does not say." in text


def test_a_text_that_says_nothing_counts_as_empty(lines: dict[str, Line]) -> None:
    assert lines["9 E3.2"].answers[0].standing == "open"


@pytest.mark.parametrize("ref", ["9 E2.3", "9 E3.1", "9 E4.1", "9 E5.1", "9 Q7"])
def test_what_only_people_can_judge_is_left_to_the_coordinator(
    lines: dict[str, Line], ref: str
) -> None:
    assert lines[ref].answers[-1].standing == "to-judge"
    assert lines[ref].answers[-1].text.startswith("For the coordinator to say:")


def test_each_gap_comes_with_next_steps(lines: dict[str, Line]) -> None:
    assert "activities.without-lead" in {each.rule for each in lines["9 E1.4"].findings}
    assert all(each.next_step for line in lines.values() for each in line.findings)


def test_a_place_that_the_plan_answers_is_not_told_what_others_miss(lines: dict[str, Line]) -> None:
    rules = {ref: {each.rule for each in lines[ref].findings} for ref in ("9 E1.2", "9 E1.3")}
    assert "actors.task-without-body" in rules["9 E1.2"]
    assert rules["9 E1.3"] == set()


def test_what_is_set_aside_is_no_next_step(plan: Plan) -> None:
    waiver = {
        "rule": "actors.no-way-to-funders",
        "element": "funders",
        "why": "There are none.",
        "until": "2030-01-01",
    }
    waived = Plan.model_validate({**plan.model_dump(), "waivers": [waiver]})
    (line,) = (line for line in audit(waived, TOOLKIT).lines if line.ref == "9 E3.3")
    assert line.findings == ()


def test_what_the_team_answered_is_shown() -> None:
    answer = {
        "question": "plans.structure",
        "stance": "addressed",
        "text": "By pattern, as before.",
    }
    made = audit(Plan.model_validate({"answers": [answer]}), TOOLKIT)
    (line,) = (line for line in made.lines if line.ref == "9 Q7")
    assert line.answers[-1].text == "Answer: By pattern, as before."


def test_names_of_what_falls_short_are_few() -> None:
    seven = Answer("counted", "Told: 0 of 7.", lacking=tuple("abcdefg"))
    assert answer_text(seven).endswith("Not yet: “a”, “b”, “c”, “d”, “e” and 2 more.")
    assert answer_text(Answer("counted", "Told: 5 of 5.")) == "Told: 5 of 5."


def test_a_check_of_a_text_says_what_it_cannot_show(plan: Plan) -> None:
    parts = {part.ref: part for part in audit(plan, TOOLKIT).parts}
    assert parts["9 E2"].limits == "Whether the money is released or well spent."


@pytest.mark.parametrize("name", ["audit.pdf", "audit.docx", "audit.json"])
def test_it_is_made_as_a_file_that_says_what_is_made_up(plan: Plan, name: str) -> None:
    made = exports_of("plan")[name].make(ExportRequest(plan, TOOLKIT))
    text = " ".join(text_of(name, made).split())
    assert "Activities with one accountable body: 34 of 57." in text
    assert "score" not in text.replace("Nothing here is a score", "")
    assert ('"invented": true' if name.endswith("json") else "invented example") in text
    assert made == exports_of("plan")[name].make(ExportRequest(plan, TOOLKIT))


def test_every_place_of_section_nine_has_a_field_and_a_rule_or_an_audit_line() -> None:
    found = list(places(TOOLKIT, OF_PLANS))
    assert {"9 L4.5", "9 Q1.1", "9 Q3.2", "9 E3", "9 E5.2", "fn 53", "fn 55"} <= {
        place.ref for place in found
    }
    assert [place.ref for place in found if not place.fields] == []
    assert [place.ref for place in found if not (place.rules or place.in_audit)] == []
    asked = [place for place in found if place.ref[2] in "QE"]
    assert [place.ref for place in asked if not place.in_audit] == []


def test_a_next_step_is_printed_once_and_pointed_to_where_it_bears_on_more(plan: Plan) -> None:
    under: dict[str, list[str]] = {}
    for line in audit(plan, TOOLKIT).lines:
        for finding in line.findings:
            under.setdefault(finding.message, []).append(line.ref)
    step = "No body is in charge of oversight, coordination and reporting."
    assert under[step] == ["9 Q3", "9 E1.1", "9 E1.2"]
    text = text_of("audit.pdf", exports_of("plan")["audit.pdf"].make(ExportRequest(plan, TOOLKIT)))
    words = " ".join(text.split())
    assert words.count(step) == 1
    assert words.count("Next: see also the steps under 9 Q3.") >= 2
