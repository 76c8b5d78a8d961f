"""Editing one element: open, save, move, remove; and choosing where two people met."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from pydantic import ValidationError

from trueline.design import Design
from trueline.document import Element, Part, references_to, resolve
from trueline.document.address import parse_address
from trueline.web.designs import edits, queries, store
from trueline.web.designs.access import in_design
from trueline.web.designs.forms import PartForm, form_for
from trueline.web.designs.forms.refusals import refuse
from trueline.web.designs.forms.words import name_of
from trueline.web.designs.kept_html import kept_html
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.beside import beside_element
from trueline.web.designs.workspace.briefs import card_url
from trueline.web.designs.workspace.cards import Cards
from trueline.web.designs.workspace.differences import meeting
from trueline.web.designs.workspace.notes import notes_on
from trueline.web.designs.workspace.page import design_page, typed
from trueline.web.designs.workspace.places import named_at, step_url
from trueline.web.designs.workspace.steps import step_of
from trueline.web.library.edition import toolkit_in_use


def part_at(design: Design, address: str) -> Part:
    """The part at an address. Raises Http404 where none stands."""
    try:
        found = resolve(design, address)
    except (KeyError, ValueError):
        raise Http404 from None
    if not isinstance(found, Part):
        raise Http404
    return found


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def element(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """The form of one element or part, and its saving."""
    address, design = request.GET.get("at", ""), design_of(record)
    if request.method == "POST" and not is_there(design, address):
        return gone(request, record, address)
    part = part_at(design, address)
    data = request.POST if request.method == "POST" else None
    form = form_for(type(part), design, toolkit_in_use(), part=part, data=data)
    if data is not None and form.is_valid():
        try:
            saved = edits.save_fields(
                record, by=request.user, address=address, values=form.values,
                seen=request.POST.get("seen"),
            )  # fmt: skip
        except store.Conflict as conflict:
            return _conflict(request, record, address, form, conflict)
        except ValidationError as error:
            refuse(form, error)
        else:
            messages.success(request, _saved(record, address))
            return redirect(card_url(record, saved.design, address))
    seen = request.POST.get("seen") or store.fingerprint(design, address)
    return _show(request, record, address, part, form, seen=seen)


def _show(
    request: HttpRequest, record: DesignRecord, address: str, part: Part, form: PartForm,
    **context: Any,
) -> HttpResponse:  # fmt: skip
    design, toolkit, notes = design_of(record), toolkit_in_use(), notes_on(record)
    cards = Cards(record, design, toolkit, notes)
    step = step_of(address)
    return design_page(
        request, record, step.slug, "designs/element.html",
        {
            "form": form, "fields": _fields(record, address, form), "address": address,
            "card": cards.card(part, address), "step": step,
            "notes": notes, "back": card_url(record, design, address, anchor=False),
            "beside": beside_element(record, design, toolkit, type(part), address),
            "is_element": isinstance(part, Element), **context,
        },
        status=422 if form.is_bound and form.errors else 200,
    )  # fmt: skip


def _fields(record: DesignRecord, address: str, form: PartForm) -> SafeString:
    """The form's fields; as long as nobody has filled them in, a revision shows them alike."""
    if form.is_bound:
        return form.render()
    key = ("form", record.pk, record.revision, get_language(), address)
    return kept_html(key, form.render)


def is_there(design: Design, address: str) -> bool:
    """Whether a part of the design stands at an address."""
    try:
        return isinstance(resolve(design, address), Part)
    except (KeyError, ValueError):
        return False


def gone(request: HttpRequest, record: DesignRecord, address: str) -> HttpResponse:
    """Somebody removed the element while it was edited: what was written is shown, to be kept."""
    try:
        parse_address(address)
    except ValueError:
        raise Http404 from None
    return design_page(
        request, record, step_of(address).slug, "designs/gone.html",
        {"address": address, "written": typed(request), "back": step_url(record, step_of(address))},
        status=409,
    )  # fmt: skip


def _conflict(
    request: HttpRequest, record: DesignRecord, address: str, form: PartForm,
    conflict: store.Conflict,
) -> HttpResponse:  # fmt: skip
    """Both versions, the visitor's own in the form: saving once more is choosing it."""
    record.refresh_from_db()
    if not is_there(conflict.theirs, address):
        return gone(request, record, address)
    theirs = part_at(conflict.theirs, address)
    by = queries.last_author(record, address)
    opened = store.design_as_seen(record, address, request.POST.get("seen", ""))
    seen = part_at(opened, address) if opened else None
    met = meeting(seen, theirs, form, conflict.theirs, toolkit_in_use())
    response = _show(
        request, record, address, theirs, met.form, conflict=met, conflict_by=by,
        seen=store.fingerprint(conflict.theirs, address),
    )  # fmt: skip
    response.status_code = 409
    return response


def _saved(record: DesignRecord, address: str) -> str:
    """That it is saved, and at once whether there is something to put right."""
    record.refresh_from_db()
    grave = [note for note in notes_on(record).at(address)
             if note.finding.severity == "error" and not note.finding.waiver]  # fmt: skip
    if not grave:
        return _("Saved.")
    return ngettext(
        "Saved. Please look at the note below: something can’t hold as it is written.",
        "Saved. Please look at the notes below: %(count)s things can’t hold as they are written.",
        len(grave),
    ) % {"count": len(grave)}


@in_design(may="edit")
@require_POST
def move(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """One place up or down."""
    address = request.POST.get("at", "")
    if not isinstance(part_at(design_of(record), address), Element):
        raise Http404
    by_places = -1 if request.POST.get("way") == "up" else 1
    edits.move(record, by=request.user, address=address, by_places=by_places)
    return redirect(card_url(record, design_of(record), address))


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Ask, naming what refers to the element; then remove it."""
    address, design = request.GET.get("at", ""), design_of(record)
    part = part_at(design, address)
    if not isinstance(part, Element):
        raise Http404
    step = step_of(address)
    if request.method == "POST":
        try:
            edits.remove(record, by=request.user, address=address, seen=request.POST.get("seen"))
        except store.Conflict:
            messages.warning(
                request, _("Somebody changed it meanwhile. Have a look before you remove it.")
            )
            return redirect(request.get_full_path())
        messages.success(request, _("Removed. The history keeps it."))
        return redirect(step_url(record, step))
    list_name = address.rpartition("[")[0].rpartition(".")[2]
    used = [named_at(design, where.rpartition(".")[0])
            for where in references_to(design, part.key_value, list_name)]  # fmt: skip
    return design_page(
        request, record, step.slug, "designs/remove.html",
        {
            "part": part, "name": name_of(part, toolkit_in_use()), "used": used,
            "seen": store.fingerprint(design, address, whole=True), "back": step_url(record, step),
        },
    )  # fmt: skip
