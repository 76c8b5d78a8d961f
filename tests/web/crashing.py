"""Saves a design over and over in processes that are killed without warning; run as a program.

It uses the settings of a real instance, as they are after `trueline serve`. Each child tells of a
save through a pipe only after the save has returned; the parent kills it at a random moment and
then looks whether everything that it was told of is there, and the database sound.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time

ROUNDS = 100


def main() -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from trueline.design import Design
    from trueline.web.accounts.models import Organisation, User
    from trueline.web.documents import store

    user = User.objects.create_user("a@example.org", "x", name="A")
    organisation = Organisation.objects.create(name="O")
    record = store.create(by=user, organisation=organisation, document=Design(), origin="blank")
    told = 0
    for _round in range(ROUNDS):
        told += run_one(record.pk, user.pk)
        check(record.pk)
    print(f"{ROUNDS} kills, {told} acknowledged saves, all there")


def run_one(record_id: object, user_id: int) -> int:
    """Let a child save until it is killed; returns how many saves it told of."""
    from django.db import connections

    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        save_for_ever(record_id, user_id, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as stream:
        first = stream.read(1)  # it has saved once, and is at its next save by now
        time.sleep(random.uniform(0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        told = [int(line) for line in (first + stream.readall()).split(b"\n")[:-1]]
    verify(record_id, told)
    return len(told)


def save_for_ever(record_id: object, user_id: int, writing: int) -> None:
    from trueline.document import set_field
    from trueline.web.accounts.models import User
    from trueline.web.documents.models import Action
    from trueline.web.documents.store import Change, save

    user = User.objects.get(pk=user_id)
    retitle = Change("", lambda design: (set_field(design, "title", str(time.time_ns())), ""))
    while True:
        saved = save(record_id, [retitle], by=user, action=Action.CHANGED)
        os.write(writing, f"{saved.revision}\n".encode())


def verify(record_id: object, told: list[int]) -> None:
    from trueline.web.documents.models import DocumentRecord, Revision

    kept = set(Revision.objects.filter(document=record_id).values_list("number", flat=True))
    lost = [number for number in told if number not in kept]
    if lost:
        sys.exit(f"Acknowledged and lost: {lost}")
    if DocumentRecord.objects.get(pk=record_id).revision != max(kept):
        sys.exit("The design and its history are at different revisions.")


def check(record_id: object) -> None:
    """The database is sound, and the design is that of its newest revision."""
    from django.db import connection

    from trueline.web.documents import store
    from trueline.web.documents.models import DocumentRecord

    record = DocumentRecord.objects.get(pk=record_id)
    if store.document_of(record) != store.document_in(store.revision_of(record, record.revision)):
        sys.exit("The design is not that of its newest revision.")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            (said,) = cursor.execute("PRAGMA quick_check").fetchone()
        if said != "ok":
            sys.exit(f"The database is damaged: {said}")


if __name__ == "__main__":
    main()
