"""Every lesson and question of the toolkit has a rule that its neglect calls for."""

from pathlib import Path

import pytest

from trueline.review import all_rules, groups_of, rules
from trueline.review.rules import shared
from trueline.toolkit import Lesson, Node, load_toolkit

FIGURES = {
    "1 L1": "says how few victims are identified; section 7 says what follows",
    "1 L2": "says how few traffickers are convicted; section 6 says what follows",
    "1 L3": "says how few victims get help and remedy; section 8 says what follows",
}
"""Lessons that measure the problem and ask nothing of a design."""


def nodes() -> list[Node]:
    toolkit = load_toolkit()
    asked = [*toolkit.lessons(), *toolkit.questions()]
    return [node for node in toolkit if node.item in asked and node.ref not in FIGURES]


@pytest.mark.parametrize("node", nodes(), ids=lambda node: node.ref)
def test_some_rule_rests_on_it(node: Node) -> None:
    refs = {ref for rule in all_rules().values() for ref in rule.refs}
    rests = any(ref == node.ref or ref.startswith(f"{node.ref}.") for ref in refs)
    assert rests, f"name {node.ref} in the refs of the rule that its neglect calls for"


def test_the_exceptions_are_lessons() -> None:
    toolkit = load_toolkit()
    for ref in FIGURES:
        assert any(isinstance(node.item, Lesson) for node in toolkit.at(ref))


def test_every_group_of_rules_is_read() -> None:
    """Rules of a folder that no list of groups names would never speak."""
    for package in Path(rules.__path__[0]).glob("*/__init__.py"):
        kind = package.parent.name
        groups = shared.GROUPS if kind == "shared" else groups_of(kind)
        folders = {each.parent.name for each in package.parent.glob("*/__init__.py")}
        unread = folders - {*groups}
        assert not unread, f"name {unread} in GROUPS of review/rules/{kind}/__init__.py"


def test_there_are_enough_rules_and_each_group_has_some() -> None:
    groups = [rule.group for rule in all_rules().values()]
    assert len(groups) >= 90
    assert min(groups.count(group) for group in groups_of("design") if group != "safety") >= 6
