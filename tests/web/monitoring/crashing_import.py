"""Takes in files over and over in processes that are killed without warning; run as a program.

It uses the settings of a real instance. Each file tells the same number of every figure of two
periods, so that a file of which only a part was taken in is seen at once. Its argument says how often.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from datetime import date
from decimal import Decimal
from typing import Any

INDICATORS = 12


def main(rounds: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    record, user = made()
    told, taken = 0, 0
    for number in range(1, rounds + 1):
        told += killed(record, user, number * 1000)
        taken = whole(record, taken)
    print(f"{rounds} kills, {told} files told of, each whole or not there")


def made() -> tuple[Any, Any]:
    """A programme with many figures due in two periods."""
    from trueline.design import Design
    from trueline.web.accounts.models import Membership, Organisation, User
    from trueline.web.documents import store
    from trueline.web.documents.actions import submitting

    user = User.objects.create_user("a@example.org", "x", name="A")
    organisation = Organisation.objects.create(name="O")
    Membership.objects.create(organisation=organisation, user=user, role="owner")
    counted = {"measure": "count", "frequency": "half-yearly", "baseline": {"value": 0}}
    indicators = [{"id": f"i{n}", "statement": f"Count {n}", **counted} for n in range(INDICATORS)]
    days = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    design = Design.model_validate({"title": "T", **days, "indicators": indicators})
    record = store.create(by=user, organisation=organisation, document=design, origin="blank")
    submitting.approve(record, submitting.submit(record, by=user, name="V"), by=user)
    return record.pk, user.pk


def killed(record: Any, user: int, first: int) -> int:
    """Let a child take in files until it is killed; gives how many it told of."""
    from django.db import connections

    connections.close_all()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        take_in_for_ever(record, user, first, writing)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as stream:
        stream.read(1)
        time.sleep(random.uniform(0, 0.08))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return 1 + stream.readall().count(b"\n")


def take_in_for_ever(record: Any, user_id: int, value: int, writing: int) -> None:
    from trueline.measures.readings import Count
    from trueline.web.accounts.models import User
    from trueline.web.monitoring.actions.entering import Entry, enter_periods
    from trueline.web.monitoring.models import ReportingPeriod
    from trueline.web.monitoring.queries import measurements_in
    from trueline.web.monitoring.snapshots import fingerprint, snapshot

    user = User.objects.get(pk=user_id)
    while True:
        value += 1
        reading = {"": Count(Decimal(value))}
        entries = {
            period: [
                Entry(one.pk, fingerprint(snapshot(one)), reading)
                for one in measurements_in(period)
            ]
            for period in ReportingPeriod.objects.filter(document=record)
        }
        enter_periods(entries, by=user)
        os.write(writing, b"1\n")


def whole(record: Any, before: int) -> int:
    """The number that every figure has, which is at least the one before."""
    from trueline.web.monitoring.models import MeasuredCell, Measurement

    figures = Measurement.objects.filter(indicator__document=record)
    values = set(MeasuredCell.objects.values_list("value", flat=True))
    if len(values) != 1 or MeasuredCell.objects.count() != figures.count():
        sys.exit(f"A part of a file was taken in: {values}")
    (value,) = values
    if value < before:
        sys.exit(f"{value} after {before}: something went back")
    return int(value)


if __name__ == "__main__":
    main(int(sys.argv[1]))
