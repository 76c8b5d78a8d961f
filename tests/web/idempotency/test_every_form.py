"""Every form of every page, found by following links: sent twice, it counts once.

A new page or form joins by itself, whatever its kind of document.
"""

from __future__ import annotations

from operator import attrgetter

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from tests.sampling import sample
from tests.toy import Block, Toy
from tests.web.forms import Form, is_repeatable, pages
from trueline.document import add_element
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import DocumentRecord
from trueline.web.idempotency.models import SentForm

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.either_database]


def state(snapshot) -> dict[str, list[str]]:
    """All that is kept but the notes of what was sent, and of who was here."""
    apart = ("idempotency_sentform", "accounts_knowndevice", "trueline_cache")
    return {table: rows for table, rows in snapshot().items() if table not in apart}


@pytest.fixture(params=["design", "toy"])
def record(request, cast, keep, golden, toy) -> DocumentRecord:
    """A document of either kind, with everything about it that has forms."""
    blocks = tuple(Block(id=f"b{n}", title=f"Block {n}", edges="sharp") for n in range(3))
    document = golden if request.param == "design" else Toy(title="Tower", blocks=blocks)
    document, _place = add_element(document, "next_steps", {"step": "Look again"})
    record = keep(document)
    submitting.submit(record, by=cast.editor, name="First")
    return record


def test_every_form_carries_a_key_and_counts_once(cast, record, snapshot):
    owner, editor = cast.client("owner"), cast.client("editor")
    begin = (f"/documents/{record.pk}/", f"/{record.kind}s/", "/account/")
    forms: dict[tuple, Form] = {}
    for page in pages(owner, *begin):
        for form in page.forms:
            assert form.values.get("once"), f"{form.action} on {page.address} carries no key"
            forms.setdefault(form.sort, form)
    sent, signed_in = 0, owner.cookies
    counting = [form for form in forms.values() if not is_repeatable(form)]
    tried = sample(counting, name=attrgetter("sort"), at_least=10)
    for form in tried:
        mark = transaction.savepoint()
        owner.cookies = signed_in.copy()
        sent += _sent_twice(form, owner, editor, snapshot)
        transaction.savepoint_rollback(mark)
        record.refresh_from_db()
    assert len(counting) > 25
    assert sent > len(tried) // 2


def _sent_twice(form: Form, owner: Client, editor: Client, snapshot) -> bool:
    """Whether the form was accepted; then the second press changed nothing, nor did another person."""
    before = state(snapshot)
    assert editor.post(form.action, form.values).status_code == 403, form.action
    assert state(snapshot) == before, form.action
    first = owner.post(form.action, form.values)
    if first.streaming:
        b"".join(first)
    if first.status_code != 302 or not SentForm.objects.exclude(location="").exists():
        return False
    after = state(snapshot)
    second = owner.post(form.action, form.values)
    if "_auth_user_id" in owner.session:  # else it ended the visit, and the second finds nobody
        assert second["Location"] == first["Location"], form.action
    assert state(snapshot) == after, f"{form.action} counts twice"
    return True


def test_every_app_with_tables_says_whether_they_hold_what_people_work_on():
    ours = [app for app in apps.get_app_configs() if app.name.startswith("trueline.")]
    silent = [app.label for app in ours if [*app.get_models()] and not hasattr(app, "holds_work")]
    assert silent == []
