"""The theory of change: the picture is the page.

Each box and arrow is a link. One that is chosen (`?at=`) shows what it says, what is noted of it
and what can be done; from a chosen box (`?from=`) every other box leads to joining the two. So it
works with mouse, touch and keyboard alike, and without scripts; a script adds dragging.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.design import Design, Link
from trueline.document import Element, parse_address, resolve
from trueline.reports.design.diagram import Live, described, diagram_svg
from trueline.web.designs import edits
from trueline.web.designs.access import in_design
from trueline.web.designs.forms.connect_form import ConnectForm
from trueline.web.designs.kept_html import kept_html
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.views.step import folding, step_context
from trueline.web.designs.workspace.notes import Notes
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.steps import step_named
from trueline.web.library.edition import toolkit_in_use


@in_design(may="read")
@require_safe
def theory(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """The picture, what is chosen in it, the same in words, and the lists to edit one by one."""
    design, step = design_of(record), step_named("theory")
    if step is None:
        raise LookupError("theory")
    context = step_context(record, step, folding(request))
    notes, cards = context["notes"], context["cards"]
    chosen = _element(design, request.GET.get("at", ""))
    start = _element(design, request.GET.get("from", "")) if request.may.get("edit") else ""
    return design_page(
        request, record, "theory", "designs/theory.html",
        {
            **context,
            "diagram": _picture(record, design, notes, start, chosen),
            "described": described(design),
            "chosen": cards.card(resolve(design, chosen), chosen) if chosen else None,
            "is_box": not isinstance(resolve(design, chosen), Link) if chosen else False,
            "chosen_id": _id(chosen), "start": resolve(design, start) if start else None,
            "connect": reverse("designs:connect", args=[record.pk]),
        },
    )  # fmt: skip


def _picture(
    record: DesignRecord, design: Design, notes: Notes, start: str, chosen: str
) -> SafeString:
    """The picture with its links; drawn once for each revision, day, and choice."""
    key = ("picture", record.pk, record.revision, timezone.localdate(), start, chosen)
    live = Live(_leads(record, start), _counted(design, notes), start or chosen)
    # Our own drawing, in which every text of the design is escaped.
    return kept_html(
        key, lambda: mark_safe(diagram_svg(design, legend=False, live=live, in_words=False))
    )


def _element(design: Design, address: str) -> str:
    """An address, if an activity, result or link of the design stands there; else ""."""
    try:
        found = resolve(design, address)
    except (KeyError, ValueError):
        return ""
    in_picture = address.startswith(("activities[", "results[", "links["))
    return address if in_picture and isinstance(found, Element) else ""


def _id(address: str) -> str:
    last = parse_address(address)[-1:] if address else ()
    return last[0][1] if last and isinstance(last[0], tuple) else ""


def _leads(record: DesignRecord, start: str) -> Callable[[str], str]:
    """Where a box or arrow leads: to itself, chosen; or, from a chosen box, to joining the two."""
    here, connect = (reverse(f"designs:{name}", args=[record.pk]) for name in ("theory", "connect"))

    def href(address: str) -> str:
        if start and address.startswith("results[") and address != start:
            return f"{connect}?{urlencode({'cause': _id(start), 'effect': _id(address)})}"
        return f"{here}?{urlencode({'at': address})}#chosen"

    return href


def _counted(design: Design, notes: Notes) -> dict[str, int]:
    """How many findings stand at each box and arrow, open questions aside."""
    counts: dict[str, int] = {}
    for note in notes.standing:
        if note.finding.severity != "note":
            place = _owner(note.spot.at)
            counts[place] = counts.get(place, 0) + 1
    return counts


def _owner(address: str) -> str:
    """The box or arrow that a place belongs to: an assumption to its link."""
    return address.partition("].")[0] + "]" if "]." in address else address


@in_design(may="edit")
@require_http_methods(["GET", "HEAD", "POST"])
def connect(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """Join two boxes, and say what has to hold for that step."""
    design = design_of(record)
    given: dict[str, Any] = {
        name: request.GET[name] for name in ("cause", "effect") if name in request.GET
    }
    data = request.POST if request.method == "POST" else None
    form = ConnectForm(design, toolkit_in_use(), data, **given)
    if data is not None and form.is_valid():
        _saved, address = edits.add(record, by=request.user, to="links", values=form.values)
        messages.success(request, _("Joined."))
        at = urlencode({"at": address})
        return redirect(f"{reverse('designs:theory', args=[record.pk])}?{at}#chosen")
    return design_page(
        request, record, "theory", "designs/connect.html", {"form": form},
        status=422 if form.errors else 200,
    )  # fmt: skip
