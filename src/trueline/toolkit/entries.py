"""The shapes of what stands in a pack: sections, lessons, questions, categories, indicators.

Every entry carries `ref`, its place in the source: "3 I" is the introduction of section 3,
"3 L2" its second lesson, "3 Q6" its sixth question, "3 E2" its second indicator category,
"3 E2.1" the first indicator of that category, "1 A1" the first unsupported assumption,
"fn 18" footnote 18 and "R 4" the fourth work of further reading. A point's ref is that of its
parent and its own number: "3 Q6.2".

A field whose description begins with "Ours:" is written by this project, not by the source;
`TRUELINE_FIELDS` names them for each kind of entry, so that screens can mark them.
"""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

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

Kind = Literal["awareness", "livelihoods", "legal", "justice", "identification", "support", "plans"]
"""The seven kinds of activity, which are the seven sections of part II."""

Applies = Literal[
    "awareness",
    "livelihoods",
    "legal",
    "justice",
    "identification",
    "support",
    "plans",
    "programme",
]
"""What a question is asked of: a kind of activity, or the programme as a whole."""

Direction = Literal["works", "does-not", "mixed", "no-evidence", "gap", "premise"]
"""What a lesson reports. `gap`: something that practice commonly leaves out or gets wrong;
`premise`: something that the source starts from."""

Remedy = Literal["modify", "add", "generate", "reconsider"]
"""The four consequences an answer can have (how to use the toolkit, ref 0 I)."""

Stance = Literal["addressed", "partly", "not-addressed", "not-known", "not-relevant"]

Level = Literal["activity", "output", "outcome", "impact"]

Measures = Literal[
    "baseline",
    "reach",
    "satisfaction",
    "learning",
    "livelihoods",
    "retention",
    "behaviour",
    "impact",
    "law",
    "identification",
    "services",
    "reintegration",
    "feedback",
    "plan",
]
"""What a category measures, across sections. `learning` is change in knowledge, attitudes,
skills or intentions; `law`, `plan` are checks of a text; `identification`, `services` count work
done for victims; `reintegration` is how they fare later; `feedback` is what clients say."""

StandsIn = Literal["never", "if-verified", "is-impact"]
"""Whether a category may be used as a proxy for impact on trafficking: never, only where the
link rests on verified assumptions, or because it measures that impact itself."""


class Model(BaseModel):
    """What all shapes share: frozen, and nothing unknown is let in."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Point(Model):
    """One bullet under a lesson or a question: it can be answered on its own."""

    id: PartId
    text: Text
    evidence: tuple[PartId, ...] = ()
    examples: tuple[Text, ...] = Field((), description="Examples that the source gives for it.")


class Example(Model):
    """One activity that the introduction of a section gives as an example: (a), (b), ..."""

    id: PartId
    letter: Annotated[str, StringConstraints(pattern=r"^[a-h]$")]
    text: Text


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


class Entry(Model):
    """What lessons, questions, categories and indicators have in common."""

    id: EntryId
    ref: Ref
    keywords: tuple[Text, ...] = Field(
        (), description="Ours: plain words a reader would type who does not know the term."
    )
    evidence: tuple[PartId, ...] = Field((), description="Footnotes of the source it rests on.")
    uncertain: Text | None = Field(
        None, description="What could not be read safely in the source, and how it was settled."
    )


class Section(Model):
    """A chapter of the toolkit: foundations, mapping, or one of the seven kinds of activity."""

    id: PartId
    number: int = Field(ge=1, le=99)
    part: Literal["I", "II"]
    title: Text
    short: Text = Field(description="Ours: the title in two or three words, for menus.")
    ref: Ref
    rationale: Text = Field(description="Why this kind of work is done, as the source puts it.")
    introduction: tuple[Text, ...] = Field((), description="What else the introduction says.")
    goals: tuple[Goal, ...] = ()
    examples: tuple[Example, ...] = ()
    figures: tuple[Figure, ...] = ()
    evidence: tuple[PartId, ...] = ()
    uncertain: Text | None = None


class Lesson(Entry):
    """Something the field has learned, and what follows from it for a design."""

    kind: Literal["lesson", "finding", "prevention", "assumption", "actors"] = "lesson"
    title: Text = Field(description="Ours: the lesson in under ten words.")
    statement: Text
    direction: Direction
    points: tuple[Point, ...] = ()
    follows: Text = Field(description="Ours: what follows for somebody designing a programme.")
    questions: tuple[EntryId, ...] = Field((), description="Ours: questions that test it.")
    indicators: tuple[EntryId, ...] = Field(
        (), description="Ours: indicators or categories that would show it."
    )


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


class Target(Model):
    """A suggested target: `comparison` `value` `unit`, and the words for it."""

    text: Text
    comparison: Literal["at-least", "at-most", "all", "yes"]
    value: Decimal | None = None
    unit: Text | None = None


class Survey(Model):
    """An example question for a questionnaire or an interview."""

    text: Text
    type: Literal["yes-no", "choose-one", "choose-many", "number", "scale", "text"]
    choices: tuple[Text, ...] = ()


class Indicator(Entry):
    """A sample indicator. `source_gives` names the fields that come from the source."""

    statement: Text
    name: Text | None = Field(None, description="Official name of the instrument it is about.")
    measure: Literal["count", "proportion", "change", "scale", "yes-no", "checklist", "qualitative"]
    numerator: Text | None = None
    denominator: Text | None = None
    unit: Text
    direction: Literal["up", "down", "none"] = Field(
        description="Which way is better; `none` where neither is."
    )
    target: Target | None = None
    methods: tuple[Text, ...] = Field(min_length=1)
    months_after: tuple[int, ...] = Field((), description="Months after the activity's end.")
    timing: Text | None = None
    disaggregation: tuple[PartId, ...] = Field((), description="Lists of the vocabulary.")
    caution: Text | None = Field(None, description="What to watch when counting or reading it.")
    survey: Survey | None = Field(None, description="Ours: an example survey question.")
    source_gives: tuple[
        Literal[
            "measure",
            "numerator",
            "denominator",
            "unit",
            "direction",
            "target",
            "methods",
            "months_after",
            "timing",
            "disaggregation",
            "caution",
        ],
        ...,
    ] = ("methods",)


class Category(Entry):
    """A kind of indicator: what it shows, what it does not, and what it may stand in for."""

    title: Text
    level: Level
    measures: Measures
    shows: Text
    does_not_show: Text
    stands_in: StandsIn
    stands_in_note: Text | None = Field(
        None, description="On what the source says, or leaves unsaid, about using it as a proxy."
    )
    source_gives: tuple[
        Literal["shows", "does_not_show", "stands_in", "months_after", "level"], ...
    ] = ()
    months_after: tuple[int, ...] = ()
    timing: Text | None = None
    indicators: tuple[Indicator, ...] = ()


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
    uncertain: Text | None = None


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
    for shape in (Section, Lesson, Question, Indicator, Category, Resource)
}
