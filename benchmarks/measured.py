"""Programmes with a million measurements, and what reading and writing them costs, in a process of its own.

`python -m benchmarks.measured [MEASUREMENTS]` fills the instance that the environment names and prints a line
of JSON for each piece of work. One programme is entered as people do; the others are copies of its rows, made
within the database. Times are those of the processor, of this process and of the one that serves it in
PostgreSQL: others on the machine don't count. Beside them stands how long it took by the clock.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

PROGRAMMES, INDICATORS = 500, 50
GROUPS = {"": 90, "sex=female": 40, "sex=male": 35, "sex=other": 15}
TABLES = ("MonitoredIndicator", "PlannedValue", "ReportingPeriod", "Measurement", "MeasuredCell")
SMALL, QUARTERS, RUNS = "50 x 8 x 4", 40, 5
OPEN_QUARTERS = 2
"""The last quarters of each programme are not entered yet."""

Line = tuple[str, float, float, float, int]
"""What was done, its median seconds of the processor and by the clock, what it may take, and how often it
was done.
"""


def programme(owner: Any, organisation: Any, *, quarters: int) -> Any:
    """A programme of 50 indicators with figures of so many quarters up to now, and four groups."""
    from trueline.design import Design
    from trueline.web.documents import store
    from trueline.web.documents.actions import submitting
    from trueline.web.monitoring.models import MeasuredCell, Measurement

    last = date.today().year
    target = {"due": f"{last}-12-31", "value": 90 * quarters, "rationale": ""}
    indicators = [
        {
            "id": f"i{number}",
            "statement": f"People reached by way {number}",
            "measure": "count",
            "direction": "up",
            "frequency": "quarterly",
            "disaggregation": ["sex"],
            "targets": [target],
        }
        for number in range(INDICATORS)
    ]
    design = Design.model_validate(
        {"title": "Measured", "start": date(last - quarters // 4 + 1, 1, 1)}
        | {"end": date(last, 12, 31), "indicators": indicators}
    )
    record = store.create(by=owner, organisation=organisation, document=design, origin="file")
    submitting.approve(record, submitting.submit(record, by=owner, name="First"), by=owner)
    periods = record.reporting_periods.filter(measurements__occasion="period").distinct()
    told = list(periods.order_by("end"))[: -OPEN_QUARTERS or None]
    rows = Measurement.objects.filter(period__in=told, occasion="period")
    MeasuredCell.objects.bulk_create(
        MeasuredCell(measurement=one, group=group, value=Decimal(count))
        for one in rows
        for group, count in GROUPS.items()
    )
    rows.update(state="approved")
    return record


class Copier:
    """Copies a programme within the database. Of the groups, copies have all people alone."""

    def __init__(self, record: Any) -> None:
        from django.apps import apps
        from django.db import connection

        from trueline.web.documents.models import DocumentRecord, PortfolioEntry

        self.connection, self.record = connection, record
        self.models = [apps.get_model("monitoring", name) for name in TABLES]
        self.documents = (DocumentRecord, "id"), (PortfolioEntry, "document_id")
        self.rows = {model: self._range(model) for model in self.models}

    def _range(self, model: Any) -> tuple[int, int]:
        """The first and the last of its rows, between which there are no others."""
        ways = {"MeasuredCell": "measurement__indicator__document"}
        if any(field.name == "document" for field in model._meta.fields):
            way = "document"
        else:
            way = ways.get(model.__name__, "indicator__document")
        keys = (
            model.objects.filter(**{way: self.record}).order_by("pk").values_list("pk", flat=True)
        )
        return keys.first(), keys.last()

    def copy(self, number: int) -> None:
        """The copy of this number, from 1."""
        new = self._literal(uuid4())
        with self.connection.cursor() as cursor:
            for model, key in self.documents:
                cursor.execute(self._sql(model, {key: new}, key))
            for model in self.models:
                cursor.execute(self._sql(model, self._shifted(model, number, new), ""))

    def after(self) -> None:
        """Let new rows be numbered after the copies."""
        from django.core.management.color import no_style

        with self.connection.cursor() as cursor:
            for line in self.connection.ops.sequence_reset_sql(no_style(), self.models):
                cursor.execute(line)
            cursor.execute("ANALYZE")

    def _literal(self, value: UUID) -> str:
        return f"'{value.hex if self.connection.vendor == 'sqlite' else value}'"

    def _shifted(self, model: Any, number: int, new: str) -> dict[str, str]:
        """Each copy's rows are numbered far above those before, and so is what they refer to."""
        far = 1_000_000 * number
        keys = {"id", *(f"{name}_id" for name in ("indicator", "period", "measurement"))}
        columns = {field.column for field in model._meta.concrete_fields}
        told = {column: f"{column} + {far}" for column in columns & keys}
        return told | ({"document_id": new} if "document_id" in columns else {})

    def _sql(self, model: Any, changed: dict[str, str], key: str) -> str:
        quoted = self.connection.ops.quote_name
        table = model._meta.db_table
        names = [field.column for field in model._meta.concrete_fields]
        values = ", ".join(changed.get(name, quoted(name)) for name in names)
        which = f"{key} = {self._literal(self.record.pk)}"
        if not key:
            first, last = self.rows[model]
            which = f"id BETWEEN {first} AND {last}"
        if model.__name__ == "MeasuredCell":
            which += f" AND {quoted('group')} = ''"
        columns = ", ".join(map(quoted, names))
        return f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {which}"


def worked(task: Callable[[], object], runs: int = 5) -> tuple[float, float]:
    """The medians of the processor's time that a task took, and of the clock's, in seconds."""
    spans, clock = [], []
    for _run in range(runs):
        began, begun = _busy(), time.perf_counter()
        task()
        spans.append(_busy() - began)
        clock.append(time.perf_counter() - begun)
    return statistics.median(spans), statistics.median(clock)


def _busy() -> float:
    """Seconds of the processor so far, with those of the database server's process for this one."""
    from django.db import connection

    served = 0.0
    if connection.vendor == "postgresql":
        connection.ensure_connection()
        stat = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
        if stat.exists():  # on the same machine, under Linux
            ticks = stat.read_text().rpartition(")")[2].split()[11:13]
            served = sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return time.process_time() + served


def lines(measurements: int) -> Iterator[Line]:
    """Fill the instance, and measure."""
    from django.conf import settings
    from django.db import transaction
    from django.test import Client

    from trueline.web.accounts.actions import organisations, people
    from trueline.web.documents import cache
    from trueline.web.monitoring import summaries

    owner = people.create(email="bench@example.org", name="Amara Okafor", password=None)
    organisation = organisations.create(by=owner, name="Safe Crossings")
    browser = Client(headers={"host": "localhost"})
    browser.force_login(owner, backend=settings.AUTHENTICATION_BACKENDS[0])
    small = programme(owner, organisation, quarters=8)

    def opened(page: str, *, anew: bool = False) -> None:
        if anew:
            cache.forget()
        if browser.get(page).status_code != 200:
            raise RuntimeError(f"{page} is no page")

    page = f"/documents/{small.pk}/monitoring/"
    opened(page)
    anew = partial(opened, page, anew=True)
    yield f"dashboard of {SMALL}, {_asked(anew)} queries, drawn anew", *worked(anew), 0.050, RUNS
    yield f"dashboard of {SMALL}, again", *worked(partial(opened, page)), 0.050, RUNS
    days = _days(small)
    yield (
        f"results.pdf of {SMALL}",
        *worked(partial(_report, small, "results.pdf", *days), 2),
        0.5,
        2,
    )
    yield "a measurement with four cells, saved", *worked(_saving(small, owner), RUNS), 0.010, RUNS

    large = programme(owner, organisation, quarters=QUARTERS)
    copier, each = Copier(large), large.monitored_indicators.count() * QUARTERS
    began = time.perf_counter()
    with transaction.atomic():
        for number in range(1, max(2, measurements // each)):
            copier.copy(number)
    copier.after()
    told = f"{measurements:,} measurements"
    filled = time.perf_counter() - began
    yield (
        f"{told} copied in {filled:.0f} s; summaries of {PROGRAMMES}",
        *worked(_keep(summaries), 1),
        60,
        1,
    )
    page = f"/documents/{large.pk}/monitoring/"
    opened(page)
    yield f"{told}: dashboard, drawn anew", *worked(partial(opened, page, anew=True), 3), 0.2, 3
    yield f"{told}: dashboard, again", *worked(partial(opened, page), 3), 0.2, 3
    page = f"/organisations/{organisation.pk}/monitoring/"
    opened(page)
    yield f"{told}: portfolio of {PROGRAMMES}", *worked(partial(opened, page), 3), 1, 3
    report = partial(_report, large, "iptt.xlsx", *_days(large))
    yield f"{told}: IPTT of {INDICATORS} x {QUARTERS} x 4", *worked(report, 2), 3, 2


def _asked(task: Callable[[], object]) -> int:
    """How many queries a task takes."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        task()
    return len(queries)


def _days(record: Any) -> tuple[date, date]:
    periods = list(record.reporting_periods.all())
    return min(each.start for each in periods), max(each.end for each in periods)


def _report(record: Any, name: str, first: date, last: date) -> bytes:
    from trueline.stack_room import with_room
    from trueline.web.monitoring.tasks import content_of

    return with_room(content_of)(record, name, first, last)


def _keep(summaries: Any) -> Callable[[], None]:
    def keep() -> None:
        while summaries.keep_some():
            pass

    return keep


def _saving(record: Any, owner: Any) -> Callable[[], None]:
    """Saving other figures for all people and three groups, each time it is called."""
    from itertools import count

    from trueline.measures.readings import Count
    from trueline.web.monitoring.actions import entering
    from trueline.web.monitoring.models import Measurement
    from trueline.web.monitoring.snapshots import fingerprint, snapshot

    rows = Measurement.objects.filter(indicator__document=record, occasion="period", state="due")
    one = rows.select_related("period__document").earliest("pk")
    turn = count()

    def save() -> None:
        more = next(turn)
        readings = {group: Count(Decimal(number + more)) for group, number in GROUPS.items()}
        seen = fingerprint(snapshot(Measurement.objects.get(pk=one.pk)))
        entering.enter(one.period, [entering.Entry(one.pk, seen, readings)], by=owner)

    return save


def main() -> int:
    from trueline.web.serving import process_memory, start

    start.set_up(begin=True)
    start.migrate()
    start.gather_static_files()
    process_memory.freeze_objects()  # as servers do before they answer
    for line in lines(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000):
        print(json.dumps(line), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
