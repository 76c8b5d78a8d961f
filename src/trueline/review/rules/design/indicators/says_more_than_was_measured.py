"""A report says more than the data support.

Why: Numbers reached, satisfaction and knowledge can never stand in for what lies beyond them, and
behaviour stands in for impact only by a verified link (3 E2, 3 E3, 3 E5). How far a change is due to
one programme is outside the toolkit (0 I), and its indicators don’t show it (3 E6). The rule is
silent unless data are given (`--data`).

Example: “Our campaign reduced trafficking”, where the data tell how many people heard it.

Resolve: Write what was measured, and what was not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trueline.design import Design
from trueline.language import gettext, quoted
from trueline.lexicon import Occurrence, WordsRead
from trueline.review.finding import Observation
from trueline.review.reading.phrases import concepts_before
from trueline.review.rule import RuleContext, rule

if TYPE_CHECKING:
    from trueline.review.claims import Claim, Evidence

FIELDS = frozenset(
    ["summary", "learning", "rationale", "description", "text", "existing_awareness"]
)
"""Fields in which a design tells what has come about. Results and indicators say what is meant to."""

CLAIMED = {
    "claims-cause": "impact",
    "claims-impact": "impact",
    "claims-behaviour": "behaviour",
    "claims-learning": "learning",
}
"""Ways to claim, the furthest first, and the category that each is about."""


@dataclass(frozen=True)
class Statement:
    """A text that tells of what came about: where, in which document, and its words."""

    path: str
    where: str
    words: WordsRead


@rule(
    sort="said-badly",
    severity="error",
    remedy="modify",
    refs=("3 E2", "3 E3", "3 E5", "3 E6", "0 I"),
)
def says_more_than_was_measured(context: RuleContext[Design]) -> Iterator[Observation]:
    if not context.data:
        return
    # What weighs figures is loaded where there are some: most reviews have none.
    from trueline.review.claims import claims, evidence_from

    design, toolkit = context.document, context.toolkit
    figures = list(context.data.values())
    measured = evidence_from(design, figures, toolkit)
    ladder = claims(design, figures, toolkit)
    for statement in _statements(context):
        reported: set[str] = set()
        for concept, category in CLAIMED.items():
            for place in statement.words.of(concept):
                sentence = statement.words.sentence(place)
                if sentence in reported or not _is_claimed(statement.words, place):
                    continue
                reported.add(sentence)
                if instead := _honest_wording(concept, category, measured, ladder):
                    yield _observation(statement, sentence, instead)


def _statements(context: RuleContext[Design]) -> Iterator[Statement]:
    reading = context.reading
    for text in reading.texts:
        if text.field in FIELDS:
            title = type(text.part).field_title(text.field)
            yield Statement(text.address, title, reading.words(text.text))
    for name, narrative in context.related.get("narrative", {}).items():
        yield Statement("", name, reading.words(narrative))


def _is_claimed(words: WordsRead, place: Occurrence) -> bool:
    """Whether a sentence says that it is so: not denied, not asked, and not only meant.

    A claim and what denies it stand in one part of the sentence: “with no rain, the work reduced …”.
    """
    first, end = words.sentence_span(place.start)
    if words.words[end - 1] == "?" or concepts_before(words, place, "only-meant"):
        return False
    if "," in words.words[place.start : place.end]:
        return False
    commas = [number for number in range(first, place.start) if words.words[number] == ","]
    start = max([first, *commas])
    return not any(start <= named.start < place.start for named in words.of("denial")) and not any(
        named.end == place.start for named in words.of("leads-up-to")
    )


def _honest_wording(
    concept: str, category: str, measured: tuple[Evidence, ...], ladder: tuple[Claim, ...]
) -> str:
    """What can honestly be written in place of a claim; nothing where the data support it."""
    from trueline.review.claims import SHOWN_BY
    from trueline.review.claims.wording import honest_about_cause, honest_sentence

    shown_by = SHOWN_BY.get(category, (category,))  # type: ignore[call-overload]
    own = [figure for figure in measured if figure.supports and figure.measures in shown_by]
    if own:
        return honest_about_cause(own[0]) if concept == "claims-cause" else ""
    stands_in = any(claim.claimed == "impact" and claim.proxy for claim in ladder)
    if concept == "claims-impact" and stands_in:
        return ""
    return honest_sentence(measured, claimed=category)


def _observation(statement: Statement, sentence: str, instead: str) -> Observation:
    return Observation(
        path=statement.path,
        message=gettext(
            "{where} says more than the data support: {quote}.",
            where=quoted(statement.where),
            quote=quoted(sentence),
        ),
        next_step=gettext("What can be written instead: {sentence}", sentence=instead),
    )
