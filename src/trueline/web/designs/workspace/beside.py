"""What is known, for the column beside the work: questions with their answers, and lessons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from trueline.design import ActivityBase, Answer, Design
from trueline.document import resolve
from trueline.document.fields import Part, extra
from trueline.files.validation import models_in
from trueline.review.missing_fields import fills
from trueline.toolkit import Lesson, Question, Toolkit
from trueline.web.designs.forms.words import in_words
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.workspace.places import answer_url, edit_url
from trueline.web.designs.workspace.steps import Step


@dataclass(frozen=True)
class Asked:
    """A question of the toolkit, the answer that the design gives, and where to give one.

    `in_field`: whether a field of the form says what it asks, so that no answer is needed.
    """

    question: Question
    answer: Answer | None
    url: str
    activity: str | None = None
    in_field: bool = False

    @property
    def stance(self) -> str:
        return in_words(self.answer.stance) if self.answer and self.answer.stance else ""


@dataclass(frozen=True)
class Answered:
    """How many questions of its kind an activity answers, and where to go on."""

    activity: ActivityBase
    given: int
    of: int
    url: str


@dataclass(frozen=True)
class Beside:
    """Questions and lessons that bear on a page; for the activities, how far each has come."""

    questions: list[Asked]
    lessons: list[Lesson]
    activities: list[Answered] = field(default_factory=list)


def beside_step(record: DesignRecord, design: Design, toolkit: Toolkit, step: Step) -> Beside:
    """What bears on a step: what its fields ask, then the rest of its sections."""
    if step.lists == ("activities",):
        return Beside([], [], [_answered(record, design, toolkit, a) for a in design.activities])
    models = [model for name in step.lists for model in models_of(name)]
    ids = [*_asked_by(models), *(_of_list(step)), *_of_sections(toolkit, step)]
    return _beside(record, design, toolkit, ids)


def _answered(
    record: DesignRecord, design: Design, toolkit: Toolkit, activity: ActivityBase
) -> Answered:
    asked = toolkit.questions(applies=activity.kind)
    given = sum(
        1
        for question in asked
        if design.answer(question.id, activity.id) or fills(activity, question.id)
    )
    return Answered(activity, given, len(asked), edit_url(record, f"activities[{activity.id}]"))


def models_of(address: str) -> list[type[Part]]:
    """What stands in a list of the design, such as `evaluation.studies`."""
    model: type[Part] = Design
    *holders, name = address.split(".")
    for holder in holders:
        model = next(models_in(model.model_fields[holder].annotation))
    return list(models_in(model.model_fields[name].annotation))


def beside_element(
    record: DesignRecord, design: Design, toolkit: Toolkit, model: type[Part], address: str = ""
) -> Beside:
    """What bears on one element: what its fields ask, and for an activity all of its kind."""
    activity = None
    ids = list(_asked_by([model]))
    if issubclass(model, ActivityBase):
        kind = str(model.model_fields["kind"].annotation.__args__[0])  # type: ignore[union-attr]
        ids += [question.id for question in toolkit.questions(applies=kind)]
        activity = resolve(design, address).id if address else None
    return _beside(record, design, toolkit, ids, activity)


def _asked_by(models: Iterable[type[Part]]) -> Iterable[str]:
    for model in models:
        for info in model.model_fields.values():
            if question := extra(info, "asks"):
                yield question


def _of_list(step: Step) -> Iterable[str]:
    for name in step.lists:
        info = Design.model_fields.get(name)
        if info and (question := extra(info, "asks")):
            yield question


def _of_sections(toolkit: Toolkit, step: Step) -> Iterable[str]:
    for section in step.sections:
        if section == "mapping" or step.slug == "programme":
            yield from (question.id for question in toolkit.questions(section))


def _beside(
    record: DesignRecord,
    design: Design,
    toolkit: Toolkit,
    ids: Iterable[str],
    activity: str | None = None,
) -> Beside:
    parts = [a for a in design.activities if a.id == activity] or list(design.parts_asked())
    questions, lessons = [], {}
    for id in dict.fromkeys(ids):
        question = toolkit.get(id)
        if not isinstance(question, Question):
            continue
        own = activity if "programme" not in question.applies else None
        answer = design.answer(id, own)
        said = any(fills(part, id) for part in parts)
        questions.append(Asked(question, answer, answer_url(record, id, own), own, said))
        for lesson in question.lessons:
            lessons[lesson] = toolkit[lesson]
    return Beside(questions, [lesson for lesson in lessons.values() if isinstance(lesson, Lesson)])
