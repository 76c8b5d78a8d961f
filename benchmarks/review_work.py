"""Loading and reviewing designs: one, from cold, and ten thousand."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.timing import Timed, cold, timed
from trueline.cli.reviewing import Work
from trueline.design import Design, design_from_json, load_design, parse_design
from trueline.document import document_to_json, document_to_yaml
from trueline.reports.review import Reviewed
from trueline.review import review
from trueline.toolkit import load_toolkit

EXAMPLES = Path(__file__).parent.parent / "examples"
SIZE = 60_000
MANY = 10_000
SAMPLE = 1_000


def run() -> Iterator[Timed]:
    design = _design_of(SIZE)
    toolkit = load_toolkit()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "design.yaml"
        file.write_text(document_to_yaml(design), encoding="utf-8")
        stored = document_to_json(design)
        yield timed(
            "load and validate a 60 KB design, as stored", 0.005, lambda: design_from_json(stored)
        )
        yield timed(
            "the same from YAML, with every line (no bound given)", 0.020, lambda: load_design(file)
        )
        yield timed("full review of it, all rules", 0.015, lambda: review(design, toolkit))
        yield cold("trueline review file.yaml, cold process", 0.6, "review", str(file))
    yield _many(design)


def _design_of(size: int) -> Design:
    """The example nearest to `size`, brought to it by repeating or dropping indicators."""
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*.yaml")]
    design = parse_design(min(texts, key=lambda text: abs(len(text) - size))).document
    indicators = list(design.indicators)
    number = 0
    while len(document_to_yaml(design)) < size and indicators:
        copy = indicators[number % len(indicators)].model_copy(update={"id": f"more-{number}"})
        design = design.model_copy(update={"indicators": (*design.indicators, copy)})
        number += 1
    while len(document_to_yaml(design)) > size * 1.05 and design.indicators:
        design = design.model_copy(update={"indicators": design.indicators[:-1]})
    return design


def _many(design: Design) -> Timed:
    """Really run on a sample, in as many processes as the command takes, and scaled up."""
    with tempfile.TemporaryDirectory() as folder:
        text = document_to_yaml(design)
        files = [Path(folder) / f"{number}.yaml" for number in range(SAMPLE)]
        for number, file in enumerate(files):
            file.write_text(text.replace(design.title, f"Design {number}", 1), encoding="utf-8")
        start = time.perf_counter()
        reviewed = sum(
            1 for outcome in Work(_counted, date.today()).outcomes(files) if outcome.summary
        )
        took = time.perf_counter() - start
    if reviewed != SAMPLE:
        raise RuntimeError(f"only {reviewed} of {SAMPLE} designs were reviewed")
    label = f"review of {MANY:,} designs of 60 KB, scaled from {SAMPLE:,}"
    return Timed(label, took * MANY / SAMPLE, 120, 1)


def _counted(review: Reviewed) -> str:
    return str(len(review.findings))
