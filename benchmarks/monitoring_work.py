"""What is measured of programmes: one of 50 indicators, and a million measurements of 500.

Filled and timed in processes of their own, on SQLite and, where TRUELINE_TEST_POSTGRES names a server, on
PostgreSQL; `python -m benchmarks.monitoring_work` does nothing else. TRUELINE_BENCH_MEASUREMENTS sets
another number than a million, which takes a minute to fill.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator

from benchmarks.timing import Timed
from benchmarks.web_server import own_database

MEASUREMENTS = os.environ.get("TRUELINE_BENCH_MEASUREMENTS", "1000000")


def run() -> Iterator[Timed]:
    for name, url in {"SQLite": "", "PostgreSQL": os.environ.get("TRUELINE_TEST_POSTGRES")}.items():
        if url is None:
            continue
        with tempfile.TemporaryDirectory() as folder, own_database(url) as database:
            environment = {**os.environ, "TRUELINE_DATA": folder, "TRUELINE_DATABASE": database}
            command = [sys.executable, "-m", "benchmarks.measured", MEASUREMENTS]
            with subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, text=True
            ) as filled:
                assert filled.stdout is not None
                for line in filled.stdout:
                    work, seconds, clock, bound, runs = json.loads(line)
                    told = f"{name}, {work} ({clock * 1000:.0f} ms by the clock)"
                    yield Timed(told, seconds, bound, runs)


if __name__ == "__main__":
    for timed in run():
        kept = "kept" if timed.within else "NOT kept"
        print(
            f"{timed.work}: {timed.seconds * 1000:.0f} ms, bound {timed.bound * 1000:.0f}, {kept}"
        )
