"""One serving process under a steady stream of requests for an hour, and the memory that it holds."""

from __future__ import annotations

import argparse
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.web_server import MONITORED, started
from benchmarks.web_work import Visitor


def main() -> None:
    """All pages in turn; a line for each twelfth of the time."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hour", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20, help="requests a second")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, started(Path(folder)) as server:
        visitor = Visitor(server)
        paths = [path for page, path in server.pages.items() if page != MONITORED]
        begin, total = time.perf_counter(), round(options.minutes * 60 * options.rate)
        with ThreadPoolExecutor(4) as pool:
            for number in range(total):
                due = begin + number / options.rate
                time.sleep(max(0.0, due - time.perf_counter()))
                answer = pool.submit(visitor.get, paths[number % len(paths)])
                if number % max(1, total // 12) == 0 or number == total - 1:
                    answer.result()
                    minutes = (time.perf_counter() - begin) / 60
                    memory = server.largest_process() / 1e6
                    print(
                        f"{minutes:5.1f} min  {number + 1:>6,} requests  {memory:.0f} MB",
                        flush=True,
                    )


if __name__ == "__main__":
    main()
