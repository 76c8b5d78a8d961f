"""Edits of a person's text: they do what edits of the design do, and leave the rest alone."""

import difflib
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.design.strategies import TRICKY, designs
from trueline.design import Design, parse_design
from trueline.document import (
    add_element,
    document_to_yaml,
    elements_of,
    move_element,
    remove_element,
    set_field,
)
from trueline.document.yaml_editing import (
    add_element_in,
    move_element_in,
    remove_element_in,
    set_field_in,
)
from trueline.files import FileProblems

TEXT = """\
# yaml-language-server: $schema=design.schema.json
title: 'Safe work'   # the working title

countries: [NP, "IN"]
activities:
- kind: justice   # training first
  id: course
  title: Inspector course
  description: >-   # agreed in March
    Two weeks for forty
    inspectors.

# The mentors come later
- {id: mentors, kind: justice, title: "Mentors"}
- id:   posters
  kind: awareness
  # nobody likes these
  title: Posters
results:
    - id: r1      # wide indent
      statement: Inspectors find cases
sources: []
# the end
"""


def changed_lines(before: str, after: str) -> list[str]:
    return [
        line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"
    ]


@pytest.mark.parametrize(
    ("address", "value", "lines"),
    [
        (
            "title",
            "Safer work",
            [
                "- title: 'Safe work'   # the working title",
                "+ title: Safer work  # the working title",
            ],
        ),
        ("activities[course].mentoring", "Every month.", ["+   mentoring: Every month."]),
        (
            "activities[course].description",
            "Short.",
            [
                "-   description: >-   # agreed in March",
                "+   description: Short.  # agreed in March",
                "-     Two weeks for forty",
                "-     inspectors.",
            ],
        ),
        ("activities[posters].title", "", ["-   title: Posters"]),
        (
            "activities[mentors].title",
            "Mentors, two",
            [
                '- - {id: mentors, kind: justice, title: "Mentors"}',
                '+ - {id: mentors, kind: justice, title: "Mentors, two"}',
            ],
        ),
        ("countries", ("NP",), ['- countries: [NP, "IN"]', "+ countries: [NP]"]),
        ("summary", "In short.", ["+ summary: In short."]),
        ("evaluation.learning", "Yearly.", ["+ evaluation:", "+   learning: Yearly."]),
        ("results[r1].level", "outcome", ["+       level: outcome"]),
    ],
)
def test_a_field_is_set_and_nothing_else_touched(
    address: str, value: Any, lines: list[str]
) -> None:
    made = set_field_in(TEXT, address, value)
    assert changed_lines(TEXT, made) == lines
    assert parse_design(made).document == set_field(parse_design(TEXT).document, address, value)


def test_an_element_is_added_in_the_way_of_the_list() -> None:
    made, address = add_element_in(TEXT, "results", {"statement": "Cases reach court"}, at=0)
    assert address == "results[cases-reach-court]"
    assert changed_lines(TEXT, made) == [
        "+     - id: cases-reach-court",
        "+       statement: Cases reach court",
    ]


def test_an_element_is_added_to_an_empty_list() -> None:
    made, _ = add_element_in(TEXT, "sources", {"id": "s", "title": "Survey"})
    assert changed_lines(TEXT, made) == [
        "- sources: []",
        "+ sources:",
        "+   - id: s",
        "+     title: Survey",
    ]


def test_an_element_is_removed_with_its_own_comments_only() -> None:
    made, dangling = remove_element_in(TEXT, "activities[posters]")
    assert dangling == ()
    assert changed_lines(TEXT, made) == [
        "- - id:   posters",
        "-   kind: awareness",
        "-   # nobody likes these",
        "-   title: Posters",
    ]


def test_an_element_moves_with_the_comment_above_it() -> None:
    made = move_element_in(TEXT, "activities[mentors]", 0)
    assert made.index("# The mentors") < made.index("id: mentors") < made.index("id: course")
    assert sorted(made.splitlines()) == sorted(TEXT.splitlines())


def test_a_text_on_one_line_is_written_anew_below_its_comments() -> None:
    made = set_field_in("# mine\n{title: A, lead: B}  # too\n", "summary", "C")
    assert made.startswith("# mine\n# too\n")
    assert parse_design(made).document == Design(title="A", lead="B", summary="C")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("? title\n: A\n# mine\nlead: B\n", "title"),
        ("sources:\n  - title: >-  # mine\n      A\n    id: s\n", "sources[s].title"),
        ("sources: [{id: s, title: A}]  # mine\n", "sources[s].note"),
        ("sources:  # mine\n- ? id\n  : s\n", "sources[s].title"),
    ],
)
def test_unusual_layouts_are_edited_too(text: str, address: str) -> None:
    made = set_field_in(text, address, "One.\nTwo.")
    assert parse_design(made).document == set_field(
        parse_design(text).document, address, "One.\nTwo."
    )
    assert "# mine" in made


def commented(text: str, data: st.DataObject) -> tuple[str, list[str]]:
    """The text with comments above some of its fields, and behind some values."""
    loaded = parse_design(text)
    starts = {line for path, (line, _) in loaded.source.places.items() if path}
    lines, comments = text.splitlines(), []
    single = {n for n in starts if n + 1 in starts or n == len(lines)}
    for number in sorted(starts, reverse=True):
        line = lines[number - 1]
        if line.lstrip("- ")[:1].isalpha() and data.draw(st.booleans()):
            comments.append(f"# above {number}.")
            indent = len(line) - len(line.lstrip())
            lines.insert(number - 1, " " * indent + comments[-1])
            if number in single and data.draw(st.booleans()):
                comments.append(f"# behind {number}.")
                lines[number] += "  " + comments[-1]
    return "\n".join(lines) + "\n", comments


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(designs(), st.data())
@pytest.mark.slow
def test_an_edit_of_the_text_is_the_edit_of_the_design(design: Design, data: st.DataObject) -> None:
    text, comments = commented(document_to_yaml(design), data)
    assert parse_design(text).document == design
    places = [("", design), *elements_of(design)]
    address, part = data.draw(st.sampled_from(places))
    dot = f"{address}." if address else ""
    edit = data.draw(st.sampled_from(["set", "empty", "add", "remove", "move"]))
    if edit in ("set", "empty"):
        fields = [n for n, f in type(part).model_fields.items() if f.default == ""]
        if not fields:
            return
        name = data.draw(st.sampled_from(fields))
        value = "" if edit == "empty" else data.draw(st.sampled_from(TRICKY))
        made = set_field_in(text, dot + name, value)
        try:
            wanted = set_field(design, dot + name, value)
        except ValueError:  # such as a second element of the same name
            with pytest.raises(FileProblems):
                parse_design(made)
            return
    elif edit == "add":
        at = data.draw(st.none() | st.integers(0, 2))
        made, _ = add_element_in(text, "activities", {"kind": "legal", "title": "New"}, at=at)
        wanted, _ = add_element(design, "activities", {"kind": "legal", "title": "New"}, at=at)
    elif not address:
        return
    elif edit == "remove":
        made, dangling = remove_element_in(text, address)
        wanted, expected = remove_element(design, address)
        assert dangling == expected
        assert parse_design(made).document == wanted
        return
    else:
        made = move_element_in(text, address, 0)
        wanted = move_element(design, address, 0)
    assert parse_design(made).document == wanted
    assert [comment for comment in comments if comment not in made] == []
