"""The team's responses: answers, decisions, findings set aside, and its sources.

The same in every kind of document.
"""

from typing import Literal

from trueline.document.fields import (
    Day,
    Element,
    ElementId,
    LanguageCode,
    Line,
    Text,
    Whole,
    field,
    prose,
    required_id,
)
from trueline.language import language_names
from trueline.language.term_types import Remedy, Stance


class Answer(Element):
    """An answer to one question of the toolkit.

    A kind whose answers may belong to one of its items adds a field for the item's id, and names it
    in `key_within`.
    """

    key = "question"
    named = "question"
    closing = ("stance", "text", "points", "sources")

    question: Line = field("Question", "Id of the toolkit's question.", ...)

    @property
    def item(self) -> str | None:
        """The id of what it is answered for; None where it is answered for the whole document."""
        return getattr(self, self.key_within) if self.key_within else None

    stance: Stance | None = field(
        "Answer", "Addressed, partly, not addressed, not known, or not relevant."
    )
    text: Text = prose("In words", "The answer, or the reason why it is not relevant.")
    points: tuple[Line, ...] = field(
        "Points covered", "Points of the question that the answer covers.", ()
    )
    sources: tuple[ElementId, ...] = field("Sources", "What it rests on.", (), refers="sources")


class NextStep(Element):
    """Something decided in response to a finding or an answer."""

    named = "step"
    id: ElementId = required_id()
    step: Text = field("Step", "What will be done.", "")
    remedy: Remedy | None = field(
        "Remedy", "Modify, add, generate the missing information, or reconsider."
    )
    about: Line = field(
        "About",
        "The element or question it answers, such as activities[training-1] or justice.mentoring.",
        "",
        names="place",
    )
    owner: Line = field("Who", "Who does it.", "")
    due: Day | None = field("By", "The day by which it is to be done.")
    done: bool = field("Done?", "Whether it has been done.", False)


class Waiver(Element):
    """A finding set aside, with a reason and an end. It stays visible."""

    key = "rule"
    key_within = "element"
    named = "rule"
    rule: Line = field("Rule", "Id of the rule, as the finding names it.", ...)
    element: Line = field(
        "Where", "Address of the element, as the finding names it.", "", names="place"
    )
    who: Line = field("Who", "Who decided.", "")
    why: Text = prose("Why", "The reason, for somebody who reads it in a year.")
    until: Day | None = field("Until", "When it will be looked at again.")


class TextLanguage(Element):
    """Says that an element, with all that stands in it, is written in another language than the rest."""

    key = "element"
    named = "language"
    noun = "Language of texts"
    element: Line = field(
        "Where", "Address of the element, such as activities[a1].", ..., names="place"
    )
    language: LanguageCode = field(
        "Language", "The language that its texts are written in.", ..., names="language"
    )

    @property
    def name(self) -> str:
        """The language, as its speakers' neighbours call it."""
        return language_names().get(self.language, self.language)


class Source(Element):
    """A work, data set, evaluation, law or consultation that the design rests on."""

    id: ElementId = required_id()
    title: Line = field("Title", "Name of the work or data.", "")
    author: Line = field("Author", "Person or organisation.", "")
    year: Whole | None = field("Year", "Year of publication.")
    kind: (
        Literal["evaluation", "research", "data", "consultation", "law", "own-experience", "other"]
        | None
    ) = field("Kind", "What it is.")
    url: Line = field("Address", "Where it can be read.", "")
    note: Text = prose("Note", "What it shows, and how far it carries.")
