"""The guided interview, a question a screen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from trueline.design import ACTIVITY_KINDS, ActivityBase, Design
from trueline.document import Element, Part
from trueline.document.fields import extra
from trueline.toolkit import Question, Toolkit
from trueline.web.designs import edits, store
from trueline.web.designs.access import in_design
from trueline.web.designs.forms import PartForm, form_for
from trueline.web.designs.forms.refusals import refuse
from trueline.web.designs.forms.words import in_words, name_of
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.interview import (
    SCREENS,
    Screen,
    Target,
    around,
    screen_named,
    screen_url,
    target_of,
)
from trueline.web.library.edition import toolkit_in_use


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: HttpRequest, record: DesignRecord, slug: str) -> HttpResponse:
    """One screen. What is answered is saved; an empty answer goes on without a word."""
    screen, design, toolkit = screen_named(slug), design_of(record), toolkit_in_use()
    if screen is None:
        raise Http404
    target = target_of(design, screen)
    before, after = around(design, screen)
    onward = screen_url(record, after) if after else None
    if target is None:
        return redirect(onward or "designs:review", *([] if onward else [record.pk]))
    data = request.POST if request.method == "POST" else None
    form = _form(screen, target, design, toolkit, data)
    if data is not None and form.is_valid():
        try:
            _save(record, request, screen, target, form)
        except ValidationError as error:
            refuse(form, error)
        except store.Conflict:
            record.refresh_from_db()
            form.add_error(None, _("Somebody else answered this meanwhile. Look at the page of this"
                                   " step, where you can compare."))  # fmt: skip
        else:
            record.refresh_from_db()
            following = around(design_of(record), screen)[1]
            if following is None:
                return redirect("designs:review", record.pk)
            return redirect(screen_url(record, following))
    context = {
        "record": record, "form": form, "screen": screen,
        "number": SCREENS.index(screen) + 1, "of": len(SCREENS),
        "before": screen_url(record, before) if before else "", "after": onward or "",
        "question": _question(toolkit, screen), "about": _about(screen, target, toolkit), "seen": _seen(design, target),
    }  # fmt: skip
    return render(request, "designs/interview.html", context, status=422 if form.errors else 200)


def _about(screen: Screen, target: Target, toolkit: Toolkit) -> str:
    """What an earlier screen called the element that this one asks of; "" where none did."""
    part = target.part
    named = isinstance(part, Element) and part.named not in screen.fields
    return name_of(part, toolkit) if named and getattr(part, part.named) else ""


def _seen(design: Design, target: Target) -> str:
    return store.fingerprint(design, target.address) if target.part is not None else ""


def _form(screen: Screen, target: Target, design: Design, toolkit: Toolkit, data: Any) -> PartForm:
    """The form of the screen's fields alone; the kind of a new activity is among them."""
    model: type[Part] = type(target.part) if target.part is not None else screen.model
    others = frozenset(model.model_fields) - set(screen.fields)
    form = form_for(model, design, toolkit, part=target.part, data=data, without=others)
    if screen.model is ActivityBase and target.part is None:
        form.fields["kind"] = forms.ChoiceField(
            label=form.fields["kind"].label, help_text=form.fields["kind"].help_text,
            choices=[(kind, in_words(kind)) for kind in ACTIVITY_KINDS], widget=forms.RadioSelect,
        )  # fmt: skip
    return form


def _save(
    record: DesignRecord, request: HttpRequest, screen: Screen, target: Target, form: PartForm
) -> None:
    if target.part is not None:
        edits.save_fields(record, by=request.user, address=target.address, values=form.values,
                          seen=request.POST.get("seen"))  # fmt: skip
    elif any(value not in (None, "", ()) for name, value in form.values.items() if name != "kind"):
        edits.add(record, by=request.user, to=target.to,
                  values={**form.values, **dict(screen.fixed)})  # fmt: skip


def _question(toolkit: Toolkit, screen: Screen) -> Question | None:
    """The toolkit's question behind the first of the fields that has one."""
    asked = (extra(screen.model.model_fields[name], "asks") for name in screen.fields)
    found = toolkit.get(next((id for id in asked if id), ""))
    return found if isinstance(found, Question) else None
