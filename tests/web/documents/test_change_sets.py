"""A save of several changes: all of them as one revision, or none, with the rows that conflict."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.web.saving import change
from trueline.document import parse_any, set_field
from trueline.web.documents import store
from trueline.web.documents.actions.editing import add_change, fields_change
from trueline.web.documents.models import Action, Revision

TEXT = """
title: Safe work
activities:
- {id: train, kind: justice, title: Training}
- {id: visit, kind: justice, title: Visits}
- {id: house, kind: support, title: Shelter}
"""
TRAIN, VISIT, HOUSE = (f"activities[{id}]" for id in ("train", "visit", "house"))


@pytest.fixture
def record(keep):
    return keep(parse_any(TEXT).document)


@pytest.fixture
def seen(record):
    document = store.document_of(record)
    return {at: store.fingerprint(document, at) for at in (TRAIN, VISIT, HOUSE)}


def save(record, cast, *changes):
    return store.save(record.pk, changes, by=cast.editor, action=Action.CHANGED)


def titles(record) -> list[str]:
    record.refresh_from_db()
    return [activity.title for activity in store.document_of(record).activities]


def test_all_changes_are_one_revision(cast, record, seen):
    saved = save(
        record,
        cast,
        fields_change(TRAIN, {"title": "Mentoring"}, seen[TRAIN]),
        fields_change(HOUSE, {"title": "Refuge"}, seen[HOUSE]),
        add_change("activities", {"kind": "legal", "title": "Drafting"}),
    )
    assert saved.revision == 2
    assert saved.addresses == (TRAIN, HOUSE, "activities[drafting]")
    assert titles(record) == ["Mentoring", "Visits", "Refuge", "Drafting"]
    assert Revision.objects.filter(document=record).count() == 2


def test_each_conflict_is_listed_by_its_row_and_nothing_is_saved(cast, record, seen):
    for at in (VISIT, HOUSE):
        edit = lambda d, at=at: set_field(d, f"{at}.title", "Theirs")  # noqa: E731
        change(record.pk, by=cast.owner, address=at, edit=edit)
    with pytest.raises(store.Conflict) as met:
        save(
            record,
            cast,
            fields_change(TRAIN, {"title": "Mine"}, seen[TRAIN]),
            fields_change(VISIT, {"title": "Mine"}, seen[VISIT]),
            fields_change("activities[gone]", {"title": "Mine"}),
            fields_change(HOUSE, {"title": "Mine"}, seen[HOUSE]),
        )
    assert met.value.rows == (1, 2, 3)
    assert met.value.address == VISIT
    assert titles(record) == ["Training", "Theirs", "Theirs"]


def test_what_another_changed_elsewhere_is_kept(cast, record, seen):
    change(record.pk, by=cast.owner, edit=lambda d: set_field(d, f"{VISIT}.title", "Theirs"))
    save(record, cast, fields_change(TRAIN, {"title": "Mine"}, seen[TRAIN]))
    assert titles(record) == ["Mine", "Theirs", "Shelter"]


def test_later_changes_of_a_set_see_the_earlier_ones(cast, record):
    saved = save(
        record,
        cast,
        add_change("results", {"statement": "Inspectors act", "level": "outcome"}),
        fields_change("results[inspectors-act]", {"statement": "Inspectors refer"}),
    )
    assert saved.document.results[0].statement == "Inspectors refer"


def test_one_value_that_does_not_fit_leaves_all_as_it_was(cast, record):
    with pytest.raises(ValidationError):
        save(
            record,
            cast,
            fields_change(TRAIN, {"title": "Mine"}),
            fields_change(HOUSE, {"people": "many"}),
        )
    assert titles(record) == ["Training", "Visits", "Shelter"]


def test_a_set_that_changes_nothing_adds_no_revision(cast, record):
    assert save(record, cast, fields_change(TRAIN, {"title": "Training"})).revision == 1
    assert save(record, cast).revision == 1
