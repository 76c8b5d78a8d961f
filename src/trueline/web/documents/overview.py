"""A document at a glance: what it is, how far it has come, what is open, who works on it, what next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.document import element_address, resolve
from trueline.document.field_spec import field_specs
from trueline.reports.values import Wording
from trueline.review import decisive, nothing_to_review
from trueline.web.accounts.models import User
from trueline.web.documents.models import Assignment, State, Submission
from trueline.web.documents.notes import Note
from trueline.web.documents.places import anchor_of
from trueline.web.documents.workspace import StepLink, Workspace

MOST_PEOPLE = 8


@dataclass(frozen=True)
class Fact:
    """A line of what the document is; `written`: whether somebody wrote its value."""

    title: str
    value: str
    written: bool = False


@dataclass(frozen=True)
class Link:
    """Something that is open, or to be done next, and where."""

    text: str
    url: str


@dataclass(frozen=True)
class Deadline:
    """A day, and what it is the day of."""

    day: date
    text: str
    url: str = ""

    @property
    def overdue(self) -> bool:
        """Whether something to be done has not been by its day."""
        return bool(self.url) and self.day < timezone.localdate()


@dataclass(frozen=True)
class Author:
    """A person who saved something, how often, and when last."""

    person: User | None
    saves: int
    last: date


@dataclass(frozen=True)
class Overview:
    """The overview at the top of a document's page."""

    workspace: Workspace

    @property
    def facts(self) -> Iterator[Fact]:
        """In a few lines what it is: where, in which phase, by whom, and what it holds."""
        document, kind = self.workspace.document, self.workspace.kind
        wording, specs = Wording(document, self.workspace.toolkit), field_specs(kind.model)
        facts = kind.facts
        for name in filter(None, (facts.countries, facts.phase, facts.lead)):
            if value := wording.field(document, name):
                yield Fact(_(specs[name].title), value, specs[name].is_written)
        days = [wording.field(document, name) for name in (facts.start, facts.end) if name]
        if any(days):
            yield Fact(_("From, to"), " – ".join(day or "…" for day in days))
        if held := ", ".join(self._list_counts):
            yield Fact(_("It holds"), held)

    @property
    def _list_counts(self) -> Iterator[str]:
        """Counts of the elements in its lists."""
        document, specs = self.workspace.document, field_specs(self.workspace.kind.model)
        for name in dict.fromkeys(n for step in self.workspace.kind.steps for n in step.lists):
            if (
                "." not in name
                and name not in document.closing
                and (held := resolve(document, name))
            ):
                yield f"{_(specs[name].title)}: {len(held)}"

    @cached_property
    def heaviest(self) -> list[Note]:
        """The three notes that weigh most."""
        notes = {id(note.finding): note for note in self.workspace.notes.standing}
        return [notes[id(f)] for f in decisive(note.finding for note in notes.values())]

    @cached_property
    def assignments(self) -> list[Assignment]:
        """The findings that people see to. One query."""
        return list(self.workspace.record.assignments.filter(settled=None).select_related("person"))

    @property
    def open(self) -> Iterator[Link]:
        """Open work, each with a link. Two queries."""
        record, document = self.workspace.record, self.workspace.document
        review = reverse("workspace:review", args=[record.pk])
        questions = sum(n.finding.severity == "note" for n in self.workspace.notes.standing)
        steps = sum(not step.done for step in document.next_steps)
        threads = record.comments.filter(parent=None, resolved=None).count()
        waiting = Submission.objects.filter(
            revision__document=record, approved=None, withdrawn=None
        )
        counted = (
            (
                questions,
                ngettext("%(count)s question", "%(count)s questions", questions),
                f"{review}?weight=note",
            ),
            (
                steps,
                ngettext(
                    "%(count)s step decided on and not done",
                    "%(count)s steps decided on and not done",
                    steps,
                ),
                f"{review}#{anchor_of('next_steps')}",
            ),
            (
                threads,
                ngettext("%(count)s thread of comments", "%(count)s threads of comments", threads),
                reverse("comments:list", args=[record.pk]),
            ),
            (
                len(self.assignments),
                ngettext(
                    "%(count)s note that somebody sees to",
                    "%(count)s notes that somebody sees to",
                    len(self.assignments),
                ),
                review,
            ),
            (
                submitted := waiting.count(),
                ngettext(
                    "%(count)s submission to be approved",
                    "%(count)s submissions to be approved",
                    submitted,
                ),
                reverse("documents:submissions", args=[record.pk])
                if "edit" in self.workspace.permissions
                else "",
            ),
        )
        yield from (Link(text % {"count": count}, url) for count, text, url in counted if count)

    @cached_property
    def authors(self) -> list[Author]:
        """The people who saved something, the last first. Two queries."""
        saves = self.workspace.record.revisions.order_by().values("author")
        rows = list(saves.annotate(saves=Count("pk"), last=Max("at")).order_by("-last"))
        people = User.objects.in_bulk([row["author"] for row in rows if row["author"]])
        return [
            Author(people.get(row["author"]), row["saves"], timezone.localdate(row["last"]))
            for row in rows[:MOST_PEOPLE]
        ]

    @property
    def deadlines(self) -> list[Deadline]:
        """Days in their order: of steps decided on, of notes that people see to, of the work itself."""
        record, document, facts = (
            self.workspace.record,
            self.workspace.document,
            self.workspace.kind.facts,
        )
        review = reverse("workspace:review", args=[record.pk])
        specs = field_specs(self.workspace.kind.model)
        days = [
            Deadline(
                step.due,
                step.step,
                f"{review}#{anchor_of(element_address('', 'next_steps', step))}",
            )
            for step in document.next_steps
            if step.due and not step.done
        ]
        days += [
            Deadline(
                each.due, f"{each.person}: {each.message}", f"{review}?person={each.person_id}"
            )
            for each in self.assignments
            if each.due
        ]
        days += [
            Deadline(day, _(specs[name].title))
            for name in (facts.start, facts.end)
            if name and (day := getattr(document, name))
        ]
        return sorted(days, key=lambda each: each.day)

    @property
    def next_best(self) -> Link | None:
        """The step that would help most; None for those who only read."""
        workspace = self.workspace
        if "edit" not in workspace.permissions:
            return None
        record, notes = workspace.record, workspace.notes.standing
        if nothing_to_review(workspace.document):
            first = reverse("workspace:interview-start", args=[record.pk])
            return Link(_("Begin: be asked one question at a time"), first)
        weights = [note.finding.severity for note in notes]
        review = reverse("workspace:review", args=[record.pk])
        if "error" in weights:
            count = weights.count("error")
            text = ngettext(
                "Put right the %(count)s thing that can’t stand",
                "Put right the %(count)s things that can’t stand",
                count,
            )
            return Link(text % {"count": count}, f"{review}?weight=error")
        if empty := self._first_empty:
            return Link(_("Write down: %(step)s") % {"step": empty.step.label}, empty.url)
        if "warning" in weights:
            return Link(_("Think about what the review asks"), f"{review}?weight=warning")
        if weights:
            return Link(_("Answer the questions that are open"), f"{review}?weight=note")
        if record.state == State.DRAFT:
            return Link(
                _("Hand this version in"), reverse("documents:submissions", args=[record.pk])
            )
        return None

    @property
    def _first_empty(self) -> StepLink | None:
        steps = (link for link in self.workspace.steps if link.step.slug not in ("review", "share"))
        return next((link for link in steps if not link.filled), None)
