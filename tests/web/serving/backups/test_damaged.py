"""Damaged and tampered backups, by kind: each is refused in a sentence, before anything is written.

Digests and numbers are made to fit wherever whoever tampers could do so.
"""

from __future__ import annotations

import base64
import json
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from trueline.web.documents import frames
from trueline.web.serving.backups.contents import backed_up_models
from trueline.web.serving.startup_errors import CannotRun

NEST = 100_000
USERS, DESIGNS, REVISIONS = "accounts.user", "designs.designrecord", "designs.revision"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def other(file: Path) -> None:
    file.write_text("Dear all,\n")


def garbled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    start = data.index(b"rows/designs.revision.jsonl") + len("rows/designs.revision.jsonl") + 40
    data[start : start + 30] = random.Random(1).randbytes(30)
    file.write_bytes(bytes(data))


def zip_password(file: Path) -> None:
    """The flag that says so, in each header."""
    data = bytearray(file.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(signature, at + 1)) >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
    file.write_bytes(bytes(data))


def repacked(file: Path, method: int) -> None:
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def lzma(file: Path) -> None:
    repacked(file, zipfile.ZIP_LZMA)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def twice(file: Path) -> None:
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("rows/accounts.user.jsonl", "")


def one_more(file: Path) -> None:
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("../../evil", "x")


FILES = {
    cut: "is cut off",
    empty: "is cut off, damaged or something else",
    other: "something else",
    garbled: "designs.revision",
    zip_password: "packed or locked as Trueline never does",
    lzma: "packed or locked as Trueline never does",
    twice: "two parts of one name",
    one_more: "does not name (../../evil)",
}


@pytest.mark.either_database
@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("damage", FILES, ids=lambda damage: damage.__name__)
def test_a_damaged_file_is_refused(db, parts, restored, tmp_path, damage):
    file = parts.pack(tmp_path / "a.backup")
    damage(file)
    refused(restored, file, FILES[damage])


def refused(restored, source, reason: str) -> None:
    with pytest.raises(CannotRun) as error:
        restored(source)
    text = str(error.value)
    assert reason in text
    assert "Nothing was restored, and nothing was changed." in text
    assert not any(model._base_manager.exists() for model in backed_up_models(apps))


MANIFESTS = {
    "no-json": ("{", "JSON"),
    "deep": ("[" * NEST, "manifest.json is not"),
    "a-list": ("[]", "manifest.json is not"),
    "nothing-in-it": ("{}", "(format:"),
    "format-a-text": ({"format": "1"}, "(format:"),
    "day-without-zone": ({"made": "2026-11-20T08:00:00"}, "(made:"),
    "migrations-of-three": ({"migrations": [["a", "b", "c"]]}, "(migrations.0"),
    "migrations-numbers": ({"migrations": [[1, 2]]}, "(migrations.0"),
    "no-migrations": ({"migrations": []}, "no version ever had its migrations"),
    "rows-a-list": ({"rows": []}, "(rows:"),
    "fewer-than-none": ({"rows": {USERS: {"rows": -1, "sha256": ""}}}, f"(rows.{USERS}.rows:"),
}


@pytest.mark.either_database
@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_of_another_form_is_refused(db, parts, restored, tmp_path, name):
    other, reason = MANIFESTS[name]
    file = parts.pack(tmp_path / "a.backup")
    text = other if isinstance(other, str) else json.dumps({**parts.manifest, **other})
    with zipfile.ZipFile(file, "w") as archive:
        for part, data in parts.parts.items():
            archive.writestr(part, data)
        archive.writestr("manifest.json", text)
    refused(restored, file, reason)


def a_migration_is_missing(parts):
    parts.manifest["migrations"].remove(["audit", "0001_initial"])
    return "it lacks audit.0001_initial"


def a_part_is_missing(parts):
    del parts.parts["rows/designs.comment.jsonl"]
    return "it lacks a part that its manifest.json names (rows/designs.comment.jsonl)"


def a_model_is_missing(parts):
    del parts.parts["rows/accounts.membership.jsonl"], parts.manifest["rows"]["accounts.membership"]
    return "it lacks the rows of accounts.membership"


def a_model_is_unknown(parts):
    parts.set_rows("accounts.superuser", [{"id": 1}])
    return "rows of accounts.superuser, which its version did not have"


def other_rows(parts):
    parts.parts["rows/accounts.user.jsonl"] += b"\n"
    return "the rows of accounts.user are not those that were written"


def fewer_rows_than_it_says(parts):
    parts.manifest["rows"]["designs.comment"]["rows"] += 1
    return "rows of designs.comment, and holds"


def no_json(parts):
    parts.set_text(USERS, b"{'id': 1}\n", 1)
    return "rows/accounts.user.jsonl, line 1: it is no JSON"


def no_utf_8(parts):
    parts.set_text(USERS, b'{"id": "\xff"}\n', 1)
    return "line 1: it is no JSON"


def nested_for_ever(parts):
    parts.set_text(USERS, b"[" * NEST + b"\n", 1)
    return "line 1: it is no JSON"


def a_row_is_a_list(parts):
    parts.set_rows(USERS, [[1, 2]])
    return "line 1: it is no row"


def a_field_is_missing(parts):
    rows = parts.rows(USERS)
    del rows[2]["password"]
    parts.set_rows(USERS, rows)
    return "line 3: `password` is missing"


def a_field_is_unknown(parts):
    parts.change(USERS, 1, is_superuser=True)
    return "line 2: `is_superuser` is no field of it"


CHANGES = {
    "nothing where something must be": ((USERS, 0, "email", None), "`email` is empty"),
    "a text for a number": ((REVISIONS, 0, "number", "one"), "`number` should be a whole number"),
    "a switch for a number": ((REVISIONS, 0, "number", True), "`number` should be a whole number"),
    "a number for a text": ((USERS, 0, "name", 7), "`name` should be a text"),
    "a text for a switch": ((USERS, 0, "is_active", "yes"), "`is_active` should be true or false"),
    "a number too large": ((REVISIONS, 0, "number", 10**30), "`number` can't be"),
    "a number below nothing": ((REVISIONS, 0, "number", -1), "`number` can't be -1"),
    "no id": ((DESIGNS, 0, "id", "one"), "`id` can't be 'one'"),
    "no day": ((USERS, 0, "joined", "yesterday"), "`joined` can't be 'yesterday'"),
    "a day that never is": ((USERS, 0, "joined", "2026-02-30T00:00:00+00:00"), "`joined` can't be"),
    "no time zone": ((USERS, 0, "joined", "2026-11-20T08:00:00"), "`joined` has no time zone"),
    "a time before zones": (
        (USERS, 0, "joined", "0001-01-01T00:00:00+14:00"),
        "`joined` is a time at which there was no",
    ),
    "a time after all calendars": (
        ("accounts.invitation", 0, "expires", "9999-12-31T23:59:59-12:00"),
        "`expires` is a time",
    ),
    "no email at all": (("account.emailaddress", 0, "email", ""), "`email` is empty"),
    "an email but for capitals": ((USERS, 1, "email", "AMARA@example.org"), "but for its capitals"),
    "a code that is a number": (
        ("mfa.authenticator", 1, "data", {"migrated_codes": [1]}),
        "of the kind recovery_codes",
    ),
    "too long": ((USERS, 0, "name", "x" * 121), "`name` can't be 'xxx"),
    "no address": ((USERS, 0, "email", "amara"), "`email` can't be 'amara'"),
    "no such role": (
        ("accounts.membership", 0, "role", "emperor"),
        "`role` can't be 'emperor', but one of owner",
    ),
    "a NUL": ((USERS, 0, "name", "Amara\0"), "`name` holds a sign that no text has"),
    "half a sign": ((USERS, 0, "name", "\ud800"), "`name` holds a sign that no text has"),
    "a NUL within": (("audit.event", 0, "detail", {"a": ["\0"]}), "`detail` holds a sign"),
    "a list for names": (("audit.event", 0, "detail", ["a"]), "`detail` should hold other than"),
    "the id of another": ((USERS, 1, "id", 1), "another row has the same `id`"),
    "the email of another": ((USERS, 1, "email", "amara@example.org"), "the same `email`"),
    "a member of nothing": (
        ("accounts.membership", 1, "user_id", 99),
        "line 2: `user_id` refers to a row of accounts.user that is not there (99)",
    ),
    "no base64": ((REVISIONS, 0, "packed", "!!!"), "`packed` is damaged"),
    "no document in it": (
        (REVISIONS, 0, "packed", base64.b64encode(b"not packed").decode()),
        "`packed` holds no document",
    ),
    "a second step without its secret": (
        ("mfa.authenticator", 0, "data", {"secrets": 1}),
        "not what a second step of the kind totp",
    ),
    "a seed that is a number": (
        ("mfa.authenticator", 1, "data", {"seed": 1, "used_mask": 0}),
        "of the kind recovery_codes",
    ),
}


@pytest.mark.walk
@pytest.mark.parametrize("name", CHANGES)
def test_a_value_that_does_not_fit_is_refused(db, parts, restored, name):
    (label, number, field, value), reason = CHANGES[name]
    parts.change(label, number, **{field: value})
    refused(restored, parts, reason)


def a_document_that_is_none(parts):
    parts.change(DESIGNS, document="{")
    return "rows/designs.designrecord.jsonl, line 1: the document"


def a_document_of_another_form(parts):
    parts.change(DESIGNS, document='{"activities": 7}')
    return "rows/designs.designrecord.jsonl, line 1: the document"


def a_revision_of_another_form(parts):
    packed = zlib.compress(b'{"nonsense": true}')
    parts.change(REVISIONS, 2, packed=base64.b64encode(packed).decode())
    return "rows/designs.revision.jsonl, line 3: the document"


def a_revision_that_swells(parts):
    packed = zlib.compress(b" " * 2_000_000)
    parts.change(REVISIONS, packed=base64.b64encode(packed).decode())
    return "`packed` is cut off, or holds more than a document"


def a_revision_cut_off(parts):
    whole = base64.b64decode(parts.rows(REVISIONS)[0]["packed"])
    parts.change(REVISIONS, packed=base64.b64encode(whole[:-9]).decode())
    return "`packed` is cut off"


def a_design_that_its_history_does_not_know(parts):
    parts.change(DESIGNS, document='{"title": "Another"}')
    return "is another than its latest revision"


def a_history_without_its_end(parts):
    rows = parts.rows(REVISIONS)
    latest = max(row["number"] for row in rows)
    kept = [row for row in rows if row["number"] < latest]
    there = {row["id"] for row in kept}
    links = [row for row in parts.rows("designs.sharelink") if row["revision_id"] in there]
    parts.set_rows(REVISIONS, kept)
    parts.set_rows("designs.sharelink", links)
    return "is another than its latest revision"


def a_comment_that_answers_itself(parts):
    first = parts.rows("designs.comment")[0]
    parts.change("designs.comment", 0, parent_id=first["id"], address="", resolved=None)
    return f"the comment {first['id']} answers {first['id']}, which begins no thread"


TAMPERED = [
    a_comment_that_answers_itself,
    a_migration_is_missing,
    a_part_is_missing,
    a_model_is_missing,
    a_model_is_unknown,
    other_rows,
    fewer_rows_than_it_says,
    no_json,
    no_utf_8,
    nested_for_ever,
    a_row_is_a_list,
    a_field_is_missing,
    a_field_is_unknown,
    a_document_that_is_none,
    a_document_of_another_form,
    a_revision_of_another_form,
    a_revision_that_swells,
    a_revision_cut_off,
    a_design_that_its_history_does_not_know,
    a_history_without_its_end,
]


@pytest.mark.parametrize("tamper", TAMPERED, ids=lambda tamper: tamper.__name__)
def test_a_tampered_backup_is_refused(db, parts, restored, monkeypatch, tamper):
    monkeypatch.setattr(frames, "LARGEST_TEXT", 1_000_000)
    reason = tamper(parts)
    refused(restored, parts, reason)


def test_a_later_format_names_the_version(db, parts, restored):
    parts.manifest.update(format=3, trueline="9.9.0", later={"more": 1})
    refused(restored, parts, "written by Trueline 9.9.0")


@pytest.mark.rehearsal
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_only_the_database_sees_is_undone(empty_database, parts, restored):
    """Two primary addresses of one person, which a condition in the database forbids."""
    rows = parts.rows("account.emailaddress")
    parts.set_rows(
        "account.emailaddress", [*rows, {**rows[0], "id": 99, "email": "other@example.org"}]
    )
    with pytest.raises(CannotRun, match=r"contradict one another.*Nothing was restored"):
        restored(parts)
    assert connection.introspection.table_names() == []


@pytest.mark.either_database
@pytest.mark.slow
def test_no_bit_that_tips_over_ends_in_anything_but_a_sentence(db, parts, restored, tmp_path):
    whole = parts.pack(tmp_path / "whole.backup").read_bytes()
    chance, file = random.Random(17), tmp_path / "a.backup"
    for _ in range(80):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        file.write_bytes(bytes(data))
        with pytest.raises(CannotRun):  # where it changes nothing: "by an earlier version"
            restored(file)
