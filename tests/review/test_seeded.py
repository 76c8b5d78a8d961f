"""Good designs, broken in known ways: the review says so, there, and little else."""

import pytest

from tests.review.seeded import all_faults, examples, trials
from trueline.review import all_rules, groups_of, review
from trueline.toolkit import load_toolkit


@pytest.mark.slow
def test_every_fault_is_found_where_it_is_and_draws_no_crowd() -> None:
    found = list(trials())
    assert [trial for trial in found if not trial.passed] == []
    assert {trial.fault.breaks for trial in found} == {fault.breaks for fault in all_faults()}


def test_faults_break_something_in_every_group() -> None:
    faults = all_faults()
    assert len(faults) >= 60
    assert len({fault.breaks for fault in faults}) == len(faults)
    assert {fault.rule for fault in faults} <= all_rules().keys()
    assert {fault.rule.split(".")[0] for fault in faults} == set(groups_of("design"))


def test_a_small_and_careful_design_draws_no_finding() -> None:
    assert review(examples()["small"], load_toolkit()) == ()
