"""A text that says nothing silences nothing: it is as good as an empty one, and no better.

Each is put into one field at a time: in many at once any sentence would be told as one that was pasted.
"""

from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.review.seeded import EXAMPLES, examples
from tests.sampling import sample
from trueline.design import Design
from trueline.document import Document, kind_named, load_document, resolve, set_field
from trueline.document.address import parts_of
from trueline.document.field_spec import field_specs
from trueline.document.fields import Part
from trueline.document.responses import NextStep, Source, Waiver
from trueline.review import review
from trueline.toolkit import load_toolkit

SAYS_NOTHING = [
    "TBD",
    "-",
    "x",
    "To be determined with partners",
    "À définir",
    "Por definir",
    "Yes",
    "Appropriate measures will be taken as needed.",
]
ANSWER = "The harbour master of Tegal checks each boat in March"
RESPONSES = (Waiver, NextStep, Source)
QUOTED = {"quotation", "translation"}
"""Where the words of a law stand, which may well be that appropriate measures will be taken."""
DRAFTS = {
    "early-draft-oresia-coast": "design",
    "oresia-draft": "plan",
    "oresia-first-reading": "legal",
}


@cache
def draft(name: str) -> Document:
    folder = EXAMPLES if DRAFTS[name] == "design" else EXAMPLES / f"{DRAFTS[name]}s"
    return load_document(folder / f"{name}.yaml", kind_named(DRAFTS[name])).document


def silenced(document: Document, text: str, addresses: list[str]) -> dict[str, list[str]]:
    """The rules that no longer ask once this text stands there, by the address."""
    asked = _asked(document)
    gone = {at: asked - _asked(set_field(document, at, text)) for at in addresses}
    return {at: sorted(rule for rule, _ in lost) for at, lost in gone.items() if lost}


def _asked(document: Document) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.path) for finding in review(document, load_toolkit()))


@pytest.mark.parametrize("text", SAYS_NOTHING)
@pytest.mark.parametrize("name", DRAFTS)
def test_what_says_nothing_silences_nothing(name: str, text: str) -> None:
    document = draft(name)
    empty = [at for at in empty_texts(document) if at.rpartition(".")[2] not in QUOTED]
    assert silenced(document, text, sample(empty, at_least=10)) == {}


@pytest.mark.parametrize("name", DRAFTS)
def test_an_answer_does_silence(name: str) -> None:
    document = draft(name)
    assert len(silenced(document, ANSWER, empty_texts(document))) >= 8


def empty_texts(document: Document) -> list[str]:
    """Addresses of every empty text of several lines, in what the document itself says."""
    return [
        f"{address}.{name}" if address else name
        for address, part in parts_of(document)
        if not isinstance(part, RESPONSES)
        for name in _empty(part)
    ]


def _empty(part: Part) -> list[str]:
    return [n for n, spec in field_specs(type(part)).items() if spec.prose and not getattr(part, n)]


def filled(design: Design, text: str) -> Design:
    data: dict[str, Any] = design.model_dump()
    for address in empty_texts(design):
        place, name = _holder(design, data, address)
        place[name] = text
    return Design.model_validate(data)


def _holder(design: Design, data: dict[str, Any], address: str) -> tuple[dict[str, Any], str]:
    from trueline.document.address import data_path

    *path, name = data_path(design, address)
    place: Any = data
    for step in path:
        place = place[step]
    return place, str(name)


@pytest.mark.parametrize("text", SAYS_NOTHING)
@pytest.mark.parametrize("name", ["early-draft-oresia-coast", "justice-peru-mining"])
def test_filling_every_empty_text_draws_no_crowd(name: str, text: str) -> None:
    design = examples()[name]
    before = review(design, load_toolkit())
    after = review(filled(design, text), load_toolkit())
    assert len(after) - len(before) <= max(2, len(before) / 10)


def test_what_says_nothing_is_quoted_and_filed_as_said_badly() -> None:
    design = examples()["early-draft-oresia-coast"]
    missing = {f.path for f in review(design, load_toolkit()) if f.sort == "not-said"}
    texts = [address for address in empty_texts(design) if address in missing]
    assert len(texts) > 10
    findings = {f.path: f for f in review(filled(design, "TBD"), load_toolkit())}
    for address in texts:
        assert findings[address].sort == "said-badly"
        assert "“TBD”" in findings[address].message


def test_the_document_itself_is_left_as_it_is() -> None:
    design = set_field(examples()["small"], "evaluation.after_the_end", "TBD")
    review(design, load_toolkit())
    assert resolve(design, "evaluation.after_the_end") == "TBD"
