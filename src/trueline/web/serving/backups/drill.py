"""Whether a restore really brings everything back: counted and read, in a place of its own."""

from __future__ import annotations

from django.apps import apps

from trueline.language import gettext
from trueline.web.documents.models import DocumentRecord, Revision
from trueline.web.documents.store import document_in, document_of
from trueline.web.serving.backups.contents import backed_up_models
from trueline.web.serving.backups.reading import Manifest
from trueline.web.serving.startup_errors import CannotRun

NAMED = {
    "accounts.user": "accounts",
    "accounts.organisation": "organisations",
    "documents.documentrecord": "documents",
    "documents.revision": "revisions",
    "comments.comment": "comments",
    "monitoring.evidencefile": "evidence files",
}


def count(manifest: Manifest) -> dict[str, int]:
    """How many there are of what people know by name, each document and revision read.

    Raises CannotRun where that is not what the backup says of itself.
    """
    counts = {
        model._meta.label_lower: model._base_manager.count() for model in backed_up_models(apps)
    }
    for label, part in manifest.rows.items():
        if counts.get(label, part.rows) < part.rows:
            raise CannotRun(
                gettext(
                    "The backup says that it holds {rows} rows of {label}, but after the"
                    " restore there are {there}. Take another backup.",
                    rows=part.rows,
                    label=label,
                    there=counts[label],
                )
            )
    for record in DocumentRecord.objects.iterator():
        document_of(record)
    for revision in Revision.objects.select_related("document", "snapshot").iterator():
        document_in(revision)
    return {words: counts[label] for label, words in NAMED.items() if label in counts}
