"""The shapes of what stands in a pack: sections, lessons, questions, categories, indicators.

Every entry carries `ref`, its place in the source: "3 I" is the introduction of section 3,
"3 L2" its second lesson, "3 Q6" its sixth question, "3 E2" its second indicator category,
"3 E2.1" the first indicator of that category, "1 A1" the first unsupported assumption,
"fn 18" footnote 18 and "R 4" the fourth work of further reading. A point's ref is that of its
parent and its own number: "3 Q6.2".

A field whose description begins with "Ours:" is written by this project, not by the source;
`TRUELINE_FIELDS` names them for each kind of entry, so that screens can mark them.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field, StringConstraints, field_validator

from trueline.language.term_types import Applies, Direction, Remedy, Stance
from trueline.toolkit.measuring import Category, Indicator
from trueline.toolkit.texts import (
    Entry,
    EntryId,
    Model,
    PartId,
    Passage,
    Point,
    Quotation,
    Ref,
    Text,
)

_EARLIER = {
    "works": "finding",
    "does-not": "finding",
    "mixed": "finding",
    "no-evidence": "limited-evidence",
}
"""Labels of packs written earlier, each as the present one that claims no more."""


class Example(Model):
    """One activity that the introduction of a section gives as an example: (a), (b), ..."""

    id: PartId
    letter: Annotated[str, StringConstraints(pattern=r"^[a-h]$")]
    text: Text
    evidence: tuple[PartId, ...] = ()


class Goal(Model):
    """One thing that a section says its kind of work is for."""

    id: PartId
    text: Text


class Figure(Model):
    """A number that the source reports, exactly as it reports it."""

    id: PartId
    value: Text
    statement: Text
    ref: Ref
    evidence: tuple[PartId, ...] = ()


class Section(Model):
    """A chapter of the toolkit: foundations, mapping, or one of the seven kinds of activity."""

    id: PartId
    number: int = Field(ge=1, le=99)
    part: Literal["I", "II"]
    title: Text
    short: Text = Field(description="Ours: the title in two or three words, for menus.")
    ref: Ref
    rationale: Text = Field(description="Why this kind of work is done, as the source puts it.")
    introduction: tuple[Passage, ...] = Field((), description="What else the introduction says.")
    quotations: tuple[Quotation, ...] = ()
    goals: tuple[Goal, ...] = ()
    examples: tuple[Example, ...] = ()
    figures: tuple[Figure, ...] = ()
    questions_evidence: tuple[PartId, ...] = Field(
        (), description="Footnotes at the heading of the questions."
    )
    uncertain: Text | None = None


class Lesson(Entry):
    """Something the field has learned, and what follows from it for a design."""

    kind: Literal["lesson", "finding", "prevention", "assumption", "actors"] = "lesson"
    title: Text = Field(description="Ours: the lesson in under ten words.")
    statement: Text
    direction: Direction = Field(description="Ours: what sort of thing it reports.")
    points: tuple[Point, ...] = ()
    follows: Text = Field(description="Ours: what follows for somebody designing a programme.")
    questions: tuple[EntryId, ...] = Field((), description="Ours: questions that test it.")
    indicators: tuple[EntryId, ...] = Field(
        (), description="Ours: indicators or categories that would show it."
    )

    @field_validator("direction", mode="before")
    @classmethod
    def _label_of_earlier_packs(cls, label: Any) -> Any:
        return _EARLIER.get(label, label) if isinstance(label, str) else label


class Response(Model):
    """What to do about one unsatisfying answer to a question."""

    stance: Stance
    answer: Text = Field(description="The unsatisfying answer, as a designer might give it.")
    remedy: Remedy
    step: Text = Field(description="A next step that can be done and seen to be done.")


class Question(Entry):
    """A question for the designer of a programme."""

    title: Text = Field(description="Ours: the question in under eight words, for lists.")
    text: Text
    points: tuple[Point, ...] = ()
    applies: tuple[Applies, ...] = Field(
        min_length=1, description="Kinds of activity it is asked of; `programme`: of the whole."
    )
    why: Text = Field(description="Ours: why the answer matters, from the lessons.")
    good_answer: Text = Field(description="Ours: what a good answer shows.")
    responses: tuple[Response, ...] = Field(
        min_length=1, description="Ours: remedy and next step for each unsatisfying answer."
    )
    lessons: tuple[EntryId, ...] = Field((), description="Ours: lessons behind the question.")
    indicators: tuple[EntryId, ...] = Field(
        (), description="Ours: indicators or categories that would show the answer."
    )


ARCHIVE = "https://web.archive.org/web/2016/"
"""Before an address: leads to the copy nearest to that year, where there is one."""


class Work(Model):
    """A publication. `detail` holds pages, sales and document numbers."""

    title: Text
    author: Text | None = None
    year: Text | None = None
    publisher: Text | None = None
    place: Text | None = None
    detail: Text | None = None
    url: Text | None = None


class Evidence(Model):
    """A footnote of the source: what it says, and the works it cites."""

    id: PartId
    ref: Ref
    note: Text
    works: tuple[Work, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    uncertain: Text | None = None


class Guide(Model):
    """How to do well, and without harm, what many entries ask for; written by this project."""

    id: PartId
    title: Text
    text: Text
    points: tuple[Point, ...] = ()
    works: tuple[Work, ...] = ()
    keywords: tuple[Text, ...] = ()


class Topic(Model):
    """A heading of the further reading."""

    id: PartId
    title: Text


class Resource(Model):
    """A work of further reading."""

    id: PartId
    ref: Ref
    topics: tuple[PartId, ...] = Field(min_length=1)
    work: Work
    use: Text = Field(description="Ours: what a programme officer would open it for.")
    address: Text | None = Field(
        None, description="Ours: where it stands today, as far as we know; not opened."
    )
    uncertain: Text | None = None

    @property
    def today(self) -> str:
        """Ours: its present address, else that of a copy of 2016 in a public archive; "" for none."""
        archived = f"{ARCHIVE}{self.work.url}" if self.work.url else ""
        return self.address or archived


class Term(Model):
    """One word of a vocabulary list."""

    id: PartId
    label: Text
    definition: Text | None = None
    ref: Ref | None = None


class Vocabulary(Model):
    """A list of terms: actor groups, kinds of displacement, forms of exploitation, ..."""

    id: PartId
    title: Text
    about: Text
    ref: Ref | None = None
    source: Text | None = Field(None, description="The standard or source the terms come from.")
    ordered: bool = Field(False, description="Whether the order of the terms carries meaning.")
    terms: tuple[Term, ...] = Field(min_length=1)


def _trueline_fields(shape: type[BaseModel]) -> frozenset[str]:
    return frozenset(
        name
        for name, field in shape.model_fields.items()
        if (field.description or "").startswith("Ours:")
    )


TRUELINE_FIELDS = {
    shape.__name__.lower(): _trueline_fields(shape)
    for shape in (Passage, Section, Lesson, Question, Indicator, Category, Resource)
}
