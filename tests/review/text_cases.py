"""Wordings as cases of how texts are read: short enough to be tried on each mutant of it.

They are those of `words/said` and of the banks of `benchmarks/faults`, and what the worked examples say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from benchmarks.review_faults import DECOY, DESIGNS, FAULTS
from tests.review.seeded import examples
from tests.review.words.saying import DECOYS, wordings
from trueline.design import Design, load_design
from trueline.document import resolve
from trueline.document.address import parts_of
from trueline.document.field_spec import field_specs
from trueline.document.fields import Part
from trueline.files import read_file
from trueline.review.reading import Way, reader
from trueline.review.reading.texts import texts_in
from trueline.toolkit import load_toolkit


@dataclass(frozen=True)
class TextCase:
    """A text, the field that it stands in, and in which way it is told to say nothing, if it is."""

    text: str
    kind: str
    model: type[Part]
    field: str
    way: Way | None

    def holds(self, rule: Any = None) -> bool:
        """Whether it is read so still; a reader that breaks does not. `rule` is that of other cases."""
        try:
            return self._read() == self.way
        except Exception:
            return False

    def _read(self) -> Way | None:
        own_name = reader._title_words(self.model, self.field)
        asked = reader.expected_answer(reader.policy_of(self.kind), self.field)
        return reader._way(self.text, load_toolkit().reading, own_name, asked)


@cache
def text_cases() -> tuple[TextCase, ...]:
    """Faults that reading alone tells, each with its way; and decoys, of which it tells none."""
    cases = (_text_case(*each) for each in (*_of_wordings(), *_of_banks(), *_of_examples()))
    return tuple(case for case in cases if case)


def _of_wordings() -> Iterator[tuple[Design, str, str, bool]]:
    """Designs, the address of a text, the text that is planted there, and whether it is a decoy."""
    for wording in wordings():
        fault = wording.fault
        if "at" in fault and "template" not in fault:
            design = examples()[fault.get("base", "identification-ghana-volta")]
            yield design, fault["at"], wording.text, wording.language == DECOYS


def _of_banks() -> Iterator[tuple[Design, str, str, bool]]:
    """The same of each text that a fault of the banks puts into a field."""
    for path in sorted(FAULTS.glob("*.yaml")):
        for fault in read_file(path).data:
            for address, text in fault.get("set", {}).items():
                if isinstance(text, str):
                    yield _base(fault["base"]), address, text, fault["group"] == DECOY


def _of_examples() -> Iterator[tuple[Design, str, str, bool]]:
    """The same of each text of the worked examples: good ones, as decoys are."""
    for design in examples().values():
        for source in texts_in(parts_of(design)):
            yield design, source.address, source.text, True


@cache
def _base(name: str) -> Design:
    path = next(path for folder in DESIGNS if (path := folder / f"{name}.yaml").exists())
    return load_design(path).document


def _text_case(design: Design, address: str, text: str, is_decoy: bool) -> TextCase | None:
    element, _, field = address.rpartition(".")
    part = resolve(design, element) if element else design
    spec = field_specs(type(part)).get(field) if isinstance(part, Part) else None
    if spec is None or not spec.long:
        return None
    case = TextCase(text, design.kind, type(part), field, None)
    way = case._read()
    return None if (way is None) != is_decoy else replace(case, way=way)
