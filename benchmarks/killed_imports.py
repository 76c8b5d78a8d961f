"""Imports of figures that are killed without warning, again and again: each is there as a whole, or not at all.

`python -m benchmarks.killed_imports 100` does so on SQLite and, where TRUELINE_TEST_POSTGRES names a server, on
PostgreSQL.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.web_server import own_database

PROGRAM = Path(__file__).parent.parent / "tests" / "web" / "monitoring" / "crashing_import.py"


def main(kills: str) -> int:
    failed = False
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
            print(f"{name}: ", end="", flush=True)
            done = subprocess.run([sys.executable, str(PROGRAM), kills], env=environment)
            failed |= done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "100"))
