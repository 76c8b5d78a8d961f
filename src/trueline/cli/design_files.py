"""Finds documents: the files named, and those that lie in the folders named.

A design need not say that it is one, and is known by its names; other kinds begin with theirs.
"""

from __future__ import annotations

import os
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import trueline.kinds  # noqa: F401
from trueline.cli.printing import path_text
from trueline.design import Design
from trueline.document import kinds
from trueline.document.reading import LIMITS
from trueline.files import FileProblems, Problem, parse_text
from trueline.files.wording import described, shortened
from trueline.language import gettext

SUFFIXES = (".yaml", ".yml", ".json")
SCHEMA = ".schema.json"
_SURE = frozenset(["schema_version"])
_FIELDS = frozenset(Design.model_fields)
_DISTINCTIVE = frozenset(
    name for name, info in Design.model_fields.items() if isinstance(info.default, tuple)
) - {"countries", "sources"}
_TOP_NAME = re.compile(r"""^["']?([a-z_]+)["']?\s*:""", re.MULTILINE)
_KIND = re.compile(r"""^["']?kind["']?\s*:\s*["']?([a-z]+)["']?\s*$""", re.MULTILINE)
_JSON_NAME = re.compile(r'"([a-z_]+)"\s*:')


@dataclass
class Chosen:
    """The designs to look at, in order, and the other files met in folders, with the reason."""

    files: list[Path] = field(default_factory=list)
    passed_over: dict[Path, str] = field(default_factory=dict)
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
        if reason := why_no_design(path):
            chosen.passed_over[path] = reason
        else:
            chosen.files.append(path)
    if len(chosen.files) == before and not chosen.problems:
        message = gettext("There is no design in this folder.")
        hint = gettext("Designs are .yaml, .yml or .json files; `trueline new FILE` begins one.")
        chosen.problems.append(Problem(path_text(folder), message, hint=hint))


def _files_below(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Files that could be designs, by name; hidden folders and links to folders are left out."""

    def add_problem(error: OSError) -> None:
        message = gettext(
            "The folder can't be read: {reason}.",
            reason=error.strerror or gettext("the system refused"),
        )
        problems.append(Problem(path_text(Path(error.filename or folder)), message))

    for here, folders, names in os.walk(folder, onerror=add_problem):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            lower = name.lower()
            if lower.endswith(SUFFIXES) and name[0] != ".":
                yield Path(here) / name


def why_no_design(path: Path) -> str:
    """The reason why a file is no design; "" for one that is, or that can't be looked into to tell.

    What can't be read, or is broken and has names of a design, is for the review to say: it is not
    passed over. A pipe is not looked into, since that would wait for somebody to write.
    """
    if path.name.lower().endswith(SCHEMA):
        return gettext("a JSON Schema")
    if not os.path.isfile(path):
        return ""
    try:
        with path.open("rb") as stream:
            raw = stream.read(LIMITS.size)
    except OSError:
        return ""
    text = raw.decode(
        "utf-16" if raw[:2] in (BOM_UTF16_LE, BOM_UTF16_BE) else "utf-8-sig", "replace"
    )
    in_json = path.suffix.lower() == ".json"
    names = set((_JSON_NAME if in_json else _TOP_NAME).findall(text))
    if not text.strip():
        return gettext("empty")
    if not in_json and (names & _SURE or len(names & _DISTINCTIVE) > 1 or _says_kind(text)):
        return ""
    return _why_none_in(text, path.name, names)


def _says_kind(text: str) -> bool:
    """Whether the YAML text declares a registered kind of document."""
    return any(_is_kind(name) for name in _KIND.findall(text))


def _is_kind(name: object) -> bool:
    return any(kind.name == name for kind in kinds())


def _why_none_in(text: str, name: str, names: set[str]) -> str:
    """The reason why a text is no design, if the names of its fields are not enough to tell; else ""."""
    try:
        data = parse_text(text, name, LIMITS).data
    except FileProblems:
        broken = names & _DISTINCTIVE and len(names & _FIELDS) > 1
        return (
            ""
            if broken or names & _SURE
            else gettext("can't be read, and does not look like a design")
        )
    if not isinstance(data, dict):
        return gettext("{described}, not named fields", described=described(data))
    if data.keys() & _SURE or len(data.keys() & _DISTINCTIVE) > 1 or _is_kind(data.get("kind")):
        return ""
    if not data.keys() & _DISTINCTIVE:
        return gettext("names nothing that a design holds")
    foreign = [shortened(str(each)) for each in data if each not in _FIELDS]
    return (
        gettext("holds what no design does: {names}", names=", ".join(foreign[:3]))
        if foreign
        else ""
    )
