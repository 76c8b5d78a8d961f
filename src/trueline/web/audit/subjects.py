"""What the subjects of events are called now, for those who read the audit.

An event keeps the id of what it tells of and never a name. An app that owns a sort of subject says
here how ids become names; those that are gone are simply not found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from trueline.web.audit.models import Event

Naming = Callable[[set[str]], Mapping[str, str]]
_namings: dict[str, Naming] = {}


def name_subjects(subject: str, naming: Naming) -> None:
    """Let `naming` turn ids of this sort of subject into names. Called when an app is ready."""
    _namings[subject] = naming


def names_of(events: Iterable[Event]) -> dict[tuple[str, str], str]:
    """By subject and id, the names of what events tell of. One query for each sort of subject."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for event in events:
        if event.subject in _namings and event.subject_id:
            wanted[event.subject].add(event.subject_id)
    return {
        (subject, key): name
        for subject, ids in wanted.items()
        for key, name in _namings[subject](ids).items()
    }
