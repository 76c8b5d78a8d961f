"""Run the tests on every supported Python that is here, with every set of versions allowed.

    python -m release.pythons                      # all of it
    python -m release.pythons 3.13 3.12:lowest     # one Python, or one Python with one set
    python -m release.pythons 3.13 -- tests/cli    # with other arguments for pytest
    python -m release.pythons --where-installable  # an index without the versions is no failure

The sets: `lock` is requirements.lock, `newest` what an installation without it gets today,
`lowest` the oldest versions that pyproject.toml allows.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from release.environments import ROOT, find_pythons, install, make_environment, run, table, uv

SETS = ("lock", "newest", "lowest")
BOUNDED = ("-m", "not slow and not browser", "tests")
"""What is run where nothing else is asked for: what one Python or version can break."""


def main() -> int:
    asked, tests = _split(sys.argv[1:])
    lenient = "--where-installable" in asked
    asked = [one for one in asked if one != "--where-installable"]
    pythons = find_pythons()
    rows = [("Python", "versions", "tests", "")]
    failed = False
    for version, name in _combinations(asked, list(pythons)):
        if version not in pythons:
            rows.append((version, name, "not run", "this Python is not on the machine"))
            continue
        try:
            good, last = _try(version, pythons[version], name, tests or list(BOUNDED))
        except subprocess.CalledProcessError as error:
            print(error.stdout)
            rows.append((version, name, "not run", "its versions could not be installed"))
            failed |= not lenient
            continue
        failed |= not good
        rows.append((version, name, "pass" if good else "FAIL", last))
    print("\n" + table(rows))
    return 1 if failed else 0


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    if "--" not in arguments:
        return arguments, []
    end = arguments.index("--")
    return arguments[:end], arguments[end + 1 :]


def _combinations(asked: list[str], here: list[str]) -> list[tuple[str, str]]:
    pairs = [one.partition(":")[::2] for one in asked or here]
    return [(version, name) for version, given in pairs for name in ([given] if given else SETS)]


def _try(version: str, python: Path, name: str, tests: list[str]) -> tuple[bool, str]:
    """Whether the tests pass, and the last line that they print."""
    print(f"\nPython {version}, {name} versions:", flush=True)
    with tempfile.TemporaryDirectory(prefix="trueline-pythons-") as folder:
        environment = make_environment(Path(folder) / "venv", python)
        _install_set(name, environment, version, Path(folder))
        command = [str(environment), "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"]
        with subprocess.Popen(
            [*command, *tests], cwd=ROOT, text=True, encoding="utf-8", stdout=subprocess.PIPE
        ) as process:
            last = ""
            for line in process.stdout or ():
                print(line, end="", flush=True)
                last = line.strip() or last
        return process.returncode == 0, last.strip("= ")


def _install_set(name: str, environment: Path, version: str, folder: Path) -> None:
    if name == "lock":
        install(environment, "--require-hashes", "-r", "requirements.lock")
        install(environment, "--no-deps", "-e", ".")
        return
    allowed = folder / "allowed.txt"
    resolution = "highest"
    if name == "lowest":
        resolution = "lowest-direct"
        allowed.write_text(_pins_of_others(), encoding="utf-8")
    compile_ = [*uv(), "pip", "compile", "--quiet", "pyproject.toml", "--python-version", version]
    run([*compile_, "--only-binary", ":all:", "--resolution", resolution, "-o", str(allowed)])
    install(environment, "-e", ".", "--group", "dev", "--constraint", str(allowed))


def _pins_of_others() -> str:
    """The lock without what pyproject.toml names itself.

    What the lowest versions bring along stays as locked where it can, so that the result does not
    change from one day to the next.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    ours = {_name(requirement) for requirement in project["dependencies"]}
    pins = re.findall(r"^([\w.-]+==\S+)", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    return "".join(f"{pin}\n" for pin in pins if _name(pin) not in ours)


def _name(requirement: str) -> str:
    return re.sub(r"[._]", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


if __name__ == "__main__":
    sys.exit(main())
