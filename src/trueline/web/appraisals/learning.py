"""Learns the ranking of passages from readings, within one organisation.

When a round is finished, the words of the passages that were taken or refused are summed up anew, over
all readings of the organisation's finished rounds. A word counts only where passages of
three documents or more hold it: so that nothing kept tells of a single sentence, nor of a single
proposal. It moves a ranking a little, and slowly: about as much as ten or fifty answers did when that
was measured (0.01 to 0.05 of average precision).
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Sequence
from math import log
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from trueline.passages.questions import Question
from trueline.passages.scoring import Scorer
from trueline.passages.words import words_of
from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.keys import OWN
from trueline.web.appraisals.models import LearnedTerm, Mark, Proposal
from trueline.web.appraisals.standing import standings

FEWEST = 3
"""Documents in which a word has to be met."""
MOST = 200
"""Words that are kept of one question, those met in most documents first."""
PART = 0.1
"""How much what was learned moves a score: less than any sign that was written for a question."""


class Taught(Scorer):
    """The usual ranking, moved by the words that an organisation's readings taught."""

    def __init__(self, questions: Sequence[Question], organisation: uuid.UUID) -> None:
        super().__init__(questions)
        columns = {each.id: column for column, each in enumerate(questions)}
        self._learned: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for term in LearnedTerm.objects.filter(organisation=organisation):
            if term.question in columns:
                weight = log((term.taken + 1) / (term.refused + 1))
                self._learned[term.term].append((columns[term.question], weight))

    def evidence(self, sentences: Sequence[str]) -> Any:
        scores = super().evidence(sentences)
        for row, sentence in enumerate(sentences):
            words = set(words_of(sentence))
            for word in words & self._learned.keys():
                for column, weight in self._learned[word]:
                    scores[row, column] += PART * weight
        return scores


def terms_seen(organisation: Organisation, by: User) -> QuerySet[LearnedTerm]:
    """The words that somebody who manages rounds may look at: all, or none where they have a conflict
    with a proposal of those summed up, or have still to read one. The words tell what others took of it.
    """
    terms = LearnedTerm.objects.filter(organisation=organisation)
    summed = Proposal.objects.filter(
        round__organisation=organisation, round__finished__isnull=False, withdrawn=None
    )
    may = all(
        not (each.is_conflicted or each.is_unfinished)
        for each in standings(summed, by, manages=True)
    )
    return terms if may else terms.none()


@transaction.atomic
def learn(organisation: Organisation) -> int:
    """Sum up anew what the readings of an organisation teach; how many words are kept."""
    LearnedTerm.objects.filter(organisation=organisation).delete()
    learned = [
        LearnedTerm(
            organisation=organisation,
            question=question,
            term=term[:60],
            taken=taken,
            refused=refused,
            documents=documents,
        )
        for question, terms in _sums(organisation).items()
        for term, (taken, refused, documents) in sorted(
            terms.items(), key=lambda each: (-each[1][2], each[0])
        )[:MOST]
    ]
    LearnedTerm.objects.bulk_create(learned)
    return len(learned)


def _sums(organisation: Organisation) -> dict[str, dict[str, tuple[int, int, int]]]:
    """By question and word: how often taken, how often refused, in how many documents."""
    counts: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    documents: dict[tuple[str, str], set[str]] = defaultdict(set)
    marks = Mark.objects.filter(
        reading__proposal__round__organisation=organisation,
        reading__proposal__round__finished__isnull=False,
        reading__submitted__isnull=False,
        reading__excused=None,
    ).exclude(question__key__startswith=OWN)
    rows = marks.values_list("question__key", "kind", "quote", "file__attachment__sha256")
    for question, kind, quote, sha256 in rows.iterator():
        for word in set(words_of(quote)):
            counts[question, word][kind == Mark.Kind.REJECTED] += 1
            documents[question, word].add(sha256)
    sums: dict[str, dict[str, tuple[int, int, int]]] = defaultdict(dict)
    for (question, word), (taken, refused) in counts.items():
        met = len(documents[question, word])
        if met >= FEWEST:
            sums[question][word] = (taken, refused, met)
    return sums
