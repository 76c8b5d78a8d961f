"""Make the files of a release in dist/, check them, and tag the commit that they are made from.

    python -m release.release           # all but the tag: what would be published
    python -m release.release --tag     # from a clean checkout whose changelog names the version

Nothing is sent anywhere: publishing is a person's step, with the files and sums that lie in dist/.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from release.build import UMASKS, about, build, differences, missing_sources, version
from release.environments import ROOT, install, make_environment, run

DIST = ROOT / "dist"


class NotReady(Exception):
    """Something keeps this from being a release. The message says what, and what to do."""


def main() -> int:
    tag = "--tag" in sys.argv[1:]
    try:
        if tag:
            refuse_unready(version())
        make()
        if tag:
            run(["git", "tag", "--annotate", f"v{version()}", "-m", f"Trueline {version()}"])
            print(f"Tagged v{version()}. Publish what is in dist/, then `git push --tags`.")
    except NotReady as error:
        print(error)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"{' '.join(map(str, error.cmd))} ended with {error.returncode}:\n{error.stdout}")
        return 1
    return 0


def refuse_unready(number: str) -> None:
    """Raises NotReady where the checkout is not the one that `number` should be made from."""
    if _git("status", "--porcelain"):
        raise NotReady("There are changes that are not committed. Commit or drop them first.")
    if _git("tag", "--list", f"v{number}"):
        raise NotReady(f"v{number} is tagged already. Raise __version__ in src/trueline.")
    heading = rf"^## {re.escape(number)} \(\d{{4}}-\d\d-\d\d\)$"
    if not re.search(heading, (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE):
        raise NotReady(
            f"CHANGELOG.md has no heading `## {number} (year-month-day)`. Give the changes that"
            " stand under Unreleased the version and the day."
        )


def make() -> None:
    """Build twice, check, and write the list of parts and the checksums beside the files."""
    shutil.rmtree(DIST, ignore_errors=True)
    wheel, sdist = build(DIST, umask=UMASKS[0])
    with tempfile.TemporaryDirectory(prefix="trueline-again-") as folder:
        build(Path(folder), umask=UMASKS[1])
        if changed := differences(DIST, Path(folder)):
            raise NotReady(f"Built twice, these differ: {', '.join(changed)}.")
    print("Built twice, byte for byte the same.")
    check(wheel, sdist)
    write_parts(wheel, DIST / f"trueline-{version()}.cdx.json")
    write_checksums()
    print("\n".join(f"dist/{path.name}" for path in sorted(DIST.iterdir())))


def check(wheel: Path, sdist: Path) -> None:
    """What the package index, installers and readers of its page expect."""
    if missing := missing_sources(sdist):
        raise NotReady(f"The sdist lacks {', '.join(sorted(missing))}.")
    python = sys.executable
    run([python, "-m", "twine", "check", "--strict", str(wheel), str(sdist)])
    run([python, "-m", "check_wheel_contents", str(wheel)])
    unknown = "AuthorEmail" if about()["ADDRESS"] else "AuthorEmail,Url"
    run([python, "-m", "pyroma", "--min=10", "--skip-tests", unknown, "--file", str(sdist)])
    print("twine, check-wheel-contents and pyroma have nothing to remark.")


def write_parts(wheel: Path, target: Path) -> None:
    """The software bill of materials (CycloneDX) of an installation with the locked versions."""
    with tempfile.TemporaryDirectory(prefix="trueline-parts-") as folder:
        environment = make_environment(Path(folder) / "venv", Path(sys.executable))
        install(environment, "--constraint", "src/trueline/requirements.lock", str(wheel))
        cyclonedx = [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"]
        described = ["--pyproject", "pyproject.toml", "--mc-type", "application"]
        run([*cyclonedx, *described, "--output-file", str(target), str(environment)])
    parts = json.loads(target.read_text("utf-8"))
    parts["metadata"]["component"]["version"] = version()  # the tool reads a written one alone
    target.write_text(json.dumps(parts, indent=1) + "\n", encoding="utf-8", newline="\n")


def write_checksums() -> None:
    """SHA256SUMS, which `sha256sum --check` reads."""
    files = sorted(path for path in DIST.iterdir() if path.name != "SHA256SUMS")
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
