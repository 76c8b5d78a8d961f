"""The state of the program's reading of a round's documents."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from trueline.web.appraisals.models import ProposalFile, Round
from trueline.web.tasks.queries import is_anybody_working


@dataclass(frozen=True)
class Preparing:
    """How many of so many documents are read or can't be, and whether anybody works on the others."""

    documents: int
    waiting: int
    refused: int

    @property
    def done(self) -> int:
        return self.documents - self.waiting

    @property
    def nobody_works(self) -> bool:
        return self.waiting > 0 and not is_anybody_working()


def preparing_in(round: Round) -> Preparing:
    """The state of the documents that count now. One query."""
    files = ProposalFile.objects.filter(proposal__round=round, proposal__withdrawn=None)
    rows = files.filter(removed=None).order_by().values_list("state").annotate(Count("pk"))
    counts = dict(rows)
    waiting, refused = (
        counts.get(state, 0) for state in (ProposalFile.State.WAITING, ProposalFile.State.REFUSED)
    )
    return Preparing(sum(counts.values()), waiting, refused)
