"""A design as large as they get: the worked examples brought together in one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trueline.design import Design, design_from_json, load_design
from trueline.document import Element, Part, document_to_json
from trueline.document.fields import extra

EXAMPLES = Path(__file__).parent.parent / "examples"
LISTS = (
    "patterns",
    "factors",
    "behaviours",
    "activities",
    "results",
    "links",
    "indicators",
    "external_factors",
    "capacities",
    "sources",
    "partners",
    "answers",
    "displacement",
)


def large_design(*, activities: int = 40, indicators: int = 120) -> Design:
    """So many activities of all kinds, with their answers, results, links and indicators."""
    designs = [load_design(path).document for path in sorted(EXAMPLES.glob("[!r]*.yaml"))]
    while sum(len(each.activities) for each in designs) < activities:
        designs += designs
    parts = [designs[0], *(_renamed(each, f"n{n}") for n, each in enumerate(designs[1:], 1))]
    whole = parts[0].model_copy(update={name: _together(parts, name) for name in LISTS})
    return _as_saved(_cut(whole, activities, indicators))


def _renamed(part: Any, mark: str) -> Any:
    """The same part, with a mark before each id in it and each reference to one."""
    update: dict[str, Any] = {}
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if isinstance(value, Part):
            update[name] = _renamed(value, mark)
        elif isinstance(value, tuple) and value and isinstance(value[0], Element):
            update[name] = tuple(_renamed(each, mark) for each in value)
        elif value and (name == "id" or extra(info, "refers")):
            update[name] = _marked(value, mark)
    return part.model_copy(update=update)


def _marked(value: Any, mark: str) -> Any:
    return tuple(f"{mark}-{id}" for id in value) if isinstance(value, tuple) else f"{mark}-{value}"


def _together(designs: list[Design], name: str) -> tuple[Element, ...]:
    """A list of all designs; of elements with the same key, such as a question, the first."""
    found: dict[str, Element] = {}
    for design in designs:
        for element in getattr(design, name):
            found.setdefault(element.key_value, element)
    return tuple(found.values())


def _cut(design: Design, activities: int, indicators: int) -> Design:
    """So many activities and what hangs on them; so many indicators, some of them twice."""
    kept = design.activities[:activities]
    ends = {each.id for each in (*kept, *design.results)}
    known = list(design.indicators)
    twice = [
        each.model_copy(update={"id": f"again-{n}"})
        for n, each in enumerate(known[: max(0, indicators - len(known))])
    ]
    return design.model_copy(
        update={
            "title": "All examples in one",
            "activities": kept,
            "links": tuple(link for link in design.links if link.cause in ends),
            "answers": tuple(a for a in design.answers if not a.activity or a.activity in ends),
            "indicators": tuple([*known, *twice][:indicators]),
        }
    )


def _as_saved(design: Design) -> Design:
    """Checked as any design that is read."""
    return design_from_json(document_to_json(design))
