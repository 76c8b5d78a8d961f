"""Good documents, broken in known ways: the review says so, there, and little else."""

import pytest

from tests.review.faults.of_every_kind import PLACES
from tests.review.seeded import all_faults, examples, trials
from tests.sampling import IN, is_taken
from trueline.kinds import KINDS
from trueline.review import all_rules, groups_of, review
from trueline.toolkit import load_toolkit


@pytest.mark.slow
def test_every_fault_is_found_where_it_is_and_draws_no_crowd() -> None:
    found = list(trials(keep=lambda fault, example: is_taken(f"{example}: {fault.breaks}")))
    assert [trial for trial in found if not trial.passed] == []
    tried = {trial.fault.breaks for trial in found}
    assert len(tried) > len(all_faults()) / 2
    assert IN > 1 or tried == {fault.breaks for fault in all_faults()}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_faults_break_something_in_every_group(kind: str) -> None:
    faults = [fault for fault in all_faults() if fault.kind == kind]
    assert len({fault.breaks for fault in faults}) == len(faults)
    assert {fault.rule for fault in faults} <= all_rules().keys()
    without = {*groups_of(kind)} - {fault.rule.split(".")[0] for fault in faults}
    if kind in PLACES and PLACES[kind].reference is None:
        without -= {"logic"}  # where nothing refers to anything, no reference is lost
    assert not without, f"plant one for these, in tests/review/faults: {without}"


def test_faults_are_many() -> None:
    assert len(all_faults()) >= 180


@pytest.mark.parametrize("kind", ["plan", "legal"])
def test_every_rule_of_plans_and_of_law_alone_has_a_fault(kind: str) -> None:
    groups = {*groups_of(kind)} - {*groups_of("design")}
    own = {rule for rule, each in all_rules().items() if each.group in groups}
    assert own
    assert own - {fault.rule for fault in all_faults()} == set()


@pytest.mark.parametrize(
    ("kind", "name"), [("design", "small"), ("plan", "small_plan"), ("legal", "oresia-law")]
)
def test_a_careful_document_draws_no_finding(kind: str, name: str) -> None:
    assert review(examples(kind)[name], load_toolkit()) == ()
