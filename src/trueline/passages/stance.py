"""Whether a sentence tells of what was done, is planned, is denied, or stays vague."""

from __future__ import annotations

from enum import StrEnum

from trueline.lexicon import Expression


class Stance(StrEnum):
    """How a sentence speaks of what it speaks of."""

    DONE = "done"
    PLANNED = "planned"
    DENIED = "denied"
    VAGUE = "vague"
    """It says neither that something was done nor that it will be: a wish, a principle."""


_DENIED = Expression(
    r"(?:has|have|had|was|were|is|are|do|does|did|will|can|could) not|cannot|can't|won't|n't"
    r"|no (?:\p{L}+ ){0,3}(?:was|were|is|are|has been|have been|exists?|took place)"
    r"|none of|without any|there (?:is|are|was|were) no|not yet|never|nobody|lacks?|absence of"
    r"|failed to|not (?:identified|conducted|assessed|available|applicable)"
    r"|ne .{0,40}pas|n'(?:a|ont|est|était|existe).{0,40}(?:pas|aucune?)|aucune?|jamais|pas encore"
    r"|no (?:se )?(?:ha|han|hay|hubo|existe|existen|cuenta|tiene|fue|fueron)|ninguna?|nunca"
    r"|todavía no|aún no|sin que"
)
_PLANNED = Expression(
    r"will|shall|plans? to|planned|intends? to|is to be|are to be|going to|in the (?:coming|next)"
    r"|by (?:20\d\d|the end of)|next (?:year|phase|reporting)|propos(?:es?|ed) to|aims? to|seeks? to"
    r"|expects? to|future|upcoming|target(?:s|ed)? for"
    r"|sera|seront|prévoi\p{L}*|prévue?s?|envisage\p{L}*|compte\p{L}* \p{L}+er|d'ici|à venir|prochaine?"
    r"|será\p{L}*|se prevé|prevé\p{L}*|previst\p{L}*|planea\p{L}*|proyecta\p{L}*|próxim\p{L}*|a realizar"
)
_DONE = Expression(
    r"(?:was|were|has been|have been|had been|been) \p{L}+(?:ed|en|t|ne|ld|nd)"
    r"|(?:has|have|had|we|they|it) (?:also |already |since )?\p{L}+ed"
    r"|\p{L}+ed|conducted|completed|held|built|set up|took place|began|gave|made|wrote|found|led|ran"
    r"|a été|ont été|a (?:mis|formé|créé|publié|adopté|organisé)|ont (?:été|formé|créé)|fut"
    r"|fue|fueron|ha sido|han sido|se (?:realizó|realizaron|creó|llevó|capacitó)|\p{L}+aron|\p{L}+ieron"
)
_WISH = Expression(
    r"should|ought to|could|may|might|must|need(?:s|ed)? to|committed to|commitment|strives?|believes?"
    r"|endeavou?rs?|where (?:possible|appropriate)|as appropriate|wherever|importance of|recognises?"
    r"|recognizes?|devrait|devraient|pourrait|doit|doivent|il faut|dans la mesure du possible"
    r"|debería\p{L}*|podría\p{L}*|debe|deben|es necesario|en la medida de lo posible|compromiso"
)


_IN_ORDER = (
    (Stance.DENIED, _DENIED),
    (Stance.PLANNED, _PLANNED),
    (Stance.VAGUE, _WISH),
    (Stance.DONE, _DONE),
)


def stance(sentence: str) -> Stance:
    """How a sentence speaks, by its words in English, French and Spanish; vague where none tells."""
    return next((each for each, words in _IN_ORDER if words.matches(sentence)), Stance.VAGUE)
