"""What every line of a legal framework review says: what was found, by whom, and what should follow."""

from typing import ClassVar

from trueline.document.fields import Day, Element, ElementId, Line, Text, field, prose
from trueline.language.terms import LEGAL_ITEM
from trueline.legal.words import Applied, Priority, Progress, Provided


class Item(Element):
    """One line of a checklist. `item` says which, where it is one of the toolkit's."""

    closing: ClassVar[tuple[str, ...]] = (
        "judged_by",
        "judged_on",
        "gap",
        "recommendation",
        "priority",
        "actor",
        "progress",
    )
    begins = {"judged_by": "Who says so", "gap": "What should follow"}  # noqa: RUF012

    judged_by: Line = field("Judged by", "Who read it and says so.", "")
    judged_on: Day | None = field("Judged on", "The day on which it was judged.")
    gap: Text = prose("Gap", "What is missing, and for whom.")
    recommendation: Text = prose("Recommendation", "What should be done about it.")
    priority: Priority | None = field("Priority", "What comes first.")
    actor: Line = field("Who would have to act", "The one body that would have to act.", "")
    progress: Progress | None = field("What has come of it", "How far the recommendation has got.")

    @property
    def toolkit_id(self) -> str:
        """Its id in the toolkit; "" where it is none of the toolkit's."""
        item = getattr(self, "item", "")
        return f"legal.{item}" if item else ""

    @property
    def name(self) -> str:
        """The label of the toolkit's item, else the line's own."""
        item = getattr(self, "item", "")
        return LEGAL_ITEM.label(item) if item else super().name


class Provision(Item):
    """Something that the law is to provide, in law and in practice apart."""

    closing: ClassVar[tuple[str, ...]] = (
        "in_law",
        "laws",
        "article",
        "quotation",
        "translation",
        "link",
        "dated",
        "in_practice",
        "practice",
        *Item.closing,
    )
    begins = {"in_law": "In law", "in_practice": "In practice"}  # noqa: RUF012

    in_law: Provided | None = field(
        "In law?", "What the text provides; “unclear” where it was read and does not tell."
    )
    laws: tuple[ElementId, ...] = field("Law", "The laws that provide it.", (), refers="laws")
    article: Line = field("Article", "Article and paragraph, such as article 12 (2).", "")
    quotation: Text = prose("Quotation", "The words of the law, in its own language.")
    translation: Text = prose("Translation", "The same in the language of this review.")
    link: Line = field("Link", "Where the text can be read.", "")
    dated: Day | None = field("Text of", "The day of the version that was read.")
    in_practice: Applied | None = field(
        "In practice?", "Whether it is applied, which no text can show."
    )
    practice: Text = prose("What shows it", "Cases, figures or people asked, with their date.")
