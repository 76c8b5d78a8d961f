"""Two editors at once, in any order: an edit that was accepted is never lost."""

from __future__ import annotations

import threading

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.web.saving import change
from trueline.design import Design, parse_design
from trueline.document import resolve, set_field
from trueline.web.documents import store
from trueline.web.documents.actions import editing as edits
from trueline.web.documents.models import DocumentRecord

EDITORS = ("editor", "owner")
TEXTS = st.sampled_from(["", "one", "two", "three", "<b>four</b>"])


def two_editors(cast):
    """A machine that knows what each editor has open, and what the design must hold."""

    class TwoEditors(RuleBasedStateMachine):
        @initialize()
        def begin(self):
            self.record = store.create(
                by=cast.editor,
                organisation=cast.organisation,
                document=Design(title="T"),
                origin="blank",
            )
            self.held: dict[str, str] = {}  # address of each activity, and its title
            self.history = [dict(self.held)]
            self.open: dict[str, tuple[str, str, str]] = {}  # editor: address, fingerprint, title

        def _kept(self):
            self.history.append(dict(self.held))

        @rule(who=st.sampled_from(EDITORS), title=TEXTS)
        def add(self, who, title):
            address = edits.add(
                self.record,
                by=getattr(cast, who),
                to="activities",
                values={"kind": "other", "title": title},
            ).address
            assert address not in self.held
            self.held[address] = title
            self._kept()

        @precondition(lambda self: self.held)
        @rule(who=st.sampled_from(EDITORS), data=st.data())
        def open_form(self, who, data):
            address = data.draw(st.sampled_from(sorted(self.held)))
            design = store.document_of(DocumentRecord.objects.get(pk=self.record.pk))
            self.open[who] = (address, store.fingerprint(design, address), self.held[address])

        @precondition(lambda self: self.open)
        @rule(data=st.data(), title=TEXTS)
        def save(self, data, title):
            who = data.draw(st.sampled_from(sorted(self.open)))
            address, seen, opened = self.open.pop(who)
            try:
                edits.save_fields(
                    self.record,
                    by=getattr(cast, who),
                    address=address,
                    values={"title": title},
                    seen=seen,
                )
            except store.Conflict as conflict:
                assert self.held.get(address) != opened
                if address in self.held:
                    theirs = resolve(conflict.theirs, address)
                    assert theirs.title == self.held[address]
            else:
                assert self.held[address] == opened
                if title != opened:
                    self.held[address] = title
                    self._kept()

        @precondition(lambda self: self.held)
        @rule(who=st.sampled_from(EDITORS), data=st.data())
        def remove(self, who, data):
            address = data.draw(st.sampled_from(sorted(self.held)))
            edits.remove(self.record, by=getattr(cast, who), address=address, seen=None)
            del self.held[address]
            self._kept()

        @invariant()
        def what_was_accepted_is_there(self):
            if not hasattr(self, "record"):
                return
            record = DocumentRecord.objects.get(pk=self.record.pk)
            assert titles(store.document_of(record)) == self.held
            assert record.revision == len(self.history)

        def teardown(self):
            for number, held in enumerate(getattr(self, "history", []), 1):
                assert titles(store.document_in(store.revision_of(self.record, number))) == held

    return TwoEditors


def titles(design: Design) -> dict[str, str]:
    return {f"activities[{activity.id}]": activity.title for activity in design.activities}


@pytest.mark.slow
def test_whatever_two_editors_do_nothing_accepted_is_lost(cast):
    run_state_machine_as_test(
        two_editors(cast),
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_at_the_same_moment_on_two_connections(cast):
    """Two threads save into one design as fast as they can; each save is there in the end."""
    rounds = 15
    design = parse_design("activities: [{id: a, kind: other}, {id: b, kind: other}]").document
    record = store.create(
        by=cast.editor, organisation=cast.organisation, document=design, origin="blank"
    )
    failures: list[BaseException] = []

    def work(address: str) -> None:
        try:
            for number in range(rounds):
                change(
                    record.pk,
                    by=cast.editor,
                    address=address,
                    edit=lambda d, n=number: set_field(d, f"{address}.title", f"{address} {n}"),
                )
        except BaseException as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(f"activities[{x}]",)) for x in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    record.refresh_from_db()
    assert record.revision == 1 + 2 * rounds
    assert titles(store.document_of(record)) == {
        f"activities[{x}]": f"activities[{x}] {rounds - 1}" for x in "ab"
    }
    assert record.revisions.count() == record.revision
