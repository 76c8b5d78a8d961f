"""Fills an instance with organisations, each with 20 designs of 50 revisions, and measures it.

`python -m benchmarks.scale 20 200` prints a line for each size. The two largest worked examples are
saved fifty times as people save them; every other design gets copies of their rows. With --json, a line that
programs read.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

DESIGNS, REVISIONS, HISTORIES = 20, 50, 2
LONGEST = 600.0
"""Seconds after which a restore is given up, and said to be."""
EXAMPLES = Path(__file__).parent.parent / "examples"


@dataclass(frozen=True)
class Scale:
    """What an instance of so many organisations holds and costs: bytes and seconds."""

    organisations: int
    rows: int
    size: int
    list_seconds: float
    list_size: int
    save: float
    archive: float
    backup: float
    backup_size: int
    longest_save: float
    restore: float | None
    restore_work: float
    backup_work: float
    memory: int

    @property
    def restored(self) -> str:
        """How long a restore took, and how much of that a core worked; or that it was given up."""
        if self.restore is None:
            return f"given up after {LONGEST:.0f} s"
        return f"{self.restore:.0f} s ({self.restore_work:.0f} s of a core)"

    @property
    def backed_up(self) -> str:
        return f"{self.backup:.1f} s ({self.backup_work:.1f} s of a core)"

    def __str__(self) -> str:
        return (
            f"{self.organisations:>6,} organisations: {self.rows:,} rows, {self.size / 1e6:,.0f} MB;"
            f" list {self.list_seconds * 1000:.0f} ms, {self.list_size / 1000:.0f} KB;"
            f" save {self.save * 1000:.0f} ms; organisation exported {self.archive:.1f} s;"
            f" backup {self.backed_up}, {self.backup_size / 1e6:,.0f} MB, longest save meanwhile"
            f" {self.longest_save * 1000:.0f} ms; restore {self.restored};"
            f" peak memory {self.memory / 1e6:.0f} MB"
        )


def seconds_for(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def begun(folder: Path) -> None:
    """An empty instance, in this process."""
    os.environ |= {"TRUELINE_DATA": str(folder), "TRUELINE_DATABASE": ""}
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

    owner = people.create(email="owner@example.org", name="Amara Okafor", password=None)
    first = making.create(by=owner, name="Organisation 00000")
    templates = _histories(owner, first)
    designs, copier = [each.pk for each in templates], Copier()
    while len(designs) < DESIGNS:
        designs += copier.copy(designs[:HISTORIES], first.pk)
    for number in range(1, organisations):
        copier.copy(designs, making.create(by=owner, name=f"Organisation {number:05}").pk)
    return owner, templates


class Copier:
    """Copies designs with their revisions within the database, which is how 2 million are there in minutes."""

    def __init__(self) -> None:
        from django.db import connection

        from trueline.web.documents.models import DocumentRecord, PortfolioEntry, Revision

        self._connection, self._models = connection, (DocumentRecord, PortfolioEntry, Revision)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMPORARY TABLE copies (old char(32), new char(32))")

    def copy(self, designs: list[UUID], organisation: UUID) -> list[UUID]:
        """The ids of the copies, which belong to this organisation."""
        made = [uuid4() for _ in designs]
        record, entry, revision = self._models
        with self._connection.cursor() as cursor:
            cursor.execute("SELECT max(id) FROM documents_revision")
            ahead = cursor.fetchone()[0]
            cursor.execute("DELETE FROM copies")
            pairs = zip(designs, made, strict=True)
            cursor.executemany(
                "INSERT INTO copies VALUES (%s, %s)", [(old.hex, new.hex) for old, new in pairs]
            )
            for model, document, others in (
                (record, "id", {"organisation_id": f"'{organisation.hex}'"}),
                (entry, "document_id", {}),
                (revision, "document_id", {each: f"{each} + {ahead}" for each in KEYS}),
            ):
                names = [field.column for field in model._meta.concrete_fields]
                new = {document: "copies.new", **others}
                values = ", ".join(
                    new.get(name, f"{model._meta.db_table}.{name}") for name in names
                )
                cursor.execute(
                    f"INSERT INTO {model._meta.db_table} ({', '.join(names)}) SELECT {values}"
                    f" FROM {model._meta.db_table} JOIN copies ON copies.old = {document}"
                )
        return made


KEYS = ("id", "snapshot_id")
"""What copied revisions call themselves and one another by: shifted, so that each finds its own snapshot."""


def measured(organisations: int, folder: Path) -> Scale:
    """Fill this process's instance, and measure what people and their server do with it."""
    from django.apps import apps
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    from trueline.document import set_field
    from trueline.web.archives.organisation import write_organisation
    from trueline.web.documents import store
    from trueline.web.documents.models import Action
    from trueline.web.serving.backups.target import FileTarget
    from trueline.web.serving.backups.writing import write

    with transaction.atomic():  # the disk is waited for once
        owner, records = filled(organisations)
    client = Client(headers={"host": "localhost"})
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
    saves = sorted(save(number) for number in range(9))
    first = records[0].organisation
    with (folder / "organisation.zip").open("w+b") as stream:
        archive = seconds_for(lambda: write_organisation(first, stream))
    meanwhile: list[float] = []
    over = threading.Event()

    def go_on_saving() -> None:
        while not over.wait(0.2):
            meanwhile.append(save(len(meanwhile) + 100))

    saver = threading.Thread(target=go_on_saving)
    saver.start()
    file = folder / "a.backup"
    began = time.thread_time()
    backup = seconds_for(lambda: write(FileTarget(file)))
    backup_work = time.thread_time() - began
    over.set()
    saver.join()
    environment = {**os.environ, "TRUELINE_DATA": str(folder / "restored")}
    command = [sys.executable, "-m", "trueline", "restore", str(file)]
    worked = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    began = time.perf_counter()
    is_done = _run(command, environment)
    restore = time.perf_counter() - began if is_done else None
    worked = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - worked
    return Scale(
        organisations,
        sum(model._base_manager.count() for model in apps.get_models()),
        Path(settings.DATABASES["default"]["NAME"]).stat().st_size,
        list_seconds,
        len(client.get("/designs/").content),
        saves[len(saves) // 2],
        archive,
        backup,
        file.stat().st_size,
        max(meanwhile, default=0.0),
        restore,
        worked,
        backup_work,
        1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    )


def _run(command: list[str], environment: dict[str, str]) -> bool:
    """Whether it was done in time, so that what takes too long does not lose the rest of the line."""
    try:
        subprocess.run(
            command, env=environment, check=True, stdout=subprocess.DEVNULL, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        return False
    return True


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[20, 200])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if len(options.sizes) > 1:  # a process for each, whose memory is its own
        for size in options.sizes:
            more = ["--json"] if options.json else []
            subprocess.run([sys.executable, "-m", "benchmarks.scale", str(size), *more], check=True)
        return 0
    with tempfile.TemporaryDirectory() as name:
        begun(Path(name))
        scale = measured(options.sizes[0], Path(name))
        print(json.dumps(asdict(scale)) if options.json else scale, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
