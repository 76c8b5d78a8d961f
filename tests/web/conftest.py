"""The cast of the workbench's tests: one organisation with a member in each role, and an outsider."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import subprocess
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from typer.testing import CliRunner

from tests.web.appraisal_round import with_appraisal
from tests.web.figures import with_figures
from tests.web.saving import change
from trueline.cli.app import app
from trueline.design import Design, load_design
from trueline.document import set_field
from trueline.web.accounts.actions import invitations
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.audit import append_only
from trueline.web.comments import actions as discussion
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.portfolio import filters
from trueline.web.sharing import actions as sharing
from trueline.web.tasks import waking
from trueline.web.tasks.worker import Worker
from trueline.web.uploads import reading

GOLDEN = Path(__file__).parent.parent / "design" / "golden" / "version-1.yaml"
ROLES = tuple(Role.values)


@dataclass(frozen=True)
class Cast:
    """Who is there. `client(name)` is a browser signed in as that person."""

    organisation: Organisation
    elsewhere: Organisation
    owner: User
    editor: User
    appraiser: User
    reader: User
    partner: User
    outsider: User

    def client(self, name: str, *, confirmed: bool = True) -> Client:
        """`confirmed`: it was answered just now that it is really them."""
        client, person = Client(), getattr(self, name)
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        if confirmed:
            session = client.session
            answer = {"method": "password", "at": time.time(), "reauthenticated": True}
            session["account_authentication_methods"] = [answer]
            session["account_authentication_methods_user"] = str(person.pk)
            session.save()
        return client


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what meets the tests' database: only that is worth running on the other one as well."""
    for item in items:
        if item.get_closest_marker("either_database"):
            continue
        asked = set(getattr(item, "fixturenames", ()))
        if asked & {"db", "transactional_db"} or item.get_closest_marker("django_db"):
            item.add_marker("database")


@pytest.fixture(scope="session", autouse=True)
def _flush_all_between_tests() -> Iterator[None]:
    """Tests with real transactions empty all tables after themselves.

    The audit refuses that, and the cache, which has no model, would be forgotten: with it the wrong
    links that were counted from one address.
    """
    flush = BaseDatabaseOperations.execute_sql_flush

    def without_triggers(operations: BaseDatabaseOperations, statements: list[str]) -> None:
        append_only.unprotect(operations.connection)
        flush(operations, statements)
        append_only.protect(operations.connection)
        cache.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseOperations, "execute_sql_flush", without_triggers)
        yield


@pytest.fixture(autouse=True)
def _a_worker_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for a file waits for a worker that does what the queue holds, in this thread."""

    def wait_until(holds: Callable[[], bool], *, seconds: float) -> bool:
        worker = Worker(pause=0)
        while not holds():
            if not worker.once():
                return False
        return True

    monkeypatch.setattr(waking, "wait_until", wait_until)


@pytest.fixture(autouse=True)
def _uploads_read_at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Uploads are read in this process; that one of its own does it, tests/web/uploads shows."""
    if "tests/web/uploads/" in request.path.as_posix():
        return

    def read_here(reader: str, data: bytes, name: str) -> Any:
        module, _, function = reader.partition(":")
        return json.loads(json.dumps(getattr(import_module(module), function)(data, name)))

    monkeypatch.setattr(reading, "read_in_sandbox", read_here)


@pytest.fixture
def cast(db: None) -> Cast:
    """One organisation with a member in each role; the outsider owns another."""
    here = Organisation.objects.create(name="Safe Paths")
    elsewhere = Organisation.objects.create(name="Elsewhere")
    people = {}
    for role in ROLES:
        user = User.objects.create_user(f"{role}@example.org", "x", name=f"{role.title()} Person")
        Membership.objects.create(organisation=here, user=user, role=role)
        people[role] = user
    outsider = User.objects.create_user("outsider@example.org", "x", name="Out Sider")
    Membership.objects.create(organisation=elsewhere, user=outsider, role="owner")
    return Cast(organisation=here, elsewhere=elsewhere, outsider=outsider, **people)


@pytest.fixture(scope="session")
def golden() -> Design:
    """A design in which every list holds something."""
    return load_design(GOLDEN).document


@pytest.fixture
def keep(cast: Cast) -> Callable[[Design], DocumentRecord]:
    """Keep a design for the organisation."""

    def kept(design: Design) -> DocumentRecord:
        return store.create(
            by=cast.editor, organisation=cast.organisation, document=design, origin="blank"
        )

    return kept


@pytest.fixture
def record(keep: Callable[[Design], DocumentRecord], golden: Design) -> DocumentRecord:
    """The golden design, kept for the organisation."""
    return keep(golden)


@pytest.fixture
def usual_workbook() -> bytes:
    """A logframe in Excel, as organisations write them."""
    book = openpyxl.Workbook()
    for row in (
        ["", "Objectives", "Indicators", "Means of verification", "Assumptions"],
        ["Goal", "Fewer people are exploited", "Survey", "Study", ""],
        ["Purpose", "Inspectors act", "Share acted on", "Records", "Police take cases"],
        ["Output", "Inspectors are trained", "60 trained", "Tests", "They stay"],
        ["Activities", "Train inspectors", "", "", ""],
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def trueline(settings, monkeypatch) -> Callable[..., Result]:
    """A command on this test's instance."""
    monkeypatch.setenv("TRUELINE_DATA", str(settings.INSTANCE.folder))

    def command(*arguments: object, **more: object) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **more)

    return command


@pytest.fixture
def full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on a disk with no room: a real one where this user may mount it."""
    folder = tmp_path / "full"
    folder.mkdir()
    mounted = (
        shutil.which("mount")
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4k", "tmpfs", str(folder)],
            check=False,
            capture_output=True,
        ).returncode
    )
    if mounted:
        (folder / "filling").write_bytes(b"x" * 4096)
    else:
        monkeypatch.setattr(os, "fsync", _no_room)
    yield folder
    if mounted:
        subprocess.run(["umount", str(folder)], check=True)


def _no_room(handle: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


CANARY = "Zanzibar canary 7f3a"


@pytest.fixture
def canary() -> str:
    """Words that stand in everything of the organisation, and nowhere else."""
    return CANARY


@pytest.fixture
def foreign(cast, golden) -> dict[str, Any]:
    """One of everything that the organisation has and an outsider must not find, by its parameter."""
    design = store.create(
        by=cast.editor,
        organisation=cast.organisation,
        document=set_field(golden, "title", CANARY),
        origin="blank",
    )
    comment = discussion.begin(design, by=cast.editor, address="", text=CANARY)
    day = timezone.now() + timedelta(days=9)
    link, _secret = sharing.share(
        design.revisions.get(), by=cast.editor, expires=day, note=CANARY, with_review=True
    )
    submission = submitting.submit(design, by=cast.editor, name=CANARY)
    invitation, _secret = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER, note=CANARY
    )
    return {
        "document_id": design.pk,
        "organisation_id": cast.organisation.pk,
        "member_id": cast.reader.memberships.get().pk,
        "comment_id": comment.pk,
        "link_id": link.pk,
        "submission_id": submission.pk,
        "kind": "design",
        **with_figures(design, submission, by=cast.owner, note=CANARY),
        **with_appraisal(cast.organisation, by=cast.owner, other=cast.editor, note=CANARY),
        "invitation_id": invitation.pk,
        "filter_id": filters.keep(cast.editor, name=CANARY, kind="design", query="q=a").pk,
        "job_id": uuid.uuid4(),
        "reading_id": uuid.uuid4(),
        **dict.fromkeys(("round_id", "report_id"), 1),
        "number": 1,
        "slug": "programme",
    }


FOR_A_WHILE = ("tasks", "django_tasks_database")


@pytest.fixture
def snapshot() -> Callable[[], dict[str, list[tuple[Any, ...]]]]:
    """Takes all that is kept, to be compared with what is kept later."""
    return _snapshot


def _snapshot() -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the database but sessions, whose visits are noted, and files made for a while."""
    tables = {m._meta.db_table for m in apps.get_models(include_auto_created=True)}
    skipped = {"django_session", "usersessions_usersession", "accounts_user"}
    skipped |= {
        m._meta.db_table for name in FOR_A_WHILE for m in apps.get_app_config(name).get_models()
    }
    with connection.cursor() as cursor:
        found = {}
        for table in sorted(tables - skipped):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found[table] = sorted(map(repr, cursor.fetchall()))
        return found


HOSTILE = '<script>alert("1")</script> & \' “ü” ‮ {{ 7 }} javascript:x\n=1+1'
"""A text that must come back as it was typed, wherever it is shown."""


@pytest.fixture
def hostile() -> str:
    return HOSTILE


@pytest.fixture
def at(record):
    """The address of a page about the design."""

    def address(name: str, *args: object) -> str:
        return reverse(name, args=[record.pk, *args])

    return address


@pytest.fixture
def save(cast, record):
    """Save a field of the design as a person."""

    def saved(field: str, value: object, by=None):
        change(
            record.pk,
            by=by or cast.editor,
            address=field.rpartition(".")[0],
            edit=lambda design: set_field(design, field, value),
        )
        record.refresh_from_db()

    return saved
