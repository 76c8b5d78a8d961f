"""`trueline rules` and `trueline explain`."""

import json

import pytest

from trueline.review import all_rules


def test_every_rule_is_listed_with_severity_and_remedy(run):
    out = run("rules")
    for rule in all_rules().values():
        assert rule.id in out
    assert f"{len(all_rules())} rules." in out


def test_one_group(run):
    out = run("rules", "plans")
    assert "plans.no-monitoring-body" in out
    assert "justice." not in out
    assert "The groups are: safety, foundations" in run("rules", "plan", code=2)


def test_rules_as_json(run):
    data = json.loads(run("rules", "--json"))
    assert [rule["id"] for rule in data] == list(all_rules())
    assert all(rule["why"] and rule["resolve"] and rule["refs"] for rule in data)


FIRST_OF_EACH_GROUP = {rule.group: rule for rule in reversed(all_rules().values())}


@pytest.mark.parametrize("rule", FIRST_OF_EACH_GROUP.values(), ids=lambda rule: rule.id)
def test_explain_says_all_that_the_docstring_says(run, rule):
    out = " ".join(run("explain", rule.id).split())
    for text in (rule.title, rule.why, rule.example, rule.resolve, *rule.refs):
        assert text in out


def test_explain_by_the_short_name(run):
    assert "justice.rotation-not-handled" in run("explain", "rotation-not-handled")


@pytest.mark.parametrize(
    "said", ["justice.rotation-not-handeld", "rotation_not_handled_", "rotation not handeld"]
)
def test_a_mistyped_rule_gets_the_nearest(run, said):
    assert "Did you mean `justice.rotation-not-handled`" in run("explain", said, code=2)


def test_nothing_near(run):
    assert "`trueline rules` lists them all." in run("explain", "qqqq", code=2)
