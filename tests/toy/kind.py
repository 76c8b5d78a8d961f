"""What a toy holds (two fields and a list), and how it is registered."""

from typing import Literal

from trueline.document import Document, Element, Facts, Kind, Labels, Step
from trueline.document.fields import ElementId, Line, Whole, field, required_id


class Block(Element):
    """A piece of a toy."""

    named = "title"
    id: ElementId = required_id()
    title: Line = field("Name", "What it is called.", "")
    edges: Literal["round", "sharp"] | None = field("Edges", "How they feel.")


class Toy(Document):
    """A toy."""

    kind = "toy"
    essential = ("blocks",)

    maker: Line = field("Maker", "Who made it.", "")
    age: Whole | None = field("Age", "From how many years on it is meant.")
    blocks: tuple[Block, ...] = field("Blocks", "What it consists of.", ())


TOY = Kind(
    name="toy",
    model=Toy,
    labels=Labels(
        singular="Toy",
        plural="Toys",
        untitled="Untitled toy",
        whole="The whole toy",
        begin="Begin a toy",
        the_document="the toy",
        none_yet="No toy yet. A toy is something to play with.",
    ),
    steps=(
        Step("making", "Making", "Who makes it, and for whom.", part=""),
        Step("blocks", "Blocks", "What it consists of.", ("blocks",)),
        Step(
            "review", "Review", "What to look at again.", ("next_steps", "waivers"), page="review"
        ),
        Step("share", "Share and export", "Hand it to others.", page="share"),
    ),
    package="tests.toy",
    facts=Facts(lead="maker"),
)
