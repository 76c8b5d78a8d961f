"""Beginning a design: from a blank page, a worked example, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext_noop as _

from trueline.design import ACTIVITY_KINDS, Design, load_design
from trueline.exchange.logframe import LogframeTable, design_from
from trueline.web.accounts.models import Organisation, User
from trueline.web.designs import store
from trueline.web.designs.models import DesignRecord
from trueline.web.examples import example_files

BLANK, EXAMPLE, FILE, LOGFRAME = (
    _("Started from a blank page"),
    _("Started from a worked example"),
    _("Started from a file"),
    _("Started from a logframe"),
)


@dataclass(frozen=True)
class Example:
    """A worked example: the name of its file, and what its design says of itself."""

    name: str
    title: str
    summary: str
    kinds: tuple[str, ...]


def examples() -> list[Example]:
    """The worked examples that this installation has."""
    return [_example(path, path.stat().st_mtime) for path in example_files()]


@lru_cache(maxsize=64)
def _example(path: Path, changed: float) -> Example:
    """Read once, until the file changes."""
    design = load_design(path).document
    kinds = tuple(dict.fromkeys(activity.kind for activity in design.activities))
    return Example(path.stem, design.title, design.summary, kinds)


def start_blank(*, by: User, organisation: Organisation, title: str) -> DesignRecord:
    """A design that holds its title."""
    return store.create(by=by, organisation=organisation, design=Design(title=title), what=BLANK)


def start_from_example(*, by: User, organisation: Organisation, name: str) -> DesignRecord:
    """A copy of a worked example, to be changed at will."""
    path = next(path for path in example_files() if path.stem == name)
    design = load_design(path).document
    return store.create(by=by, organisation=organisation, design=design, what=EXAMPLE)


def start_from_design(*, by: User, organisation: Organisation, design: Design) -> DesignRecord:
    """A design that somebody brings along."""
    return store.create(by=by, organisation=organisation, design=design, what=FILE)


def start_from_logframe(
    *, by: User, organisation: Organisation, table: LogframeTable, title: str, kinds: dict[int, str]
) -> DesignRecord:
    """What a logframe begins, with the kind of each activity as its author chose it."""
    known = {row: kind for row, kind in kinds.items() if kind in ACTIVITY_KINDS}
    design = design_from(table, title=title, kinds=known)
    return store.create(by=by, organisation=organisation, design=design, what=LOGFRAME)
