"""Making documents of a design: every text is another in each run, since the typesetter remembers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from benchmarks.timing import Timed, timed
from trueline.design import Design, load_design
from trueline.document import document_to_yaml
from trueline.reports import ExportRequest, exports_of
from trueline.review import review
from trueline.toolkit import load_toolkit

EXPORTS = exports_of("design")

EXAMPLE = Path(__file__).parent.parent / "examples" / "cross-cutting-thailand-hotline.yaml"
BOUNDS = {"dossier.pdf": 0.5, "dossier.docx": 0.5, "logframe.xlsx": 0.5}
OTHERS = ("logframe.docx", "theory-of-change.svg", "theory-of-change.png")
CHANGED = (
    "behaviours",
    "patterns",
    "factors",
    "activities",
    "results",
    "indicators",
    "answers",
    "sources",
    "displacement",
    "capacities",
)
TEXTS = (
    "title",
    "statement",
    "text",
    "description",
    "definition",
    "recruitment",
    "who",
    "desired",
    "reasoning",
    "need",
    "note",
    "target_group",
    "mitigation",
)


def run() -> Iterator[Timed]:
    design, toolkit = load_design(EXAMPLE).document, load_toolkit()
    findings = review(design, toolkit)
    size = len(document_to_yaml(design)) // 1000
    turn = count()
    for name in (*BOUNDS, *OTHERS):
        label = f"{name} of a {size} KB design" + ("" if name in BOUNDS else " (no bound given)")
        orders = iter(
            [ExportRequest(_reworded(design, next(turn)), toolkit, findings) for _ in range(8)]
        )
        yield timed(
            label, BOUNDS.get(name, 1), lambda name=name, orders=orders: _make(name, orders), runs=7
        )


def _make(name: str, orders: Iterator[ExportRequest]) -> bytes:
    return EXPORTS[name].make(next(orders))


def _reworded(design: Design, turn: int) -> Design:
    """The design with a number at the end of its texts."""
    data = design.model_dump(mode="json")
    for name in CHANGED:
        for element in data[name]:
            for text in TEXTS:
                if element.get(text):
                    element[text] = f"{element[text]} {turn}"
    return Design.model_validate({**data, "title": f"{design.title} {turn}"})
