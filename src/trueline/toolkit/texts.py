"""What all shapes of a pack are made of: names, places in the source, passages and quotations."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)+$")]
"""A full name such as `awareness.target-group`: lower case, digits and hyphens, dots between."""

PartId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
"""A name inside its parent, such as `recruitment`."""

Ref = Annotated[
    str,
    StringConstraints(
        pattern=r"^(0|[1-9])( (I|[LQAGE]\d{1,2}(\.\d{1,2})?))?$|^fn \d{1,2}$|^R \d{1,2}$|^own$"
    ),
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Model(BaseModel):
    """What all shapes share: frozen, and nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Quotation(Model):
    """Words of a law, a treaty or a resolution as they stand there, which nobody rewords."""

    id: PartId
    citation: Text = Field(description="The words themselves, without quotation marks around them.")
    name: Text = Field(description="The law or text that they stand in, by its full name.")
    article: Text = Field(description="Where in it: article, paragraph or annex.")
    evidence: tuple[PartId, ...] = Field((), description="Footnotes of the source it rests on.")
    ours: bool = Field(False, description="Whether we quote it, and the source does not.")


class Passage(Model):
    """A sentence or a few that one note supports. In YAML plain text will do where none does."""

    text: Text
    evidence: tuple[PartId, ...] = Field((), description="Footnotes of the source it rests on.")
    added: Text | None = Field(None, description="Ours: what we add to it, shown as ours.")

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, data: Any) -> Any:
        return {"text": data} if isinstance(data, str) else data


class Point(Model):
    """One bullet under a lesson or a question: it can be answered on its own."""

    id: PartId
    text: Text
    evidence: tuple[PartId, ...] = ()
    examples: tuple[Text, ...] = Field((), description="Examples that the source gives for it.")


class Entry(Model):
    """What lessons, questions, categories and indicators have in common."""

    id: EntryId
    ref: Ref
    keywords: tuple[Text, ...] = Field(
        (), description="Ours: plain words a reader would type who does not know the term."
    )
    evidence: tuple[PartId, ...] = Field((), description="Footnotes of the source it rests on.")
    quotations: tuple[Quotation, ...] = ()
    guides: tuple[PartId, ...] = Field(
        (), description="Ours: guides to heed where it is put into practice."
    )
    uncertain: Text | None = Field(
        None, description="What could not be read safely in the source, and how it was settled."
    )
