"""Killed in the middle of saves, a hundred times: nothing acknowledged is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "crashing.py"


@pytest.mark.rehearsal
@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_nothing_acknowledged_is_lost(tmp_path):
    environment = {
        **os.environ,
        "TRUELINE_DATA": str(tmp_path),
        "TRUELINE_DATABASE": "",
        "DJANGO_SETTINGS_MODULE": "trueline.web.config.settings",
    }
    done = subprocess.run(
        [sys.executable, str(PROGRAM)], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert "100 kills" in done.stdout
    saves = int(done.stdout.split(", ")[1].split()[0])
    assert saves >= 100, done.stdout
