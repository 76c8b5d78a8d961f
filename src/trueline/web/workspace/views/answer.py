"""Answering a question of the toolkit, and what follows from the answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from trueline.document import Element, elements_of
from trueline.toolkit import Question
from trueline.web.documents import store
from trueline.web.documents.actions import editing
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.places import add_url, answer_url, edit_url
from trueline.web.documents.resolving import way_back
from trueline.web.workspace.conflicts import answers_meet
from trueline.web.workspace.forms.answer import AnswerForm

UNSETTLED = ("partly", "not-addressed", "not-known")
"""Answers after which the toolkit suggests something to do."""


class AnswerQuestion(EditView):
    """The form for one answer. After saving, the page shows what the toolkit would do next."""

    template = "workspace/answer.html"
    question: Question
    item: Element | None
    seen: str

    def load(self) -> None:
        question = self.workspace.toolkit.get(self.request.GET.get("question", ""))
        if not isinstance(question, Question):
            raise Http404
        self.question, self.item, self.item_address = question, None, ""
        if key := self.request.GET.get("item"):
            self.item_address, self.item = self._item(key)
        self.address = editing.answer_address(question.id, self._key)
        now = store.fingerprint(self.workspace.document, self.address)
        self.seen = self.request.POST.get("seen", now)
        place = self.item_address or self.address
        self.here = self.workspace.step_of(place).slug

    def _item(self, key: str) -> tuple[str, Element]:
        """The element that the question is about. Raises Http404 if there is none."""
        for address, element in elements_of(self.workspace.document):
            if element.is_asked and element.key_value == key:
                return address, element
        raise Http404

    @property
    def _key(self) -> str | None:
        return self.item.key_value if self.item else None

    @property
    def _present_answer(self) -> Any:
        key = (self.question.id, self._key)
        answers = self.workspace.document.answers
        return next((each for each in answers if (each.question, each.item) == key), None)

    def get_form(self, data: Any = None) -> AnswerForm:
        return AnswerForm(self.question, self._present_answer, self.workspace, data)

    def save(self, form: AnswerForm) -> store.Saved:
        self.stance = form.cleaned_data["stance"]
        return editing.answer(
            self.record,
            by=self.request.user,
            question=self.question.id,
            item=self._key,
            values=form.cleaned_data,
            seen=self.request.POST.get("seen"),
        )

    def met(self, form: AnswerForm, conflict: store.Conflict) -> HttpResponse:
        """Both answers, the visitor's own in the form."""
        self.workspace.refresh()
        meeting = answers_meet(self.workspace, self.address, self._present_answer, form)
        if meeting.says_the_same:
            self.stance = form.cleaned_data["stance"]
            return self.done(store.Saved(self.workspace.document, conflict.revision))
        self.seen = store.fingerprint(self.workspace.document, self.address)
        return self.show(form, conflict=meeting, status=409)

    def message_for(self, saved: store.Saved) -> str:
        return _("Your answer is saved.")

    def success_url(self, saved: store.Saved) -> str:
        follows = "#next" if self.stance in UNSETTLED else ""
        if not follows and (onward := way_back(self.request, self.record)):
            return onward
        return self._url(self.question) + follows

    def _url(self, question: Question | None) -> str:
        return answer_url(self.record, question.id, self._key) if question else ""

    def get_context(self, form: AnswerForm) -> dict[str, Any]:
        toolkit = self.workspace.toolkit
        return {
            "seen": self.seen,
            "answer": self._present_answer,
            "question": self.question,
            "item": self.item.name if self.item else "",
            "offers": list(self._offers()),
            "lessons": [toolkit[id] for id in self.question.lessons],
            "asked": self._neighbours(),
        }

    def _offers(self) -> Iterator[dict[str, Any]]:
        """The toolkit's suggestions for an answer that leaves something open, each one click away."""
        stance = self._present_answer.stance if self._present_answer else None
        if stance not in UNSETTLED:
            return
        about, back = self.item_address or self.question.id, f"{self._url(self.question)}#next"
        steps = {step.step for step in self.workspace.document.next_steps}
        fitting = [each for each in self.question.responses if each.stance == stance]
        for response in fitting or self.question.responses:
            initial = {"step": response.step, "remedy": response.remedy, "about": about}
            yield {
                "response": response,
                "is_listed": response.step in steps,
                "step": add_url(self.record, "next_steps", **initial, back=back),
                "item": self._new_item(response.step, back)
                if response.remedy in ("add", "generate")
                else "",
            }

    def _new_item(self, title: str, back: str) -> str:
        """The form for a new item that does what is suggested; "" where the kind has none."""
        target = self.workspace.pages.suggestions_become
        if not target:
            return ""
        return add_url(self.record, target.to, kind=target.kind, title=title[:200], back=back)

    def _neighbours(self) -> dict[str, str]:
        """Links to the previous and next question of the section, and to the element in question."""
        same = list(self.workspace.toolkit.questions(self.question.id.partition(".")[0]))
        ids = [question.id for question in same]
        place = ids.index(self.question.id) if self.question.id in ids else 0
        before = same[place - 1] if place else None
        after = next(iter(same[place + 1 : place + 2]), None)
        item = edit_url(self.record, self.item_address) if self.item else ""
        return {"before": self._url(before), "after": self._url(after), "item": item}
