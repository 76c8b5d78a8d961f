"""Runs a command of Trueline by a clock that is wrong by as many seconds as a file says."""

from __future__ import annotations

import sys
import time
from datetime import timedelta
from pathlib import Path

from django.utils import timezone


def main() -> None:
    file, *arguments = sys.argv[1:]
    true_now, true_time = timezone.now, time.time

    def wrong_by() -> float:
        return float(Path(file).read_text() or 0)

    timezone.now = lambda: true_now() + timedelta(seconds=wrong_by())
    time.time = lambda: true_time() + wrong_by()
    from trueline.cli import main as trueline

    sys.argv = ["trueline", *arguments]
    trueline()


if __name__ == "__main__":
    main()
