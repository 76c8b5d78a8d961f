"""Measures each line of the table, prints it, and writes it to docs/scale.md with --write."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from benchmarks.faults_rehearsed.instance import Instance
from benchmarks.faults_rehearsed.places import Cluster, Unavailable, cluster
from benchmarks.load import alone, together

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
MARKS = ("<!-- make bench-load writes from here -->", "<!-- to here -->")
NOT_HERE = "not measured by this command"

BEFORE = {
    "begin from a logframe of 500 / 1,500 / 3,000 activities (12 KB)": "5.7 / 23.6 / 128 s",
    "open a design of 1,500 / 6,000 / 30,000 activities": "2.4 / over 15 / over 180 s",
    "theory page of 1,500 results, 6,000 links": "93 s, 27.6 MB, process 1.26 GB",
    "compare 60 texts of 700 words, each view": "11.1 s",
    "8 uploads of a 39 KB workbook at once": "all threads held 20.4 s, children 2.9 GB",
    "4 MB design x 50 revisions, exports": "1.95 GB kept by the process",
    "24 anonymous zips by a shared link": "others wait 14.7 s",
    "8 people with a small design export at once (8 each)": "56 of 60 answered 503",
    "backup of 4 GB on SQLite": "a save fails after 20 s, the next waits 10.8 s",
    "the database locked by another program": "even /toolkit/ hangs, all threads",
    "30 editors, form + save + page": (
        "8 threads: 29 (SQLite) / 21 (PostgreSQL) requests a second; 3 threads: 41 / 36;"
        " two processes of 3: 52"
    ),
    "list of designs for somebody in 200 organisations": "773 ms, 727 KB, unpaged",
    "export of an organisation (20 designs x 50 revisions)": "5.6 s inside the request",
    "200 organisations x 20 designs x 50 revisions of 60 KB": "4 GB; backup 342 s, restore 202 s",
}


def _theory() -> str:
    """At the limit of a list: links that lead from results to results."""
    from benchmarks.growth import pages
    from trueline.limits import LIST_ELEMENTS

    design = theory_of(1_500, LIST_ELEMENTS.most)
    page = dict(pages(design))["page: theory"]
    seconds = alone.seconds_for(page)
    size = len(page().content)  # type: ignore[attr-defined]
    return f"1,500 results, {len(design.links):,} links: {seconds:.2f} s, {size / 1000:.0f} KB"


def theory_of(results: int, links: int) -> alone.Any:
    """A programme of so many results, with so many links from result to later result."""
    from trueline.design import Design

    return Design.model_validate(
        {
            "title": "A large theory",
            "activities": [
                {"id": f"a{n}", "kind": "justice", "title": f"A {n}"} for n in range(20)
            ],
            "results": [
                {"id": f"r{n}", "statement": f"Result {n}", "level": "outcome"}
                for n in range(results)
            ],
            "links": [
                {
                    "id": f"l{n}",
                    "cause": f"r{n % results}",
                    "effect": f"r{(n % results + 1 + n // results) % results}",
                }
                for n in range(links)
            ],
            "indicators": [
                {"id": f"i{n}", "statement": f"I {n}", "result": f"r{n}"} for n in range(10)
            ],
        }
    )


def _alone() -> Iterator[tuple[int, str]]:
    for place, work in enumerate((alone.beginning, alone.opening, _theory, alone.comparing)):
        yield place, work()


def _with_server(name: str, place: int) -> Iterator[tuple[int, str]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        here = Path(folder)
        here.chmod(0o755)
        (here / "logs").mkdir()
        server: Cluster | None = None
        if name == "PostgreSQL":
            server = stack.enter_context(cluster(here / "server"))
        instance = Instance(here / "data", server.url() if server else "", here / "logs")
        stack.callback(instance.end)
        instance.begin()
        bench = together.Bench(instance)
        yield place, f"{name}: {together.WORKS[place](bench)}"


def _scale(organisations: int) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.scale", str(organisations)],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def measured() -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    steps: list[Callable[[], Iterator[tuple[int, str]]]] = [
        _alone,
        lambda: _with_server("SQLite", 5),
        lambda: _with_server("SQLite", 7),
        lambda: _with_server("SQLite", 10),
        lambda: _with_server("PostgreSQL", 10),
        lambda: iter([(13, _scale(20)), (13, _scale(200))]),
    ]
    for step in steps:
        try:
            for place, said in step():
                print(f"{list(BEFORE)[place]}: {said}", flush=True)
                found.setdefault(place, []).append(said)
        except Unavailable as why:
            print(f"not done: {why}", flush=True)
    return found


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        from benchmarks.scale import begun

        begun(Path(folder))
        found = measured()
    lines = ["| work | before | after |", "|---|---|---|"]
    for place, (work, before) in enumerate(BEFORE.items()):
        after = "; ".join(found.get(place, [NOT_HERE])).replace("|", "/")
        lines.append(f"| {work} | {before} | {after} |")
    if "--write" in sys.argv:
        text, (first, last) = PAGE.read_text("utf-8"), MARKS
        whole = re.compile(f"{re.escape(first)}.*{re.escape(last)}", re.DOTALL)
        new = "\n".join((first, *lines, last))
        PAGE.write_text(whole.sub(lambda _: new, text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
