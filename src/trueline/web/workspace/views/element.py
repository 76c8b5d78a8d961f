"""Editing one element: open, save, move, remove; and choosing where two people met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from trueline.document import (
    Document,
    Element,
    Part,
    format_address,
    parse_address,
    references_to,
    resolve,
)
from trueline.document.address import position_in
from trueline.document.field_spec import slot_lists
from trueline.language import wording_key
from trueline.reports.labels import element_name, place_label
from trueline.web.comments.queries import comments_by_address
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.actions import editing
from trueline.web.documents.cache import cached_fragment
from trueline.web.documents.cards import Card
from trueline.web.documents.edit_view import EditView, say
from trueline.web.documents.notes import Note
from trueline.web.documents.places import anchor_of, restore_url
from trueline.web.documents.queries import last_revision
from trueline.web.documents.resolving import way_back
from trueline.web.documents.summaries import card_url
from trueline.web.documents.workspace import Workspace
from trueline.web.idempotency.written import typed
from trueline.web.workspace.conflicts import Meeting, parts_meet
from trueline.web.workspace.forms import PartForm, form_for
from trueline.web.workspace.sidebar import sidebar_of_element
from trueline.web.workspace.views.step import cards_of

LONGEST_PLACE = 6
"""Digits of the number of a place."""


def part_at(workspace: Workspace, address: str) -> Part:
    """The part at an address. Raises Http404 where none stands."""
    part = workspace.part(address)
    if part is None:
        raise Http404
    return part


class EditElement(EditView):
    """The form of one element or part, and its saving."""

    template = "workspace/element.html"
    address: str
    part: Part
    seen: str
    whole: bool
    """Whether lists inside the element are edited with it."""

    def load(self) -> HttpResponse | None:
        self.address = self.request.GET.get("at", "")
        part = self.workspace.part(self.address)
        if part is None:
            return gone(self.request, self.workspace, self.address)
        self.part = part
        self.here = self.workspace.step_of(self.address).slug
        self.whole = bool(slot_lists(type(part)))
        now = store.fingerprint(self.workspace.document, self.address, whole=self.whole)
        self.seen = self.request.POST.get("seen") or now
        return None

    def get_form(self, data: Any = None) -> PartForm:
        workspace = self.workspace
        model = type(self.part)
        document, language = workspace.document, workspace.document.language_of(self.address)
        if language != (document.language or ""):  # its fields check the spelling of that language
            document = document.model_copy(update={"language": language})
        return form_for(model, document, workspace.toolkit, part=self.part, data=data)

    def save(self, form: PartForm) -> store.Saved:
        return editing.save_fields(
            self.record,
            by=self.request.user,
            address=self.address,
            values=form.values,
            seen=self.request.POST.get("seen"),
            whole=self.whole,
        )

    def message_for(self, saved: store.Saved) -> str:
        """Says that it is saved, and at once whether there is something to put right."""
        self.workspace.refresh()
        grave = [
            note
            for note in self.workspace.notes.at(self.address)
            if note.finding.severity == "error" and not note.finding.waiver
        ]
        if not grave:
            return _("Saved.")
        return ngettext(
            "Saved. Please look at the note below: something can’t hold as it is written.",
            "Saved. Please look at the notes below: %(count)s things can’t hold as they are"
            " written.",
            len(grave),
        ) % {"count": len(grave)}

    def changes_at(self, saved: store.Saved) -> str | None:
        return None if way_back(self.request, self.record) else self.address

    def _put_notes(self, form: PartForm, card: Card) -> list[Note]:
        """Put each note at its field, and return those without one."""
        by_field: dict[str, list[Note]] = {}
        for note in card.notes:
            by_field.setdefault(_field_of(note, form), []).append(note)
        for name, notes in by_field.items():
            if name:
                context = {"notes": notes, "workspace": self.workspace}
                html = render_to_string("documents/notes.html", context)
                form.fields[name].notes = html
        for name, html in self._talk(form):
            form.fields[name].notes = SafeString(getattr(form.fields[name], "notes", "") + html)
        return by_field.get("", [])

    def _talk(self, form: PartForm) -> Iterator[tuple[str, SafeString]]:
        """Open threads of comments on the fields of a form."""
        beginning = f"{self.address}." if self.address else ""
        by_address = comments_by_address(self.record)
        for name in form.fields:
            threads = [each for each in by_address.get(f"{beginning}{name}", ()) if each.is_open]
            if threads:
                context = {"threads": threads, "workspace": self.workspace}
                yield name, render_to_string("comments/field_threads.html", context)

    def success_url(self, saved: store.Saved) -> str:
        if stay := self.request.POST.get("stay", ""):
            return f"{self.request.get_full_path()}#{stay}"
        onward = way_back(self.request, self.record)
        return onward or card_url(self.record, saved.document, self.address)

    def get_context(self, form: PartForm) -> dict[str, Any]:
        workspace, card = self.workspace, cards_of(self.workspace).card(self.part, self.address)
        back = card_url(self.record, workspace.document, self.address, anchor=False)
        onward = way_back(self.request, self.record)
        notes = self._put_notes(form, card)
        return {
            "notes": notes,
            "fields": self._fields(form),
            "address": self.address,
            "seen": self.seen,
            "card": card,
            "step": workspace.step_of(self.address),
            "back": onward or f"{back}#{card.anchor}",
            "sidebar": sidebar_of_element(workspace, type(self.part), self.address),
            "is_element": isinstance(self.part, Element),
        }

    def _fields(self, form: PartForm) -> SafeString:
        """The form's fields; as long as nobody has filled them in, a revision shows them alike."""
        if form.is_bound:
            return form.render()
        record = self.record
        content = hash(record.content)
        notes = tuple(getattr(field, "notes", "") for field in form.fields.values())
        key = ("form", record.pk, record.revision, content, wording_key(), self.address, notes)
        return cached_fragment(key, form.render)

    def met(self, form: PartForm, conflict: store.Conflict) -> HttpResponse:
        """Both versions, the visitor's own in the form: saving once more is choosing it."""
        workspace = self.workspace
        opened = store.document_as_seen(
            self.record, self.address, self.request.POST.get("seen", ""), whole=self.whole
        )
        workspace.refresh()
        theirs = workspace.part(self.address)
        if theirs is None:
            return gone(self.request, workspace, self.address)
        seen = resolve(opened, self.address) if opened else None
        meeting = parts_meet(workspace, self.address, seen, theirs, form)
        return self._chosen(meeting, theirs, conflict)

    def _chosen(self, meeting: Meeting, theirs: Part, conflict: store.Conflict) -> HttpResponse:
        if meeting.says_the_same:
            document = self.workspace.document
            return self.done(store.Saved(document, conflict.revision, (self.address,)))
        self.part = theirs
        self.seen = store.fingerprint(self.workspace.document, self.address, whole=self.whole)
        return self.show(meeting.form, conflict=meeting, status=409)


def _field_of(note: Note, form: PartForm) -> str:
    """The form field that a note is about, the first if it is about a whole part; "" for none."""
    name = note.spot.field
    own = (each for each in form.fields if each == name or each.startswith(f"{name}."))
    return next(own, "") if name else ""


def gone(request: HttpRequest, workspace: Workspace, address: str) -> HttpResponse:
    """Somebody removed the element while it was edited: what was written is shown, to be kept.

    Raises Http404 where nobody was writing, or no element could stand there.
    """
    try:
        parse_address(address)
    except ValueError:
        raise Http404 from None
    if request.method != "POST":
        raise Http404
    step = workspace.step_of(address)
    context = {
        "address": address,
        "written": typed(request),
        "back": workspace.url_of_step(address),
    }
    return workspace.page(request, "workspace/gone.html", context, here=step.slug, status=409)


@in_document(permission="edit")
@require_POST
def move(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Move an element one place up or down, or to a place by its number, counted from 1."""
    address, way = request.POST.get("at", ""), request.POST.get("way")
    if not isinstance(part_at(workspace, address), Element):
        raise Http404
    back = card_url(workspace.record, workspace.document, address)
    if way == "to":
        place = request.POST.get("place", "").strip()
        if not (place.isdecimal() and len(place) <= LONGEST_PLACE):
            reason = _("Not moved: say the place as a whole number, such as 1 for the first.")
            say(request, reason, at=address, level=messages.warning)
            return redirect(back)
        to: dict[str, int] = {"to_place": int(place) - 1}
    else:
        to = {"by_places": -1 if way == "up" else 1}
    saved = editing.move(workspace.record, by=request.user, address=address, **to)
    say(request, _new_position_text(saved.document, address), at=address)
    return redirect(back)


def _new_position_text(document: Document, address: str) -> str:
    """The new position of an element, in words."""
    *holder, last = parse_address(address)
    elements = resolve(document, format_address((*holder, last[0])))
    place = position_in(elements, str(last[1])) or 0
    return _("Moved. This is now %(place)s of %(of)s.") % {"place": place + 1, "of": len(elements)}


class RemoveElement(EditView):
    """Ask, naming what refers to the element; then remove it."""

    template = "workspace/remove.html"
    address: str
    part: Element

    def load(self) -> None:
        self.address = self.request.GET.get("at", "")
        part = part_at(self.workspace, self.address)
        if not isinstance(part, Element):
            raise Http404
        self.part = part
        self.here = self.workspace.step_of(self.address).slug

    def save(self, form: Any) -> store.Saved:
        seen = self.request.POST.get("seen")
        return editing.remove(
            self.record,
            by=self.request.user,
            address=self.address,
            seen=seen,
            unlinked=self._unlinks,
        )

    @property
    def _unlinks(self) -> bool:
        return "unlink" in self.request.POST

    def met(self, form: Any, conflict: store.Conflict) -> HttpResponse:
        last = last_revision(self.record, self.address)
        if last is not None and last.author_id == self.request.user.pk:
            reason = _("You changed it in another tab. Have a look before you remove it.")
        else:
            reason = _("Somebody changed it meanwhile. Have a look before you remove it.")
        say(self.request, reason, level=messages.warning)
        return HttpResponseRedirect(self.request.get_full_path())

    def message_for(self, saved: store.Saved) -> str:
        if self._unlinks:
            return _("Removed, and taken out of what named it. The history keeps it.")
        return _("Removed. The history keeps it.")

    def undo_at(self, saved: store.Saved) -> str:
        if not self._unlinks:
            return restore_url(self.record, saved.revision - 1, self.address)
        query = urlencode({"back": self.success_url(saved)})
        return f"{reverse('documents:undo', args=[self.record.pk, saved.revision])}?{query}"

    def changes_at(self, saved: store.Saved) -> str:
        return self.address.rpartition("[")[0]

    def success_url(self, saved: store.Saved) -> str:
        return f"{self.workspace.url_of_step(self.address)}#{anchor_of(self.changes_at(saved))}"

    def get_context(self, form: Any) -> dict[str, Any]:
        document, toolkit = self.workspace.document, self.workspace.toolkit
        list_name = self.address.rpartition("[")[0].rpartition(".")[2]
        places = references_to(document, self.part.key_value, list_name)
        holders = dict.fromkeys(place.rpartition(".")[0] for place in places)
        return {
            "part": self.part,
            "name": element_name(document, self.part, toolkit),
            "used": [self._label(holder) for holder in holders],
            "seen": store.fingerprint(document, self.address, whole=True),
            "back": self.workspace.url_of_step(self.address),
        }

    def _label(self, address: str) -> str:
        document, toolkit = self.workspace.document, self.workspace.toolkit
        part = part_at(self.workspace, address)
        if isinstance(part, Element) and part.joins:
            return element_name(document, part, toolkit)
        return place_label(document, address, toolkit).text
