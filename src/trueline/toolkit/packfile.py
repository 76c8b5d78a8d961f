"""The shape of one YAML file of a pack. A pack is a folder of such files.

A file may hold any of the keys; the source's pack has one file for each section, and further
files for evidence, resources and vocabulary. An organisation's pack may be a single file.
"""

from typing import Annotated

from pydantic import Field, StringConstraints

from trueline.lexicon import Concept
from trueline.toolkit.entries import (
    Evidence,
    Guide,
    Lesson,
    Question,
    Resource,
    Section,
    Topic,
    Vocabulary,
)
from trueline.toolkit.measuring import Category, Indicator
from trueline.toolkit.texts import EntryId, Model, PartId, Passage, Quotation, Text


class Consequence(Model):
    """One of the four things that an answer can lead to."""

    id: PartId
    label: Text
    text: Text
    evidence: tuple[PartId, ...] = Field((), description="Footnotes of the source it rests on.")


class About(Model):
    """Who wrote what a pack holds, for whom, and how to use it."""

    title: Text
    subtitle: Text | None = None
    publisher: Text
    year: Text | None = None
    members: tuple[Text, ...] = ()
    partners: tuple[Text, ...] = ()
    purpose: tuple[Passage, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    audience: tuple[Passage, ...] = ()
    use: tuple[Passage, ...] = ()
    consequences: tuple[Consequence, ...] = ()
    limits: tuple[Text, ...] = ()
    wording: Text | None = Field(None, description="Ours: how our text relates to the source's.")


class PackHead(Model):
    """What `pack.yaml` says of the pack: its name, its language, whose it is."""

    id: PartId = Field(description="First part of every id that the pack adds.")
    name: Text
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)?$")]
    edition: Text
    about: About | None = None


class AddedIndicator(Model):
    """An organisation's indicator, put under a category that exists."""

    category: EntryId
    indicator: Indicator


Synonyms = Annotated[tuple[Text, ...], Field(min_length=2)]
"""Terms of the pack's own language for one thing: the short form of a concept of the lexicon."""


class PackFile(Model):
    """One file. `for_section` says which existing section its lessons and questions join."""

    pack: PackHead | None = None
    section: Section | None = None
    for_section: PartId | None = None
    lessons: tuple[Lesson, ...] = ()
    questions: tuple[Question, ...] = ()
    categories: tuple[Category, ...] = ()
    indicators: tuple[AddedIndicator, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    guides: tuple[Guide, ...] = ()
    topics: tuple[Topic, ...] = ()
    resources: tuple[Resource, ...] = ()
    vocabulary: tuple[Vocabulary, ...] = ()
    synonyms: tuple[Synonyms, ...] = Field(
        (), description="Words that a reader may type for one another; the search looks for all."
    )
    lexicon: tuple[Concept, ...] = Field(
        (), description="What readers type, by language; the search looks for all terms of one."
    )
    reading: tuple[Concept, ...] = Field(
        (), description="Words that review reads in what people write; rules name them by id."
    )
