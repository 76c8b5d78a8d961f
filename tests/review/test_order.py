"""In which order findings are read, and which of them decide a design."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from trueline.design import Design
from trueline.document import Waiver
from trueline.language.term_types import Remedy, Severity, Sort
from trueline.review import Finding, decisive, review
from trueline.review.finding import REMEDIES, SEVERITIES, SORTS
from trueline.review.order import MOST, by_sort, in_order
from trueline.toolkit import load_toolkit

ONE = review(Design.model_validate({"activities": [{"id": "a", "kind": "other"}]}), load_toolkit())[
    0
]


def finding(rule: str, sort: Sort, severity: Severity, remedy: Remedy = "modify") -> Finding:
    return replace(ONE, rule=rule, sort=sort, severity=severity, remedy=remedy)


def rules(*findings: Finding) -> list[str]:
    return [each.rule for each in decisive(findings)]


def test_harm_to_people_comes_before_all_else() -> None:
    error = finding("support.shelter-cannot-be-left", "said-badly", "error")
    harm = finding("safety.personal-data", "said-badly", "warning")
    assert rules(error, harm) == ["safety.personal-data", "support.shelter-cannot-be-left"]


def test_what_is_said_decides_before_what_is_empty_and_slips_come_last() -> None:
    slip = finding("dates.ends-before-it-starts", "cannot-be", "error")
    empty = finding("logic.activity-leads-nowhere", "not-said", "error")
    doubt = finding("mapping.supply-side-only", "said-badly", "warning", "reconsider")
    wrong = finding("support.help-requires-cooperation", "said-badly", "error")
    assert rules(slip, empty, doubt, wrong) == [wrong.rule, doubt.rule, empty.rule]
    assert rules(slip) == [slip.rule]


def test_one_of_each_rule_and_none_that_is_open_or_set_aside() -> None:
    empty = finding("logic.activity-leads-nowhere", "not-said", "error")
    aside = replace(empty, rule="logic.no-impact", waiver=Waiver(rule="r", why="w"))
    open_ = finding("support.standards-not-named", "not-said", "note")
    assert rules(empty, replace(empty, path="results"), aside, open_) == [empty.rule]


def test_all_of_them_what_decides_first_and_what_is_set_aside_last() -> None:
    aside = replace(
        finding("support.help-requires-cooperation", "said-badly", "error"),
        waiver=Waiver(rule="r", why="w"),
    )
    open_ = finding("support.standards-not-named", "not-said", "note")
    first = finding("logic.activity-leads-nowhere", "not-said", "error")
    second = finding("dates.ends-before-it-starts", "cannot-be", "error")
    again = replace(second, path="activities[a].end")
    assert in_order([aside, open_, again, second, first]) == (first, again, second, open_, aside)


@given(
    st.lists(
        st.builds(
            finding,
            st.sampled_from(["safety.a", "dates.b", "support.c", "logic.d", "mapping.e"]),
            st.sampled_from(SORTS),
            st.sampled_from(SEVERITIES),
            st.sampled_from(REMEDIES),
        )
    )
)
def test_few_decide_and_sorts_keep_their_order(findings: list[Finding]) -> None:
    chosen = decisive(findings)
    assert len(chosen) <= MOST
    assert len({each.rule for each in chosen}) == len(chosen)
    sorts = [SORTS.index(each.sort) for each in sorted(findings, key=by_sort)]
    assert sorts == sorted(sorts)
