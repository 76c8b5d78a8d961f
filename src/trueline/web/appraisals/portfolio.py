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
from trueline.web.appraisals.models import Declaration, Proposal, Remedy, RoundQuestion, Verdict
from trueline.web.appraisals.outcomes import NOTHING, Outcome, QuestionPlace, outcomes_of
from trueline.web.appraisals.promises import Programme, programmes_of
from trueline.web.appraisals.standing import Standing, standings
from trueline.web.library.edition import toolkit_in_use

ENOUGH = 5
"""So many proposals make a number about a question worth reading, and safe to pass on."""
APPLICANTS = 3
"""From so many applicants they come at least, so that a number is not about one of them."""


@dataclass(frozen=True)
class QuestionOutcomes:
    """A question over all proposals of which something counts for it.

    Questions of the toolkit are the same in all rounds; a funder's own are where their words are.
    """

    text: str
    ref: str
    outcomes: Sequence[Outcome]
    applicants: int
    """How many applicants made the proposals for which it is relevant."""

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
        rounds = {each.round_id for each in self.proposals}
        for question in RoundQuestion.objects.filter(round__in=rounds).order_by("-round__created"):
            own = question.key.startswith(OWN)
            key = f"{OWN}{folded(question.text)}" if own else question.key
            questions_by_key.setdefault(key, []).append(question)
        questions = []
        for key, same in questions_by_key.items():
            ref = toolkit.question(key).ref if key in toolkit else ""
            outcomes_by_proposal = [each for one in same for each in self._of(one)]
            names = {
                folded(proposal.applicant)
                for proposal, outcome in outcomes_by_proposal
                if outcome.verdict != Verdict.NOT_RELEVANT
            }
            outcomes = [outcome for _proposal, outcome in outcomes_by_proposal]
            questions.append(QuestionOutcomes(same[0].text, ref, outcomes, len(names)))
        return sorted((each for each in questions if each.read), key=lambda each: each._order)

    def _of(self, question: RoundQuestion) -> list[tuple[Proposal, Outcome]]:
        proposals = [each for each in self.proposals if each.round_id == question.round_id]
        outcomes = [
            (each, self._outcomes.get((each.pk, question.pk), NOTHING)) for each in proposals
        ]
        return [(proposal, outcome) for proposal, outcome in outcomes if outcome.verdict]

    @cached_property
    def remedies(self) -> Mapping[str, int]:
        """By remedy, in how many proposals it is named for some question."""
        named: defaultdict[str, set[uuid.UUID]] = defaultdict(set)
        for (proposal, _question), outcome in self._outcomes.items():
            if outcome.remedy:
                named[outcome.remedy].add(proposal)
        return {remedy: len(keys) for remedy, keys in named.items()}

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

    Two notes that differ by a proposal would tell what was found of it. So a round that is too small to
    stand alone stays out; a proposal with which somebody had a conflict when its round was finished; and
    the whole round, where somebody declared a conflict later, when notes with it may be in their hands.
    `left_out` are those on which the visitor has not declared.
    """
    conflicts = Declaration.objects.filter(proposal__round__organisation=organisation)
    conflicts = conflicts.exclude(conflict="")
    before = conflicts.filter(at__lte=F("proposal__round__finished")).exclude(
        dismissed__lte=F("proposal__round__finished")
    )
    later = conflicts.filter(at__gt=F("proposal__round__finished"), dismissed=None)
    conflicted = set(before.values_list("proposal", flat=True))
    unsettled = set(later.values_list("proposal__round", flat=True))
    by_round: defaultdict[uuid.UUID, list[Standing]] = defaultdict(list)
    for each in stands:
        round = each.proposal.round
        is_settled = round.finished and round.pk not in unsettled
        if is_settled and each.panel_is_open and each.proposal.pk not in conflicted:
            by_round[round.pk].append(each)
    counted = [
        each
        for of_round in by_round.values()
        if tells_of_nobody([one.proposal for one in of_round])
        for each in of_round
    ]
    shared = [each.proposal for each in counted if each.sees_panel]
    keys = {each.pk for each in shared}
    of_these = {place: outcome for place, outcome in outcomes.items() if place[0] in keys}
    return Portfolio(shared, len(counted) - len(shared), of_these)
