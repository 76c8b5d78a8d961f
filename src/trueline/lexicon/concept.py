"""One thing that people name in different words."""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from trueline.lexicon.folding import folds_to_something

Language = Literal["en", "fr", "es", "ar"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

Term = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80)]
"""One way to say it: a word or a few in a row. `*` at the end of a word stands for any ending, so
that "traffick*" meets trafficked and trafficking. Case, accents, hyphens and plurals need no terms
of their own, nor does the article or particle that Arabic writes together with a word. A `…` of its
own stands for up to seven words of the same sentence: "leave … permission". The id of a concept in
angle brackets stands for any one word among its terms, so that a few terms say what a subject, a verb
and an object can be: "<staff> … <decides> … <client>"."""


class Concept(BaseModel):
    """One thing, and the terms for it by language, the plainest first."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    terms: dict[Language, Annotated[tuple[Term, ...], Field(min_length=1)]] = Field(min_length=1)
    finds: tuple[Term, ...] = Field(
        (), description="What a search looks for instead of the English terms, where they differ."
    )

    @field_validator("terms")
    @classmethod
    def _terms_hold_letters(
        cls, terms: dict[Language, tuple[str, ...]]
    ) -> dict[Language, tuple[str, ...]]:
        for term in (term for words in terms.values() for term in words):
            if not (term[0].isascii() and term[0].isalnum()) and not folds_to_something(
                term.replace("*", "")
            ):
                raise ValueError(f"“{term}” holds no letter or digit.")
        return terms
