"""Fills an instance with organisations, each with 20 designs of 50 revisions, and measures it.

`python -m benchmarks.scale 20 200` prints a line for each size; with --database and the address of a
PostgreSQL server, on databases of its own there. The two largest worked examples are
saved fifty times as people save them; every other design gets copies of their rows. With --json, a line that
programs read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from benchmarks.web_server import own_database

DESIGNS, REVISIONS, HISTORIES = 20, 50, 2
MEMBER_OF = 200
"""In so many organisations somebody works at most who lists and searches their designs."""
PATIENCE = 900.0
"""Seconds after which a backup or restore is given up, and said to be."""
EXAMPLES = Path(__file__).parent.parent / "examples"


@dataclass(frozen=True)
class Scale:
    """What an instance of so many organisations holds and costs: bytes and seconds."""

    organisations: int
    rows: int
    size: int
    list_seconds: float
    list_size: int
    search_seconds: float
    save: float
    archive: float
    backup: float | None
    backup_size: int
    longest_save: float
    restore: float | None
    restore_work: float
    backup_work: float
    memory: int

    @property
    def restored(self) -> str:
        return _told(self.restore, self.restore_work)

    @property
    def backed_up(self) -> str:
        return _told(self.backup, self.backup_work)

    def __str__(self) -> str:
        return (
            f"{self.organisations:>6,} organisations: {self.rows:,} rows, {self.size / 1e6:,.0f} MB;"
            f" list {self.list_seconds * 1000:.0f} ms, {self.list_size / 1000:.0f} KB packed,"
            f" searched {self.search_seconds * 1000:.0f} ms;"
            f" save {self.save * 1000:.0f} ms; organisation exported {self.archive:.1f} s;"
            f" backup {self.backed_up}, {self.backup_size / 1e6:,.0f} MB, longest save meanwhile"
            f" {self.longest_save * 1000:.0f} ms; restore {self.restored};"
            f" peak memory {self.memory / 1e6:.0f} MB"
        )


def _told(seconds: float | None, work: float) -> str:
    """How long something took, and how much of that a core worked; or that it was given up."""
    took = "given up" if seconds is None else f"{seconds:.0f} s"
    return f"{took} ({work:.0f} s of a core)"


def seconds_for(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def begun(folder: Path, database: str = "") -> None:
    """An empty instance, in this process."""
    os.environ |= {"TRUELINE_DATA": str(folder), "TRUELINE_DATABASE": database}
    from trueline.web.serving import start

    start.set_up(begin=True)
    start.migrate()
    start.gather_static_files()


def _histories(owner: Any, organisation: Any) -> list[Any]:
    """The largest examples, with fifty revisions saved one after the other."""
    from trueline.design import load_design
    from trueline.document import set_field
    from trueline.web.documents import store
    from trueline.web.documents.models import Action

    largest = sorted(EXAMPLES.glob("*.yaml"), key=lambda path: path.stat().st_size)[-HISTORIES:]
    records = []
    for number, path in enumerate(largest):
        dice, design = random.Random(number), load_design(path).document
        words = " ".join(each.description for each in design.activities).split()
        record = store.create(by=owner, organisation=organisation, document=design, origin="file")
        for _ in range(REVISIONS - 1):
            at = f"activities[{dice.choice(design.activities).id}].description"
            said = " ".join(dice.choice(words) for _ in range(dice.randint(5, 40)))
            change = store.Change(at, lambda d, at=at, said=said: (set_field(d, at, said), at))
            store.save(record.pk, [change], by=owner, action=Action.CHANGED)
        record.refresh_from_db()
        records.append(record)
    return records


def filled(organisations: int) -> tuple[Any, list[Any]]:
    """The owner of so many organisations, and the designs of the first that were written."""
    from trueline.web.accounts.actions import organisations as making
    from trueline.web.accounts.actions import people
    from trueline.web.serving.backups.loading import without_constraints

    owner = people.create(email="owner@example.org", name="Amara Okafor", password=None)
    first = making.create(by=owner, name="Organisation 00000")
    templates = _histories(owner, first)
    designs = [each.pk for each in templates]
    more = DESIGNS - HISTORIES
    with without_constraints():
        _copy([(designs[number % HISTORIES], first.pk) for number in range(more)])
        others = _alike(first, organisations - 1)
        _copy([(designs[number % HISTORIES], each) for each in others for number in range(DESIGNS)])
    _settle()
    return owner, templates


def _alike(first: Any, count: int) -> list[UUID]:
    """The ids of so many organisations; whoever owns the first owns `MEMBER_OF`, somebody else the others."""
    from trueline.web.accounts.actions import people
    from trueline.web.accounts.models import Membership, Organisation

    other = people.create(email="other@example.org", name="Kim Person", password=None)
    owner = first.memberships.get().user
    made = [Organisation(name=f"Organisation {number + 1:05}") for number in range(count)]
    Organisation.objects.bulk_create(made, batch_size=500)
    Membership.objects.bulk_create(
        [
            Membership(organisation=each, user=owner if number < MEMBER_OF else other, role="owner")
            for number, each in enumerate(made, 1)
        ],
        batch_size=500,
    )
    return [each.pk for each in made]


def _copy(wanted: list[tuple[UUID, UUID]]) -> None:
    """Copy designs, each into an organisation, with their revisions: within the database, in one statement
    for each table, which is how 2 million are there in minutes."""
    from django.db import connection

    from trueline.web.documents.models import DocumentRecord, PortfolioEntry, Revision

    id = "uuid" if connection.vendor == "postgresql" else "char(32)"
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM documents_revision")
        step = cursor.fetchone()[0]
        cursor.execute(
            f"CREATE TEMPORARY TABLE copies (old {id}, new {id}, place {id}, ahead bigint)"
        )
        cursor.executemany(
            "INSERT INTO copies VALUES (%s, %s, %s, %s)",
            [
                (old.hex, uuid4().hex, place.hex, step * number)
                for number, (old, place) in enumerate(wanted, 1)
            ],
        )
        for model, document, others in (
            (DocumentRecord, "id", {"organisation_id": "copies.place"}),
            (PortfolioEntry, "document_id", {}),
            (Revision, "document_id", {each: f"{each} + copies.ahead" for each in KEYS}),
        ):
            table = model._meta.db_table
            names = [field.column for field in model._meta.concrete_fields]
            new = {document: "copies.new", **others}
            values = ", ".join(new.get(name, f"{table}.{name}") for name in names)
            cursor.execute(
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {values}"
                f" FROM copies JOIN {table} ON copies.old = {document}"
            )
        cursor.execute("DROP TABLE copies")


def _settle() -> None:
    """Rows that were written by their numbers leave PostgreSQL's counters behind."""
    from django.core.management.color import no_style
    from django.db import connection

    from trueline.web.documents.models import Revision

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Revision]):
                cursor.execute(statement)


KEYS = ("id", "snapshot_id")
"""What copied revisions call themselves and one another by: shifted, so that each finds its own snapshot."""


def size_of_database() -> int:
    """Bytes of the database as it lies on the disk."""
    from django.conf import settings
    from django.db import connection

    if connection.vendor != "postgresql":
        return Path(settings.DATABASES["default"]["NAME"]).stat().st_size
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def measured(
    organisations: int, folder: Path, other: str = "", *, patience: float = PATIENCE
) -> Scale:
    """Fill this process's instance, and measure what people and their server do with it. What is backed
    up is restored into the database `other`, else into a file."""
    from django.apps import apps
    from django.conf import settings
    from django.db import connection, transaction
    from django.test import Client

    from trueline.document import set_field
    from trueline.web.archives.organisation import write_organisation
    from trueline.web.documents import store
    from trueline.web.documents.models import Action

    with transaction.atomic():  # the disk is waited for once
        owner, records = filled(organisations)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as it does by itself within a minute
    client = Client(headers={"host": "localhost", "accept-encoding": "gzip"})
    client.force_login(owner, backend=settings.AUTHENTICATION_BACKENDS[0])
    client.get("/designs/")

    def save(number: int) -> float:
        change = store.Change(
            "", lambda design: (set_field(design, "title", f"Title {number}"), "")
        )
        return seconds_for(
            lambda: store.save(records[0].pk, [change], by=owner, action=Action.CHANGED)
        )

    list_seconds = min(seconds_for(lambda: client.get("/designs/")) for _ in range(3))
    search_seconds = min(
        seconds_for(lambda: client.get("/designs/?q=shelter+police")) for _ in range(3)
    )
    saves = sorted(save(number) for number in range(9))
    first = records[0].organisation
    with (folder / "organisation.zip").open("w+b") as stream:
        archive = seconds_for(lambda: write_organisation(first, stream))
    file = folder / "a.backup"
    plain = Client(headers={"host": "localhost"})
    plain.cookies = client.cookies
    backup, backup_work, meanwhile = None, 0.0, saves
    if patience:
        with _saving(plain, records[0].pk) as meanwhile:
            backup, backup_work = _worked("backup", "--quiet", str(file), patience=patience)
    places = {"TRUELINE_DATA": str(folder / "restored"), "TRUELINE_DATABASE": other}
    restore, worked = None, 0.0
    if backup is not None:
        restore, worked = _worked("restore", str(file), patience=patience, **places)
    return Scale(
        organisations,
        sum(model._base_manager.count() for model in apps.get_models()),
        size_of_database(),
        list_seconds,
        len(client.get("/designs/").content),
        search_seconds,
        saves[len(saves) // 2],
        archive,
        backup,
        0 if backup is None else file.stat().st_size,
        max(meanwhile, default=0.0),
        restore,
        worked,
        backup_work,
        1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    )


@contextmanager
def _saving(client: Any, document: UUID) -> Iterator[list[float]]:
    """Within, somebody saves by the form of a page, five times a second; how long each save took."""
    path, spans, over = f"/documents/{document}/add/?to=partners", [0.0] * 0, threading.Event()

    def go_on() -> None:
        while not over.wait(0.2):
            form = client.get(path).content.decode()
            once = re.search(r'name="once" value="([^"]+)"', form)
            values = {"once": once[1] if once else "", "title": f"Partner {len(spans)}"}
            began = time.perf_counter()
            status = client.post(path, values).status_code
            spans.append(time.perf_counter() - began)
            if status != 302:
                raise RuntimeError(f"A save was answered with {status}.")

    with ThreadPoolExecutor(1) as saver:
        saving = saver.submit(go_on)
        try:
            yield spans
        finally:
            over.set()
        saving.result()


def _worked(*arguments: str, patience: float, **places: str) -> tuple[float | None, float]:
    """How long a command of Trueline took, None where it was given up; and how long a core worked."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    command = [sys.executable, "-m", "trueline", *arguments]
    try:
        subprocess.run(
            command,
            env={**os.environ, **places},
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=patience,
        )
    except subprocess.TimeoutExpired:
        began = 0.0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (time.perf_counter() - began if began else None), work


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[20, 200])
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--patience",
        type=float,
        default=PATIENCE,
        help="seconds after which a backup or restore is given up; with 0 neither is tried",
    )
    parser.add_argument("--database", default="", help="a PostgreSQL server, as postgresql://...")
    options = parser.parse_args()
    if len(options.sizes) > 1:  # a process for each, whose memory is its own
        for size in options.sizes:
            more = ["--json"] if options.json else []
            more += ["--database", options.database] if options.database else []
            more += ["--patience", str(options.patience)]
            subprocess.run([sys.executable, "-m", "benchmarks.scale", str(size), *more], check=True)
        return 0
    with (
        tempfile.TemporaryDirectory() as name,
        own_database(options.database) as url,
        own_database(options.database) as other,
    ):
        begun(Path(name), url)
        scale = measured(options.sizes[0], Path(name), other, patience=options.patience)
        print(json.dumps(asdict(scale)) if options.json else scale, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
