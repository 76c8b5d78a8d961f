"""The review as a list of work: its filter, its order, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from trueline.language.terms import TERMS
from trueline.review import decisive, rules_of
from trueline.review.finding import SEVERITIES, SORTS
from trueline.review.order import by_sort
from trueline.web.accounts.models import User
from trueline.web.comments.mentions import members_of
from trueline.web.documents.choices import Choice
from trueline.web.documents.models import Assignment
from trueline.web.documents.notes import Note, Topic, topics_of
from trueline.web.documents.resolving import with_way_back
from trueline.web.documents.workspace import Workspace

ME, NOBODY = "me", "nobody"
MOST_ALIKE = 12
"""How many places of one rule are listed, unless somebody asks for all of them."""


@dataclass(frozen=True)
class NoteFilter:
    """A filter of notes: by sort, weight, step or rule, or by the person assigned."""

    sort: str = ""
    weight: str = ""
    step: str = ""
    person: str = ""
    rule: str = ""

    @classmethod
    def of(cls, query: QueryDict, workspace: Workspace) -> NoteFilter:
        """The filter in a query string; values without a meaning are ignored."""
        step = query.get("step", "")
        person, rule = query.get("person", ""), query.get("rule", "")
        is_person = person in (ME, NOBODY) or person.isdecimal()
        return cls(
            sort=query.get("sort", "") if query.get("sort") in SORTS else "",
            weight=query.get("weight", "") if query.get("weight") in SEVERITIES else "",
            step=step if workspace.kind.step(step) else "",
            person=person if is_person else "",
            rule=rule if rule in rules_of(workspace.record.kind) else "",
        )

    @property
    def filters(self) -> dict[str, str]:
        """The values that filter."""
        return {name: value for name, value in asdict(self).items() if value}

    @property
    def query(self) -> str:
        """The same as a query string."""
        return urlencode(self.filters)


@dataclass(frozen=True)
class Worklist:
    """The notes that fit the filter, heaviest first."""

    workspace: Workspace
    filter: NoteFilter
    user: User

    @cached_property
    def assignments(self) -> dict[tuple[str, str], Assignment]:
        """Assignments by rule and place. One query."""
        assignments = self.workspace.record.assignments.select_related("person")
        return {(each.rule, each.place): each for each in assignments}

    @cached_property
    def notes(self) -> list[Note]:
        """Open notes that fit the filter, with who sees to them; in no order yet."""
        every = [self._with_person(note) for note in self.workspace.notes.standing]
        return [note for note in every if self._fits(note)]

    def _with_person(self, note: Note) -> Note:
        finding = note.finding
        places = (finding.path, *finding.also_at)
        assignments = (self.assignments.get((finding.rule, place)) for place in places)
        return replace(note, assignment=next(filter(None, assignments), None))

    def _fits(self, note: Note) -> bool:
        wanted, finding = self.filter, note.finding
        if wanted.sort not in ("", finding.sort) or wanted.weight not in ("", finding.severity):
            return False
        if wanted.rule not in ("", finding.rule):
            return False
        if wanted.step and self.workspace.step_of(finding.path).slug != wanted.step:
            return False
        return not wanted.person or self._is_of(note.assignment)

    def _is_of(self, assignment: Assignment | None) -> bool:
        if self.filter.person == NOBODY or assignment is None:
            return self.filter.person == NOBODY and assignment is None
        wanted = str(self.user.pk) if self.filter.person == ME else self.filter.person
        return str(assignment.person_id) == wanted

    @cached_property
    def deciding(self) -> list[Topic]:
        """The notes that decide the document, where all of it is shown."""
        if self.filter.filters:
            return []
        weighed = self._weighed_topics
        first = {topic.first.finding.rule: topic for topic in reversed(weighed)}
        return [first[f.rule] for f in decisive(note.finding for note in self.notes)]

    @cached_property
    def _weighed_topics(self) -> list[Topic]:
        weighed = [note for note in self.notes if note.finding.severity != "note"]
        return topics_of(sorted(weighed, key=lambda note: by_sort(note.finding)))

    @cached_property
    def parts(self) -> list[tuple[str, list[Topic]]]:
        """The other errors and warnings by sort, each by weight."""
        rest = [topic for topic in self._weighed_topics if topic not in self.deciding]
        by = [(sort, [t for t in rest if t.first.finding.sort == sort]) for sort in SORTS]
        return [(sort, topics) for sort, topics in by if topics]

    @cached_property
    def open(self) -> list[Topic]:
        """Questions that are open."""
        return topics_of(note for note in self.notes if note.finding.severity == "note")

    def queue(self, *, of_open: bool) -> list[Note]:
        """The notes one after another as the page shows them: those with weight, or the open ones."""
        topics = (
            self.open if of_open else [*self.deciding, *(t for _s, ts in self.parts for t in ts)]
        )
        return [note for topic in topics for note in topic.notes]

    @property
    def counts(self) -> list[dict[str, Any]]:
        """How many of each weight, and the way to them."""
        titles = {"error": _("To put right"), "warning": _("To think about"), "note": _("Open")}
        return [
            {
                "title": title,
                "count": sum(note.finding.severity == weight for note in self.notes),
                "query": replace(self.filter, weight=weight).query,
            }
            for weight, title in titles.items()
        ]

    @property
    def choices(self) -> list[Choice]:
        """The choices of the filter."""
        weights = {"error": _("To put right"), "warning": _("To think about"), "note": _("Open")}
        steps = [
            (step.slug, step.label)
            for step in self.workspace.kind.steps
            if not step.page or step.lists
        ]
        people = [(ME, _("Me")), (NOBODY, _("Nobody yet"))]
        people += [
            (str(person.pk), str(person))
            for person in members_of(self.workspace.record.organisation)
            if person.pk != self.user.pk
        ]
        sorts = [(sort, TERMS["sorts"].label(sort)) for sort in SORTS]
        every: dict[str, tuple[str, Sequence[tuple[str, str]]]] = {
            "weight": (_("Weight"), list(weights.items())),
            "sort": (_("Sort"), sorts),
            "step": (_("Step"), steps),
            "person": (_("Who sees to it"), people),
        }
        return [
            Choice(name, title, _("All"), options, getattr(self.filter, name))
            for name, (title, options) in every.items()
        ]

    def resolved_at(self, topics: Iterable[Topic], standing_at: str) -> list[Topic]:
        """The same topics as the page shows them: each note leads on to the next one after a save."""
        if not self.filter.rule:
            topics = [topic.cut(MOST_ALIKE, standing_at) for topic in topics]
        return [
            replace(topic, notes=tuple(self._leading_on(note) for note in topic.notes))
            for topic in topics
        ]

    def _leading_on(self, note: Note) -> Note:
        return replace(note, url=with_way_back(note.url, self._next_url(note)))

    def _next_url(self, note: Note) -> str:
        finding = note.finding
        page = reverse("workspace:next-finding", args=[self.workspace.record.pk])
        queue = self._places[finding.severity == "note"]
        number, of = queue[id(finding)], len(queue)
        query = {"finding": finding.rule, "at": finding.path, "n": number, "of": of}
        query |= {"open": 1} if finding.severity == "note" else {}
        return f"{page}?{urlencode({**query, **self.filter.filters})}"

    @cached_property
    def _places(self) -> dict[bool, dict[int, int]]:
        """The place of each finding in its queue."""
        return {
            of_open: {id(n.finding): number for number, n in enumerate(self.queue(of_open=of_open))}
            for of_open in (False, True)
        }
