"""The theory of change in sentences: the text that stands for the picture."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Assumption, Design, Link

STRENGTHS = {
    "none": "no evidence",
    "weak": "weak evidence",
    "moderate": "moderate evidence",
    "strong": "strong evidence",
    None: "evidence not judged",
}


def numbered(design: Design) -> dict[str, list[tuple[int, Assumption]]]:
    """The assumptions of each link, with the numbers they have in picture and legend."""
    number = 0
    found: dict[str, list[tuple[int, Assumption]]] = {}
    for link in design.theory.links:
        for assumption in link.assumptions:
            number += 1
            found.setdefault(link.id, []).append((number, assumption))
    return found


def standing(assumption: Assumption) -> str:
    """How well an assumption is founded, in two or three words."""
    return "verified here" if assumption.verified else STRENGTHS[assumption.strength]


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
        said = f"“{names[link.cause]}” leads to “{names[link.effect]}”"
        conditions = [a.statement.rstrip(".") for a in link.assumptions if a.statement]
        yield f"{said}, if: {'; '.join(conditions)}." if conditions else f"{said}."
    for node in theory.nodes:
        if not theory.into[node] and not theory.out_of[node]:
            yield f"“{names[node]}” is linked to nothing."
