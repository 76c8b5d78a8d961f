"""Which requests for clarification somebody may see.

What is asked, and of what, tells what others stumbled over. Whoever still reads learns it only of the
question before them, and only once the applicant's answer is there to be read with the proposal.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from trueline.web.accounts.models import User
from trueline.web.appraisals.models import Clarification, Proposal, RoundQuestion
from trueline.web.appraisals.standing import Standing


def clarifications_seen(standings: Iterable[Standing], by: User) -> QuerySet[Clarification]:
    """All of these proposals; of those that somebody has still to read, what they asked themselves.

    One query. Whoever asks sees to it that the proposals are open to them.
    """
    is_unfinished = {each.proposal.pk: each.is_unfinished for each in standings}
    finished = [key for key, unfinished in is_unfinished.items() if not unfinished]
    seen = Q(proposal__in=finished) | Q(proposal__in=list(is_unfinished), asked_by=by)
    return Clarification.objects.filter(seen).select_related("question", "proposal__round")


def answered_on(proposal: Proposal, question: RoundQuestion) -> QuerySet[Clarification]:
    """The applicant's further answers to a question."""
    return proposal.clarifications.filter(question=question).exclude(answered=None)
