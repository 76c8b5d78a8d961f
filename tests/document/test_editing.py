"""Addresses, edits, references and comparison."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.design.strategies import designs
from trueline.design import Design, parse_design
from trueline.document import (
    add_element,
    add_elements,
    compare,
    dangling_references,
    elements_of,
    format_address,
    line_of,
    move_element,
    parse_address,
    parts_of,
    put_back,
    references_to,
    remove_element,
    resolve,
    set_field,
    set_kind,
    unlink,
)

any_design = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

TEXT = """\
title: Safe work
behaviours:
  - id: b1
    desired: Inspectors ask
    barriers:
      - id: trust
        statement: Workers don't trust them
activities:
  - id: course
    kind: justice
    title: Inspector course
    barriers: [trust]
  - id: course2
    kind: other
links:
  - {id: l1, cause: course, effect: asked}
results:
  - id: asked
displacement:
  - kind: place
    likelihood: likely
answers:
  - question: justice.mentoring
    activity: course
    stance: not-known
waivers:
  - rule: a.b
    element: activities[course].mentoring
evaluation:
  studies:
    - id: base
"""


@pytest.fixture(scope="module")
def design() -> Design:
    return parse_design(TEXT).document


@any_design
@given(designs())
@pytest.mark.slow
def test_every_part_and_field_has_an_address_of_its_own(design: Design) -> None:
    seen = set()
    for address, part in parts_of(design):
        assert resolve(design, address) is part
        assert format_address(parse_address(address)) == address
        for name in type(part).model_fields:
            field = f"{address}.{name}" if address else name
            assert resolve(design, field) is getattr(part, name)
            seen.add(field)
    assert len(seen) == sum(len(type(part).model_fields) for _, part in parts_of(design))


@given(st.text("ab[]\\.", max_size=9), st.text("ab[]\\.", max_size=9))
def test_any_key_can_stand_in_an_address(one: str, two: str) -> None:
    steps = (("waivers", one), ("sources", two), "why")
    assert parse_address(format_address(steps)) == steps


@pytest.mark.parametrize(
    "address",
    [".", "a.", ".a", "a..b", "a[b", "a]b", "a[b]c", "[b]", "A", "a b", "a[b][c]", "a[b\\", "a-b"],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="is not an address"):
        parse_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "nothing",
        "activities[x]",
        "title[x]",
        "activities[course].x",
        "title.x",
        "countries[NP]",
        "evaluation[x]",
        "theory",
        "evaluation.studies[x]",
    ],
)
def test_an_address_of_nothing_is_a_key_error(design: Design, address: str) -> None:
    with pytest.raises(KeyError):
        resolve(design, address)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", (1, 1)),
        ("title", (1, 8)),
        ("behaviours", (2, 1)),
        ("activities[course].title", (11, 12)),
        ("activities[course].mentoring", (9, 5)),
        ("behaviours[b1].barriers[trust]", (6, 9)),
        ("evaluation.studies[base].budget", (31, 7)),
        ("displacement[place].mitigation", (20, 5)),
        ("answers[justice.mentoring@course].stance", (25, 13)),
        ("activities[gone].title", (8, 1)),
        ("waivers[a.b@activities[course].mentoring].why", (27, 5)),
        ("countries", (1, 1)),
    ],
)
def test_the_line_of_an_address_or_of_what_stands_around_it(
    address: str, place: tuple[int, int]
) -> None:
    assert line_of(parse_design(TEXT), address) == place


def test_a_field_is_set_and_the_design_stays_as_it_was(design: Design) -> None:
    changed = set_field(design, "activities[course].mentoring", "Monthly")
    assert resolve(changed, "activities[course].mentoring") == "Monthly"
    assert resolve(design, "activities[course].mentoring") == ""
    assert changed.behaviours is design.behaviours or changed.behaviours == design.behaviours
    assert set_field(changed, "activities[course].mentoring", "") == design


def test_an_edit_that_does_not_fit_is_refused(design: Design) -> None:
    with pytest.raises(ValidationError):
        set_field(design, "start", "soon")
    with pytest.raises(ValidationError):
        set_field(design, "activities[course].id", "asked")
    for address in ("", "activities[course]", "activities[course].x"):
        with pytest.raises(KeyError):
            set_field(design, address, "")
    for address in ("title", "evaluation", "", "activities[course]", "countries"):
        with pytest.raises(KeyError):
            add_element(design, address, {})
    for address in ("", "title", "activities"):
        with pytest.raises(KeyError):
            remove_element(design, address)


@pytest.mark.parametrize(
    ("where", "values", "address"),
    [
        (
            "activities",
            {"kind": "legal", "title": "Réforme du code"},
            "activities[reforme-du-code]",
        ),
        ("activities", {"kind": "legal"}, "activities[legal]"),
        ("activities", {"kind": "legal", "title": "Course"}, "activities[course-2]"),
        ("activities", {"kind": "legal", "title": "नेपाल"}, "activities[legal]"),
        (
            "activities",
            {"kind": "legal", "title": "A course for inspectors of labour"},
            "activities[a-course-for-inspectors]",
        ),
        ("results", {}, "results[result-1]"),
        ("external_factors", {}, "external_factors[external-factor-1]"),
        ("behaviours[b1].barriers", {"statement": "Trust"}, "behaviours[b1].barriers[trust-2]"),
        ("displacement", {"kind": "time"}, "displacement[time]"),
        ("answers", {"question": "a.b", "activity": "course"}, "answers[a.b@course]"),
        ("evaluation.studies", {"id": "mid"}, "evaluation.studies[mid]"),
    ],
)
def test_an_added_element_gets_a_name_that_is_free(
    design: Design, where: str, values: dict[str, str], address: str
) -> None:
    changed, made = add_element(design, where, values)
    assert made == address
    assert len(resolve(changed, where)) == len(resolve(design, where)) + 1
    assert resolve(changed, where)[-1] is resolve(changed, made)
    first, _ = add_element(design, where, values, at=0)
    assert resolve(first, where)[0] == resolve(changed, made)


def test_removal_names_what_points_to_nothing_now(design: Design) -> None:
    changed, dangling = remove_element(design, "activities[course]")
    assert [a.id for a in changed.activities] == ["course2"]
    assert set(dangling) == {"links[l1].cause", "answers[justice.mentoring@course].activity"}
    assert remove_element(design, "behaviours[b1]")[1] == ("activities[course].barriers",)
    assert remove_element(design, "evaluation.studies[base]")[1] == ()
    assert remove_element(changed, "behaviours[b1]")[1] == ()
    assert list(dangling_references(changed)) == [
        ("links[l1].cause", "course", ("activities", "results")),
        ("answers[justice.mentoring@course].activity", "course", ("activities",)),
    ]


@pytest.mark.parametrize("kind", ["support", "other"])
def test_another_kind_keeps_what_both_know(kind: str) -> None:
    design = set_field(
        parse_design(TEXT).document, "activities[course].mentoring", "Monthly visits"
    )
    turned = resolve(set_kind(design, "activities[course]", kind), "activities[course]")
    assert (turned.kind, turned.title, turned.barriers) == (kind, "Inspector course", ("trust",))
    assert "mentoring" not in turned.model_fields_set


@pytest.mark.parametrize(
    ("address", "kind"), [("results[asked]", "support"), ("activities[course]", "nonsense")]
)
def test_only_an_activity_has_a_kind_of_the_list(address: str, kind: str) -> None:
    with pytest.raises(KeyError):
        set_kind(parse_design(TEXT).document, address, kind)


def test_references_to_an_element(design: Design) -> None:
    assert references_to(design, "trust") == ("activities[course].barriers",)
    assert references_to(design, "course", within="activities") == (
        "links[l1].cause",
        "answers[justice.mentoring@course].activity",
    )
    assert references_to(design, "course", within="factors") == ()


def test_moving_there_and_back(design: Design) -> None:
    moved = move_element(design, "activities[course2]", 0)
    assert [a.id for a in moved.activities] == ["course2", "course"]
    assert move_element(moved, "activities[course2]", 1) == design


@any_design
@given(designs(), designs())
@pytest.mark.slow
def test_a_comparison_is_empty_only_between_equals(older: Design, newer: Design) -> None:
    assert compare(older, older) == ()
    changes = compare(older, newer)
    assert (changes == ()) == (older == newer)
    for change in changes:
        if change.kind in ("added", "moved"):
            resolve(newer, change.address)
        if change.kind == "removed":
            resolve(older, change.address)


def test_one_element_moved_is_one_change() -> None:
    data = [{"id": each} for each in "abcdef"]
    older = Design.model_validate({"results": data})
    newer = move_element(older, "results[a]", 4)
    assert [change.address for change in compare(older, newer)] == ["results[a]"]


def test_a_copy_with_changed_fields_forgets_what_was_worked_out_of_the_original():
    design = parse_design("results: [{id: r, statement: Fewer are deceived}]").document
    assert design.theory.nodes == ("r",)
    assert design.model_copy(update={"results": ()}).theory.nodes == ()


def test_an_element_of_a_long_list_is_found_by_its_key_and_by_no_other():
    many = Design.model_validate({"results": [{"id": f"r{n}"} for n in range(60)]})
    assert resolve(many, "results[r59]") is many.results[59]
    with pytest.raises(KeyError):
        resolve(many, "results[r60]")
    moved = many.model_copy(update={"results": many.results[::-1]})
    assert resolve(moved, "results[r59]") is moved.results[0]


@any_design
@given(designs(), st.data())
def test_what_is_put_back_is_as_it_was_and_all_else_stays(design, data):
    places = [address for address, _element in elements_of(design)]
    if not places:
        return
    address = data.draw(st.sampled_from(places))
    removed = set_field(remove_element(design, address)[0], "summary", "Written since")
    assert put_back(removed, address, design) == set_field(design, "summary", "Written since")


def test_an_element_comes_back_behind_what_stood_before_it():
    text = "activities: [{id: a, kind: other}, {id: b, kind: other}, {id: c, kind: other}]"
    whole = parse_design(text).document
    without = remove_element(remove_element(whole, "activities[b]")[0], "activities[c]")[0]
    assert [one.id for one in put_back(without, "activities[c]", whole).activities] == ["a", "c"]
    with pytest.raises(KeyError):
        put_back(without, "activities[d]", whole)


def test_several_elements_are_added_as_if_one_by_one():
    rows = [
        {"kind": "other", "title": "Talks"},
        {"kind": "other", "title": "Talks"},
        {"kind": "justice"},
    ]
    design = Design(title="T", activities=({"kind": "other", "id": "talks", "title": "Talks"},))
    one_by_one = design
    for row in rows:
        one_by_one, _address = add_element(one_by_one, "activities", row)
    assert add_elements(design, "activities", rows) == one_by_one
    assert [a.id for a in one_by_one.activities] == ["talks", "talks-2", "talks-3", "justice"]


def test_an_element_is_taken_out_of_what_names_it_and_links_to_it_go():
    design = Design(
        title="T",
        activities=({"kind": "other", "id": "same"},),
        results=({"id": "r1"}, {"id": "r2"}),
        links=(
            {"id": "l1", "cause": "same", "effect": "r1"},
            {"id": "l2", "cause": "r1", "effect": "r1"},
            {"id": "l3", "cause": "same", "effect": "r2"},
        ),
        indicators=({"id": "i1", "result": "r1", "stands_in_for": "r2"},),
    )
    without = unlink(design, "r1", "results")
    assert [link.id for link in without.links] == ["l3"]
    assert (without.indicators[0].result, without.indicators[0].stands_in_for) == (None, "r2")
    assert without.results == design.results
