"""The theory of change as a graph: what is found quickly is what a search of everything finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trueline.design import Design
from trueline.design.graph import Theory

NODES = [*(f"a{n}" for n in range(3)), *(f"r{n}" for n in range(5))]


@st.composite
def theories(draw) -> Theory:
    pairs = draw(st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=14))
    levels = draw(
        st.lists(st.sampled_from(["output", "outcome", "impact"]), min_size=5, max_size=5)
    )
    return Theory(
        Design.model_validate(
            {
                "activities": [{"id": name, "kind": "other"} for name in NODES[:3]],
                "results": [
                    {"id": name, "level": level}
                    for name, level in zip(NODES[3:], levels, strict=True)
                ],
                "links": [
                    {"id": f"l{n}", "cause": cause, "effect": effect}
                    for n, (cause, effect) in enumerate(pairs)
                ],
            }
        )
    )


@given(theories())
def test_circles_are_the_groups_that_lead_back_to_themselves(theory):
    reach = {node: theory.reached_from([node]) for node in theory.nodes}
    groups = {
        node: tuple(n for n in theory.nodes if n in reach[node] and node in reach[n])
        for node in theory.nodes
        if node in reach[node]
    }
    assert theory.circles() == tuple(dict.fromkeys(groups.values()))


@given(theories())
def test_a_sole_link_is_one_without_which_no_impact_is_reached(theory):
    impacts = frozenset(theory.impacts)
    is_reached = bool(impacts & theory.reached_from(theory.activities))
    wanted = tuple(
        link
        for link in theory.links
        if is_reached and not impacts & theory.reached_from(theory.activities, without=link)
    )
    assert theory.sole_links() == wanted
