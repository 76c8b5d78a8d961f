"""Looks into an instance and prints what is there; run with its settings, as a program.

For each document by its title: the titles of its partners, and the check sum of each revision.
"""

from __future__ import annotations

import json
import sys
from hashlib import sha256


def main() -> None:
    from trueline.web.serving import start

    start.set_up()
    from trueline.document import document_to_json
    from trueline.web.documents import store
    from trueline.web.documents.models import DocumentRecord, Revision

    found: dict[str, dict[str, object]] = {}
    for record in DocumentRecord.objects.iterator():
        document = store.document_of(record)
        digests, last = {}, None
        for revision in Revision.objects.filter(document=record).order_by("number"):
            last = store.document_in(revision)
            digests[revision.number] = sha256(document_to_json(last).encode()).hexdigest()
        if sorted(digests) != list(range(1, record.revision + 1)):
            sys.exit(f"{record.title}: revisions are missing.")
        if last != document:
            sys.exit(f"{record.title}: it is not what its newest revision says.")
        found[document.title] = {
            "partners": [partner.title for partner in document.partners],
            "revisions": digests,
        }
    _check_file()
    print(json.dumps(found))


def _check_file() -> None:
    from django.db import connection

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            (said,) = cursor.execute("PRAGMA integrity_check").fetchone()
            if said != "ok":
                sys.exit(f"The database is damaged: {said}")
            broken = cursor.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                sys.exit(f"The database holds references to nothing: {broken[:3]}")


if __name__ == "__main__":
    main()
