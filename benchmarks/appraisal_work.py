"""A round of 60 proposals, prepared in the background.

In a process of its own, on SQLite and, where TRUELINE_TEST_POSTGRES names a server, on PostgreSQL.
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


def run() -> Iterator[Timed]:
    for name, url in {"SQLite": "", "PostgreSQL": os.environ.get("TRUELINE_TEST_POSTGRES")}.items():
        if url is None:
            continue
        with tempfile.TemporaryDirectory() as folder, own_database(url) as database:
            environment = {
                **os.environ,
                "TRUELINE_DATA": folder,
                "TRUELINE_DATABASE": database,
                "DJANGO_SETTINGS_MODULE": "trueline.web.config.settings",
            }
            command = [sys.executable, "-m", "benchmarks.appraised"]
            told = subprocess.run(
                command, env=environment, stdout=subprocess.PIPE, text=True, check=True
            )
            for line in told.stdout.splitlines():
                work, seconds, bound, runs = json.loads(line)
                yield Timed(f"{name}, {work}", seconds, bound, runs)
