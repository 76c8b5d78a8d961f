"""All of an organisation's work in one zip, in forms that other programs read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from trueline.document import document_to_json, document_to_yaml
from trueline.language import gettext, gettext_noop
from trueline.web.accounts.audit_lines import lines
from trueline.web.accounts.models import Organisation, User
from trueline.web.accounts.queries import members_of
from trueline.web.archives import registry
from trueline.web.audit.queries import events_of
from trueline.web.comments.models import Comment
from trueline.web.documents.history import action_in_words
from trueline.web.documents.models import Assignment, DocumentRecord, Submission
from trueline.web.documents.revision_texts import text_of
from trueline.web.documents.store import document_of
from trueline.web.tables import csv_text

LEVEL = 3
"""Measured: the usual 6 takes twice as long and saves a tenth."""
FORMER = gettext_noop("a former member")
README = gettext_noop(
    """\
designs/       each design as it is now: .yaml to read and edit, .json for programs; likewise for
               every other kind of document
revisions/     each earlier version of each document, as .json, and a list of who changed what
submissions.*  which versions were submitted, under which name, and what became of them
comments.*     what was said about the documents
assignments.*  who was asked to see to which finding, and by when
monitoring/    what is measured: indicators, baselines and targets, figures, and their corrections;
               evidence/ holds the files that lie beside figures
appraisals/    calls, proposals with their files, readings, decisions and their log; nothing of a
               proposal on which you have a conflict of interest, or that you have still to read
members.*      who belongs to the organisation
audit.*        who did what, when

.csv files open in a spreadsheet; .json files hold the same for programs. In .csv files, text that a
spreadsheet would take for a formula has an apostrophe before it.
"""
)


def write_organisation(
    organisation: Organisation, stream: IO[bytes], *, by: User | None = None
) -> None:
    """Write the zip to `stream`, as `by` may see it. One document is in memory at a time.

    Revisions go into it as they were saved: to read a thousand and write them again takes longer than
    all the rest.
    """
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        archive.writestr("README.txt", gettext(README))
        archive.writestr(
            "organisation.json",
            _json(
                {
                    "name": organisation.name,
                    "created": organisation.created.isoformat(),
                    "time_zone": organisation.time_zone,
                    "own_names": organisation.own_names,
                }
            ),
        )
        for record in DocumentRecord.objects.filter(organisation=organisation).iterator():
            _write_document(archive, record)
        _write_table(archive, "members", _members(organisation))
        _write_table(archive, "submissions", _submissions(organisation))
        _write_table(archive, "comments", _comments(organisation))
        _write_table(archive, "assignments", _assignments(organisation))
        for name, rows in registry.tables.items():
            _write_table(archive, name, rows(organisation))
        for name, rows_for in registry.tables_for.items():
            _write_table(archive, name, rows_for(organisation, by))
        for files in registry.files_for:
            for name, data in files(organisation, by):
                archive.writestr(name, data)
        for files_of in registry.files:
            for path, content in files_of(organisation):
                archive.writestr(path, content)
        _write_table(archive, "audit", _audit(organisation))


def _write_document(archive: ZipFile, record: DocumentRecord) -> None:
    document = document_of(record)
    archive.writestr(f"{record.kind}s/{record.pk}.yaml", document_to_yaml(document))
    archive.writestr(f"{record.kind}s/{record.pk}.json", document_to_json(document))
    revisions = record.revisions.select_related("author", "snapshot").order_by("number")
    rows = []
    for revision in revisions.iterator():
        name = f"revisions/{record.pk}/{revision.number:05d}.json"
        archive.writestr(name, text_of(revision))
        rows.append(
            {
                "number": revision.number,
                "at": revision.at.isoformat(),
                "by": _name(revision.author),
                "action": revision.action,
                "what": action_in_words(revision),
                "place": revision.address,
            }
        )
    _write_table(archive, f"revisions/{record.pk}/list", rows)


def _submissions(organisation: Organisation) -> list[dict[str, Any]]:
    submissions = Submission.objects.filter(revision__document__organisation=organisation)
    people = ("submitted_by", "approved_by", "withdrawn_by")
    return [
        {
            "document": str(one.revision.document_id),
            "revision": one.revision.number,
            "name": one.name,
            "submitted": one.submitted.isoformat(),
            "submitted_by": _name(one.submitted_by),
            "approved": one.approved and one.approved.isoformat(),
            "approved_by": _name(one.approved_by) if one.approved else None,
            "withdrawn": one.withdrawn and one.withdrawn.isoformat(),
            "withdrawn_by": _name(one.withdrawn_by) if one.withdrawn else None,
        }
        for one in submissions.select_related("revision", *people).defer("revision__packed")
    ]


def _members(organisation: Organisation) -> list[dict[str, Any]]:
    return [
        {
            "name": one.user.name,
            "email": one.user.email,
            "role": one.role,
            "since": one.since.isoformat(),
        }
        for one in members_of(organisation)
    ]


def _comments(organisation: Organisation) -> list[dict[str, Any]]:
    comments = Comment.objects.filter(document__organisation=organisation)
    return [
        {
            "id": one.pk,
            "in_reply_to": one.parent_id,
            "document": str(one.document_id),
            "place": one.address,
            "at": one.at.isoformat(),
            "by": one.guest or _name(one.author),
            "quote": one.quote,
            "text": one.text,
            "resolved": one.resolved and one.resolved.isoformat(),
        }
        for one in comments.select_related("author")
    ]


def _assignments(organisation: Organisation) -> list[dict[str, Any]]:
    assignments = Assignment.objects.filter(document__organisation=organisation)
    return [
        {
            "document": str(one.document_id),
            "rule": one.rule,
            "place": one.place,
            "finding": one.message,
            "to": _name(one.person),
            "due": one.due and one.due.isoformat(),
            "by": _name(one.assigned_by),
            "at": one.at.isoformat(),
            "settled": one.settled and one.settled.isoformat(),
        }
        for one in assignments.select_related("person", "assigned_by")
    ]


def _audit(organisation: Organisation) -> list[dict[str, Any]]:
    return [
        {
            "at": one.event.at.isoformat(),
            "who": one.who,
            "pseudonym": str(one.event.actor or ""),
            "what": one.what,
            "action": one.event.action,
            "subject": one.event.subject,
            "subject_id": one.event.subject_id,
        }
        for one in lines(events_of(organisation.pk))
    ]


def _name(user: User | None) -> str:
    return str(user) if user else gettext(FORMER)


def _write_table(archive: ZipFile, name: str, rows: Iterable[dict[str, Any]]) -> None:
    rows = list(rows)
    columns = list(rows[0]) if rows else []
    archive.writestr(f"{name}.json", _json(rows))
    archive.writestr(f"{name}.csv", csv_text(columns, [list(row.values()) for row in rows]))


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)
