"""A form counts once: pressed twice, sent again after a lost answer, from two tabs, or by another."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import OperationalError, connection, connections, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.design import Design
from trueline.web.comments.models import Comment
from trueline.web.documents.actions import starting
from trueline.web.documents.models import DocumentRecord
from trueline.web.idempotency import middleware
from trueline.web.idempotency.makers import this_process
from trueline.web.idempotency.models import SentForm

BLANK = reverse("documents:new-blank", args=["design"])


def key_on(client: Client, address: str) -> str:
    page = client.get(address, follow=True).content.decode()
    return re.search(r'name="once" value="([^"]+)"', page)[1]


@pytest.fixture
def editor(cast):
    return cast.client("editor")


@pytest.fixture
def sent(cast, editor):
    """A form that begins a design, as a browser sends it."""
    key = key_on(editor, reverse("documents:new", args=["design"]))
    return {"once": key, "organisation": cast.organisation.pk, "title": "Safe work", "language": ""}


def test_a_second_press_gives_the_same_answer_and_makes_nothing(editor, sent):
    first, second = editor.post(BLANK, sent), editor.post(BLANK, sent)
    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    assert DocumentRecord.objects.count() == 1


def test_other_words_under_the_same_key_are_another_form(editor, sent):
    editor.post(BLANK, sent)
    editor.post(BLANK, {**sent, "title": "Safe work, part two"})
    assert {record.title for record in DocumentRecord.objects.all()} == {
        "Safe work",
        "Safe work, part two",
    }


def test_what_was_refused_can_be_put_right_and_sent_again(editor, sent):
    assert editor.post(BLANK, {**sent, "title": ""}).status_code == 422
    assert editor.post(BLANK, {**sent, "title": ""}).status_code == 422
    assert editor.post(BLANK, sent).status_code == 302
    assert SentForm.objects.count() == 1


def test_a_failure_on_our_side_leaves_the_form_free(editor, sent, monkeypatch):
    def fails(**_: object) -> DocumentRecord:
        raise RuntimeError("the disk is full")

    editor.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr(starting, "start_blank", fails)
        assert editor.post(BLANK, sent).status_code == 500
    assert editor.post(BLANK, sent).status_code == 302
    assert DocumentRecord.objects.count() == 1


@pytest.mark.parametrize("key", ["made-up", "made-up.0123456789abcdef0123", "é.", "x" * 5000])
def test_a_key_that_was_made_for_nobody_is_refused(editor, sent, key):
    response = editor.post(BLANK, {**sent, "once": key})
    assert response.status_code == 403
    assert "Safe work" in response.content.decode()
    assert not DocumentRecord.objects.exists()


def test_the_key_of_another_person_is_refused_and_nothing_typed_is_lost(cast, sent):
    response = cast.client("owner").post(BLANK, sent)
    page = response.content.decode()
    assert response.status_code == 403
    assert re.search(r"<title>\s*Not saved yet:\s+This form was opened by somebody else", page)
    assert "Safe work" in page
    assert not DocumentRecord.objects.exists()


def test_a_file_is_part_of_what_was_sent(cast, editor, sent):
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = reverse("documents:new-file", args=["design"])
    for title in ("One", "One", "Two"):
        file = SimpleUploadedFile("design.json", f'{{"title": "{title}"}}'.encode())
        assert editor.post(upload, {**sent, "file": file}).status_code == 302
    assert sorted(r.title for r in DocumentRecord.objects.all()) == ["One", "Two"]


def test_after_a_day_it_is_forgotten(editor, sent):
    editor.post(BLANK, sent)
    SentForm.objects.update(sent=timezone.now() - timedelta(hours=25))
    editor.post(BLANK, sent)
    assert DocumentRecord.objects.count() == 2
    SentForm.objects.update(sent=timezone.now() - timedelta(hours=25))
    assert middleware.purge() == 1
    assert not SentForm.objects.exists()


def test_what_is_still_under_way_is_waited_for_and_then_said(editor, sent, monkeypatch):
    monkeypatch.setattr(middleware, "PATIENCE", 0.1)
    monkeypatch.setattr(middleware, "_settle", lambda digest, response: None)
    editor.post(BLANK, sent)
    response = editor.post(BLANK, sent)
    assert response.status_code == 503
    assert "Nothing is done twice" in response.content.decode()
    assert DocumentRecord.objects.count() == 1


def test_what_ended_without_an_answer_is_done_again(editor, sent, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(middleware, "_settle", lambda digest, response: None)
        editor.post(BLANK, sent)
    SentForm.objects.update(sent=timezone.now() - timedelta(minutes=2))
    assert editor.post(BLANK, sent).status_code == 302
    assert SentForm.objects.get().location


@pytest.fixture
def killed(monkeypatch):
    """Has what follows be left as by a process that is killed, before or after it has saved."""

    def kill(change: Callable[[pytest.MonkeyPatch], None]) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(middleware, "_settle", lambda digest, response: None)
            patch.setattr(middleware, "_let_go_of_earlier", lambda: None)
            change(patch)
        middleware._given_up.clear()
        code = "from trueline.web.idempotency.makers import this_process; print(this_process())"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        SentForm.objects.update(maker=done.stdout.strip())

    return kill


needs_proc = pytest.mark.skipif(not this_process(), reason="this system does not tell of processes")


@needs_proc
def test_what_was_saved_before_its_process_was_killed_is_not_saved_again(editor, sent, killed):
    killed(lambda patch: editor.post(BLANK, sent))
    answer = editor.post(
        BLANK, sent, headers={"referer": "http://testserver/designs/"}, follow=True
    )
    assert answer.redirect_chain == [("/designs/", 302)]
    assert "had been saved" in answer.content.decode()
    assert DocumentRecord.objects.count() == 1
    assert editor.post(BLANK, sent)["Location"] == "/designs/"


@needs_proc
def test_what_was_not_saved_before_its_process_was_killed_is_saved_at_once(editor, sent, killed):
    def before(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(starting, "start_blank", _fails_once_saved(starting.start_blank))
        editor.raise_request_exception = False
        assert editor.post(BLANK, sent).status_code == 503

    killed(before)
    assert DocumentRecord.objects.count() == 0
    assert editor.post(BLANK, sent).status_code == 302
    assert DocumentRecord.objects.count() == 1


@needs_proc
def test_a_save_that_came_second_and_was_killed_is_saved_at_once(editor, sent, killed):
    def comes_second(**_: object) -> DocumentRecord:
        with transaction.atomic():
            assert not DocumentRecord.objects.filter(title="nothing").update(title="other")
        raise OperationalError("killed before it tried again")

    def before(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(starting, "start_blank", comes_second)
        editor.raise_request_exception = False
        assert editor.post(BLANK, sent).status_code == 503

    killed(before)
    assert editor.post(BLANK, sent).status_code == 302
    assert DocumentRecord.objects.count() == 1


def _fails_once_saved(save: Callable[..., DocumentRecord]) -> Callable[..., DocumentRecord]:
    def fails(*given: object, **named: object) -> DocumentRecord:
        with transaction.atomic():
            save(*given, **named)
            raise OperationalError("the connection was lost")

    return fails


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_what_the_database_lost_may_come_again_once_it_answers(editor, sent, monkeypatch):
    def no_answer(execute, sql, *given):
        if sql.startswith("DELETE"):
            raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, *given)

    editor.raise_request_exception = False
    with monkeypatch.context() as patch, connection.execute_wrapper(no_answer):
        patch.setattr(starting, "start_blank", _fails_once_saved(starting.start_blank))
        assert editor.post(BLANK, sent).status_code == 503
    assert SentForm.objects.count() == 1
    editor.get("/toolkit/")
    assert SentForm.objects.count() == 0
    assert editor.post(BLANK, sent).status_code == 302
    assert DocumentRecord.objects.count() == 1


def test_it_goes_with_the_account(cast, editor, sent):
    editor.post(BLANK, sent)
    cast.editor.delete()
    assert not SentForm.objects.exists()


def test_nothing_that_was_typed_is_kept(editor, sent):
    editor.post(BLANK, sent)
    form = SentForm.objects.get()
    assert "Safe work" not in str(vars(form))
    assert sent["once"] not in str(vars(form))


def test_a_choice_of_looks_can_be_made_as_often_as_one_likes(editor):
    key = key_on(editor, "/designs/")
    for theme in ("dark", "light", "dark"):
        response = editor.post(reverse("theme"), {"theme": theme, "once": key})
        assert response.cookies["theme"].value == theme


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_two_presses_at_the_same_moment_make_one(cast, keep):
    """Both requests are in the view at once, as from two processes."""
    record = keep(Design(title="Safe work"))
    address = reverse("comments:new", args=[record.pk])
    clients = [cast.client("editor") for _ in range(4)]
    sent = {"text": "Is this right?", "once": key_on(clients[0], address)}
    answers = []

    def press(client: Client) -> None:
        answers.append(client.post(address, sent)["Location"])
        connections.close_all()

    threads = [threading.Thread(target=press, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Comment.objects.count() == 1
    assert len(answers) == 4
    assert len({*answers}) == 1
