"""Pythons of this machine, and virtual environments made with them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SUPPORTED = ("3.11", "3.12", "3.13", "3.14")
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


def find_pythons() -> dict[str, Path]:
    """The supported Pythons that are here, by version: on the path, of pyenv, or of uv."""
    return {version: path for version in SUPPORTED if (path := _find_python(version))}


def _find_python(version: str) -> Path | None:
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser() / "versions"
    named = [shutil.which(f"python{version}"), sys.executable]
    kept = sorted(pyenv.glob(f"{version}.*/bin/python"), reverse=True)
    for candidate in [Path(name) for name in named if name] + kept:
        if version_of(candidate) == version:
            return candidate
    answer = _answer([*uv(), "python", "find", "--no-python-downloads", version])
    return Path(answer) if answer else None


def version_of(python: Path) -> str:
    """Such as 3.12; "" where it can't be run."""
    return _answer([str(python), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])


def _answer(command: list[str]) -> str:
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def uv() -> list[str]:
    """The command that runs the uv of this environment."""
    return [sys.executable, "-m", "uv"]


def make_environment(folder: Path, python: Path, *, pip: bool = False) -> Path:
    """A fresh virtual environment, with pip where asked for. Returns its Python."""
    seed = ["--seed"] if pip else []
    run([*uv(), "venv", "--quiet", "--clear", *seed, "--python", str(python), str(folder)])
    return folder / SCRIPTS / "python"


def install(python: Path, *what: str) -> None:
    """Install into the environment of `python`, from the project's folder."""
    run([*uv(), "pip", "install", "--quiet", "--python", str(python), *what])


def run(command: list[str], **environ: str) -> None:
    """Run a command in the project's folder. Raises CalledProcessError with all that it said."""
    subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environ},
        check=True,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def table(rows: list[tuple[str, ...]]) -> str:
    """Rows as a Markdown table, the first as its head."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [_line(row, widths) for row in rows]
    return "\n".join([lines[0], re.sub(r"[^|]", "-", lines[0]), *lines[1:]])


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (f" {cell:<{width}} " for cell, width in zip(row, widths, strict=True))
    return f"|{'|'.join(cells)}|"
