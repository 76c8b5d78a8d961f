"""Whose behaviour is to change, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Barrier, Behaviour, Design
from trueline.language import gettext
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.layout.blocks import Block, Facts, Heading, Section, Table
from trueline.reports.values import Wording


def behaviours(design: Design, wording: Wording) -> Section:
    """Each behaviour with its barriers, and the activities that lower them."""
    blocks = [block for one in design.behaviours for block in _behaviour(design, wording, one)]
    return Section(
        gettext("Behaviours and barriers"),
        tuple(blocks) or (nothing_yet(gettext("who is to do what differently")),),
        new_page=True,
    )


def _behaviour(design: Design, wording: Wording, behaviour: Behaviour) -> Iterator[Block]:
    yield Heading(behaviour.who or behaviour.name)
    if facts := wording.filled(behaviour, without=("who",)):
        yield Facts(facts)
    if behaviour.barriers:
        yield _barriers(design, wording, behaviour)
    else:
        yield nothing_yet(gettext("what keeps them from it"))


def _barriers(design: Design, wording: Wording, behaviour: Behaviour) -> Table:
    head = (Barrier.field_title("statement"), Barrier.field_title("kind"), gettext("Lowered by"))
    rows = tuple(
        (barrier.name, wording.field(barrier, "kind"), _lowered_by(design, barrier))
        for barrier in behaviour.barriers
    )
    return Table(head, rows, (3, 1.2, 2.2))


def _lowered_by(design: Design, barrier: Barrier) -> str:
    names = [activity.name for activity in design.activities if barrier.id in activity.barriers]
    return "\n".join(names) or gettext("No activity yet")
