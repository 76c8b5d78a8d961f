"""Measures each line of the table, prints it, and writes it to docs/scale.md with --write.

With --only, what is not measured keeps what the page says of it.
"""

from __future__ import annotations

import argparse
import json
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
from benchmarks.scale import Scale, begun

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
MARKS = ("<!-- make bench-load writes from here -->", "<!-- to here -->")
NOT_HERE = "not measured yet"

BEFORE = {
    "begin from a logframe of 500 / 1,500 / 3,000 activities (12 KB)": (
        "5.7 / 23.6 / 128 s",
        "1,500 in 1 s; above the limit refused in 0.2 s",
    ),
    "open a design of 1,500 / 6,000 / 30,000 activities": (
        "2.4 / over 15 / over 180 s",
        "linear; 1,500 in 0.5 s",
    ),
    "theory page of 1,500 results, 6,000 links": (
        "93 s, 27.6 MB, process 1.26 GB",
        "1 s, 1 MB: by level or neighbourhood",
    ),
    "compare 60 texts of 700 words, each view": (
        "11.1 s",
        "0.5 s, made once for a pair of revisions",
    ),
    "8 uploads of a 39 KB workbook at once": (
        "all threads held 20.4 s, children 2.9 GB",
        "others' pages under 0.3 s, children under 1 GB together",
    ),
    "4 MB design x 50 revisions, exports": (
        "1.95 GB kept by the process",
        "serving process under 400 MB, always",
    ),
    "24 anonymous zips by a shared link": (
        "others wait 14.7 s",
        "others under 0.3 s; the zip made once for a revision",
    ),
    "8 people with a small design export at once (8 each)": (
        "56 of 60 answered 503",
        "all served, in turn, with their place told",
    ),
    "backup of 4 GB on SQLite": (
        "a save fails after 20 s, the next waits 10.8 s",
        "no save waits over 1 s",
    ),
    "the database locked by another program": (
        "even /toolkit/ hangs, all threads",
        "pages that need no database answer; others say so within 5 s and keep what was typed",
    ),
    "30 editors, form + save + page": (
        "8 threads: 29 (SQLite) / 21 (PostgreSQL) requests a second; 3 threads: 41 / 36; two processes of 3: 52",
        "100 on PostgreSQL, p95 of a save under 300 ms",
    ),
    "list of designs for somebody in 200 organisations": (
        "773 ms, 727 KB, unpaged",
        "60 ms, 60 KB",
    ),
    "export of an organisation (20 designs x 50 revisions)": (
        "5.6 s inside the request",
        "a task, file within 2 s",
    ),
    "200 organisations x 20 designs x 50 revisions of 60 KB": (
        "4 GB; backup 342 s, restore 202 s",
        "0.5 GB; 45 s, 60 s",
    ),
}
"""Each line of the table: the work, what it cost, and the aim."""


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


def _scale(organisations: int) -> Iterator[tuple[int, str]]:
    """What an instance of so many organisations tells for four lines of the table."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.scale", "--json", str(organisations)],
        check=True,
        capture_output=True,
        text=True,
    )
    scale = Scale(**json.loads(done.stdout))
    here = f"{organisations:,} organisations"
    yield (
        8,
        f"{scale.size / 1e9:.2f} GB kept ({here}): the longest save meanwhile {scale.longest_save:.2f} s",
    )
    yield 11, f"{here}: {scale.list_seconds * 1000:.0f} ms, {scale.list_size / 1000:.0f} KB packed"
    yield 12, f"file packed in {scale.archive:.1f} s, by a task"
    yield (
        13,
        f"{here}: {scale.size / 1e9:.2f} GB; backup {scale.backed_up}, restore {scale.restored}",
    )


STEPS: dict[str, Callable[[], Iterator[tuple[int, str]]]] = {
    "alone": _alone,
    "uploads": lambda: _with_server("SQLite", 4),
    "large": lambda: _with_server("SQLite", 5),
    "visitors": lambda: _with_server("SQLite", 6),
    "exports": lambda: _with_server("SQLite", 7),
    "locked": lambda: _with_server("SQLite", 9),
    "editors-sqlite": lambda: _with_server("SQLite", 10),
    "editors-postgresql": lambda: _with_server("PostgreSQL", 10),
    "scale": lambda: _scale(200),
}
"""What is measured together, by name."""


def measured(only: str) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for name, step in STEPS.items():
        if only not in name:
            continue
        try:
            for place, said in step():
                print(f"{list(BEFORE)[place]}: {said}", flush=True)
                found.setdefault(place, []).append(said)
        except (Unavailable, RuntimeError) as why:
            print(f"{name}, not done: {why}", flush=True)
    return found


def _rows(text: str) -> dict[str, str]:
    """What stands in the table now, by its line."""
    cells = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| ")]
    return {each[0].strip(): each[-1].strip() for each in cells if len(each) == 4}


def main() -> int:
    parser = argparse.ArgumentParser(prog="make bench-load", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the table to docs/scale.md")
    parser.add_argument(
        "--only", default="", help=f"steps whose names hold this: {', '.join(STEPS)}"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        begun(Path(folder))
        found = measured(options.only)
    text = PAGE.read_text("utf-8")
    before = _rows(text)
    lines = ["| work | before | aim | after |", "|---|---|---|---|"]
    for place, (work, (cost, aim)) in enumerate(BEFORE.items()):
        after = "; ".join(found.get(place, [])).replace("|", "/") or before.get(work, NOT_HERE)
        lines.append(f"| {work} | {cost} | {aim} | {after} |")
    table = "\n".join(lines)
    print(table)
    if options.write:
        whole = re.compile(f"{re.escape(MARKS[0])}.*{re.escape(MARKS[1])}", re.DOTALL)
        new = "\n".join((MARKS[0], table, MARKS[1]))
        PAGE.write_text(whole.sub(lambda _: new, text), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
