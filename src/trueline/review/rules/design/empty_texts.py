"""Texts that only say again what stands beside them: a belief, a hope, a circle."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design
from trueline.document.fields import Element
from trueline.lexicon import Lexicon, WordsRead
from trueline.lexicon.words import folded_word
from trueline.memory import remembered
from trueline.review.reading import EmptyText, FieldText, Way
from trueline.review.reading.names_nothing import NAMES, names_nothing, telling_words
from trueline.review.reading.reader import words_of
from trueline.review.reading.says_nothing import content_positions, content_words

SMALL = frozenset(["small", "only-asserted"])
REASONS = ("but", "only-then", "denial", "because")
"""Concepts by which an assumption says more than its effect."""

ALIKE = 4
"""Words that begin with so many letters alike are taken for one; of short words one letter less."""

SHORT_WORD = 5


def repeated_effects(design: Design, lexicon: Lexicon) -> Iterator[EmptyText]:
    """Assumptions that say no more than the effect of their link does."""
    results = {result.id: result.statement for result in design.results}
    activities = {activity.id: activity.title for activity in design.activities}
    for link in design.links:
        effect = results.get(link.effect)
        if not effect:
            continue
        for assumption in link.assumptions:
            cause = results.get(link.cause, activities.get(link.cause, ""))
            if _only_repeats(lexicon, assumption.statement, effect) or _says_both(
                lexicon, assumption.statement, cause, effect
            ):
                holder = f"links[{link.id}].assumptions[{assumption.id}]"
                source = FieldText(assumption, holder, "statement", assumption.statement, True)
                yield EmptyText(source, "repeats-effect")


FEWEST_ALIKE = 4
"""Words that an assumption has in common with its effect where one more, such as a verb, differs."""


def _only_repeats(lexicon: Lexicon, assumption: str, effect: str) -> bool:
    """Whether nothing is added to the effect, or a word or two that name nothing and give no reason."""
    in_effect = _all_stems(effect, lexicon)
    own = words_of(lexicon, assumption)
    stems = {place: _stem(own.words[place]) for place in content_positions(own, SMALL)}
    added = {stem: place for place, stem in stems.items() if stem not in in_effect}
    alike = len({*stems.values()}) - len(added)
    if not added:
        return alike > 1
    if len(added) > FEW or alike < FEWEST_ALIKE:
        return False
    if own.concepts_among(*REASONS) - words_of(lexicon, effect).concepts_among(*REASONS):
        return False
    sorts = own.sorts(NAMES)
    return len(added) == 1 or not any(sorts[place] for place in added.values())


MOST = 0.75
"""The part of its words, and of those of the effect, that an assumption repeats which adds nothing."""


def _says_both(lexicon: Lexicon, assumption: str, cause: str, effect: str) -> bool:
    """Whether all that is said is that the cause leads to the effect: “when they borrow here, girls stay”."""
    named, of_cause_named, of_effect_named = (
        words_of(lexicon, text).concepts_among("only-then", "denial")
        for text in (assumption, cause, effect)
    )
    if named - of_cause_named - of_effect_named:
        return False
    stems = _own_stems(assumption, lexicon)
    of_cause, of_effect = _own_stems(cause, lexicon), _own_stems(effect, lexicon)
    return (
        len(stems & of_effect) >= MOST * len(of_effect)
        and len(stems & of_cause) >= MOST * len(of_cause)
        and len(stems - of_cause - of_effect) <= 1
        and min(len(of_cause), len(of_effect)) > 1
    )


@remembered(512)
def _own_stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    """Those of the words that tell something."""
    words = words_of(lexicon, text)
    return frozenset(_stem(words.words[place]) for place in content_positions(words, SMALL))


@remembered(512)
def _all_stems(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(_beginning, words_of(lexicon, text).folded()))


def _stem(word: str) -> str:
    return _beginning(folded_word(word))


def _beginning(word: str) -> str:
    """Its first letters without a plural, alike in “retienen” and “retener”, “cuentan” and “contar”, “paient” and “payer”."""
    singular = word.removesuffix("s")
    letters = singular.replace("y", "i").replace("ie", "e").replace("ue", "o")
    return letters[: ALIKE if len(letters) > SHORT_WORD else ALIKE - 1]


LESS = frozenset(["small", "less-of-it", "only-asserted"])
MOVING = frozenset(["small", "about-moving", "denial"])
RISK = frozenset(["small", "about-the-risk", "resigned", "denial"])


def empty_texts_of(design: Design, lexicon: Lexicon) -> Iterator[EmptyText]:
    """Texts of a design that say no more than what stands beside them."""
    yield from repeated_effects(design, lexicon)
    for behaviour in design.behaviours:
        beside_it = (behaviour.who, behaviour.current, behaviour.desired)
        if _adds_nothing(lexicon, behaviour.reduces_trafficking, beside_it):
            yield _empty("behaviours", behaviour, "reduces_trafficking", "repeats-effect")
    for entry in design.displacement:
        if entry.likelihood == "unlikely" and _only_denies(lexicon, entry.reasoning):
            yield _empty("displacement", entry, "reasoning", "no-reason")
    for factor in design.external_factors:
        if _is_resigned(lexicon, factor.mitigation):
            yield _empty("external_factors", factor, "mitigation", "resigned")


def _empty(list_name: str, element: Element, field: str, way: Way) -> EmptyText:
    holder = f"{list_name}[{element.key_value}]"
    return EmptyText(FieldText(element, holder, field, getattr(element, field), True), way)


def _adds_nothing(lexicon: Lexicon, text: str, beside_it: tuple[str, ...]) -> bool:
    """Whether a text says that there will be less trafficking, and for the rest what is known.

    Of a text that names trafficking itself a word more, such as “better”, makes no reason.
    """
    words = words_of(lexicon, text)
    if not _telling(lexicon, text, LESS):
        return bool(text)
    stems = {place: _stem(words.words[place]) for place in content_positions(words, LESS)}
    stems_beside_it = frozenset().union(*(_all_stems(other, lexicon) for other in beside_it))
    added = [place for place, stem in stems.items() if stem not in stems_beside_it]
    if len(added) > FEW or not words.names("the-crime"):
        return not added
    sorts = words.sorts(NAMES)
    return not any(sorts[place] for place in added)


def _only_denies(lexicon: Lexicon, text: str) -> bool:
    """Whether a text says that nothing will move, and not why."""
    telling = _telling(lexicon, text, MOVING)
    if len(telling) == 1:
        return _only_thinks(words_of(lexicon, text))
    return bool(text) and not telling


def _only_thinks(words: WordsRead) -> bool:
    """Whether those who write say what they think, and name nothing."""
    return words.names("says-us", "says-thought") and names_nothing(words)


FEW = 2
"""Words that name the risk once more."""


def _is_resigned(lexicon: Lexicon, text: str) -> bool:
    """Whether a text says that nothing can be done, and next to nothing else."""
    words = words_of(lexicon, text)
    return words.names("resigned") and len(_telling(lexicon, text, RISK)) <= FEW


BRIEF = 4
"""In so few words common ones may be all there is to say: “Nothing points to it”."""


def _telling(lexicon: Lexicon, text: str, concepts: frozenset[str]) -> list[str]:
    """The words that tell something, outside some concepts."""
    words = words_of(lexicon, text)
    weigh = content_words if len(words.pieces) <= BRIEF else telling_words
    return weigh(words, concepts)
