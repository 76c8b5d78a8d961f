"""`trueline rules` and `trueline explain`: what the review looks at, and why."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from trueline.cli.options import Language
from trueline.cli.printing import console, fail
from trueline.language import gettext, joined, ngettext

if TYPE_CHECKING:
    from trueline.review import Rule


def _groups() -> tuple[str, ...]:
    from trueline.review import groups

    return groups()


def _rules() -> list[str]:
    from trueline.review import all_rules

    return list(all_rules())


def rules(
    group: Annotated[
        str | None,
        typer.Argument(
            show_default=False,
            autocompletion=_groups,
            help="Only the rules of one group, such as `justice`.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    language: Language = None,
) -> None:
    """List what the review looks at: every rule, by group."""
    from trueline.review import all_rules, groups

    if group is not None and group not in groups():
        fail(
            gettext("There is no group “{group}”.", group=group),
            gettext("The groups are: {names}.", names=", ".join(groups())),
        )
    chosen = [rule for rule in all_rules().values() if group in (None, rule.group)]
    if as_json:
        data = [_data(rule) for rule in chosen]
        typer.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        _print_table(chosen)


def explain(
    rule: Annotated[
        str,
        typer.Argument(
            metavar="RULE",
            show_default=False,
            autocompletion=_rules,
            help="Id of a rule, such as `justice.rotation-not-handled`.",
        ),
    ],
    language: Language = None,
) -> None:
    """Say what a rule looks at, why, with an example, and how to resolve it."""
    from trueline.cli.rule_view import print_rule
    from trueline.review import all_rules
    from trueline.toolkit import load_toolkit

    every_rule = all_rules()
    meant = [id for id in every_rule if rule in (id, id.split(".")[1])]
    if len(meant) != 1:
        fail(gettext("There is no rule “{rule}”.", rule=rule), _nearest(rule, list(every_rule)))
    print_rule(console(), every_rule[meant[0]], load_toolkit())


def _nearest(name: str, ids: list[str]) -> str:
    import difflib

    words = name.lower().replace("_", "-").replace(" ", "-")
    short = {id.split(".")[1]: id for id in ids}
    near = difflib.get_close_matches(words, ids, n=3)
    near = near or [short[n] for n in difflib.get_close_matches(words, short, n=3)]
    near = near or [id for id in ids if words in id][:3]
    if near:
        return gettext("Did you mean {names}?", names=joined([f"`{id}`" for id in near], "or"))
    return gettext("`trueline rules` lists them all.")


def _data(rule: Rule) -> dict[str, object]:
    names = (
        "id",
        "group",
        "title",
        "sort",
        "severity",
        "remedy",
        "refs",
        "why",
        "example",
        "resolve",
    )
    return {name: getattr(rule, name) for name in names}


def _print_table(chosen: list[Rule]) -> None:
    from rich.table import Table
    from rich.text import Text

    from trueline.language.terms import ADVICE, GROUP, SEVERITY, SORT

    out = console()
    for group, members in groupby(chosen, key=lambda rule: rule.group):
        table = Table(box=None, pad_edge=False, header_style="bold")
        for heading in (
            GROUP.label(group),
            gettext("sort"),
            gettext("severity"),
            gettext("asks to"),
        ):
            table.add_column(heading, overflow="fold")
        for rule in members:
            name = Text(rule.title).append(f"\n{rule.id}", "dim")
            table.add_row(
                name,
                SORT.within(rule.sort),
                SEVERITY.within(rule.severity),
                ADVICE.within(rule.remedy),
            )
        out.print(table)
        out.print()
    out.print(
        ngettext(
            "{count} rule. `trueline explain RULE` says all about it.",
            "{count} rules. `trueline explain RULE` says all about one.",
            len(chosen),
        ),
        markup=False,
    )
