"""All rounds of an organisation together: questions that stay open, remedies that recur, and
what was promised against what was measured later.

It counts questions and remedies, and no applicant. Whoever looks sees what `standing` lets them: a
proposal on which they have a conflict, or that is not read by all yet, is in no number here.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import F

from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.conflicts import folded
from trueline.web.appraisals.keys import OWN
from trueline.web.appraisals.models import (
    Consensus,
    Declaration,
    Proposal,
    Reading,
    Remedy,
    RoundQuestion,
    Verdict,
)
from trueline.web.appraisals.models.readings import GAPS
from trueline.web.appraisals.outcomes import NOTHING, Outcome, QuestionPlace, outcomes_of
from trueline.web.appraisals.promises import Programme, programmes_of
from trueline.web.appraisals.published_counts import PublishedCount, published_sum
from trueline.web.appraisals.standing import Standing, standings
from trueline.web.library.edition import toolkit_in_use

ENOUGH = 5
"""So many proposals make a number about a question worth reading, and safe to pass on."""
APPLICANTS = 3
"""From so many applicants they come at least, so that a number is not about one of them."""


@dataclass(frozen=True)
class RoundOutcomes:
    """A question in one round: of how many proposals it was asked, and what counts of them."""

    proposals: int
    outcomes: Sequence[Outcome]


@dataclass(frozen=True)
class QuestionOutcomes:
    """A question over all proposals of which something counts for it.

    Questions of the toolkit are the same in all rounds; a funder's own are where their words are.
    """

    text: str
    ref: str
    by_round: Sequence[RoundOutcomes]
    applicants: int
    """How many applicants made the proposals for which it is relevant."""

    @property
    def outcomes(self) -> list[Outcome]:
        return [outcome for each in self.by_round for outcome in each.outcomes]

    @property
    def published_gaps(self) -> PublishedCount:
        """The gaps among all proposals that were asked: how many found it not relevant stays inside."""
        return published_sum(
            (sum(one.verdict in GAPS for one in each.outcomes), each.proposals)
            for each in self.by_round
        )

    def published_remedy(self, remedy: str) -> PublishedCount:
        return published_sum(
            (sum(one.remedy == remedy for one in each.outcomes), each.proposals)
            for each in self.by_round
        )

    @cached_property
    def verdicts(self) -> Counter[str]:
        return Counter(each.verdict for each in self.outcomes if each.verdict)

    @property
    def absent(self) -> int:
        return self.verdicts[Verdict.ABSENT]

    @property
    def partly(self) -> int:
        return self.verdicts[Verdict.PARTLY]

    @property
    def gaps(self) -> int:
        """Proposals that answer it partly or not at all."""
        return self.absent + self.partly

    @property
    def read(self) -> int:
        """Proposals for which it is relevant and something counts. Not relevant is no zero."""
        return self.gaps + self.verdicts[Verdict.ADDRESSED]

    @property
    def is_enough(self) -> bool:
        return self.read >= ENOUGH and self.applicants >= APPLICANTS

    @cached_property
    def remedies(self) -> list[tuple[str, int]]:
        """Remedies that would close its gaps, the most frequent first."""
        named = Counter(each.remedy for each in self.outcomes if each.remedy)
        return sorted(named.items(), key=lambda each: (-each[1], each[0]))

    @property
    def remedy_labels(self) -> list[tuple[str, int]]:
        """The same, each by its label."""
        return [(str(Remedy(remedy).label), count) for remedy, count in self.remedies]

    @property
    def _order(self) -> tuple[bool, float, int, str]:
        share = self.gaps / self.read if self.read else 0.0
        return (not self.is_enough, -share, -self.read, self.text)


@dataclass(frozen=True)
class Portfolio:
    """Outcomes of proposals over all rounds. `left_out`: how many the visitor may not count.

    `to_share`: what of it may be passed on, where that is asked for.
    """

    proposals: Sequence[Proposal]
    left_out: int = 0
    _outcomes: Mapping[QuestionPlace, Outcome] = field(default_factory=dict)
    to_share: Portfolio | None = None

    @property
    def rounds(self) -> list[str]:
        """The rounds that they are of, by title."""
        return list(dict.fromkeys(each.round.title for each in self.proposals))

    @cached_property
    def by_round(self) -> Mapping[uuid.UUID, Sequence[Proposal]]:
        """The proposals of each round."""
        proposals: defaultdict[uuid.UUID, list[Proposal]] = defaultdict(list)
        for each in self.proposals:
            proposals[each.round_id].append(each)
        return dict(proposals)

    @property
    def applicants(self) -> int:
        return len({folded(each.applicant) for each in self.proposals})

    @property
    def is_enough(self) -> bool:
        """Whether numbers may be passed on without telling of somebody."""
        return not self.left_out and tells_of_nobody(self.proposals)

    @cached_property
    def questions(self) -> list[QuestionOutcomes]:
        """Questions that are most often left open first; of which too little counts, last. One query."""
        toolkit = toolkit_in_use()
        questions_by_key: dict[str, list[RoundQuestion]] = {}
        for question in RoundQuestion.objects.filter(round__in=list(self.by_round)).order_by(
            "-round__created"
        ):
            own = question.key.startswith(OWN)
            key = f"{OWN}{folded(question.text)}" if own else question.key
            questions_by_key.setdefault(key, []).append(question)
        questions = []
        for key, same in questions_by_key.items():
            ref = toolkit.question(key).ref if key in toolkit else ""
            outcomes_by_round = [(one.round_id, self._of(one)) for one in same]
            names = {
                folded(proposal.applicant)
                for _round, of_round in outcomes_by_round
                for proposal, outcome in of_round
                if outcome.verdict != Verdict.NOT_RELEVANT
            }
            by_round = [
                RoundOutcomes(len(self.by_round[round]), [outcome for _, outcome in of_round])
                for round, of_round in outcomes_by_round
            ]
            questions.append(QuestionOutcomes(same[0].text, ref, by_round, len(names)))
        return sorted((each for each in questions if each.read), key=lambda each: each._order)

    def _of(self, question: RoundQuestion) -> list[tuple[Proposal, Outcome]]:
        outcomes = [
            (each, self._outcomes.get((each.pk, question.pk), NOTHING))
            for each in self.by_round[question.round_id]
        ]
        return [(proposal, outcome) for proposal, outcome in outcomes if outcome.verdict]

    @cached_property
    def _named(self) -> Mapping[str, set[uuid.UUID]]:
        """By remedy, the proposals in which it is named for some question."""
        named: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for (proposal, _question), outcome in self._outcomes.items():
            if outcome.remedy:
                named[outcome.remedy].add(proposal)
        return named

    @property
    def remedies(self) -> Mapping[str, int]:
        """By remedy, in how many proposals it is named for some question."""
        return {remedy: len(keys) for remedy, keys in self._named.items()}

    def published_remedy(self, remedy: str) -> PublishedCount:
        named = self._named.get(remedy, set())
        return published_sum(
            (sum(each.pk in named for each in proposals), len(proposals))
            for proposals in self.by_round.values()
        )

    @property
    def recurring(self) -> list[tuple[str, int]]:
        """The same, each in its words, the most frequent first."""
        named = sorted(self.remedies.items(), key=lambda each: (-each[1], each[0]))
        return [(str(Remedy(remedy).label), count) for remedy, count in named]

    @cached_property
    def programmes(self) -> list[Programme]:
        """The funded programmes, with where their indicators stand."""
        return programmes_of(self.proposals)


def tells_of_nobody(proposals: Sequence[Proposal]) -> bool:
    """Whether there are enough proposals, of enough applicants, that a number is about none of them."""
    applicants = {folded(each.applicant) for each in proposals}
    return len(proposals) >= ENOUGH and len(applicants) >= APPLICANTS


def portfolio_of(organisation: Organisation, user: User) -> Portfolio:
    """The portfolio that a manager of rounds may see, with the part that may be passed on."""
    proposals = Proposal.objects.filter(
        round__organisation=organisation, is_calibration=False, withdrawn=None
    )
    rows = proposals.select_related("round", "decision").order_by("round__created", "number")
    stands = standings(rows, user, manages=True)
    seen = [each.proposal for each in stands if each.sees_panel]
    outcomes = outcomes_of(seen)
    return Portfolio(
        seen, len(stands) - len(seen), outcomes, _to_share(organisation, stands, outcomes)
    )


def _to_share(
    organisation: Organisation,
    stands: Sequence[Standing],
    outcomes: Mapping[QuestionPlace, Outcome],
) -> Portfolio:
    """Figures of finished rounds that may be passed on: the same, whoever passes them on and whenever.

    Two notes that differ by a proposal would tell what was found of it. So a round is in it as a whole or
    not at all: not where it is too small to stand alone, where a proposal has still to be read, or where
    something changed since it was finished, when notes with it may be in somebody's hands. A proposal with
    which anybody had a conflict when its round was finished stays out for good.
    `left_out` are those on which the visitor has not declared.
    """
    conflicts = Declaration.objects.filter(proposal__round__organisation=organisation).conflicts()
    at_the_end = conflicts.filter(at__lte=F("proposal__round__finished")).exclude(
        dismissed__lte=F("proposal__round__finished")
    )
    conflicted = set(at_the_end.values_list("proposal", flat=True))
    changed = _changed_since(organisation)
    by_round: defaultdict[uuid.UUID, list[Standing]] = defaultdict(list)
    for each in stands:
        round = each.proposal.round
        if round.finished and round.pk not in changed and each.proposal.pk not in conflicted:
            by_round[round.pk].append(each)
    counted = [
        each
        for of_round in by_round.values()
        if tells_of_nobody([one.proposal for one in of_round])
        and all(one.panel_is_open for one in of_round)
        for each in of_round
    ]
    shared = [each.proposal for each in counted if each.sees_panel]
    keys = {each.pk for each in shared}
    of_these = {place: outcome for place, outcome in outcomes.items() if place[0] in keys}
    return Portfolio(shared, len(counted) - len(shared), of_these)


def _changed_since(organisation: Organisation) -> set[uuid.UUID]:
    """Rounds in which something that counts changed after they were finished. Four queries.

    A conflict that was declared since changes it until it is dismissed.
    """
    own = Proposal.objects.filter(round__organisation=organisation, is_calibration=False)
    finished = F("proposal__round__finished")
    declared = Declaration.objects.open_conflicts().filter(at__gt=finished)
    read = Reading.objects.filter(submitted__gt=finished)
    agreed = Consensus.objects.filter(at__gt=finished)
    withdrawn = own.filter(withdrawn__gt=F("round__finished")).values_list("round", flat=True)
    return set(withdrawn).union(
        *(
            rows.filter(proposal__in=own).values_list("proposal__round", flat=True)
            for rows in (declared, read, agreed)
        )
    )
