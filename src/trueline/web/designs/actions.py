"""Actions on designs alone."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from trueline.exchange.logframe import ImportedDesign
from trueline.limits import COMMENT_LETTERS
from trueline.web.accounts.models import Organisation, User
from trueline.web.comments import actions as comments
from trueline.web.documents.actions import starting
from trueline.web.documents.models import DocumentRecord

LONGEST_COMMENT = COMMENT_LETTERS.most


@transaction.atomic
def begin_with_logframe(
    *, by: User, organisation: Organisation, begun: ImportedDesign
) -> DocumentRecord:
    """Create a design from a logframe; texts without a field become comments on elements."""
    record = starting.start_from_file(
        by=by, organisation=organisation, document=begun.design, origin="logframe"
    )
    comment_on(record, begun.comments, by=by)
    return record


def comment_on(
    record: DocumentRecord, comments_by_address: Iterable[tuple[str, str]], *, by: User
) -> None:
    """One comment for each element, of all texts at its address."""
    by_address: dict[str, list[str]] = {}
    for address, text in comments_by_address:
        by_address.setdefault(address, []).append(text)
    for address, texts in by_address.items():
        rest = "\n".join(texts)
        while rest:
            comments.begin(record, by=by, address=address, text=rest[:LONGEST_COMMENT])
            rest = rest[LONGEST_COMMENT:]
