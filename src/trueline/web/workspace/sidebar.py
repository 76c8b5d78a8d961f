"""The column beside the work: questions with their answers, and lessons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from trueline.document import Answer, Element, Part, Step, element_address
from trueline.document.address import parts_of
from trueline.document.field_spec import field_specs
from trueline.document.fields import is_empty
from trueline.files.annotations import models_in
from trueline.language.terms import STANCE
from trueline.review.missing_fields import asking, fills
from trueline.toolkit import Lesson, Question
from trueline.web.documents.places import answer_url, edit_url, place_url
from trueline.web.documents.workspace import Workspace

MOST_ITEMS = 12
"""For how many items progress is shown."""
WHOLE = "programme"
"""The subject of the toolkit's questions that are asked of a document as a whole."""


@dataclass(frozen=True)
class AskedQuestion:
    """A question of the toolkit, the answer that the document gives, and where to give one.

    `in_field`: the address of a field that says what it asks, so that no answer is needed; else "".
    """

    question: Question
    answer: Answer | None
    url: str
    in_field: str = ""

    @property
    def stance(self) -> str:
        return STANCE.label(self.answer.stance) if self.answer and self.answer.stance else ""


@dataclass(frozen=True)
class Progress:
    """How many questions of its kind an item answers, and where to continue."""

    item: Element
    answered: int
    of: int
    url: str


@dataclass(frozen=True)
class Sidebar:
    """Questions and lessons that bear on a page; for items with questions, how far each has come.

    `more`: how many further items have questions without an answer.
    """

    questions: list[AskedQuestion]
    lessons: list[Lesson]
    items: list[Progress] = field(default_factory=list)
    more: int = 0


def sidebar_of_step(workspace: Workspace, step: Step) -> Sidebar:
    """The sidebar of a step: what its fields ask, then the rest of its sections."""
    models = [model for name in step.lists for model in models_of(workspace, name)]
    if models and all(issubclass(model, Element) and model.is_asked for model in models):
        return _of_items([each for name in step.lists for each in _progress(workspace, name)])
    own = field_specs(workspace.kind.model)
    of_lists = [own[name].asks for name in step.lists if name in own]
    sections = (workspace.toolkit.questions(section) for section in step.sections)
    of_sections = [question.id for questions in sections for question in questions]
    return _sidebar(workspace, [*_question_ids(models), *of_lists, *of_sections])


def _of_items(items: list[Progress]) -> Sidebar:
    """Of a few items each; of many those that have questions left, as far as a page can hold them."""
    if len(items) <= MOST_ITEMS:
        return Sidebar([], [], items)
    left = [each for each in items if each.answered < each.of]
    return Sidebar([], [], left[:MOST_ITEMS], more=max(0, len(left) - MOST_ITEMS))


def _progress(workspace: Workspace, name: str) -> Iterator[Progress]:
    document = workspace.document
    for item in getattr(document, name):
        questions = workspace.toolkit.questions(applies=item.kind)
        answered = [
            q for q in questions if document.answer(q.id, item.key_value) or fills(item, q.id)
        ]
        url = edit_url(workspace.record, element_address("", name, item))
        yield Progress(item, len(answered), len(questions), url)


def models_of(workspace: Workspace, address: str) -> list[type[Part]]:
    """The models of a list of the document, such as `evaluation.studies`."""
    model: type[Part] = workspace.kind.model
    *holders, name = address.split(".")
    for holder in holders:
        model = field_specs(model)[holder].base
    return [
        each for each in models_in(model.model_fields[name].annotation) if issubclass(each, Part)
    ]


def sidebar_of_element(workspace: Workspace, model: type[Part], address: str = "") -> Sidebar:
    """The sidebar of one element: the questions of its fields, and all questions of its kind."""
    ids = list(_question_ids([model]))
    if not (issubclass(model, Element) and model.is_asked):
        return _sidebar(workspace, ids)
    (kind,) = field_specs(model)["kind"].choices
    ids += [question.id for question in workspace.toolkit.questions(applies=kind)]
    item = workspace.part(address) if address else None
    return _sidebar(workspace, ids, item if isinstance(item, Element) else None)


def _question_ids(models: Iterable[type[Part]]) -> Iterator[str]:
    for model in models:
        yield from (spec.asks for spec in field_specs(model).values())


def _parts_with_questions(workspace: Workspace, item: Element | None) -> list[tuple[str, Part]]:
    """The parts whose fields may answer questions, with their addresses."""
    parts = {id(part) for part in ([item] if item else workspace.document.parts_with_questions())}
    every = parts_of(workspace.document)
    return [(address, part) for address, part in every if id(part) in parts]


def _field_that_says(workspace: Workspace, parts: list[tuple[str, Part]], question: str) -> str:
    for address, part in parts:
        for name in asking(type(part), question):
            if is_empty(getattr(part, name)):
                continue
            place = f"{address}.{name}" if address else name
            return place_url(workspace.record, workspace.document, place)
    return ""


def _sidebar(workspace: Workspace, ids: Iterable[str], item: Element | None = None) -> Sidebar:
    document, toolkit = workspace.document, workspace.toolkit
    parts = _parts_with_questions(workspace, item)
    questions, lessons = [], {}
    for id in dict.fromkeys(filter(None, ids)):
        question = toolkit.get(id)
        if not isinstance(question, Question):
            continue
        own = item.key_value if item and WHOLE not in question.applies else None
        in_field = _field_that_says(workspace, parts, id)
        url = answer_url(workspace.record, id, own)
        questions.append(AskedQuestion(question, document.answer(id, own), url, in_field))
        for lesson in question.lessons:
            lessons[lesson] = toolkit[lesson]
    return Sidebar(questions, [each for each in lessons.values() if isinstance(each, Lesson)])
