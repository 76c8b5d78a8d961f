"""How well a ranking finds what readers marked."""

from __future__ import annotations

import ast
import csv
import io
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

from trueline.files import FileProblems, Problem
from trueline.language import gettext
from trueline.passages.questions import Question

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]

_NUMBER = re.compile(r"\d+")
_DOCUMENT = ("statement_id", "document_id", "document")
_SENTENCE = ("sentence", "sentence_text", "text")
_PLACE = ("sentence_orig_idxs", "sentence_id", "index")
FIRST = 3


@dataclass
class Labelled:
    """Documents as their sentences, and for each sentence which questions it bears on."""

    documents: list[list[str]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    labels: Matrix = field(default_factory=lambda: _rows([]))

    def only(self, numbers: Sequence[int]) -> Labelled:
        """Some of the documents, by their numbers."""
        import numpy

        ends = numpy.cumsum([len(document) for document in self.documents]).tolist()
        starts = [0, *ends[:-1]]
        return Labelled(
            [self.documents[number] for number in numbers],
            [self.names[number] for number in numbers],
            numpy.vstack([self.labels[starts[number] : ends[number]] for number in numbers]),
        )


def read_labels(path: Path, questions: Sequence[Question]) -> Labelled:
    """A table with a row for each sentence: its document, its text, and 0 or 1 for each question.

    Questions are columns named by their ids, or one column `targets` with a list in their order.
    Rows may stand in any order; they are put into that of the documents. Raises FileProblems.
    """
    name = str(path)
    rows = list(csv.DictReader(io.StringIO(_text(path.read_bytes()), newline="")))
    headings = [heading.strip() for heading in (rows[0] if rows else {}) if heading]
    document, sentence, place = (
        next((heading for heading in known if heading in headings), "")
        for known in (_DOCUMENT, _SENTENCE, _PLACE)
    )
    ids = [question.id for question in questions]
    missing = [] if "targets" in headings else [key for key in ids if key not in headings]
    if not document or not sentence or missing:
        message = gettext(
            "Columns are missing: {columns}.",
            columns=", ".join(
                [
                    *([] if document else ["statement_id"]),
                    *([] if sentence else ["sentence"]),
                    *missing,
                ]
            ),
        )
        raise FileProblems([Problem(name, message, 1)])
    labelled: dict[str, list[tuple[int, str, list[int]]]] = {}
    for line, row in enumerate(rows, 2):
        text = (row[sentence] or "").strip()
        if not text:
            continue
        places = map(int, _NUMBER.findall(row.get(place) or ""))
        marks = _marks(row, ids, name, line)
        labelled.setdefault(row[document], []).append((min(places, default=line), text, marks))
    if not labelled:
        raise FileProblems([Problem(name, gettext("There are no sentences in it."), 1)])
    ordered = [sorted(sentences, key=itemgetter(0)) for sentences in labelled.values()]
    return Labelled(
        [[text for _, text, _ in sentences] for sentences in ordered],
        list(labelled),
        _rows([marks for sentences in ordered for _, _, marks in sentences]),
    )


def _text(data: bytes) -> str:
    """UTF-8, or what a spreadsheet on a Mac or in Windows saves in its place."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        is_mac = b"\xd5" in data or b"\xd2" in data
        return data.decode("mac_roman" if is_mac else "cp1252", "replace")


def _marks(row: Mapping[str, str], ids: Sequence[str], name: str, line: int) -> list[int]:
    try:
        if "targets" in row:
            marks = [int(label) for label in ast.literal_eval(row["targets"])]
        else:
            marks = [int(row[key]) for key in ids]
    except (ValueError, TypeError, SyntaxError) as error:
        message = gettext("A label is neither 0 nor 1.")
        raise FileProblems([Problem(name, message, line)]) from error
    if len(marks) != len(ids) or set(marks) - {0, 1}:
        message = gettext(
            "There are {count} labels for {questions} questions, or one is neither 0 nor 1.",
            count=len(marks),
            questions=len(ids),
        )
        raise FileProblems([Problem(name, message, line)])
    return marks


def _rows(labels: list[list[int]]) -> Matrix:
    import numpy

    return numpy.array(labels, dtype=int)


@dataclass(frozen=True)
class Quality:
    """How a ranking did for one question."""

    question: str
    positives: int
    average_precision: float | None
    recall_at_3: float | None
    """Of the sentences that bear on it, how many are among the first three of their document."""
    recall_at_10: float | None
    hit_in_3: float | None
    """Of the documents that hold one, in how many it is among the first three."""
    answered: float | None
    """In how many documents the best score tells rightly whether there is any."""


def quality(labelled: Labelled, scores: Matrix, questions: Sequence[Question]) -> list[Quality]:
    """The quality of scores, a row for each sentence in the order of the labelled documents."""
    return [
        _of_question(question.id, labelled, scores[:, column], labelled.labels[:, column])
        for column, question in enumerate(questions)
    ]


def means(qualities: Sequence[Quality]) -> dict[str, float]:
    """The means over questions that have sentences to find."""
    names = ("average_precision", "recall_at_3", "recall_at_10", "hit_in_3", "answered")
    counted = [quality for quality in qualities if quality.positives]
    figures = {name: [getattr(quality, name) for quality in counted] for name in names}
    return {
        name: fmean(values) for name, values in figures.items() if values and None not in values
    }


def _of_question(name: str, labelled: Labelled, scores: Matrix, marks: Matrix) -> Quality:
    if not marks.any():
        return Quality(name, 0, None, None, None, None, None)
    relevant = {3: 0, 10: 0}
    hits, documents, best, holds, start = 0, 0, [], [], 0
    for document in labelled.documents:
        end = start + len(document)
        order = (-scores[start:end]).argsort(kind="stable")
        marked = marks[start:end][order]
        for depth in relevant:
            relevant[depth] += int(marked[:depth].sum())
        if marked.any():
            documents += 1
            hits += bool(marked[:FIRST].any())
        best.append(float(scores[start:end].max()))
        holds.append(bool(marked.any()))
        start = end
    total = int(marks.sum())
    return Quality(
        name,
        total,
        average_precision(scores, marks),
        relevant[3] / total,
        relevant[10] / total,
        hits / documents,
        _answered(best, holds),
    )


def average_precision(scores: Matrix, marks: Matrix) -> float:
    """The mean, over the sentences to be found, of the precision down to each.

    Sentences of the same score count as found together, so that their order makes no difference.
    """
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(marks, scores))


def _answered(best: Sequence[float], holds: Sequence[bool]) -> float:
    """Right answers with the bound that the other documents would have chosen, each left out once."""
    right = 0
    for left_out in range(len(best)):
        known = list(zip(best, holds, strict=True))
        bound = _best_bound(known[:left_out] + known[left_out + 1 :])
        right += (best[left_out] >= bound) == holds[left_out]
    return right / len(best)


def _best_bound(known: Sequence[tuple[float, bool]]) -> float:
    """The bound from which on "answered" is right most often among known documents."""
    in_order = sorted(known, key=itemgetter(0), reverse=True)
    right = sum(not holds for _, holds in in_order)
    most, bound = right, float("inf")
    for score, holds in in_order:
        right += 1 if holds else -1
        if right > most:
            most, bound = right, score
    return bound


def folds(count: int, of: int) -> list[list[int]]:
    """Documents in so many parts, the same ones each time."""
    numbers = list(range(count))
    random.Random(20261126).shuffle(numbers)
    return [sorted(numbers[part::of]) for part in range(of)]
