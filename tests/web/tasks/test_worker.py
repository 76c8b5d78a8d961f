"""The worker: does tasks once, finds those whose worker died, and hands back what it leaves."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from trueline.limits import FILES_OF_NETWORK, FILES_OF_ORGANISATION
from trueline.web.tasks import actions, separate_process, worker
from trueline.web.tasks.models import FileRequest, Heartbeat, MadeFile
from trueline.web.tasks.turns import turn_of
from trueline.web.tasks.worker import ATTEMPTS, Worker, WorkerInside, recover

LONG_AGO = timedelta(minutes=5)
gate = threading.Event()


@task()
def make_plain(file_id: str) -> None:
    actions.make(file_id, lambda **arguments: repr(arguments).encode())


@task()
def make_slow(file_id: str) -> None:
    actions.make(file_id, lambda **arguments: b"slow" if gate.wait(20) else b"never")


def ask(
    task=make_plain,
    owner: str = "somebody",
    asker: actions.Asker | None = None,
    **arguments: object,
) -> FileRequest:
    return actions.ask_for(
        task,
        arguments=arguments,
        owner=owner,
        asker=asker or actions.Asker(owner),
        name="file.txt",
        media_type="text/plain",
    )


def queue() -> list[str]:
    return sorted(DBTaskResult.objects.values_list("status", flat=True))


@pytest.fixture
def closed_gate() -> Iterator[threading.Event]:
    gate.clear()
    yield gate
    gate.set()
    for (
        thread
    ) in threading.enumerate():  # one that was given up still writes, and not into the next test
        if thread.name == "worker":
            thread.join(20)


@pytest.mark.django_db
def test_a_task_is_done_once(db):
    asked = ask(number=1)
    assert Worker(pause=0).once()
    assert not Worker(pause=0).once()
    asked.file.refresh_from_db()
    assert bytes(asked.file.content) == b"{'number': 1}"
    assert queue() == [TaskResultStatus.SUCCESSFUL]


@pytest.mark.django_db
def test_looking_for_something_to_do_writes_nothing(django_assert_num_queries):
    ask(number=1)
    looking = Worker(pause=0)
    assert looking.once()
    with django_assert_num_queries(1) as asked:
        assert not looking.once()
    assert asked.captured_queries[0]["sql"].startswith("SELECT")


def in_order(*asked: FileRequest) -> list[int]:
    """The numbers of requests in the order in which their files are made."""
    order = []
    while Worker(pause=0).once():
        made = MadeFile.objects.exclude(made=None).values_list("pk", flat=True)
        order += [n for n, one in enumerate(asked) if one.file_id in made and n not in order]
    return order


@pytest.mark.django_db
def test_the_second_of_one_waits_for_the_first_of_another_and_visitors_for_all(db):
    link = uuid.uuid4()
    asked = [
        ask(owner="link", asker=actions.Asker.visitor(link, "192.0.2.1"), number=0),
        ask(owner="a of one document", asker=actions.Asker("a"), number=1),
        ask(owner="a of another", asker=actions.Asker("a"), number=2),
        ask(owner="b", asker=actions.Asker("b"), number=3),
    ]
    assert in_order(*asked) == [1, 3, 2, 0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("limit", "asker"),
    [
        (FILES_OF_ORGANISATION, lambda n: actions.Asker(f"person {n}", uuid.UUID(int=1))),
        (FILES_OF_NETWORK, lambda n: actions.Asker.visitor(uuid.UUID(int=n), "192.0.2.1")),
    ],
)
def test_an_organisation_and_a_network_have_limits_too(db, limit, asker):
    for number in range(limit.most):
        ask(owner=f"{number}", asker=asker(number), number=number)
    with pytest.raises(actions.TooMany) as refused:
        ask(owner="one more", asker=asker(limit.most), number=limit.most)
    assert refused.value.limit is limit
    ask(owner="elsewhere", asker=actions.Asker("elsewhere", uuid.UUID(int=2)), number=-1)


def test_a_turn_is_had_by_one_at_a_time_and_free_again_afterwards(tmp_path):
    file = tmp_path / "turn"
    with turn_of(file) as first, turn_of(file) as second:
        assert (first, second) == (True, False)
    with turn_of(file) as again:
        assert again


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ending", "says"),
    [
        (separate_process.TOO_LARGE, "more memory"),
        (separate_process.TOO_LONG, "too long"),
        (separate_process.ENDED, ""),
    ],
)
def test_how_a_process_ended_is_said_and_one_that_died_is_tried_again(db, ending, says):
    class Ending(separate_process.SeparateProcess):
        def run(self, task: str, *, seconds: float) -> str:
            return ending

    asked = ask(number=1)
    assert Worker(pause=0, process=Ending()).once()
    asked.file.refresh_from_db()
    assert says in str(asked.file.problem)
    assert queue() == [TaskResultStatus.FAILED if says else TaskResultStatus.READY]


def died(asked: FileRequest, times: int) -> DBTaskResult:
    """The task of a file, begun so often by workers of which nothing is heard."""
    row = DBTaskResult.objects.get(pk=MadeFile.objects.get(pk=asked.file_id).task)
    for number in range(times):
        row.claim(f"dead-{number}")
        Heartbeat.objects.create(worker=f"dead-{number}", at=timezone.now() - LONG_AGO)
    return row


@pytest.mark.django_db
def test_a_task_whose_worker_died_is_done_by_the_next(db):
    asked = ask(number=1)
    died(asked, 1)
    assert Worker(pause=0).once()
    asked.file.refresh_from_db()
    assert asked.file.made


@pytest.mark.django_db
def test_a_task_that_kills_its_workers_is_given_up_with_a_sentence(db):
    asked = ask(number=1)
    died(asked, ATTEMPTS)
    assert not Worker(pause=0).once()
    asked.file.refresh_from_db()
    assert "stopped, more than once" in str(asked.file.problem)
    assert queue() == [TaskResultStatus.FAILED]


@pytest.mark.django_db
def test_a_task_whose_worker_lives_is_left_to_it(db):
    row = died(ask(number=1), 1)
    Heartbeat.objects.filter(worker="dead-0").update(at=timezone.now())
    assert recover() == 0
    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


@pytest.mark.django_db
def test_files_and_their_tasks_go_when_their_time_is_over(db):
    kept, over = ask(number=1), ask(number=2)
    while Worker(pause=0).once():
        pass
    MadeFile.objects.filter(pk=over.file_id).update(expires=timezone.now() - LONG_AGO)
    DBTaskResult.objects.filter(pk=MadeFile.objects.get(pk=over.file_id).task).update(
        finished_at=timezone.now() - timedelta(days=2)
    )
    assert actions.purge() >= 2
    assert list(FileRequest.objects.all()) == [kept]
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_who_asks_wakes_the_worker(closed_gate):
    """Its own pause is longer than any test: only the call makes it look."""
    with WorkerInside(pause=600):
        asked = ask(make_slow)
        asked_for(asked, TaskResultStatus.RUNNING)
        closed_gate.set()
        asked_for(asked, TaskResultStatus.SUCCESSFUL)
    asked.file.refresh_from_db()
    assert bytes(asked.file.content) == b"slow"
    assert not Heartbeat.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_is_not_finished_at_the_end_is_handed_back(closed_gate):
    leaving = Worker(pause=600)
    leaving.start()
    asked = ask(make_slow)
    asked_for(asked, TaskResultStatus.RUNNING)
    leaving.stop(seconds=0)
    assert queue() == [TaskResultStatus.READY]
    closed_gate.set()
    leaving._working.join(20)
    assert MadeFile.objects.get(pk=asked.file_id).made


@pytest.mark.django_db(transaction=True)
def test_a_task_that_hangs_is_given_up_and_others_are_done(closed_gate, monkeypatch):
    monkeypatch.setattr(worker, "BEAT", 0.05)
    monkeypatch.setattr(worker, "LONGEST", 0.3)
    with WorkerInside(pause=600):
        hanging = ask(make_slow, owner="a")
        asked_for(hanging, TaskResultStatus.FAILED)
        monkeypatch.setattr(worker, "LONGEST", 600.0)
        other = ask(make_plain, owner="b", number=2)
        asked_for(other, TaskResultStatus.SUCCESSFUL)
        assert "too long" in str(MadeFile.objects.get(pk=hanging.file_id).problem)
        closed_gate.set()


def asked_for(asked: FileRequest, status: str) -> None:
    """Wait until the task of a file has come so far."""
    pause = threading.Event()
    for _ in range(400):
        task = MadeFile.objects.values_list("task", flat=True).get(pk=asked.file_id)
        if DBTaskResult.objects.filter(pk=task, status=status).exists():
            return
        pause.wait(0.05)
    raise AssertionError(f"the task did not become {status}: {queue()}")


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="for a database with several workers")
def test_two_workers_do_nothing_twice():
    for number in range(6):
        ask(owner=f"person {number}", number=number)
    done: list[int] = []

    def work() -> None:
        mine, count = Worker(pause=0), 0
        while mine.once():
            count += 1
        done.append(count)
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sum(done) == 6
    assert MadeFile.objects.exclude(made=None).count() == 6
