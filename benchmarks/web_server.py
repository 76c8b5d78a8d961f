"""A workbench on a temporary folder with one large design, in a process of its own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import uuid4

from benchmarks.large_design import large_design

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trueline.design import Design

MONITORED = "monitoring: 50 indicators, 8 periods, 4 groups"
MATRIX = "what 198 states have ratified"
LAWS = "the law of countries side by side, of 200 that are kept"
ONE_BY_ONE = {MONITORED: 0.050, MATRIX: 0.200, LAWS: 0.200}
"""Pages with all of their figures, and what each may take, asked for once more when it has answered."""
COMMENTED = 10
"""How many activities somebody has spoken of."""


@dataclass(frozen=True)
class Started:
    """A server that answers: its port, the cookie of somebody signed in, and pages by name."""

    port: int
    cookie: str
    pages: dict[str, str]
    process: int

    def largest_process(self) -> int:
        """The memory in bytes of that one of its processes which has most; 0 where none can tell."""
        children = Path(f"/proc/{self.process}/task/{self.process}/children")
        if not children.exists():
            return 0
        return max(map(_memory_of, [self.process, *map(int, children.read_text().split())]))


def _memory_of(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return 1024 * int(re.search(r"^VmRSS:\s+(\d+)", status, re.MULTILINE)[1])


@contextmanager
def started(
    folder: Path, database: str = "", workers: int = 1, *, activities: int = 40
) -> Iterator[Started]:
    """Run the server on this folder, and on a database made for it where one is named.

    `activities`: so many does the large design have.
    """
    with own_database(database) as url:
        environment = {
            **os.environ,
            "TRUELINE_DATA": str(folder),
            "TRUELINE_DATABASE": url,
            "TRUELINE_WORKERS": str(workers),
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.web_server", str(activities)],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            if not said:
                raise RuntimeError("The server did not start")
            yield Started(**json.loads(said), process=process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


@contextmanager
def own_database(url: str) -> Iterator[str]:
    """A database beside the one named, dropped afterwards; none where none is named."""
    if not url:
        yield ""
        return
    import psycopg

    name = f"trueline_bench_{uuid4().hex[:8]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{url.rpartition('/')[0]}/{name}"
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _serve() -> None:
    """Fill the instance, say where it is, and answer until ended."""
    from trueline.web.serving import listening, serve, start

    start.set_up(begin=True)
    start.migrate()
    cookie, pages = _filled(large_design(activities=int(sys.argv[1])))
    port = listening.free_port("127.0.0.1", 8700, tries=200)
    listens = listening.listen("127.0.0.1", port)
    print(json.dumps({"port": port, "cookie": cookie, "pages": pages}), flush=True)
    serve.run(listens)


def _filled(design: Design) -> tuple[str, dict[str, str]]:
    """Keep the design for an owner, comment on it, share it. The owner's cookie, and the pages."""
    from django.urls import reverse
    from django.utils import timezone

    from benchmarks.plan_work import COUNTRIES, laws_of
    from trueline.web.accounts.actions import organisations, people
    from trueline.web.comments import actions as comments
    from trueline.web.documents import store
    from trueline.web.sharing import actions as sharing

    owner = people.create(email="bench@example.org", name="Amara Okafor", password=None)
    organisation = organisations.create(by=owner, name="Safe Crossings")
    record = store.create(by=owner, organisation=organisation, document=design, origin="file")
    for activity in design.activities[:COMMENTED]:
        comments.begin(record, by=owner, address=f"activities[{activity.id}]", text="Since when?")
    _link, secret = sharing.share(
        record.revisions.get(),
        by=owner,
        note="",
        with_review=True,
        expires=timezone.now() + timedelta(days=1),
    )
    for law in laws_of(COUNTRIES):
        store.create(by=owner, organisation=organisation, document=law, origin="file")
    one_by_one = {
        MONITORED: f"/documents/{_monitored(owner, organisation)}/monitoring/",
        MATRIX: reverse("library:ratifications-matrix"),
        LAWS: reverse("legals:side-by-side", args=[organisation.pk]),
    }
    return _signed_in(owner), one_by_one | _pages(
        design, f"/documents/{record.pk}/", f"/shared/{secret}/"
    )


def _monitored(owner: Any, organisation: Any) -> Any:
    """A programme of 50 indicators, each with figures of 8 quarters and 4 groups. Its id."""
    from datetime import date
    from decimal import Decimal

    from trueline.design import Design
    from trueline.web.documents import store
    from trueline.web.documents.actions import submitting
    from trueline.web.monitoring.models import MeasuredCell, Measurement

    indicators = [
        {
            "id": f"i{number}",
            "statement": f"People reached by way {number}",
            "measure": "count",
            "direction": "up",
            "frequency": "quarterly",
            "disaggregation": ["sex"],
            "targets": [{"due": "2025-12-31", "value": 900}],
        }
        for number in range(50)
    ]
    design = Design.model_validate(
        {"title": "Measured", "start": date(2024, 1, 1), "end": date(2025, 12, 31)}
        | {"indicators": indicators}
    )
    record = store.create(by=owner, organisation=organisation, document=design, origin="file")
    submitting.approve(record, submitting.submit(record, by=owner, name="First"), by=owner)
    quarters = Measurement.objects.filter(indicator__document=record, occasion="period")
    MeasuredCell.objects.bulk_create(
        MeasuredCell(measurement=one, group=group, value=Decimal(count))
        for one in quarters
        for group, count in (("", 90), ("sex=female", 40), ("sex=male", 35), ("sex=other", 15))
    )
    quarters.update(state="approved")
    return record.pk


def _signed_in(owner: Any) -> str:
    from django.conf import settings
    from django.test import Client

    browser = Client()
    browser.force_login(owner, backend=settings.AUTHENTICATION_BACKENDS[0])
    return f"{settings.SESSION_COOKIE_NAME}={browser.cookies[settings.SESSION_COOKIE_NAME].value}"


def _pages(design: Design, base: str, shared: str) -> dict[str, str]:
    """The pages that people spend their days on, by the name of each."""
    from trueline.design.steps import STEPS

    activity = quote(f"activities[{max(design.activities, key=lambda a: len(repr(a))).id}]")
    indicator = quote(f"indicators[{design.indicators[0].id}]")
    steps = {f"step: {s.slug}": f"{base}step/{s.slug}/" for s in STEPS if not s.page}
    return {
        "designs": "/designs/",
        "start a design": "/designs/new/",
        **steps,
        "step: activities, one open": f"{base}step/activities/?open={activity}",
        "theory of change": f"{base}theory/",
        "theory of change, one chosen": f"{base}theory/?at={activity}",
        "join two": f"{base}theory/connect/",
        "review": f"{base}review/",
        "share and export": f"{base}export/",
        "form: an activity": f"{base}element/?at={activity}",
        "form: an indicator": f"{base}element/?at={indicator}",
        "pick an indicator": f"{base}indicators/",
        "interview": f"{base}interview/summary/",
        "history": f"{base}history/",
        "comments": f"{base}comments/",
        "shared link": shared,
        "shared link: theory of change": f"{shared}?chapter=theory",
        "toolkit": "/toolkit/",
        "toolkit: a section": "/toolkit/awareness/",
        "toolkit: indicators": "/toolkit/indicators/",
        "toolkit: search": "/toolkit/search/?words=why+train+police+if+they+rotate",
        "toolkit: rules": "/toolkit/rules/",
    }


if __name__ == "__main__":
    _serve()
