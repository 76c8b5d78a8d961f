"""Setting up says what is missing."""

import shutil
import subprocess

import pytest


@pytest.mark.skipif(not shutil.which("make"), reason="no make on this machine")
def test_an_old_python_is_named_before_anything_is_made(root, tmp_path):
    old = tmp_path / "python3.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" || exit 1\n')
    old.chmod(0o755)
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(root / name, tmp_path)
    done = subprocess.run(
        ["make", "setup", f"PYTHON={old}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert f"needs Python 3.11 or later; {old} is Python 3.9.2." in done.stdout
    assert not (tmp_path / ".venv").exists()
