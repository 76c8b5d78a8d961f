"""Training that nothing stands around, outside criminal justice.

Why: That training turns into practice is not routinely supported by research (1 A3), whoever is trained.
The questions on training are asked in the section on criminal justice (6 Q3, 6 Q4, 6 Q5, 6 Q6, 6 Q7);
they hold for teachers, nurses, social workers and committees as well, which is our reading.

Example: Two days in a hotel for 400 teachers, nurses and social workers; nobody follows it up.

Resolve: Say who comes and why, what they bring, what will keep them from using it, who supports them at
work, and which training it belongs to.
"""

from collections.abc import Iterator

from trueline.design import ActivityBase, Design, Justice
from trueline.language import gettext, gettext_noop, joined
from trueline.review.finding import Observation, shared_address
from trueline.review.missing_fields import answered
from trueline.review.reading import Reading
from trueline.review.reading.phrases import first_asserted, is_denied
from trueline.review.rule import RuleContext, rule
from trueline.review.wording import names_of

TOPICS = {
    "selecting-words": ("justice.selection", gettext_noop("how people are chosen")),
    "prerequisite-words": ("justice.prerequisites", gettext_noop("what they bring")),
    "obstacle-words": ("justice.barriers", gettext_noop("what keeps them from using it")),
    "mentoring-words": ("justice.mentoring", gettext_noop("who supports them at work afterwards")),
    "fit-words": (
        "justice.fit-with-other-training",
        gettext_noop("which other training it belongs to"),
    ),
}
MOST = 2
"""So many topics may be left open before it is said."""


@rule(
    sort="not-said",
    severity="warning",
    remedy="add",
    refs=("1 A3", "6 Q3", "6 Q4", "6 Q5", "6 Q6", "6 Q7"),
)
def training_outside_criminal_justice(context: RuleContext[Design]) -> Iterator[Observation]:
    design = context.document
    reading = context.reading
    open_ = {
        activity.id: topics
        for activity in design.activities
        if _is_training(reading, activity) and len(topics := _open_topics(context, activity)) > MOST
    }
    trainings = [activity for activity in design.activities if activity.id in open_]
    if trainings:
        fields = [f"activities[{activity.id}].description" for activity in trainings]
        path, also_at = shared_address(fields, "activities")
        open_topics = [name for name in TOPICS if any(name in topics for topics in open_.values())]
        yield Observation(
            path=path,
            also_at=also_at,
            message=gettext(
                "{names} trains people for their work. Not said: {open}.",
                names=names_of(trainings),
                open=joined([gettext(TOPICS[name][1]) for name in open_topics]),
            )
            if len(trainings) == 1
            else gettext(
                "{names} train people for their work. Not said: {open}.",
                names=names_of(trainings),
                open=joined([gettext(TOPICS[name][1]) for name in open_topics]),
            ),
            next_step=gettext(
                "Begin with who supports them at work afterwards, how often and for how long; then"
                " answer the others in a sentence each."
            ),
        )


def _is_training(reading: Reading[Design], activity: ActivityBase) -> bool:
    """Whether it trains people for the work that they do: by its title, or by what is done."""
    if isinstance(activity, Justice):
        return False
    title = reading.words(activity.title)
    if title.names("vocational") or not first_asserted(title, "training"):
        return False
    texts = (activity.title, activity.target_group, activity.description)
    return any(reading.words(text).names("professionals") for text in texts)


def _open_topics(context: RuleContext[Design], activity: ActivityBase) -> list[str]:
    texts = [context.reading.words(text.text) for text in context.reading.texts_of(activity)]
    return [
        concept
        for concept, (question, _) in TOPICS.items()
        if not answered(context.document, question, activity.id)
        and not (concept == "obstacle-words" and activity.barriers)
        and not any(not is_denied(words, place) for words in texts for place in words.of(concept))
    ]
