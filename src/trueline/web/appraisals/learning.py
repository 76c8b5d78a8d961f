"""Learns the ranking of passages from readings, within one organisation.

When a round is finished, the passages that were taken or refused are summed up anew by their words, over
all readings of the organisation's finished rounds (see `trueline.passages.taught`). Fifty answers for each
question raised average precision by 0.06 where that was measured.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.db import transaction
from django.db.models import QuerySet

from trueline.passages.questions import Question
from trueline.passages.taught import Judgement, TaughtScorer, TermSums, sums_of
from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.keys import OWN
from trueline.web.appraisals.models import LearnedTerm, Mark, Proposal
from trueline.web.appraisals.standing import standings


def taught_scorer(questions: Sequence[Question], organisation: uuid.UUID) -> TaughtScorer:
    """The ranking with what an organisation's readings taught it."""
    sums: defaultdict[str, dict[str, TermSums]] = defaultdict(dict)
    for term in LearnedTerm.objects.filter(organisation=organisation):
        sums[term.question][term.term] = TermSums(term.taken, term.refused, term.documents)
    return TaughtScorer(questions, sums)


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
            taken=sums.taken,
            refused=sums.refused,
            documents=sums.documents,
        )
        for question, terms in sums_of(_judgements(organisation)).items()
        for term, sums in terms.items()
    ]
    LearnedTerm.objects.bulk_create(learned)
    return len(learned)


def _judgements(organisation: Organisation) -> Iterator[Judgement]:
    marks = Mark.objects.filter(
        reading__proposal__round__organisation=organisation,
        reading__proposal__round__finished__isnull=False,
        reading__submitted__isnull=False,
        reading__excused=None,
    ).exclude(question__key__startswith=OWN)
    rows = marks.values_list("question__key", "quote", "file__attachment__sha256", "kind")
    for question, quote, sha256, kind in rows.iterator():
        yield Judgement(question, quote, sha256, kind != Mark.Kind.REJECTED)
