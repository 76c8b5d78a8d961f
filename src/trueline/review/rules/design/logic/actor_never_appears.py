"""Somebody is to act whom nothing before works with.

Why: Responding takes action by at least one of eight groups (1 G1), and the way from what is done to who
acts is to be thought through (1 Q1, 1 Q2). Where those who are to act appear only at the end, nothing has
reached them.

Example: Girls learn of their rights, and so employers pay wages.

Resolve: Add what reaches those people, or the step by which others reach them.
"""

from collections.abc import Iterator

from trueline.design import Design, Result
from trueline.language import gettext, joined, quoted
from trueline.lexicon import Place, WordsRead
from trueline.review.finding import Found
from trueline.review.rule import RuleContext, rule
from trueline.review.rules.design.actors import PEOPLE, groups_in, groups_named


@rule(sort="said-badly", severity="warning", remedy="add", refs=("1 G1", "1 Q1", "1 Q2"))
def actor_never_appears(context: RuleContext[Design]) -> Iterator[Found]:
    design = context.document
    toolkit = context.toolkit
    for result in design.results:
        actors = _actors(context, result)
        if not actors or result.level != "outcome":
            continue
        before = design.theory.leading_to([result.id])
        if not before & design.theory.activities:
            continue
        met = _met(context, before, result)
        if not met or actors & met:
            continue
        labels = [toolkit[f"actor-group.{name}"].label.lower() for name in sorted(actors)]  # type: ignore[union-attr]
        yield Found(
            path=f"results[{result.id}]",
            message=gettext(
                "{result} takes action by {actors}. Nothing that leads to it works with them.",
                result=quoted(result.name),
                actors=joined(labels, "or"),
            ),
            next_step=gettext(
                "Say what reaches them: an activity, or a result between in which others do."
            ),
        )


def _actors(context: RuleContext[Design], result: Result) -> frozenset[str]:
    """Who is to act: by the behaviour that the result names, else by the words it begins with."""
    if result.change not in (None, "behaviour"):
        return frozenset()
    for behaviour in context.document.behaviours:
        if behaviour.id == result.behaviour and behaviour.actor_group:
            return frozenset([behaviour.actor_group]) - PEOPLE
    words = context.reading.words(result.statement)
    first = words.of(*(f"actor-{name}" for name in ACTORS))[:1]
    if not first or first[0].start > 1 or _is_acted_upon(words, first[0]):
        return frozenset()
    return groups_named(context.reading.words(words.quote(first[0].start, first[0].end))) - PEOPLE


WORKS_WITH = {
    "justice": frozenset(["criminal-justice"]),
    "identification": frozenset(["service-providers", "criminal-justice"]),
    "support": frozenset(["service-providers"]),
    "legal": frozenset(["policymakers"]),
    "plans": frozenset(["policymakers"]),
}
"""Whom activities of a kind work with, whatever they say."""


def _is_acted_upon(words: WordsRead, actor: Place) -> bool:
    """Whether something is done to them: “traffickers are convicted”."""
    return any(place.start == actor.end for place in words.of("is-done-to"))


ACTORS = ("perpetrators", "justice", "policymakers", "services", "businesses", "consumers")


def _met(context: RuleContext[Design], before: frozenset[str], result: Result) -> frozenset[str]:
    """The groups that anything on the way names, and those whose behaviour it works on."""
    design = context.document
    texts: list[str] = []
    groups = set[str]()
    for activity in design.activities:
        if activity.id in before:
            texts += [text.text for text in context.reading.texts_of(activity)]
            groups |= WORKS_WITH.get(activity.kind, frozenset())
            for behaviour in design.behaviours:
                if {each.id for each in behaviour.barriers} & {*activity.barriers}:
                    groups.update([behaviour.actor_group] if behaviour.actor_group else [])
    texts += [r.statement for r in design.results if r.id in before]
    texts += [
        assumption.statement
        for link in design.theory.links
        if link.effect == result.id
        for assumption in link.assumptions
    ]
    return groups_in(context.reading, texts) | groups
