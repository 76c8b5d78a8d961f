"""Whether the packages that are installed are those that this version was tested with.

`requirements.lock` lies in the package, so that an installed Trueline knows its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.version import Version

import trueline
from trueline.language import gettext

LOCK = Path(trueline.__file__).parent / "requirements.lock"


@dataclass(frozen=True)
class Difference:
    """A package that is another than the one tested. `installed` is "" where it is missing."""

    name: str
    installed: str
    tested: str

    @property
    def is_older(self) -> bool:
        return not self.installed or Version(self.installed) < Version(self.tested)

    def __str__(self) -> str:
        return gettext(
            "{name} {installed} (tested: {tested})",
            name=self.name,
            installed=self.installed or gettext("missing"),
            tested=self.tested,
        )


def differences(lock: Path = LOCK) -> list[Difference]:
    """Packages whose installed version differs from the lock, for the Python that runs here."""
    problems = []
    for name, tested in pins(lock).items():
        try:
            installed = version(name)
        except PackageNotFoundError:
            installed = ""
        if not installed or Version(installed) != Version(tested):
            problems.append(Difference(name, installed, tested))
    return problems


def pins(lock: Path = LOCK) -> dict[str, str]:
    """The tested version of each package that this Python on this system needs."""
    lines = re.sub(r"\\\n\s*", " ", lock.read_text("utf-8")).splitlines()
    texts = (line.split(" --hash=")[0].strip() for line in lines)
    requirements = [Requirement(text) for text in texts if text and not text.startswith("#")]
    return {
        requirement.name: next(iter(requirement.specifier)).version
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate()
    }
