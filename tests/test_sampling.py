"""What `make test` leaves out of long walks is the same each time, and nothing where all is asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NAMES = "import tests.sampling as s; print(s.sample(range(300)), s.sample([7]))"


def taken(root: Path, **environment: str) -> str:
    clean = {k: v for k, v in os.environ.items() if k != "TRUELINE_TEST_SAMPLE"} | environment
    command = [sys.executable, "-c", NAMES]
    return subprocess.run(
        command, cwd=root, env=clean, capture_output=True, text=True, check=True
    ).stdout


def test_all_steps_unless_a_sample_is_asked_for(root):
    assert taken(root) == f"{list(range(300))} [7]\n"


def test_a_sample_is_a_fifth_and_the_same_again(root):
    first = taken(root, TRUELINE_TEST_SAMPLE="5")
    assert first == taken(root, TRUELINE_TEST_SAMPLE="5", PYTHONHASHSEED="7")
    assert 40 < first.count(",") < 80
