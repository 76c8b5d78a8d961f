"""The diagram: nothing on top of anything, weak links told from strong, every text there."""

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from reports.designs import ARABIC, hostile, many_nodes

from trueline.design import Design
from trueline.reports.design.diagram import Live, around, described, diagram_svg, is_large, placed
from trueline.reports.design.diagram.described import numbered
from trueline.reports.design.diagram.marks import HEIGHT, marks_of
from trueline.reports.design.diagram.parts import MOST_BOXES
from trueline.reports.design.diagram.placing import WIDTH
from trueline.reports.design.diagram.routing import routes_of
from trueline.reports.layout.svg_text import width_of, wrapped

SEEDS = (3, 4, 5)


@pytest.mark.parametrize("seed", SEEDS)
def test_boxes_stand_apart_and_no_link_runs_through_one(seed):
    design = many_nodes(seed=seed)
    place = placed(design)
    boxes = list(place.boxes.values())
    for one, other in combinations(boxes, 2):
        beside = abs(one.x - other.x) >= WIDTH
        assert beside or one.y + one.height < other.y or other.y + other.height < one.y
    for route in routes_of(design, place):
        for bend in route.bends[1:]:
            passes_at, y = bend.points[0]
            for box in boxes:
                if box.x <= passes_at - 1 <= box.x + WIDTH:
                    assert not box.y < y < box.y + box.height, (route.link.id, box.id)


@pytest.mark.parametrize("seed", SEEDS)
def test_numbers_do_not_stand_on_one_another(seed):
    design = many_nodes(seed=seed)
    marks = marks_of(routes_of(design, placed(design)), numbered(design))
    assert len(marks) == len(numbered(design))
    covered = [
        (one.label, other.label)
        for one, other in combinations(marks.values(), 2)
        if abs(one.x - other.x) < (one.width + other.width) / 2 and abs(one.y - other.y) < HEIGHT
    ]
    assert covered == []


def test_levels_stand_from_left_to_right():
    place = placed(many_nodes())
    assert [band.title for band in place.bands] == ["Activities", "Outputs", "Outcomes", "Impact"]
    lefts = {
        band: {box.x for box in place.boxes.values() if box.band == band}
        for band in ("activity", "output", "outcome", "impact")
    }
    assert max(lefts["activity"]) < min(lefts["output"]) < min(lefts["outcome"])
    assert max(lefts["outcome"]) < min(lefts["impact"])


def small(**assumption) -> Design:
    return Design.model_validate(
        {
            "activities": [{"id": "a", "kind": "other", "title": "Check offers"}],
            "results": [{"id": "r", "statement": "Offers are checked", "level": "output"}],
            "links": [
                {
                    "id": "l",
                    "cause": "a",
                    "effect": "r",
                    "assumptions": [{"id": "x", "statement": "People ask", **assumption}],
                }
            ],
        }
    )


@pytest.mark.parametrize(
    ("assumption", "weak"),
    [({}, True), ({"strength": "strong"}, True), ({"verified": True}, False)],
)
def test_a_weak_link_is_broken_without_any_colour(assumption, weak):
    path = next(
        element
        for element in ElementTree.fromstring(diagram_svg(small(**assumption), legend=False)).iter()
        if element.get("marker-end")
    )
    assert (path.get("stroke-dasharray") is not None) is weak


def test_every_text_is_in_the_picture_in_full_for_those_who_hear_it():
    design = hostile()
    svg = ElementTree.fromstring(diagram_svg(design))
    titles = {element.text for element in svg.iter() if element.tag.endswith("title")}
    assert {activity.name for activity in design.activities} <= titles
    said = next(element.text for element in svg.iter() if element.tag.endswith("desc"))
    assert said == " ".join(described(design))


@pytest.mark.parametrize(("title", "is_told"), [("Check offers", False), ("offers " * 60, True)])
def test_a_page_with_the_words_beside_it_repeats_only_what_the_boxes_cut(title, is_told):
    design = Design.model_validate({"activities": [{"id": "a", "kind": "other", "title": title}]})
    svg = ElementTree.fromstring(diagram_svg(design, in_words=False))
    titles = [element.text for element in svg.iter() if element.tag.endswith("title")]
    assert (title.strip() in titles) is is_told


@pytest.mark.parametrize("seed", SEEDS)
def test_a_link_is_drawn_from_port_to_port(seed):
    """Steps in a path are taken from rounded places: at its end no more than a tenth is off."""
    design = many_nodes(seed=seed)
    for route in routes_of(design, placed(design)):
        x = y = 0.0
        for sign, steps in re.findall(r"([Mlc])([^Mlc]*)", route.path):
            numbers = [float(number) for number in steps.split()]
            assert len(numbers) == (6 if sign == "c" else 2)
            x, y = x + numbers[-2], y + numbers[-1]
        assert (x, y) == pytest.approx(route.bends[-1].points[3], abs=0.1)


def test_text_fits_its_box_however_long_its_words():
    for text in ("Unbroken" * 60, ARABIC * 9, "w" * 300, "short"):
        lines = wrapped(text, 150, 11.5, 6)
        assert len(lines) <= 6
        assert all(width_of(line, 11.5) <= 150 for line in lines)


def test_right_to_left_texts_stand_at_the_right_edge():
    design = Design.model_validate({"activities": [{"id": "a", "kind": "other", "title": ARABIC}]})
    box = placed(design).boxes["a"]
    text = next(
        element
        for element in ElementTree.fromstring(diagram_svg(design)).iter()
        if ARABIC in (element.text or "") and element.tag.endswith("text")
    )
    assert text.get("text-anchor") == "end"
    assert box.x + WIDTH / 2 < float(text.get("x")) < box.x + WIDTH


def test_an_empty_design_says_so():
    assert "Nothing is planned yet." in diagram_svg(Design())


def test_a_live_picture_leads_to_each_part_and_a_printed_one_nowhere():
    live = Live(href=lambda address: f"/go?at={address}&x", notes={"links[l]": 2})
    links = [
        element
        for element in ElementTree.fromstring(diagram_svg(small(), live=live)).iter()
        if element.tag.endswith("}a")
    ]
    assert {link.get("data-at") for link in links} == {"links[l]", "activities[a]", "results[r]"}
    assert all(link.get("href").startswith("/go?at=") for link in links)
    assert "<a " not in diagram_svg(small())


def chain(count: int) -> Design:
    """So many outcomes, each leading to the next, and two that lead back to the first."""
    links = [(n, n + 1) for n in range(count - 1)] + [(count - 1, 0), (count - 2, 0)]
    return Design.model_validate(
        {
            "results": [
                {"id": f"r{n}", "statement": f"Result {n}", "level": "outcome"}
                for n in range(count)
            ],
            "links": [
                {"id": f"l{n}", "cause": f"r{cause}", "effect": f"r{effect}"}
                for n, (cause, effect) in enumerate(links)
            ],
        }
    )


def test_a_theory_too_large_for_one_picture_is_counted_by_level():
    small, large = chain(MOST_BOXES), chain(MOST_BOXES + 1)
    assert not is_large(small)
    assert len(placed(small).boxes) == MOST_BOXES
    texts = [text for text in ElementTree.fromstring(diagram_svg(large)).itertext() if text.strip()]
    assert "Outcomes" in texts
    assert str(MOST_BOXES + 1) in texts
    assert f"{MOST_BOXES + 2} within the level" in texts


def test_around_a_box_stand_the_nearest_with_every_link_between_them():
    part = around(chain(200), "r0", most=4)
    assert [result.id for result in part.design.results] == ["r0", "r1", "r2", "r198", "r199"]
    joined = {(link.cause, link.effect) for link in part.design.theory.links}
    assert joined == {("r0", "r1"), ("r1", "r2"), ("r199", "r0"), ("r198", "r0"), ("r198", "r199")}
    assert part.beyond == {"r0": 0, "r1": 0, "r2": 1, "r198": 1, "r199": 0}
