"""Build the wheel and the sdist from what git knows, in a folder of its own."""

from __future__ import annotations

import os
import re
import runpy
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from release.environments import ROOT, run

UMASKS = (0o022, 0o077)


def version() -> str:
    """The version that would be built: `__version__` of the package is the one place for it."""
    text = (ROOT / "src/trueline/__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    assert found, "src/trueline/__init__.py names no version"
    return found[1]


def about() -> dict[str, Any]:
    """What `trueline.about` says, read without installing anything."""
    return runpy.run_path(str(ROOT / "src/trueline/about.py"))


def build(target: Path, *, umask: int = UMASKS[0]) -> tuple[Path, Path]:
    """Wheel and sdist in `target`; the wheel is made from the sdist, which so is shown to be whole.

    What lies about in the checkout and git does not know stays out. `umask` is what the files of
    the copy are made with: the result must not depend on it.
    """
    with tempfile.TemporaryDirectory(prefix="trueline-build-") as folder:
        kept = os.umask(umask)
        try:
            _copy_sources(Path(folder) / "source")
        finally:
            os.umask(kept)
        command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target)]
        run([*command, str(Path(folder) / "source")])
    return next(target.glob("*.whl")), next(target.glob("*.tar.gz"))


def missing_sources(sdist: Path) -> set[str]:
    """Files that git knows and the sdist lacks: whoever has it should be able to test and build."""
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    return {name for name in _sources() if name not in held}


def _copy_sources(target: Path) -> None:
    for name in _sources():
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy)


def _sources() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def differences(first: Path, second: Path) -> list[str]:
    """Names of the files that two folders do not hold byte for byte alike."""
    names = {path.name for folder in (first, second) for path in folder.iterdir()}
    return [name for name in sorted(names) if _bytes(first / name) != _bytes(second / name)]


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
