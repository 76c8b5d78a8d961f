"""What an installation must be able to do, wherever it lies: read, review, export, search, serve."""

from __future__ import annotations

import re
import subprocess
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PATIENCE = 120


class Failed(Exception):
    """An installation does not do what it should. The message says what, and shows what it said."""


@dataclass(frozen=True)
class Installed:
    """A `trueline` to try: as whom it runs, with what surroundings, in which folder."""

    command: Path
    folder: Path
    environ: Mapping[str, str]
    user: int | None = None
    data: str = "données"
    options: dict[str, Any] = field(default_factory=dict)

    def start(self, *arguments: str, **options: Any) -> subprocess.Popen[str]:
        whom = {"user": self.user, "group": self.user, "extra_groups": []} if self.user else {}
        return subprocess.Popen(
            [str(self.command), *arguments],
            cwd=self.folder,
            env=dict(self.environ),
            text=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **whom,
            **options,
        )

    def answer(self, *arguments: str) -> str:
        """What a command prints. Raises Failed where it ends in anything but success."""
        with self.start(*arguments) as process:
            try:
                said, _ = process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired as error:
                process.kill()
                raise Failed(f"trueline {' '.join(arguments)} does not end") from error
        if process.returncode:
            raise Failed(f"trueline {' '.join(arguments)} ended with {process.returncode}:\n{said}")
        return said


def try_out(installed: Installed, version: str) -> None:
    """Raises Failed at the first thing that an installation should do and does not."""
    _expect(f"trueline {version}", installed.answer("--version"))
    design = "été au travail.yaml"
    installed.answer("new", design, "--kind", "justice")
    _expect("justice.", installed.answer("review", design, "--fail-on", "never"))
    installed.answer("export", design, "--to", "dossier.pdf", "--to", "logframe.xlsx")
    if not (installed.folder / "dossier.pdf").read_bytes().startswith(b"%PDF"):
        raise Failed("dossier.pdf is no PDF")
    _expect("awareness.", installed.answer("toolkit", "search", "do posters work"))
    with _served(installed) as (address, process):
        _try_pages(address)
        process.terminate()
        process.wait(timeout=PATIENCE)


@contextmanager
def _served(installed: Installed) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The demonstration, and the address that it prints."""
    arguments = ("demo", "--no-open", "--port", "8950", "--data", installed.data)
    with installed.start(*arguments) as process:
        said = ""
        try:
            for line in process.stdout or ():
                said += line
                if found := re.search(r"http://\S+", line):
                    yield found[0], process
                    return
            raise Failed(f"trueline demo does not start:\n{said}")
        finally:
            process.kill()


def _try_pages(link: str) -> None:
    page = _fetch(link)
    _expect("Amara Okafor", page)
    base = link.split("/demo/")[0]
    style = re.search(r'href="(/[^"]+\.css)"', page)
    if style is None or "{" not in _fetch(base + style[1]):
        raise Failed("the style sheet can't be fetched")
    _expect('lang="fr"', _fetch(f"{base}/account/login/", "fr"))


def _fetch(address: str, language: str = "en") -> str:
    request = urllib.request.Request(address, headers={"Accept-Language": language})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        return answer.read().decode()


def _expect(wanted: str, said: str) -> None:
    if wanted not in said:
        raise Failed(f"“{wanted}” is not in:\n{said[:2000]}")
