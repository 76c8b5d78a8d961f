"""Beginning a design from the passages of a proposal."""

from __future__ import annotations

from django.db import transaction

from trueline.web.accounts.models import Organisation, User
from trueline.web.appraisals.drafting import Drafted
from trueline.web.appraisals.log import add_line
from trueline.web.appraisals.models import Proposal
from trueline.web.designs.actions import comment_on
from trueline.web.documents.actions import starting
from trueline.web.documents.models import DocumentRecord


@transaction.atomic
def begin(
    drafted: Drafted, proposal: Proposal, *, organisation: Organisation, by: User
) -> DocumentRecord:
    """The draft as a design of an organisation. Raises OverLimit."""
    record = starting.start_from_file(
        by=by, organisation=organisation, document=drafted.design, origin="proposal"
    )
    comment_on(record, drafted.comments, by=by)
    add_line("draft begun", round=proposal.round, by=by, proposal=proposal)
    return record
