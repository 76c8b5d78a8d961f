"""`trueline compare`: what changed between two versions of a design, in words."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trueline.cli.loading import load
from trueline.cli.printing import console, report_problems
from trueline.language import gettext, ngettext

if TYPE_CHECKING:
    from trueline.document import Change, Loaded
    from trueline.reports.changes import ChangeWording

EPILOG = """\
Examples:

trueline compare proposal-march.yaml proposal-may.yaml

git show HEAD:safe-work.yaml > before.yaml; trueline compare before.yaml safe-work.yaml

Exit codes: 0 both say the same (order of names, comments and layout don't count); 1 something
changed; 2 a file could not be read."""


def compare(
    older: Annotated[Path, typer.Argument(metavar="OLDER", help="The version before.")],
    newer: Annotated[Path, typer.Argument(metavar="NEWER", help="The version after.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what changed from one version of a design to another, element by element."""
    from trueline.document import compare as changes_between
    from trueline.reports.changes import ChangeWording
    from trueline.toolkit import load_toolkit

    before, after = _both(older, newer)
    changes = changes_between(before.document, after.document)
    wording = ChangeWording(before.document, after.document, load_toolkit())
    if as_json:
        typer.echo(
            json.dumps([_data(change, wording) for change in changes], ensure_ascii=False, indent=1)
        )
    else:
        _print(before, after, changes, wording)
    if changes:
        raise typer.Exit(1)


def _both(older: Path, newer: Path) -> tuple[Loaded[Any], Loaded[Any]]:
    """Both documents, or the problems of both at once."""
    from trueline.files import FileProblems, Problem

    loaded: list[Loaded[Any]] = []
    problems: list[Problem] = []
    for path in (older, newer):
        try:
            loaded.append(load(path))
        except FileProblems as wrong:
            problems.extend(wrong.problems)
    if problems:
        report_problems(FileProblems(problems))
        raise typer.Exit(2)
    return loaded[0], loaded[1]


def _print(
    before: Loaded[Any], after: Loaded[Any], changes: tuple[Change, ...], wording: ChangeWording
) -> None:
    from rich.padding import Padding
    from rich.text import Text

    out = console()
    if not changes:
        out.print(
            gettext(
                "{older} and {newer} say the same.",
                older=before.source.name,
                newer=after.source.name,
            ),
            soft_wrap=True,
        )
        return
    for where, members in groupby(changes, key=lambda change: change.where):
        out.print(Text(where or after.document.title or gettext("The design"), style="bold"))
        for change in members:
            place = Text(f"  {_line(before, after, change)}", style="dim")
            out.print(
                Padding(
                    Text(wording.at_its_place(change)).append(place), (0, 0, 0, 2), expand=False
                )
            )
        out.print()
    out.print(ngettext("{count} change.", "{count} changes.", len(changes)))


def _line(before: Loaded[Any], after: Loaded[Any], change: Change) -> str:
    from trueline.document import line_of

    loaded = before if change.kind == "removed" else after
    return f"{loaded.source.name}:{line_of(loaded, change.address)[0]}"


def _data(change: Change, wording: ChangeWording) -> dict[str, Any]:
    from trueline.document.writing import plain_value_of

    values = {side: plain_value_of(getattr(change, side)) for side in ("before", "after")}
    data = {
        "kind": change.kind,
        "address": change.address,
        "where": change.where,
        "field": change.field,
        "said": wording.sentence(change),
    }
    return {**data, **{side: _json(value) for side, value in values.items()}}


def _json(value: Any) -> Any:
    """The value with dates and exact numbers as text, which JSON has not."""
    return json.loads(json.dumps(value, default=str))
