"""How much dearer twice as much is: each page, import, export, review and comparison at n, 2n and 4n.

Work in step with size costs twice as much for twice the elements; above 2.4 something looks through
everything for each of its parts. It is the processor's time of this process, the least of a few runs, with nothing
remembered from the run before, so that a busy machine changes little. `make bench-growth` prints the
table, in some minutes.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trueline.design import Design, design_from_json
from trueline.document import document_to_json, document_to_yaml
from trueline.memory import forget_all
from trueline.review import review
from trueline.toolkit import Toolkit, load_toolkit

SIZES = (400, 800, 1_600)
"""Activities; with as many results, twice as many links and half as many indicators, the largest is
near the limits of a document."""
COMPONENT = 20
"""Results of one component: a larger programme has more of them, not longer ways."""
MOST = 2.4
RUNS, LEAST = 3, 1.0
"""Three times each, and what is quick until it took a second together: a short time is easily
disturbed. The sizes take turns, so that what disturbs one of them disturbs the others too."""
FLOOR = 0.05
"""Seconds below which nobody waits, and a ratio says nothing."""

Work = Callable[[], object]


def design_of(size: int) -> Design:
    """A programme of so many activities, each with a result that leads to the next of its component."""
    levels = ("output", "outcome", "impact")
    results: list[dict[str, Any]] = [
        {"id": f"r{n}", "statement": f"Result {n}: fewer are deceived", "level": levels[n % 3]}
        for n in range(size)
    ]
    activities = [
        {
            "id": f"a{n}",
            "kind": "justice",
            "title": f"Training {n} of inspectors",
            "description": f"Inspectors of office {n} practise with cases from their own districts.",
            "lead": f"Office {n}",
            "training": True,
        }
        for n in range(size)
    ]
    links = [
        {
            "id": f"{first}{n}",
            "cause": f"{first}{n}",
            "effect": f"r{n - n % COMPONENT + (n + step) % COMPONENT}",
            "assumptions": [{"id": "a", "statement": f"Office {n} lets them act"}],
        }
        for first, step in (("a", 0), ("r", 1))
        for n in range(size)
    ]
    indicators = [
        {
            "id": f"i{n}",
            "statement": f"Share of cases acted on by office {n}",
            "result": f"r{n}",
            "unit": "percent",
            "targets": [{"due": "2028-12-31", "value": n % 90}],
        }
        for n in range(size // 2)
    ]
    return Design.model_validate(
        {
            "title": f"{size} offices",
            "activities": activities,
            "results": results,
            "links": links,
            "indicators": indicators,
        }
    )


def changed(design: Design) -> Design:
    """The same in another order, with half of its texts changed and some links gone."""
    results = tuple(
        each.model_copy(update={"statement": f"{each.statement} now"}) if n % 2 else each
        for n, each in enumerate(reversed(design.results))
    )
    return design.model_copy(update={"results": results, "links": design.links[::2]})


@dataclass(frozen=True)
class Growth:
    """A line of the table: seconds at each size, and how much a doubling costs at worst."""

    work: str
    seconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        pairs = zip(self.seconds, self.seconds[1:], strict=False)
        return max(after / before for before, after in pairs if before)

    @property
    def within(self) -> bool:
        return self.ratio <= MOST or self.seconds[-1] < FLOOR


def seconds_for(works: Sequence[Work]) -> tuple[float, ...]:
    """The least time of the processor that each took, in as many runs that remember nothing."""
    turns: list[tuple[float, ...]] = []
    while len(turns) < RUNS or sum(turn[0] for turn in turns) < LEAST:
        turns.append(tuple(_once(work) for work in works))
    return tuple(map(min, zip(*turns, strict=True)))


def _once(work: Work) -> float:
    forget_all()
    gc.collect()
    began = time.process_time()
    work()
    return time.process_time() - began


def works(design: Design, toolkit: Toolkit) -> Iterator[tuple[str, Work]]:
    """What is done with a document of one size, by name; all of it without a server."""
    from trueline.exchange.logframe import begin, logframe_of
    from trueline.office import read_office
    from trueline.reports import ExportRequest, exports_of
    from trueline.web.documents.changes import changes

    stored, other = document_to_json(design), changed(design)
    yield "open, as stored", lambda: design_from_json(stored)
    yield "review", lambda: review(design, toolkit, on=date(2026, 11, 26))
    yield "comparison", lambda: changes(design, other, toolkit)
    yield "as YAML", lambda: document_to_yaml(design)
    findings = review(design, toolkit)
    request = ExportRequest(design, toolkit, findings)
    for name, export in exports_of("design").items():
        yield f"export {name}", lambda export=export: export.make(request)
    quarter = design_of(len(design.activities) // 4)  # more has too many rows to be brought in
    workbook = exports_of("design")["logframe.xlsx"].make(ExportRequest(quarter, toolkit))

    def imported() -> object:
        return begin(logframe_of(read_office(workbook, "logframe.xlsx"), "logframe.xlsx"))

    yield "import of a logframe, of a quarter as many", imported


def pages(design: Design) -> Iterator[tuple[str, Work]]:
    """Each page of the workspace on a document of one size, for somebody who may edit."""
    from django.test import Client
    from django.urls import reverse

    from trueline.web.accounts.actions import organisations, people
    from trueline.web.documents import store
    from trueline.web.documents.models import Action

    owner = people.create(
        email=f"bench{len(design.activities)}@example.org", name="Amara Okafor", password=None
    )
    organisation = organisations.create(by=owner, name="Safe Crossings")
    record = store.create(by=owner, organisation=organisation, document=design, origin="file")
    whole = store.Change("", lambda _design: (changed(design), ""), whole=True)
    store.save(record.pk, [whole], by=owner, action=Action.CHANGED)
    client = Client(headers={"host": "localhost"})
    client.force_login(owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    here = [record.pk]
    addresses = {
        "activities": reverse("workspace:step", args=[*here, "activities"]),
        "indicators": reverse("workspace:step", args=[*here, "indicators"]),
        "theory": reverse("designs:theory", args=here),
        "theory around a box": f"{reverse('designs:theory', args=here)}?at=results%5Br9%5D",
        "review": reverse("workspace:review", args=here),
        "one activity": f"{reverse('workspace:element', args=here)}?at=activities%5Ba9%5D",
        "history": reverse("documents:history", args=here),
        "an earlier revision": reverse("documents:revision", args=[*here, 1]),
        "comparison": f"{reverse('documents:compare', args=here)}?older=1&newer=2",
        "comments": reverse("comments:list", args=here),
        "exports": reverse("documents:export", args=here),
    }
    for name, address in addresses.items():

        def page(address: str = address) -> object:
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} answered {answer.status_code}")
            return answer

        page()
        yield f"page: {name}", page


def _table(only: str) -> Iterator[Growth]:
    from trueline.web.serving import process_memory

    toolkit = load_toolkit()
    designs = [design_of(size) for size in SIZES]
    for makers in ([works(design, toolkit) for design in designs], [pages(d) for d in designs]):
        process_memory.freeze_objects()  # as a server does: a search through all memory fell upon one size alone
        for same in zip(*makers, strict=True):
            name = same[0][0]
            if only in name:
                yield Growth(name, seconds_for([work for _name, work in same]))


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TRUELINE_DATA": folder, "TRUELINE_DATABASE": ""}
        from trueline.web.serving import start

        start.set_up(begin=True)
        start.migrate()
        start.gather_static_files()
        print(f"{'work':<34}" + "".join(f"{n:>12,}" for n in SIZES) + f"{'doubling':>10}  kept")
        kept = True
        for growth in _table(" ".join(sys.argv[1:])):
            times = "".join(f"{seconds:>10.2f} s" for seconds in growth.seconds)
            kept &= growth.within
            said = "yes" if growth.within else "NO"
            print(f"{growth.work:<34}{times}{growth.ratio:>10.2f}  {said}", flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
