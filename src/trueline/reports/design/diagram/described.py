"""The theory of change in sentences: the text that stands for the picture."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Assumption, Design, Link
from trueline.language import gettext, gettext_noop, isolate, quoted

STRENGTHS = {
    "none": gettext_noop("no evidence"),
    "weak": gettext_noop("weak evidence"),
    "moderate": gettext_noop("moderate evidence"),
    "strong": gettext_noop("strong evidence"),
    None: gettext_noop("evidence not judged"),
}


def numbered(design: Design) -> dict[str, list[tuple[int, Assumption]]]:
    """The assumptions of each link, with the numbers they have in picture and legend."""
    number = 0
    assumptions: dict[str, list[tuple[int, Assumption]]] = {}
    for link in design.theory.links:
        for assumption in link.assumptions:
            number += 1
            assumptions.setdefault(link.id, []).append((number, assumption))
    return assumptions


def standing(assumption: Assumption) -> str:
    """The foundation of an assumption, in two or three words."""
    return (
        gettext("verified here") if assumption.verified else gettext(STRENGTHS[assumption.strength])
    )


def is_weak(link: Link) -> bool:
    """Whether a link rests on no assumption that is verified or backed by named evidence."""
    return not any(assumption.is_backed for assumption in link.assumptions)


def described(design: Design) -> list[str]:
    """One sentence for each link, and one for each node that no link touches."""
    return list(_sentences(design))


def _sentences(design: Design) -> Iterator[str]:
    names = {a.id: a.name for a in design.activities} | {r.id: r.name for r in design.results}
    theory = design.theory
    for link in theory.links:
        sentence = gettext(
            "{cause} leads to {effect}",
            cause=quoted(names[link.cause]),
            effect=quoted(names[link.effect]),
        )
        conditions = [isolate(a.statement.rstrip(".")) for a in link.assumptions if a.statement]
        yield (
            gettext("{step}, if: {conditions}.", step=sentence, conditions="; ".join(conditions))
            if conditions
            else f"{sentence}."
        )
    for node in theory.nodes:
        if not theory.into[node] and not theory.out_of[node]:
            yield gettext("{node} is linked to nothing.", node=quoted(names[node]))
