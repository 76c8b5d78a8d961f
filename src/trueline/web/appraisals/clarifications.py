"""Which requests for clarification somebody may see.

What is asked, and of what, tells what others stumbled over. Whoever still reads learns it only of the
question before them, and only once the applicant's answer is there to be read with the proposal.
"""

from __future__ import annotations

from django.db.models import QuerySet

from trueline.web.accounts.models import User
from trueline.web.appraisals.models import Clarification, Proposal, RoundQuestion
from trueline.web.appraisals.standing import Standing


def clarifications_seen(standing: Standing, by: User) -> QuerySet[Clarification]:
    """All of a proposal; for whoever has still to read it, those that they asked themselves."""
    asked = standing.proposal.clarifications.select_related("question", "proposal__round")
    return asked.filter(asked_by=by) if standing.is_unfinished else asked


def answered_on(proposal: Proposal, question: RoundQuestion) -> QuerySet[Clarification]:
    """What the applicant said further to a question."""
    return proposal.clarifications.filter(question=question).exclude(answered=None)
