"""Steps from what people learn to what they do, which rest on no evidence."""

from collections.abc import Iterator

from trueline.design import Design, Link, Result


def unbacked_steps(design: Design, starts: set[str]) -> Iterator[tuple[Link, Result]]:
    """Links to behaviour or impact from `starts`, or from learning that `starts` bring about.

    Links with an assumption that is verified, or rests on named evidence, are left out.
    """
    theory = design.theory
    results = {result.id: result for result in design.results}
    learned = {
        result.id
        for result in design.results
        if result.change == "learning" and starts & theory.leading_to([result.id])
    }
    for link in theory.links:
        effect = results.get(link.effect)
        backed = any(assumption.is_backed for assumption in link.assumptions)
        if (
            link.cause in starts | learned
            and effect
            and effect.change in ("behaviour", "impact")
            and not backed
        ):
            yield link, effect
