"""Adding an element to a list of the design."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from trueline.design import ACTIVITY_KINDS, Design
from trueline.document import Element
from trueline.files.validation import models_in
from trueline.web.designs import edits
from trueline.web.designs.access import in_design
from trueline.web.designs.forms import form_for
from trueline.web.designs.forms.refusals import refuse
from trueline.web.designs.forms.words import in_words
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.views.element import gone, is_there, part_at
from trueline.web.designs.workspace.beside import beside_element
from trueline.web.designs.workspace.briefs import card_url
from trueline.web.designs.workspace.cards import noun_of
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.places import named_at, step_url
from trueline.web.designs.workspace.steps import step_of
from trueline.web.library.edition import toolkit_in_use


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """An empty form for a new element, and its adding. Fields may come filled from the address."""
    to, design, toolkit = request.GET.get("to", ""), design_of(record), toolkit_in_use()
    holder, _dot, name = to.rpartition(".")
    if request.method == "POST" and not is_there(design, holder):
        return gone(request, record, to)
    models = list_at(design, to)
    kind = request.GET.get("kind", "")
    if len(models) > 1 and kind not in ACTIVITY_KINDS:
        raise Http404
    model = ACTIVITY_KINDS[kind] if len(models) > 1 else models[0]
    fixed = {"kind": kind} if len(models) > 1 else {}
    data = request.POST if request.method == "POST" else None
    given = {name: value for name, value in request.GET.items() if name in model.model_fields}
    form = form_for(model, design, toolkit, data=data, initial=given, without=frozenset(fixed))
    if data is not None and form.is_valid():
        try:
            saved, address = edits.add(
                record, by=request.user, to=to, values={**form.values, **fixed}
            )
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _("Added."))
            return redirect(_came_from(request, record) or card_url(record, saved.design, address))
    step = step_of(to)
    return design_page(
        request, record, step.slug, "designs/add.html",
        {
            "form": form, "step": step, "to": to,
            "back": _came_from(request, record) or step_url(record, step),
            "noun": _(noun_of(type(part_at(design, holder)), name)), "kind": in_words(kind),
            "inside": named_at(design, holder),
            "beside": beside_element(record, design, toolkit, model),
        },
        status=422 if form.is_bound else 200,
    )  # fmt: skip


def _came_from(request: HttpRequest, record: DesignRecord) -> str:
    """The page of this design that offered what was added; "" if none did."""
    asked = request.GET.get("back", "")
    here = reverse("designs:overview", args=[record.pk])
    return asked if asked.startswith(here) else ""


def list_at(design: Design, address: str) -> list[type[Element]]:
    """What may stand in the list at an address. Raises Http404 where there is no such list."""
    holder, _dot, name = address.rpartition(".")
    info = type(part_at(design, holder)).model_fields.get(name)
    models = list(models_in(info.annotation)) if info else []
    if not models or not issubclass(models[0], Element):
        raise Http404
    return models  # type: ignore[return-value]
