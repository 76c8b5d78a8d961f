"""Follow-ups of an approved version, by kind of document.

An app that goes on with what was approved says so here, when it is ready.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

from trueline.web.accounts.models import User
from trueline.web.documents.models import DocumentRecord, Submission


class Follows(Protocol):
    """Is done in the transaction of the approval."""

    def __call__(self, record: DocumentRecord, submission: Submission, *, by: User) -> None: ...


_following: defaultdict[str, list[Follows]] = defaultdict(list)


def when_approved(kind: str, follows: Follows) -> None:
    """Let this be done when a version of such a document is approved."""
    _following[kind].append(follows)


def follow(record: DocumentRecord, submission: Submission, *, by: User) -> None:
    """Do what follows from an approval."""
    for follows in _following[record.kind]:
        follows(record, submission, by=by)
