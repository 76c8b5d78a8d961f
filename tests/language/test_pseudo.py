"""In a language in which every string of ours is altered, no plain word is left but content's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.examples.texts import text_of
from tests.language.pseudo import WORD, greek_toolkit, in_greek, plain_words, toolkit_in_greek
from tests.review.cases import cases_of
from tests.review.seeded import examples
from trueline.document import Document
from trueline.language import override
from trueline.language.pseudo import PSEUDO
from trueline.reports import ExportRequest, exports_of
from trueline.reports.toolkit_edition.write import write_toolkit
from trueline.review import all_rules, review
from trueline.review.rule import RuleContext

SPOKEN = {
    "review.json": ("message", "why", "next_step", "title", "place", "inside"),
    "review.sarif": ("text", "markdown"),
}
"""Of data, what is written for people."""

DATA = {"design.yaml", "design.json"}
"""Exports that hold what was filled in and nothing else."""

PICTURES = {"theory-of-change.png"}
"""Exports that show what another one writes."""


def left_in_findings() -> Iterator[tuple[str, set[str]]]:
    """Where a plain word is said, and which: by findings of examples and cases, and of rules."""
    toolkit = greek_toolkit()
    for name, design in examples().items():
        for finding in review(in_greek(design), toolkit):
            text = f"{finding.message} {finding.next_step} {finding.why}"
            yield f"{name}: {finding.rule}", plain_words(text, without=ids_in(design))
    for rule in all_rules().values():
        yield rule.id, plain_words(f"{rule.title} {rule.example} {rule.resolve}")
        for case in cases_of(rule):
            for finding in rule.findings(RuleContext(in_greek(case.document), toolkit)):
                text = f"{finding.message} {finding.next_step}"
                yield f"{rule.id}: {case.name}", plain_words(text, without=ids_in(case.document))


def ids_in(design: Document) -> frozenset[str]:
    """Words by which a design names its elements, and what it waives."""
    ids = re.findall(r"'([a-z0-9-]+)'|element='([^']*)'", repr(design))
    return frozenset(WORD.findall(" ".join(" ".join(each) for each in ids)))


@pytest.mark.slow
def test_no_finding_says_a_word_that_is_not_marked() -> None:
    with override(PSEUDO):
        left = {where: words for where, words in left_in_findings() if words}
    assert left == {}


EXPORTS = [name for name in exports_of("design") if name not in DATA | PICTURES]


@pytest.mark.slow
@pytest.mark.parametrize("name", EXPORTS)
def test_no_export_says_a_word_that_is_not_marked(name: str) -> None:
    design, toolkit = in_greek(examples()["justice-peru-mining"]), greek_toolkit()
    with override(PSEUDO):
        made = exports_of("design")[name].make(
            ExportRequest(design, toolkit, review(design, toolkit), file="file.yaml")
        )
    assert plain_words(_spoken(name, made), without=ids_in(design)) == set()


def _spoken(name: str, made: bytes) -> str:
    if name not in SPOKEN:
        return text_of(name, made)
    return "\n".join(_texts(json.loads(made), SPOKEN[name]))


def _texts(data: Any, keys: tuple[str, ...]) -> Iterator[str]:
    if isinstance(data, list):
        for item in data:
            yield from _texts(item, keys)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in keys and isinstance(value, str):
                yield value
            else:
                yield from _texts(value, keys)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "edition"),
    [("full.docx", "full"), ("full.xlsx", "full"), ("full.pdf", "full"), ("pocket.pdf", "pocket")],
)
def test_no_edition_of_the_toolkit_says_a_word_that_is_not_marked(
    name: str, edition: str, tmp_path: Path
) -> None:
    with override(PSEUDO), toolkit_in_greek():
        write_toolkit(greek_toolkit(), tmp_path / name, sections=["awareness"], edition=edition)
    left = plain_words(text_of(name, (tmp_path / name).read_bytes()))
    assert left == set()


def test_a_word_that_is_not_marked_is_noticed() -> None:
    assert plain_words("Šéť aside αβ `code` 6 Q8") == {"aside"}
