"""`trueline toolkit tour`: a guided tour of the toolkit in the terminal, and the pocket edition."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trueline.cli.printing import console
from trueline.language import gettext, gettext_noop

if TYPE_CHECKING:
    from rich.console import Console

FOLDER = Path("trueline-tour")
STOPS = (
    (
        gettext_noop("Somebody plans a poster campaign and asks: do posters work?"),
        "do posters work",
    ),
    (
        gettext_noop("Somebody wants to train the police, where staff are moved every year."),
        "police rotate",
    ),
)


def run(folder: Path = FOLDER) -> None:
    """Walk through the toolkit, then write the pocket edition into `folder`."""
    from trueline.cli.toolkit_results import print_counts, print_hits
    from trueline.cli.toolkit_view import print_node
    from trueline.reports.toolkit_edition import write_toolkit
    from trueline.toolkit import counts, load_toolkit, search

    out = console()
    toolkit = load_toolkit()
    _heading(out, gettext("What is in it"), "trueline toolkit counts")
    print_counts(out, toolkit, counts(toolkit))
    for sentence, words in STOPS:
        _heading(out, gettext(sentence), f"trueline toolkit search {words}")
        print_hits(out, search(toolkit, words, limit=3))
    _heading(
        out,
        gettext("What does an indicator not show?"),
        "trueline toolkit show justice.participants",
    )
    print_node(out, toolkit, toolkit.node("justice.participants"))
    folder.mkdir(exist_ok=True)
    pdf = folder / "pocket.pdf"
    write_toolkit(toolkit, pdf, edition="pocket")
    out.print(gettext("The whole toolkit to print: {pdf}", pdf=pdf), style="bold", soft_wrap=True)


def _heading(out: Console, title: str, command: str) -> None:
    out.print()
    out.print(title, style="bold")
    out.print(f"$ {command}", style="dim")
    out.print()
