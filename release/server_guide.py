"""Set up a server as docs/how-to/run-trueline-for-many.md tells root to, and run what its units run.

    python -m release.server_guide SDIST FOLDER

It needs root, and works in a mount namespace of its own: what it writes below /etc, /opt, /usr and
/var is gone with it. There is no systemd in it, so the lines of the units are run as they say.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tarfile
import urllib.request
from pathlib import Path

from release.environments import ROOT
from release.smoke import PATIENCE, Failed
from tests.docs.slips import SLIPS
from tests.docs.typist import Differs, at_work, read

GUIDE = ROOT / "docs/how-to/run-trueline-for-many.md"
UNITS = Path("/etc/systemd/system")
WRITTEN = ("/etc", "/opt", "/usr/local", "/var/lib")
PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
EXPOSURE = 3.0
DOWNLOADING = 1200
"""Seconds for one command that fetches and installs packages, on a busy machine too."""


def follow_in_namespace(sdist: Path, folder: Path) -> None:
    """Raises Failed where the guide does not lead to a server that works."""
    command = ["unshare", "--mount", "--propagation", "private", sys.executable, "-m", __name__]
    done = subprocess.run(
        [*command, str(sdist), str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise Failed((done.stdout + done.stderr).strip())


def main() -> int:
    sdist, folder = map(Path, sys.argv[1:])
    try:
        _protect_machine(folder / "kept")
        source = unpack(sdist, folder)
        with at_work(source, PATH, patience=DOWNLOADING, **of_network()) as root:
            read(GUIDE, root, role="root", slips=SLIPS.values())
        check_units()
        serve_once()
        back_up_once()
    except (Failed, Differs) as error:
        print(error)
        return 1
    return 0


def _protect_machine(kept: Path) -> None:
    """Let writes below the folders that the guide writes to go elsewhere."""
    kept.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(kept)], check=True)
    for number, folder in enumerate(WRITTEN):
        upper, work = kept / f"{number}-upper", kept / f"{number}-work"
        upper.mkdir()
        work.mkdir()
        layers = f"lowerdir={folder},upperdir={upper},workdir={work}"
        subprocess.run(["mount", "-t", "overlay", "-o", layers, "overlay", folder], check=True)


def of_network() -> dict[str, str]:
    """What installers are told here of where packages come from."""
    known = re.compile(r"(PIP|UV|SSL)_\w+|\w+_(proxy|PROXY)|(REQUESTS|CURL)_CA_BUNDLE")
    return {name: value for name, value in os.environ.items() if known.fullmatch(name)}


def unpack(sdist: Path, folder: Path) -> Path:
    """The folder of the source, where other users may read it."""
    folder.chmod(0o755)
    with tarfile.open(sdist) as archive:
        archive.extractall(folder, filter="data")
    return next(path for path in folder.iterdir() if path.name.startswith("trueline-"))


def check_units() -> None:
    """systemd reads the units without a remark, and finds the services little exposed."""
    units = sorted(UNITS.glob("trueline*"))
    verified = subprocess.run(
        ["systemd-analyze", "verify", *map(str, units)], capture_output=True, text=True
    )
    said = [line for line in verified.stderr.splitlines() if "trueline" in line]
    if verified.returncode or said:
        raise Failed(f"systemd-analyze verify: {verified.stderr}")
    for unit in units:
        if unit.suffix == ".service" and (level := exposure(unit)) > EXPOSURE:
            raise Failed(f"{unit.name} is exposed at {level}, more than {EXPOSURE}")


def exposure(unit: Path) -> float:
    """What `systemd-analyze security` finds: 0 is closed, 10 open."""
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", str(unit)],
        capture_output=True,
        text=True,
    )
    return float(re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)[1])


def serve_once() -> None:
    """Start what the service starts, ask for a page as the web server would, and end it."""
    with _started("trueline.service") as process:
        said = ""
        for line in process.stdout or ():
            said += line
            if "Trueline is at" in line:
                break
        else:
            raise Failed(f"trueline.service does not start:\n{said}")
        headers = {"Host": "trueline.example.org", "X-Forwarded-Proto": "https"}
        request = urllib.request.Request("http://127.0.0.1:8000/account/login/", headers=headers)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            if answer.status != 200:
                raise Failed(f"The page for signing in answers {answer.status}")
        process.terminate()
        if process.wait(timeout=PATIENCE):
            raise Failed(f"trueline.service ended with {process.returncode}")


def back_up_once() -> None:
    """Run what the timer runs, then a drill on what it wrote."""
    with _started("trueline-backup.service") as process:
        said, _ = process.communicate(timeout=PATIENCE)
    written = list(Path("/var/lib/trueline/backups").iterdir())
    if process.returncode or said or len(written) != 1:
        raise Failed(f"trueline-backup.service ended with {process.returncode}:\n{said}")
    drill = ["trueline", "restore", str(written[0]), "--drill"]
    _, environ = _surroundings((UNITS / "trueline-backup.service").read_text("utf-8"))
    done = subprocess.run(_as_trueline(drill), env=environ, capture_output=True, text=True)
    if done.returncode or not re.search(r"\d", done.stdout):
        raise Failed(f"The drill ended with {done.returncode}:\n{done.stdout}{done.stderr}")


def _started(name: str) -> subprocess.Popen[str]:
    command, environ = _surroundings((UNITS / name).read_text("utf-8"))
    return subprocess.Popen(
        _as_trueline(command),
        env=environ,
        text=True,
        cwd="/",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _surroundings(unit: str) -> tuple[list[str], dict[str, str]]:
    """What a unit starts and with which variables, once the folders of its state are made."""
    for folder in _setting(unit, "StateDirectory").split():
        path = Path("/var/lib") / folder
        path.mkdir(mode=0o700, exist_ok=True)
        subprocess.run(["chown", "trueline:trueline", str(path)], check=True)
    lines = Path(_setting(unit, "EnvironmentFile")).read_text("utf-8").splitlines()
    environ = dict(line.split("=", 1) for line in lines if line.strip())
    return shlex.split(_setting(unit, "ExecStart")), {"PATH": PATH, "LANG": "C.UTF-8", **environ}


def _as_trueline(command: list[str]) -> list[str]:
    return ["setpriv", "--reuid=trueline", "--regid=trueline", "--init-groups", "--", *command]


def _setting(unit: str, name: str) -> str:
    return re.search(rf"^{name}=(.*)$", unit, re.MULTILINE)[1]


if __name__ == "__main__":
    sys.exit(main())
