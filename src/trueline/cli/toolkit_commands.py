"""`trueline toolkit`: read, search, count, print and extend the toolkit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from trueline.cli import ratifications_command
from trueline.cli.options import Edition, Extra, Paper, PaperSize
from trueline.cli.printing import console, fail
from trueline.language import gettext, joined

app = typer.Typer(
    no_args_is_help=True,
    help="What the field has learned: read it, search it, print it, add your own.",
)

app.command(epilog=ratifications_command.EPILOG)(ratifications_command.ratifications)

InSection = Annotated[
    str | None, typer.Option("--section", "-s", help="A section, such as `awareness` or `3`.")
]


def _toolkit(extra: list[Path]) -> Any:
    from trueline.toolkit import load_toolkit

    return load_toolkit(extra=extra)


def _section_id(toolkit: Any, section: str | None) -> str | None:
    if section is None:
        return None
    try:
        return str(toolkit.section(section).id)
    except KeyError:
        names = ", ".join(f"{s.number} {s.id}" for s in toolkit.sections)
        fail(
            gettext("There is no section “{section}”.", section=section),
            gettext("The sections are: {names}.", names=names),
        )


@app.command()
def sections(extra: Extra = []) -> None:  # noqa: B006
    """List the sections, with how much each holds."""
    from rich.table import Table

    from trueline.toolkit import counts

    toolkit = _toolkit(extra)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("", "section", "title"):
        table.add_column(heading)
    for heading in ("lessons", "questions", "indicators"):
        table.add_column(heading, justify="right")
    for count in counts(toolkit):
        section = toolkit.section(count.section)
        cells = (count.lessons, count.questions, count.indicators or "")
        table.add_row(str(count.number), section.id, section.title, *map(str, cells))
    console().print(table)


@app.command()
def show(
    id: Annotated[
        list[str],
        typer.Argument(
            help="An id such as `awareness.target-group`, a section such as `awareness`, or a"
            " place of the source such as `3 Q1` or `fn 9`."
        ),
    ],
    extra: Extra = [],  # noqa: B006
) -> None:
    """Show a section, lesson, question, category, indicator or anything else, with its links."""
    from trueline.cli.toolkit_view import print_node

    toolkit = _toolkit(extra)
    name = " ".join(id)
    nodes = (toolkit.node(name),) if name in toolkit else toolkit.at(name)
    if not nodes:
        near = _near(toolkit, name)
        hint = (
            gettext("Did you mean {near}?", near=near)
            if near
            else gettext("Try `trueline toolkit search`.")
        )
        fail(gettext("There is nothing named “{name}” in the toolkit.", name=name), hint)
    out = console()
    for node in nodes:
        print_node(out, toolkit, node)


def _near(toolkit: Any, id: str) -> str:
    import difflib

    names = [node.id for node in toolkit if node.kind not in ("term", "topic")]
    return joined([f"`{name}`" for name in difflib.get_close_matches(id, names, n=3)], "or")


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="Plain words, such as: do posters work")],
    section: InSection = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            "-k",
            help="lesson, question, point, category, indicator, evidence, resource, term, ...",
        ),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=200, help="At most.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Find what the toolkit says about something, best match first."""
    from trueline.cli.toolkit_results import hit_data, print_hits
    from trueline.toolkit import search as find
    from trueline.toolkit.search import understood_as

    toolkit = _toolkit(extra)
    kinds = sorted({node.kind for node in toolkit})
    if kind is not None and kind not in kinds:
        fail(
            gettext("There is no kind “{kind}”.", kind=kind),
            gettext("The kinds are: {names}.", names=", ".join(kinds)),
        )
    query = " ".join(words)
    results = find(toolkit, query, section=_section_id(toolkit, section), kind=kind, limit=limit)
    if as_json:
        typer.echo(json.dumps([hit_data(hit) for hit in results], ensure_ascii=False, indent=2))
        return
    out = console()
    if understood := understood_as(toolkit, query):
        out.print(gettext("Read as “{words}”.", words=_shortened(understood)), markup=False)
    if results:
        print_hits(out, results)
    else:
        out.print(
            gettext(
                "No entry was found for “{words}”. The texts are in English; common terms are"
                " understood in French, Spanish and Arabic too. Try other or fewer words.",
                words=_shortened(query),
            ),
            markup=False,
        )


def _shortened(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79]}…"


@app.command()
def tour() -> None:
    """Take a guided tour in the terminal, and write the pocket edition into trueline-tour."""
    from trueline.cli import tour as guided

    guided.run()


@app.command()
def counts(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Print how many lessons, questions, points, categories and indicators there are.

    And how many units: what the source says in them, what is quoted, and what is ours.
    """
    from dataclasses import asdict

    from trueline.cli.toolkit_results import print_counts, unit_counts
    from trueline.toolkit import counts as count

    toolkit = _toolkit(extra)
    counted = count(toolkit)
    if as_json:
        data = {
            "sections": [asdict(item) for item in counted],
            "evidence": len(toolkit.evidence),
            "resources": len(toolkit.resources),
            "topics": len(toolkit.topics),
            "vocabulary": len(toolkit.vocabularies),
            "units": unit_counts(toolkit),
        }
        typer.echo(json.dumps(data, indent=2))
    else:
        print_counts(console(), toolkit, counted)


@app.command()
def units(
    to: Annotated[
        Path | None,
        typer.Option(
            help="Write a table for readers (CSV): what they found so far is kept where the file is"
            " there already."
        ),
    ] = None,
    section: InSection = None,
) -> None:
    """List what the source says, unit by unit, for a reader to compare with it."""
    from trueline.cli.toolkit_results import print_units
    from trueline.toolkit.readings import read_readings, table
    from trueline.toolkit.units import units as units_of

    toolkit = _toolkit([])
    chosen = _section_id(toolkit, section)
    chosen_units = tuple(unit for unit in units_of(toolkit) if chosen in (None, unit.section))
    if to is None:
        print_units(console(), chosen_units)
        return
    from trueline.reports.files import put

    put(to, table(chosen_units, read_readings(to)).encode())
    console().print(gettext("Wrote {place}.", place=to), markup=False, soft_wrap=True)


@app.command()
def validate(folder: Annotated[Path, typer.Argument(help="The folder with your pack.")]) -> None:
    """Check a folder with your organisation's own entries."""
    from trueline.language.terms import ENTRY
    from trueline.toolkit import validate_pack

    toolkit = validate_pack(folder)
    own = [node for node in toolkit if toolkit.is_own(node.id)]
    kinds = ("lesson", "question", "category", "indicator", "evidence", "resource", "vocabulary")
    numbers = ((sum(node.kind == kind for node in own), kind) for kind in kinds)
    held = ", ".join(f"{number} × {ENTRY.within(kind)}" for number, kind in numbers if number)
    console().print(
        gettext(
            "“{name}” is in order: {entries}.",
            name=toolkit.packs[-1].name,
            entries=held or gettext("it adds nothing yet"),
        ),
        markup=False,
    )


@app.command()
def export(
    to: Annotated[
        Path,
        typer.Option(
            "--to",
            help="toolkit.pdf, toolkit.docx, indicators.xlsx or toolkit.json; the"
            " ending says what is made.",
        ),
    ],
    section: Annotated[
        list[str], typer.Option("--section", "-s", help="Only this section. May be repeated.")
    ] = [],  # noqa: B006
    edition: Annotated[
        Edition,
        typer.Option(
            case_sensitive=False,
            help="As PDF: full, pocket (questions and categories on a few pages), or booklet (the"
            " same on A5).",
        ),
    ] = Edition.full,
    paper: Paper = PaperSize.a4,
    extra: Extra = [],  # noqa: B006
) -> None:
    """Write the toolkit to a file: to print (PDF, Word), a workbook of indicators, JSON."""
    from trueline.reports.toolkit_edition import MAKERS, SMALL, write_toolkit

    if to.suffix.lower() not in MAKERS:
        fail(
            gettext("“{name}” ends in none of {endings}.", name=to.name, endings=", ".join(MAKERS)),
            gettext("The ending says what is made."),
        )
    if edition.value in SMALL and to.suffix.lower() != ".pdf":
        fail(
            gettext("The {edition} edition is made as PDF alone.", edition=edition.value),
            gettext("Let the name end in .pdf, or leave out --edition."),
        )
    toolkit = _toolkit(extra)
    chosen = [str(_section_id(toolkit, name)) for name in section]
    write_toolkit(toolkit, to, sections=chosen, paper=paper.value, edition=edition.value)
    console().print(gettext("Wrote {to}.", to=to), markup=False, soft_wrap=True)
