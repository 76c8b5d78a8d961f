"""A word that is in no list of the vocabulary.

Why: Lists give a word one meaning for everybody who reads and adds up (0 I): a word that stands in no
list is left out of every table that is made by it.

Example: Broken down by `agee`.

Resolve: Use the word of the list; for what no list has, write it in the text beside it.
"""

from collections.abc import Iterator
from functools import cache

from trueline.document import Document, Part
from trueline.document.fields import extra
from trueline.language import gettext, joined, ngettext, quoted
from trueline.review.finding import Observation
from trueline.review.rule import RuleContext, rule
from trueline.toolkit import Toolkit


@rule(sort="cannot-be", severity="warning", remedy="modify", refs=("0 I",))
def word_in_no_list(context: RuleContext[Document]) -> Iterator[Observation]:
    for address, part in context.parts:
        for field, words in _listed(type(part)):
            value = getattr(part, field)
            if not value:
                continue
            values = value if isinstance(value, tuple) else (value,)
            list_words = _words(context.toolkit, words)
            unknown = [word for word in values if word not in list_words]
            if unknown:
                near = [name for word in unknown if (name := _nearest(word, list_words))]
                yield Observation(
                    path=f"{address}.{field}" if address else field,
                    message=ngettext(
                        "{words} is in no list that “{field}” takes its words from.",
                        "{words} are in no list that “{field}” takes its words from.",
                        len(unknown),
                        words=joined([quoted(word) for word in unknown]),
                        field=type(part).field_title(field),
                    ),
                    next_step=gettext(
                        "Did you mean {names}?", names=joined([f"`{name}`" for name in near], "or")
                    )
                    if near
                    else gettext(
                        "The list has: {names}.", names=joined([f"`{w}`" for w in list_words])
                    ),
                )


NEAR = 70
"""How alike, of 100, a word has to be to one of the list that was meant."""
COUNTRY = "country"
"""The list whose words documents write in capital letters."""


@cache
def _listed(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """The fields of a model that take words from a list, with the list; "" for the names of lists."""
    fields = model.model_fields.items()
    listed = [(name, extra(info, "words")) for name, info in fields]
    lists = [(name, "") for name, info in fields if extra(info, "names") == "vocabulary"]
    return (*((name, str(words)) for name, words in listed if words), *lists)


@cache
def _words(toolkit: Toolkit, words: str) -> tuple[str, ...]:
    """The words of a list by the id that documents write."""
    if not words:
        return tuple(vocabulary.id for vocabulary in toolkit.vocabularies)
    ids = tuple(term.id for term in toolkit.terms(words))
    return tuple(id.upper() for id in ids) if words == COUNTRY else ids


def _nearest(word: str, list_words: tuple[str, ...]) -> str:
    """The word of a list that is nearest; "" where none is near."""
    from rapidfuzz import fuzz, process

    match = process.extractOne(
        word, list_words, scorer=fuzz.WRatio, processor=str.casefold, score_cutoff=NEAR
    )
    return match[0] if match else ""
