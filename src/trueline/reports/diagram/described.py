"""The theory of change in sentences: the text that stands for the picture."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design


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
