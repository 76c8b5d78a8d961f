"""Making an earlier revision the present one again, as a new revision."""

from __future__ import annotations

import re

from django.db import transaction
from django.utils.translation import gettext

from trueline.web.accounts.models import User
from trueline.web.audit.actions import record as record_event
from trueline.web.designs import store
from trueline.web.designs.models import DesignRecord

RESTORED = "Restored revision {}"
_RESTORED = re.compile(r"Restored revision (\d+)")


@transaction.atomic
def restore(record: DesignRecord, *, number: int, by: User) -> store.Saved:
    """Put the design back to how revision `number` left it. Raises Http404 if there is none.

    Nothing is lost: what stands now stays as a revision, and can be restored in turn. So nobody's
    edit can be in conflict with it.
    """
    earlier = store.revision_of(record, number)
    saved = store.change(
        record.pk, by=by, what=RESTORED.format(number), edit=lambda design: earlier
    )
    if saved.revision != record.revision:
        record_event("restored revision", by=by, organisation=record.organisation_id,
                     subject="design", subject_id=record.pk, revision=number)  # fmt: skip
    return saved


def what_in_words(what: str) -> str:
    """What a revision did, in the language of the page; it is kept in English."""
    if found := _RESTORED.fullmatch(what):
        return gettext("Restored revision %(number)s") % {"number": found[1]}
    return gettext(what)
