"""The theory of change: the picture is the page.

Each box and arrow is a link. One that is chosen (`?at=`) shows what it says, what is noted of it
and what can be done; from a chosen box (`?from=`) every other box leads to joining the two. So it
works with mouse, touch and keyboard alike, and without scripts; a script adds dragging. One that is too
large for a picture is shown by its levels, and around the box that is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from trueline.design import DESIGN, Design, Link
from trueline.document import Element, outermost, parse_address, resolve
from trueline.language import wording_key
from trueline.reports.design.diagram import (
    Live,
    around,
    described,
    diagram_svg,
    folded,
    is_large,
    levels,
)
from trueline.reports.design.diagram.columns import BANDS
from trueline.reports.design.diagram.parts import Around
from trueline.web.designs.connect_form import ConnectForm
from trueline.web.designs.theory_parts import box_list
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.actions import editing
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.edit_view import EditView
from trueline.web.documents.models import DocumentRecord
from trueline.web.documents.notes import Notes
from trueline.web.documents.resolving import way_back
from trueline.web.documents.summaries import ListState
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.views.step import step_context

HERE = "theory"


@in_document(permission="read", only=DESIGN.name)
@require_safe
def theory(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The picture, what is chosen in it, the same in words, and the lists to edit one by one."""
    design, step = workspace.document, workspace.kind.step(HERE)
    if step is None:
        raise LookupError(HERE)
    context = step_context(workspace, step, ListState.of(request))
    chosen = _element(design, request.GET.get("at", ""))
    start = _element(design, request.GET.get("from", "")) if "edit" in workspace.permissions else ""
    hidden = () if is_large(design) else _hidden(request)
    part = _part(design, chosen or start, hidden)
    context |= {
        "diagram": _picture(workspace, part, start, chosen, hidden),
        "levels": list(_levels(design, request, hidden)),
        "described": described(part.design) if part else (),
        "centred": bool(chosen or start),
        "boxes": box_list(design, request.GET) if is_large(design) else None,
        "chosen": context["cards"].card(resolve(design, chosen), chosen) if chosen else None,
        "is_box": bool(chosen) and not isinstance(resolve(design, chosen), Link),
        "chosen_id": _id(chosen),
        "start": resolve(design, start) if start else None,
        "start_id": _id(start),
        "connect": reverse("designs:connect", args=[workspace.record.pk]),
    }
    return workspace.page(request, "designs/theory.html", context, here=HERE)


@dataclass(frozen=True)
class LevelToggle:
    """A level of the picture, how many boxes it has, and the address that folds or unfolds it."""

    title: str
    count: int
    is_visible: bool
    url: str


def _hidden(request: HttpRequest) -> tuple[str, ...]:
    """The levels that are folded away."""
    return tuple(band for band in BANDS if band in request.GET.getlist("hide"))


def _levels(design: Design, request: HttpRequest, hidden: tuple[str, ...]) -> Iterator[LevelToggle]:
    """The levels to fold, where there are several."""
    every = levels(design)
    if len(every) < 2 or is_large(design):
        return
    for level in every:
        query = request.GET.copy()
        others = [band for band in hidden if band != level.name]
        query.setlist("hide", others if level.name in hidden else [*others, level.name])
        is_visible = level.name not in hidden
        yield LevelToggle(level.title, level.count, is_visible, f"?{query.urlencode()}#picture")


def _part(design: Design, centre: str, hidden: tuple[str, ...]) -> Around | None:
    """The part of the picture: all, without the levels that are folded; or of a large one what stands
    around a box, None for its levels.
    """
    if not is_large(design):
        return folded(design, hidden) if hidden else Around(design, {})
    if not centre:
        return None
    place = resolve(design, centre)
    return around(design, place.effect if isinstance(place, Link) else place.id)


def _picture(
    workspace: Workspace, part: Around | None, start: str, chosen: str, hidden: tuple[str, ...]
) -> SafeString:
    """The picture with its links; drawn once for each revision, day, language and choice."""
    record, design = workspace.record, workspace.document
    today, content = timezone.localdate(), hash(record.content)
    choice = (start, chosen, hidden, workspace.related.key)
    key = ("picture", record.pk, record.revision, content, today, wording_key(), *choice)

    def make() -> SafeString:
        if part is None:
            drawn, live = design, Live(lambda level: f"?{urlencode({'level': level})}#boxes")
        else:
            drawn = part.design
            live = Live(
                _leads(record, start, hidden),
                _finding_counts(workspace.notes),
                start or chosen,
                {_address(design, id): count for id, count in part.beyond.items()},
            )
        # Our own drawing, in which every text of the design is escaped.
        return mark_safe(diagram_svg(drawn, legend=False, live=live, in_words=False))

    return cached_fragment(key, make)


def _address(design: Design, id: str) -> str:
    """The address of the activity or result of this id."""
    return f"{'activities' if id in design.theory.activities else 'results'}[{id}]"


def _element(design: Design, address: str) -> str:
    """The address, if an activity, result or link of the design is there; else ""."""
    try:
        place = resolve(design, address)
    except (KeyError, ValueError):
        return ""
    in_picture = address.startswith(("activities[", "results[", "links["))
    return address if in_picture and isinstance(place, Element) else ""


def _id(address: str) -> str:
    last = parse_address(address)[-1:] if address else ()
    return last[0][1] if last and isinstance(last[0], tuple) else ""


def _leads(
    record: DocumentRecord, start: str, hidden: tuple[str, ...] = ()
) -> Callable[[str], str]:
    """The address of a box or arrow: itself, chosen; or, from a chosen box, joining the two."""
    connect = reverse("designs:connect", args=[record.pk])

    def href(address: str) -> str:
        if start and address.startswith("results[") and address != start:
            return f"{connect}?{urlencode({'cause': _id(start), 'effect': _id(address)})}"
        query = urlencode({"at": address, "hide": hidden}, doseq=True)
        return f"?{query}#chosen"  # on this page, in few letters

    return href


def _finding_counts(notes: Notes) -> dict[str, int]:
    """How many findings stand at each box and arrow, open questions aside."""
    counts: dict[str, int] = {}
    for note in notes.standing:
        if note.finding.severity != "note":
            place = outermost(note.spot.at)
            counts[place] = counts.get(place, 0) + 1
    return counts


class Connect(EditView):
    """Join two boxes, and say what has to hold for that step."""

    only = DESIGN.name
    template = "designs/connect.html"
    here = HERE

    def get_form(self, data: Any = None) -> ConnectForm:
        query = self.request.GET
        initial = {name: query[name] for name in ("cause", "effect") if name in query}
        return ConnectForm(self.workspace.document, self.workspace.toolkit, data, **initial)

    def save(self, form: ConnectForm) -> store.Saved:
        return editing.add(self.record, by=self.request.user, to="links", values=form.values)

    def message_for(self, saved: store.Saved) -> str:
        return _("Joined.")

    def changes_at(self, saved: store.Saved) -> str | None:
        return None if way_back(self.request, self.record) else saved.address

    def get_context(self, form: ConnectForm) -> dict[str, Any]:
        return {"back": way_back(self.request, self.record)}

    def success_url(self, saved: store.Saved) -> str:
        if onward := way_back(self.request, self.record):
            return onward
        query = urlencode({"at": saved.address})
        return f"{reverse('designs:theory', args=[self.record.pk])}?{query}#chosen"
