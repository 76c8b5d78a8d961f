"""The present names of the subjects of events, for those who read the audit.

An event keeps the id of its subject and never a name. An app that owns a sort of subject says
here how ids become names; those that are gone are simply not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from trueline.web.audit.models import Event

NameLookup = Callable[[set[str]], Mapping[str, str]]
Subjects = Callable[[], Collection[str]]
_lookups: list[tuple[Subjects, NameLookup]] = []


def name_subjects(subjects: Subjects, lookup: NameLookup) -> None:
    """Let `lookup` turn ids of these sorts of subject into names. Called when an app is ready."""
    _lookups.append((subjects, lookup))


def _lookup_for(subject: str) -> NameLookup | None:
    return next((lookup for subjects, lookup in _lookups if subject in subjects()), None)


def names_of(events: Iterable[Event]) -> dict[tuple[str, str], str]:
    """The names of subjects of events, by sort and id. One query for each sort of subject."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.subject_id:
            wanted[event.subject].add(event.subject_id)
    return {
        (subject, key): name
        for subject, ids in wanted.items()
        if (lookup := _lookup_for(subject))
        for key, name in lookup(ids).items()
    }
