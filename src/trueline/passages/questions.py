"""What is asked of documents: questions, and what is known of how they are answered."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from trueline.files import FileProblems, Problem, decoded, read_file, validate
from trueline.language import gettext

KNOWN = Path(__file__).parent / "known"
"""Questions of others that are known beforehand, used where a table names all of them."""


class Sign(BaseModel):
    """Words that tell for a question, or against it, as alternatives of a pattern (RE2)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    find: str
    weight: float = Field(1.0, gt=0, le=10)


class Question(BaseModel):
    """A question, with what helps to recognise its answers. All but id and text may be empty.

    `guidance` says in a sentence or two what belongs to an answer; `examples` are sentences, ours
    and invented, that would answer it; `signs` are words that tell for it, `against` words that
    tell of something else. Texts may be of any covered language, side by side.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str = ""
    guidance: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    signs: tuple[Sign, ...] = ()
    against: tuple[Sign, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is said about it, the question first."""
        return tuple(text for text in (self.text, *self.guidance, *self.examples) if text)


class QuestionFile(BaseModel):
    """A file of questions with what is known of each. In a pack, their texts stand elsewhere."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    about: str = ""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Questions:
    """The questions that a document is read for, and whence what is known of them comes."""

    questions: tuple[Question, ...]
    known_from: str = ""
    """The title of the file that knew them, "" where only the questions themselves are known."""
    columns: Mapping[str, str] = field(default_factory=dict)


def read_questions(path: Path) -> Questions:
    """Questions from a table (`question`, and `id` or `column`) or a YAML file.

    Where a table names exactly the questions of a file that is known, what that file knows is
    used. Raises FileProblems.
    """
    if path.suffix.lower() in (".yaml", ".yml", ".json"):
        questions = _typed(path)
        return Questions(questions.questions, questions.title)
    table = tuple(_rows(path))
    for known in sorted(KNOWN.glob("*.yaml")):
        known_file = _typed(known)
        by_id = {question.id: question for question in known_file.questions}
        if by_id.keys() == {question.id for question in table}:
            return Questions(tuple(by_id[question.id] for question in table), known_file.title)
    return Questions(table)


def _typed(path: Path) -> QuestionFile:
    return validate(QuestionFile, read_file(path))


def _rows(path: Path) -> Iterator[Question]:
    name = str(path)
    rows = csv.DictReader(io.StringIO(decoded(path.read_bytes(), name), newline=""))
    headings: Sequence[str] = rows.fieldnames or ()
    key = next((each for each in headings if each.strip().lower() in ("id", "column")), None)
    text = next((each for each in headings if each.strip().lower() in ("question", "text")), None)
    if text is None:
        message = gettext("There is no column “question”.")
        hint = gettext("The first row names the columns: id, question.")
        raise FileProblems([Problem(name, message, 1, hint=hint)])
    ids: set[str] = set()
    for number, row in enumerate(rows, 1):
        question = (row[text] or "").strip()
        if not question:
            continue
        own = (row[key] or "").strip() if key else ""
        identity = own or str(number)
        if identity in ids:
            message = gettext("Two questions are called “{id}”.", id=identity)
            raise FileProblems([Problem(name, message, rows.line_num)])
        ids.add(identity)
        yield Question(id=identity, text=question)
    if not ids:
        message = gettext("There are headings and no questions below them.")
        raise FileProblems([Problem(name, message, 1)])
