"""The guided interview, a question a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.document import Element, Part
from trueline.document.field_spec import field_specs
from trueline.document.fields import is_empty
from trueline.reports.labels import place_label
from trueline.reports.values import name_of
from trueline.toolkit import Lesson, Question
from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.actions import editing
from trueline.web.documents.cards import kind_choices
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.kind_pages import Screen
from trueline.web.documents.models import Action
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.conflicts import fields_meet
from trueline.web.workspace.forms import PartForm, form_for
from trueline.web.workspace.interview import Interview, Target
from trueline.web.workspace.views.element import gone


@in_document(permission="edit")
@require_safe
def start(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The first screen."""
    interview = Interview(workspace)
    return redirect(interview.url(interview.screens[0]))


class InterviewScreen(EditView):
    """One screen. What is answered is saved; an empty answer goes on without a word."""

    template = "workspace/interview.html"
    screen: Screen
    target: Target
    is_joined = False

    def load(self, slug: str) -> HttpResponse | None:
        self.interview = Interview(self.workspace)
        screen = self.interview.screen_named(slug)
        if screen is None:
            raise Http404
        target = self.interview.target_of(screen)
        self.screen = screen
        if target is None:
            return HttpResponseRedirect(self._onward())
        self.target = target
        return None

    def _onward(self) -> str:
        """The screen after this one, else the review."""
        following = Interview(self.workspace).around(self.screen)[1]
        if following is None:
            return reverse("workspace:review", args=[self.record.pk])
        return self.interview.url(following)

    def get_form(self, data: Any = None) -> PartForm:
        """The form of the screen's fields alone; the kind of a new element is among them."""
        screen, part, workspace = self.screen, self.target.part, self.workspace
        model: type[Part] = type(part) if part is not None else screen.model
        others = frozenset(model.model_fields) - set(screen.fields)
        document, toolkit = workspace.document, workspace.toolkit
        form = form_for(model, document, toolkit, part=part, data=data, without=others)
        specs = field_specs(workspace.kind.model)
        if part is None and self.target.to in specs and specs[self.target.to].kinds:
            form.fields["kind"] = forms.ChoiceField(
                label=form.fields["kind"].label,
                help_text=form.fields["kind"].help_text,
                choices=kind_choices(workspace.kind.model, self.target.to),
                widget=forms.RadioSelect,
            )
        return form

    def save(self, form: PartForm) -> None:
        by, target = self.request.user, self.target
        if target.part is not None:
            seen = self.request.POST.get("seen")
            change = editing.fields_change(target.address, form.values, seen)
            self._keep(change, Action.CHANGED, by)
        elif any(not is_empty(v) for name, v in form.values.items() if name != "kind"):
            values = {**form.values, **dict(self.screen.fixed)}
            self._keep(editing.add_change(target.to, values), Action.ADDED, by)

    def _keep(self, change: store.Change, action: Action, by: User) -> None:
        def apply(document: Any) -> tuple[Any, str]:
            changed, address = change.apply(document)
            connected = self.interview.connected(changed)
            self.is_joined = connected != changed
            return connected, address

        store.save(self.record.pk, [replace(change, apply=apply)], by=by, action=action)

    def met(self, form: PartForm, conflict: store.Conflict) -> HttpResponse:
        """Both answers, the visitor's own in the form: saving once more is choosing it."""
        self.workspace.refresh()
        theirs = self.workspace.part(self.target.address)
        if theirs is None:
            return gone(self.request, self.workspace, self.target.address)
        meeting = fields_meet(self.workspace, self.target.address, theirs, form)
        if meeting.says_the_same:
            return self.done(None)
        return self.show(form, conflict=meeting, status=409)

    def message_for(self, saved: None) -> str:
        self.workspace.refresh()
        if Interview(self.workspace).around(self.screen)[1] is not None:
            return _("Saved, and joined to what you said before.") if self.is_joined else ""
        return _("That was the last question. This is what a review notes of the answers.")

    def success_url(self, saved: None) -> str:
        return self._onward()

    def get_context(self, form: PartForm) -> dict[str, Any]:
        interview, screen, target = self.interview, self.screen, self.target
        before, after = interview.around(screen)
        seen = store.fingerprint(self.workspace.document, target.address) if target.part else ""
        return {
            "screen": screen,
            "number": interview.screens.index(screen) + 1,
            "of": len(interview.screens),
            "before": interview.url(before) if before else "",
            "after": interview.url(after) if after else "",
            "question": self._question(),
            "lessons": self._lessons(),
            "passed_over": interview.passed_over(screen),
            "about": self._about(),
            "seen": seen,
        }

    def _about(self) -> str:
        """The earlier screen's name of the element that this one asks of, or in; "" where none gave one."""
        part = self.target.part
        if "/" in self.screen.place:
            holder = (self.target.address or self.target.to).rpartition(".")[0]
            return place_label(self.workspace.document, holder, self.workspace.toolkit).text
        if not isinstance(part, Element) or part.named in self.screen.fields:
            return ""
        return name_of(part, self.workspace.toolkit) if getattr(part, part.named) else ""

    def _question(self) -> Question | None:
        """The toolkit's question of the first field that has one."""
        specs = field_specs(self.screen.model)
        question_ids = [specs[name].asks for name in self.screen.fields]
        of_list = field_specs(self.workspace.kind.model).get(self.screen.place)
        ids = [*filter(None, question_ids), self.screen.asks or (of_list.asks if of_list else "")]
        question = self.workspace.toolkit.get(ids[0])
        return question if isinstance(question, Question) else None

    def _lessons(self) -> list[Lesson]:
        """The lessons that bear on the question."""
        question = self._question()
        lessons = (self.workspace.toolkit[id] for id in question.lessons) if question else ()
        return [each for each in lessons if isinstance(each, Lesson)]
