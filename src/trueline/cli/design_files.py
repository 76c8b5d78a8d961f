"""Which files are designs: those named, and those that lie in the folders named."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from trueline.cli.printing import written
from trueline.design import Design
from trueline.document.reading import LIMITS
from trueline.files import Problem

SUFFIXES = (".yaml", ".yml", ".json")
SCHEMA = ".schema.json"
_SURE = frozenset(["schema_version"])
_TELLING = frozenset(
    name for name, info in Design.model_fields.items() if isinstance(info.default, tuple)
) - {"countries", "sources"}
_TOP_NAME = re.compile(r"^([a-z_]+)\s*:", re.MULTILINE)


@dataclass
class Chosen:
    """The designs to look at, in order; `passed_over` counts other files met in folders."""

    files: list[Path] = field(default_factory=list)
    passed_over: int = 0
    problems: list[Problem] = field(default_factory=list)


def designs_at(paths: Iterable[Path]) -> Chosen:
    """The files themselves, and what folders hold at any depth. A file named is never doubted."""
    chosen = Chosen()
    for path in dict.fromkeys(paths):
        if os.path.isdir(path):
            _look_through(path, chosen)
        else:
            chosen.files.append(path)
    chosen.files = list(dict.fromkeys(chosen.files))
    return chosen


def _look_through(folder: Path, chosen: Chosen) -> None:
    before = len(chosen.files)
    for path in _files_below(folder, chosen.problems):
        if is_design(path):
            chosen.files.append(path)
        else:
            chosen.passed_over += 1
    if len(chosen.files) == before and not chosen.problems:
        message = "There is no design in this folder."
        hint = "Designs are .yaml, .yml or .json files; `trueline new FILE` begins one."
        chosen.problems.append(Problem(written(folder), message, hint=hint))


def _files_below(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Files that could be designs, by name; hidden folders and links to folders are left out."""

    def refused(error: OSError) -> None:
        said = f"The folder can't be read: {error.strerror or 'the system refused'}."
        problems.append(Problem(written(Path(error.filename or folder)), said))

    for here, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            lower = name.lower()
            if lower.endswith(SUFFIXES) and not lower.endswith(SCHEMA) and name[0] != ".":
                yield Path(here) / name


def is_design(path: Path) -> bool:
    """Whether a file has the outermost names of a design, or can't be looked into to tell.

    What can't be read is for the review to say: it is not passed over in silence. A pipe is not
    looked into, since that would wait for somebody to write.
    """
    if not os.path.isfile(path):
        return True
    try:
        with path.open("rb") as stream:
            text = stream.read(LIMITS.size).decode("utf-8", "replace")
    except OSError:
        return True
    names = _json_names(text) if path.suffix.lower() == ".json" else set(_TOP_NAME.findall(text))
    return bool(names & _SURE) or len(names & _TELLING) > 1


def _json_names(text: str) -> set[str]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return set(re.findall(r'"([a-z_]+)"\s*:', text))
    return set(data) if isinstance(data, dict) else set()
