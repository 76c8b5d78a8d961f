"""Sentences of real reports that two readers marked for twenty of the toolkit's questions.

Each read four reports (Albania, Ghana, Nepal and Peru, in `../shared/data/documents`) whole, alone and
without seeing a ranking, and noted which sentences bear on a question. A mark is the sentence's page
and a check sum of its text, so that nothing of the reports is kept here.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from trueline.files import read_file
from trueline.passages.text import Sentence

DOCUMENTS = Path(__file__).parents[3] / "shared/data/documents"
READERS = ("one", "two")

Marks = dict[str, dict[str, frozenset[str]]]
"""By document and question, the marks."""


def mark(sentence: Sentence) -> str:
    """What stands for a sentence."""
    return f"{sentence.page}-{sha256(sentence.text.encode()).hexdigest()[:8]}"


@cache
def marks_of(reader: str) -> Marks:
    """What a reader marked."""
    marks = read_file(Path(__file__).with_name(f"{reader}.yaml")).data
    return {
        name: {question: frozenset(found.split()) for question, found in by_question.items()}
        for name, by_question in marks.items()
    }


def report_of(name: str) -> Path:
    """Where a report lies."""
    return DOCUMENTS / f"{name}-labour-department-2021.pdf"
