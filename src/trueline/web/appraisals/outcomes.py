"""Outcomes of many proposals by question: the consensus, else the answer that all gave."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trueline.web.appraisals.models import Answer, Consensus, Mark, Proposal

QuestionPlace = tuple[uuid.UUID, int]
"""A proposal and a question, by their keys."""


@dataclass(frozen=True)
class Outcome:
    """The outcome of a proposal for a question; without a `verdict`, there is none yet.

    `differs`: assessors do, and the panel has not agreed.
    """

    verdict: str = ""
    remedy: str = ""
    reason: str = ""
    differs: bool = False


NOTHING = Outcome()


def outcomes_of(proposals: Iterable[Proposal]) -> Mapping[QuestionPlace, Outcome]:
    """The outcome by proposal and question; unanswered ones are left out. Two queries.

    Whoever asks sees to it that these are proposals whose panel is open to them.
    """
    keys = [each.pk for each in proposals]
    outcomes: dict[QuestionPlace, Outcome] = {
        place: _of_all(answers) for place, answers in _submitted_answers(keys).items()
    }
    agreed = Consensus.objects.filter(proposal__in=keys)
    for proposal, question, *answer in agreed.values_list(
        "proposal", "question", "verdict", "remedy", "reason"
    ):
        outcomes[proposal, question] = Outcome(*answer)
    return outcomes


def _submitted_answers(keys: list[uuid.UUID]) -> Mapping[QuestionPlace, list[tuple[str, str, str]]]:
    submitted_answers = Answer.objects.filter(
        reading__proposal__in=keys, reading__excused=None, reading__submitted__isnull=False
    ).exclude(verdict="")
    answers: defaultdict[QuestionPlace, list[tuple[str, str, str]]] = defaultdict(list)
    rows = submitted_answers.order_by("reading").values_list(
        "reading__proposal", "question", "verdict", "remedy", "reason"
    )
    for proposal, question, *answer in rows:
        answers[proposal, question].append(tuple(answer))
    return answers


def _of_all(answers: list[tuple[str, str, str]]) -> Outcome:
    if len({verdict for verdict, _remedy, _reason in answers}) > 1:
        return Outcome(differs=True)
    return Outcome(*answers[0])


def quotes_of(proposals: Iterable[Proposal]) -> Mapping[QuestionPlace, str]:
    """The first passage that somebody took for each question of each proposal. One query."""
    marks = Mark.objects.filter(
        reading__proposal__in=[each.pk for each in proposals],
        reading__excused=None,
        reading__submitted__isnull=False,
    ).exclude(kind=Mark.Kind.REJECTED)
    first: dict[QuestionPlace, str] = {}
    rows = marks.order_by("reading", "start").values_list("reading__proposal", "question", "quote")
    for proposal, question, quote in rows:
        first.setdefault((proposal, question), quote)
    return first
