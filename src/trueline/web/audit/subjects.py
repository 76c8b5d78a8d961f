"""What the subjects of events are called now, for those who read the audit.

An event keeps the id of what it tells of and never a name. An app that owns a sort of subject says
here how ids become names; those that are gone are simply not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from trueline.web.audit.models import Event

Naming = Callable[[set[str]], Mapping[str, str]]
Subjects = Callable[[], Collection[str]]
_namings: list[tuple[Subjects, Naming]] = []


def name_subjects(subjects: Subjects, naming: Naming) -> None:
    """Let `naming` turn ids of these sorts of subject into names. Called when an app is ready."""
    _namings.append((subjects, naming))


def _naming_of(subject: str) -> Naming | None:
    return next((naming for subjects, naming in _namings if subject in subjects()), None)


def names_of(events: Iterable[Event]) -> dict[tuple[str, str], str]:
    """By subject and id, the names of what events tell of. One query for each sort of subject."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.subject_id:
            wanted[event.subject].add(event.subject_id)
    return {
        (subject, key): name
        for subject, ids in wanted.items()
        if (naming := _naming_of(subject))
        for key, name in naming(ids).items()
    }
