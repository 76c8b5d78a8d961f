"""The programs of the docs run, and pass the strictest checks of types."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PROGRAMS = [
    (page.name, program)
    for page in sorted((ROOT / "docs" / "how-to").glob("*.md"))
    for program in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.M | re.S)
    if "import" in program and "@rule" not in program
]


def test_there_are_some():
    assert len([page for page, _ in PROGRAMS if page == "use-the-pack-in-your-program.md"]) == 2


def test_they_run_and_pass_mypy_strict(tmp_path):
    shutil.copy(ROOT / "examples" / "awareness-nepal-gulf.yaml", tmp_path / "safe-work.yaml")
    files = []
    for number, (_, program) in enumerate(PROGRAMS):
        files.append(tmp_path / f"program{number}.py")
        files[-1].write_text(program)
        subprocess.run([sys.executable, str(files[-1])], cwd=tmp_path, check=True, stdout=-3)
    assert (tmp_path / "logframe.xlsx").read_bytes()[:2] == b"PK"
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file=", *map(str, files)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
