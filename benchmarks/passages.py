"""How well passages are found on sentences that experts marked, in several ways. Takes some minutes.

The labels lie in `../shared/data/passages`: statements on modern slavery of fifty companies in
Australia and fifty in Canada. Means are over the nine criteria that both have sentences for.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import fmean
from typing import Any

from trueline.passages import ranking
from trueline.passages.evaluation import Labelled, quality, read_labels
from trueline.passages.minilm import ExtraMissingError, MiniLM
from trueline.passages.questions import read_questions
from trueline.passages.scoring import Scorer

DATA = Path("../shared/data/passages")
LEFT_OUT = ("C1 (reporting entity)", "C6 (consultation)")
"""The Canadian labels have no sentences for them."""


def main() -> None:
    """Print a row for each way to rank."""
    if not DATA.exists():
        sys.exit(f"{DATA} is not here.")
    questions = read_questions(DATA / "criteria.csv").questions
    scorer = Scorer(questions)
    au = read_labels(DATA / "aims_au_gold.csv", questions)
    ca = read_labels(DATA / "aims_ca.csv", questions)
    names = ("average_precision", "recall_at_10", "hit_in_3", "answered")
    print(f"{'way':40}{''.join(f'{name:>19}' for name in names)}{'seconds':>10}")
    for name, way in _ways(scorer, au, ca):
        begun = time.perf_counter()
        qualities = [
            each for each in quality(au, way(), questions) if each.question not in LEFT_OUT
        ]
        means = [fmean(getattr(each, figure) for each in qualities) for figure in names]
        figures = "".join(f"{mean:19.3f}" for mean in means)
        print(f"{name:40}{figures}{time.perf_counter() - begun:10.1f}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB")


def _ways(scorer: Scorer, au: Labelled, ca: Labelled) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Ways to rank the Australian statements, each by its name."""
    documents = au.documents
    yield "without any label", lambda: ranking.without_labels(scorer, documents)
    yield (
        "each criterion without its own labels",
        lambda: ranking.without_own_labels(scorer, ca, documents),
    )
    yield "learned from the Canadian labels", lambda: ranking.learned(scorer, ca, documents)
    yield "five folds of the Australian labels", lambda: ranking.in_folds(scorer, au, 5)
    yield "after 50 clicks a criterion", lambda: ranking.by_clicks(scorer, au, 50)
    name = "the Canadian labels, with embeddings"
    try:
        encoder = MiniLM()
    except ExtraMissingError as missing:
        print(f"{name:40}{missing}", flush=True)
        return
    yield name, lambda: ranking.learned(scorer, ca, documents, encoder)


if __name__ == "__main__":
    main()
