"""Prints the ladder of claims on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from trueline.cli.printing import console
from trueline.language.terms import LEVEL
from trueline.reports.measuring.claims import conclusions, rungs
from trueline.review.claims import Claim


def print_claims(claims: Sequence[Claim]) -> None:
    """Each result: its rungs with what was measured, what that shows, and what it rests on."""
    out = console()
    for claim in claims:
        level = LEVEL.within(claim.result.level) if claim.result.level else ""
        title = Text(claim.result.statement or claim.result.id, style="bold")
        out.print(title.append(f"  {claim.result.id} {level}".rstrip(), style="dim not bold"))
        out.print(Padding(_ladder(claim), (0, 0, 0, 2), expand=False))
        for line in conclusions(claim):
            out.print(Padding(Text(line), (0, 0, 0, 2), expand=False))
        out.print()


def _ladder(claim: Claim) -> Table:
    """A line for each rung, long ones below themselves."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for rung in rungs(claim):
        table.add_row(Text(rung.name), Text("\n".join(rung.lines)))
    return table
