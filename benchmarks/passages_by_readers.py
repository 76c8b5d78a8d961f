"""How well passages are found for the toolkit's own questions, against what two readers marked.

Says how far the readers agree (Cohen's kappa, and the share of marks that both made), then, for each
question and on average, the precision and recall of the ranking against what either marked. The readers
were alike: people of different schools agree less.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import numpy

from benchmarks.marked import DOCUMENTS, READERS, mark, marks_of, report_of
from trueline.passages.evaluation import Labelled, Quality, means, quality
from trueline.passages.finding import can_be_quoted
from trueline.passages.questions import Question
from trueline.passages.scoring import Scorer
from trueline.passages.uploads import read_document_text
from trueline.reports.passages import toolkit_questions
from trueline.toolkit import load_toolkit

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Labels = NDArray[Any]


def evaluated() -> tuple[list[Question], dict[str, Labelled], Labels]:
    """The questions that were asked, what each reader marked, and the scores of all sentences."""
    scorer = Scorer(toolkit_questions(load_toolkit()).questions)
    asked = [each for each in scorer.questions if each.id in marks_of(READERS[0])["Ghana"]]
    columns = [scorer.questions.index(each) for each in asked]
    documents, scores = [], []
    labels: dict[str, list[Labels]] = {reader: [] for reader in READERS}
    names = sorted(marks_of(READERS[0]))
    for name in names:
        path = report_of(name)
        sentences = read_document_text(path.read_bytes(), path.name).sentences
        documents.append([each.text for each in sentences])
        scored = scorer.score(documents[-1])[:, columns]
        scored[[not can_be_quoted(each) for each in sentences]] = -1
        scores.append(scored)
        for reader in READERS:
            marks = marks_of(reader)[name]
            labels[reader].append(
                numpy.array([[mark(s) in marks[q.id] for q in asked] for s in sentences], dtype=int)
            )
    labelled = {r: Labelled(documents, names, numpy.vstack(labels[r])) for r in READERS}
    return asked, labelled, numpy.vstack(scores)


def kappa(one: Labels, other: Labels) -> float:
    """Cohen's kappa of two readers' marks."""
    agreed = float((one == other).mean())
    by_chance = float(one.mean() * other.mean() + (1 - one.mean()) * (1 - other.mean()))
    return (agreed - by_chance) / (1 - by_chance)


def either(labelled: dict[str, Labelled]) -> Labelled:
    """What either reader marked."""
    one, two = (labelled[reader] for reader in READERS)
    return Labelled(one.documents, one.names, numpy.maximum(one.labels, two.labels))


def main() -> None:
    """Print a row for each question, and the means."""
    if not DOCUMENTS.exists():
        sys.exit(f"{DOCUMENTS} is not here.")
    questions, labelled, scores = evaluated()
    one, two = (labelled[reader].labels for reader in READERS)
    both = int((one & two).sum())
    print(
        f"{int(one.sum())} and {int(two.sum())} marks, {both} of both: "
        f"kappa {kappa(one, two):.2f}, {2 * both / int(one.sum() + two.sum()):.0%} of marks shared"
    )
    found = quality(either(labelled), scores, questions)
    print(f"{'question':36}{'marked':>8}{'precision':>11}{'recall at 3':>13}{'hit in 3':>10}")
    for each in found:
        print(f"{each.question:36}{each.positives:8}{_figures(each)}")
    mean = means(found)
    print(
        f"{'mean':44}{mean['average_precision']:11.2f}{mean['recall_at_3']:13.2f}{mean['hit_in_3']:10.2f}"
    )


def _figures(one: Quality) -> str:
    if one.average_precision is None:
        return ""
    return f"{one.average_precision:11.2f}{one.recall_at_3:13.2f}{one.hit_in_3:10.2f}"


if __name__ == "__main__":
    main()
