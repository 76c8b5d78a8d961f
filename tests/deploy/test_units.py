"""The units for a server: systemd reads them without a remark, and finds them little exposed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from release.server_guide import EXPOSURE, exposure

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy/systemd").iterdir())
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]

if not shutil.which("systemd-analyze"):
    pytest.skip("no systemd on this machine", allow_module_level=True)


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_is_little_exposed(unit: Path) -> None:
    assert exposure(unit) <= EXPOSURE


def test_systemd_has_nothing_to_remark(tmp_path: Path) -> None:
    copies = []
    for unit in UNITS:
        copies.append(tmp_path / unit.name)
        text = unit.read_text("utf-8").replace("/opt/trueline/bin/trueline", sys.executable)
        copies[-1].write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", *map(str, copies)], capture_output=True, text=True
    )
    remarks = [line for line in done.stderr.splitlines() if "trueline" in line]
    assert (done.returncode, remarks) == (0, [])


def test_both_services_are_confined_alike() -> None:
    """What the backup is let do beyond serving, or less, is meant."""
    serve, back_up = map(_hardening, ("trueline.service", "trueline-backup.service"))
    assert set(serve) == set(back_up)
    differing = {name for name in serve if serve[name] != back_up[name]}
    assert differing == {"StateDirectory", "SystemCallFilter"}
    worker = _hardening("trueline-worker.service")
    assert set(serve) == set(worker)
    assert {name for name in serve if serve[name] != worker[name]} == {"SystemCallFilter"}


@pytest.mark.parametrize("name", ["trueline.service", "trueline-worker.service"])
def test_a_service_is_tried_again_without_giving_up_and_has_time_to_finish(name: str) -> None:
    unit = (ROOT / "deploy/systemd" / name).read_text("utf-8")
    settings = dict(re.findall(r"^(\w+)=(.*)$", unit, re.MULTILINE))
    assert settings["Restart"] == "always"
    assert settings["StartLimitIntervalSec"] == "0"
    assert settings["SuccessExitStatus"] == "143", (
        "one that is stopped while it waits has not failed"
    )
    assert int(settings["TimeoutStopSec"]) > 20, "what is in hand is finished for 20 seconds"


def _hardening(name: str) -> dict[str, str]:
    unit = (ROOT / "deploy/systemd" / name).read_text("utf-8")
    found = re.findall(r"^(\w+)=(.*)$", unit[unit.index("StateDirectory=") :], re.MULTILINE)
    return {name: value for name, value in found if name != "WantedBy"}
