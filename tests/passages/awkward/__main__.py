"""Have `trueline passages` look through every awkward document, and say what each cost at most.

python -m tests.passages.awkward
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.passages.awkward import every

SECONDS, MEGABYTES = 20, 500
"""What a document may cost: of one core, and at its peak."""
TRUELINE = "import sys; from trueline.cli import main; sys.exit(main())"


def cost(path: Path) -> tuple[int, str, float, float]:
    """How the command ended, its errors, seconds of a core and megabytes, its children's with its own."""
    with tempfile.TemporaryFile("w+") as errors:
        command = [sys.executable, "-c", TRUELINE, "passages", str(path), "--format", "json"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, used = os.wait4(process.pid, 0)
        errors.seek(0)
        seconds = used.ru_utime + used.ru_stime
        return os.waitstatus_to_exitcode(status), errors.read(), seconds, used.ru_maxrss / 1024


def main() -> int:
    """Print what went wrong, and the dearest; the exit code is 1 where anything did."""
    wrong, costs = [], []
    with tempfile.TemporaryDirectory() as folder:
        for each in every():
            path = Path(folder, each.file)
            path.write_bytes(each.data())
            code, errors, seconds, megabytes = cost(path)
            path.unlink()
            costs.append((seconds, megabytes, each.file))
            is_answer = code == 0 or (code == 2 and each.file in errors)
            if not is_answer or "Traceback" in errors:
                wrong.append(f"{each.file}: ended with {code}: {errors[-300:]}")
            if seconds > SECONDS or megabytes > MEGABYTES:
                wrong.append(f"{each.file}: {seconds:.1f} s, {megabytes:.0f} MB")
    print(*wrong, sep="\n")
    seconds, _, slowest = max(costs)
    megabytes, largest = max((megabytes, name) for _, megabytes, name in costs)
    print(f"{len(costs)} documents, {len(wrong)} wrong.")
    print(
        f"The slowest took {seconds:.1f} s ({slowest}), the largest {megabytes:.0f} MB ({largest})."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
