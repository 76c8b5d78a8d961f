"""Install Trueline in every way that people do, outside the checkout, and try each.

    python -m release.install_check [wheel sdist uv pipx README ...]

Wheel and sdist are built first. Where it runs as root, installations for others run as a user
who owns nothing; elsewhere they run as whoever runs this, and write protection does the rest.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from release.build import build, version
from release.environments import (
    ROOT,
    SCRIPTS,
    SUPPORTED,
    find_pythons,
    install,
    make_environment,
    run,
    table,
    uv,
    version_of,
)
from release.server_guide import DOWNLOADING, follow_in_namespace, of_network, unpack
from release.smoke import Failed, Installed, try_out
from tests.docs.typist import Differs, at_work, read

NOBODY = 61_234
"""A user whom no machine knows: without name, home or files."""

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
TRUELINE = "trueline.exe" if sys.platform == "win32" else "trueline"


class Place:
    """Where one way to install is tried: a home, a folder to work in, files to install from."""

    def __init__(self, folder: Path, wheel: Path, sdist: Path) -> None:
        self.folder, self.wheel, self.sdist = folder, wheel, sdist
        self.home, self.work = folder / "home", folder / "work"
        for made in (self.home, self.work):
            made.mkdir()

    def environ(self, **changes: str) -> dict[str, str]:
        """Nothing of whoever runs this but the path and what the system needs."""
        kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LANG")
        usual = {name: os.environ[name] for name in kept if name in os.environ}
        return {**usual, "HOME": str(self.home), "USERPROFILE": str(self.home), **changes}

    def installed(self, environment: Path) -> Installed:
        return Installed(environment / SCRIPTS / TRUELINE, self.work, self.environ())

    def with_uv(self, name: str = "venv", python: str | Path = sys.executable) -> Installed:
        """Installed as quickly as can be: for ways that differ in the surroundings alone."""
        environment = self.folder / name
        install(make_environment(environment, Path(python)), str(self.wheel))
        return self.installed(environment)

    def for_nobody(self) -> Installed:
        """Installed by whoever runs this for a user who owns the folders to work in alone."""
        if not AS_ROOT:
            return self.with_uv()
        for path in (self.home, self.work):
            os.chown(path, NOBODY, NOBODY)
        return replace(self.with_uv(python=_python_for_all()), user=NOBODY)


def _python_for_all() -> Path:
    """A Python that lies where every user may go: one in root's home is of no use to others."""
    for python in [Path("/usr/bin/python3"), *find_pythons().values()]:
        folders = python.resolve().parents
        if version_of(python) in SUPPORTED and all(f.stat().st_mode & 0o001 for f in folders):
            return python
    raise Failed("No Python 3.11 or later lies where other users than root may run it")


def wheel(place: Place) -> Installed:
    """As the guide for servers says: the lock with its hashes, then Trueline and nothing else."""
    python = make_environment(place.folder / "venv", Path(sys.executable), pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet"]
    run([*pip, "--require-hashes", "-r", "src/trueline/requirements.lock"])
    run([*pip, "--no-deps", str(place.wheel)])
    _refuse_other_room_than_said(place.folder / "venv")
    return place.installed(place.folder / "venv")


def _refuse_other_room_than_said(environment: Path) -> None:
    """The first page says how much room an installation takes."""
    said = re.search(r"about (\d+) MB of room", (ROOT / "README.md").read_text("utf-8"))
    taken = sum(path.lstat().st_size for path in environment.rglob("*")) // 1_000_000
    if not said or not 0.8 * int(said[1]) <= taken <= int(said[1]):
        raise Failed(f"It takes {taken} MB of room, and README.md says {said and said[1]}")


def sdist(place: Place) -> Installed:
    """With the locked versions, so that nothing new elsewhere decides. README takes the newest."""
    python = make_environment(place.folder / "venv", Path(sys.executable))
    install(python, "--constraint", "src/trueline/requirements.lock", str(place.sdist))
    return place.installed(place.folder / "venv")


def uv_tool(place: Place) -> Installed:
    folders = {"UV_TOOL_DIR": str(place.folder / "tools"), "UV_TOOL_BIN_DIR": str(place.folder)}
    run([*uv(), "tool", "install", "--quiet", str(place.wheel)], **folders)
    return Installed(place.folder / TRUELINE, place.work, place.environ())


def pipx(place: Place) -> Installed:
    folders = {"PIPX_HOME": str(place.folder / "pipx"), "PIPX_BIN_DIR": str(place.folder)}
    run([sys.executable, "-m", "pipx", "install", "--quiet", str(place.wheel)], **folders)
    return Installed(place.folder / TRUELINE, place.work, place.environ())


def non_root(place: Place) -> Installed:
    return place.for_nobody()


def spaces_and_accents(place: Place) -> Installed:
    work = place.work / "Là-bas, l’été"
    work.mkdir()
    return replace(place.with_uv("Mes outils à moi"), folder=work)


def read_only(place: Place) -> Installed:
    """Nothing of the installation can be written to by whoever runs it, nor can the home."""
    installed = place.for_nobody()
    for path in [place.home, *(place.folder / "venv").rglob("*")]:
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~(stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))
    return installed


def no_home(place: Place) -> Installed:
    installed = place.for_nobody()
    return replace(installed, environ={"PATH": os.environ["PATH"]})


def c_locale(place: Place) -> Installed:
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    return replace(place.with_uv(), environ=place.environ(**plain))


def readme(place: Place) -> None:
    """By uv, by pipx and by pip, as the first page says, in the folder of the source."""
    source = unpack(place.sdist, place.folder)
    beside = Path(sys.executable).parent
    path = f"{beside}{os.pathsep}{os.environ['PATH']}"
    with at_work(place.home, path, patience=DOWNLOADING, **of_network()) as newcomer:
        newcomer.enter(source)
        read(ROOT / "README.md", newcomer, role="newcomer")


def server_guide(place: Place) -> None:
    if not AS_ROOT:
        raise Failed("only root can follow it")
    follow_in_namespace(place.sdist, place.folder)


WAYS: dict[str, Callable[[Place], Installed]] = {
    "wheel": wheel,
    "sdist": sdist,
    "uv": uv_tool,
    "pipx": pipx,
    "non-root": non_root,
    "spaces and accents": spaces_and_accents,
    "read-only": read_only,
    "no HOME": no_home,
    "C locale": c_locale,
}
GUIDES: dict[str, Callable[[Place], None]] = {"README": readme, "server guide": server_guide}
"""Pages that are followed to the letter, instead of an installation that is tried."""


def main() -> int:
    ways = [*WAYS, *GUIDES]
    asked = sys.argv[1:] or ways
    if unknown := [name for name in asked if name not in ways]:
        print(f"No such way to install: {', '.join(unknown)}. There are: {', '.join(ways)}.")
        return 2
    rows = [("way to install", "result")]
    with tempfile.TemporaryDirectory(prefix="trueline-install-") as folder:
        built = build(Path(folder) / "dist")
        Path(folder).chmod(0o755)
        for number, name in enumerate(asked):
            place = Path(folder) / str(number)
            place.mkdir()
            rows.append((name, _result(name, Place(place, *built))))
            print(f"{name}: {rows[-1][1]}", flush=True)
            _remove(place)
    print("\n" + table(rows))
    return 0 if all(result == "pass" for _, result in rows[1:]) else 1


def _result(name: str, place: Place) -> str:
    try:
        if name in GUIDES:
            GUIDES[name](place)
        else:
            try_out(WAYS[name](place), version())
    except (Failed, Differs) as error:
        print(error)
        return f"FAIL: {str(error).splitlines()[0]}"
    except subprocess.CalledProcessError as error:
        print(error.stdout)
        return f"FAIL: {error.cmd[0]} ended with {error.returncode}"
    return "pass"


def _remove(folder: Path) -> None:
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
