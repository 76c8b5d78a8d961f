"""Prints one rule in the terminal."""

from __future__ import annotations

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from trueline.language import gettext
from trueline.language.terms import ADVICE, SEVERITY, SORT
from trueline.review import Rule
from trueline.toolkit import Toolkit
from trueline.toolkit.wording import title_of


def print_rule(out: Console, rule: Rule, toolkit: Toolkit) -> None:
    """Everything that the rule's docstring says, and the places of the source it rests on."""
    out.print(Text(rule.title, style="bold"))
    about = (SORT.within(rule.sort), SEVERITY.within(rule.severity), ADVICE.within(rule.remedy))
    out.print(Text(" · ".join((rule.id, *about)), "dim"))
    out.print()
    for label, text in (
        (gettext("Why"), rule.why),
        (gettext("Example"), rule.example),
        (gettext("Resolve"), rule.resolve),
    ):
        out.print(Text(label, style="bold"))
        out.print(Padding(Text(text), (0, 0, 1, 2), expand=False))
    out.print(Text(gettext("In the source"), style="bold"))
    out.print(Padding(Group(*(_source(toolkit, ref) for ref in rule.refs)), (0, 0, 0, 2)))


def _source(toolkit: Toolkit, ref: str) -> Text:
    nodes = toolkit.at(ref)
    return Text(f"{ref}  ").append(title_of(nodes[0]) if nodes else "", "dim")
