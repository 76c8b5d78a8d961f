"""Asking for a file, and making it."""

from __future__ import annotations

import hashlib
import json
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django_tasks.base import TASK_MIN_PRIORITY, Task
from django_tasks_db.models import DBTaskResult

import trueline
from trueline.limits import FILES_OF_NETWORK, FILES_OF_ORGANISATION, FILES_UNDER_WAY, Limit
from trueline.stack_room import with_room
from trueline.web.accounts.models import User
from trueline.web.tasks import contents, waking
from trueline.web.tasks.models import Failure, FileRequest, MadeFile

log = logging.getLogger(__name__)

AVAILABLE_FOR = timedelta(minutes=15)
"""For how long a finished file can be fetched."""
RENEWED_AFTER = timedelta(minutes=1)
"""After so long, asking again for a file that is kept keeps it for the whole time once more."""
WAITED_FOR = timedelta(days=1)
"""For how long a file may wait to be made."""
STEP_BACK = 10
"""By how much each file that somebody has waiting puts their next one behind those of others."""
BEHIND_MEMBERS = 50
"""How far behind those of members the files of people without an account stand."""
FINISHED_TASKS_KEPT = timedelta(days=1)


class TooMany(Exception):
    """Enough is under way already; `limit` says whose limit it is."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit.what)
        self.limit = limit


@dataclass(frozen=True)
class Asker:
    """For whom a file is made: a person of an organisation, or somebody with a link.

    `network` is a digest of where somebody without an account comes from: their files wait for all
    others.
    """

    person: str
    organisation: uuid.UUID | None = None
    network: str = ""

    @classmethod
    def member(cls, user: User, organisation: uuid.UUID | None = None) -> Asker:
        """Somebody with an account, for one of their organisations or for themselves."""
        return cls(str(user.pk), organisation)

    @classmethod
    def visitor(cls, link: uuid.UUID, network: str) -> Asker:
        """Somebody with a link, from this network."""
        digest = salted_hmac("trueline.files.network", network, algorithm="sha256").hexdigest()
        return cls(str(link), network=digest)

    @property
    def behind(self) -> int:
        """How far behind the files of others theirs stand."""
        return BEHIND_MEMBERS if self.network else 0


class CouldNotBeMade(Exception):
    """A file could not be made; the log says why. What the file says is in neither."""


def ask_for(
    task: Task[..., None],
    *,
    arguments: dict[str, Any],
    owner: str,
    asker: Asker,
    name: str,
    media_type: str,
) -> FileRequest:
    """Have a file made by a task, unless the same was made just now or is being made.

    The first file of one person comes before the second of another, and those of people without an
    account after all of these. `owner` names who may fetch it, and what it is of. Raises TooMany.
    """
    language = translation.get_language() or "en"
    key = _key(task, arguments, language, name)
    if file_request := _asked_before(key, owner):
        return file_request
    with transaction.atomic():
        same = _usable().filter(key=key).order_by("made").first()
        if same and same.made:
            MadeFile.objects.filter(pk=same.pk).update(expires=timezone.now() + AVAILABLE_FOR)
        if same and (file_request := same.requests.filter(owner=owner).first()):
            file_request.file = same
            return file_request
        waiting = _waiting(person=asker.person)
        _require_room(asker, waiting)
        file = same or MadeFile.objects.create(
            key=key,
            maker=task.module_path,
            arguments=arguments,
            language=language,
            name=name,
            media_type=media_type,
            expires=timezone.now() + WAITED_FOR,
        )
        file_request = FileRequest.objects.create(file=file, owner=owner, **vars(asker))
        if same is None:
            priority = max(TASK_MIN_PRIORITY, -asker.behind - STEP_BACK * waiting)
            result = task.using(priority=priority).enqueue(str(file.pk))
            MadeFile.objects.filter(pk=file.pk).update(task=result.id)
            transaction.on_commit(waking.wake)
    return file_request


def failed_lately(
    task: Task[..., None], *, arguments: dict[str, Any], name: str
) -> MadeFile | None:
    """A file that could not be made a few minutes ago: it is not tried again at each look."""
    key = _key(task, arguments, translation.get_language() or "en", name)
    # one that failed keeps the time that it was given at first
    since = timezone.now() + WAITED_FOR - AVAILABLE_FOR
    failed = MadeFile.objects.filter(key=key, expires__gt=since).exclude(failure="")
    return failed.defer("content").first()


def _asked_before(key: str, owner: str) -> FileRequest | None:
    """The request that an owner made just now, where nothing is to be written for asking again."""
    requests = FileRequest.objects.select_related("file").defer("file__content")
    recent = requests.filter(owner=owner, file__key=key, file__failure="")
    return recent.filter(file__expires__gt=timezone.now() + AVAILABLE_FOR - RENEWED_AFTER).first()


def _key(task: Task[..., None], arguments: dict[str, Any], language: str, name: str) -> str:
    parts = [trueline.__version__, task.module_path, arguments, language, name]
    text = json.dumps(parts, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _usable() -> Any:
    """Files that are there, or will be."""
    return MadeFile.objects.filter(failure="", expires__gt=timezone.now()).defer("content")


def _require_room(asker: Asker, waiting: int) -> None:
    """Raises TooMany where as much is under way for somebody as may be."""
    if waiting >= FILES_UNDER_WAY.most:
        raise TooMany(FILES_UNDER_WAY)
    for name, limit in (("organisation", FILES_OF_ORGANISATION), ("network", FILES_OF_NETWORK)):
        value = getattr(asker, name)
        if value and _waiting(**{name: value}) >= limit.most:
            raise TooMany(limit)


def _waiting(**whose: object) -> int:
    """How many files a person, organisation or network waits for."""
    pending = FileRequest.objects.filter(**whose, file__made=None, file__failure="")
    return pending.filter(file__expires__gt=timezone.now()).count()


def make(file_id: str, maker: Callable[..., bytes]) -> None:
    """Make the file that a task was started for, in the language in which it was asked for.

    Raises CouldNotBeMade. Done twice, it does no harm.
    """
    file = MadeFile.objects.defer("content").filter(pk=file_id, made=None).first()
    if file is None:  # nobody waits for it any more, or another worker made it
        return
    try:
        with translation.override(file.language):
            content = contents.store(file.pk, with_room(maker)(**file.arguments))
    except Exception as error:
        log.exception("A file could not be made: %s", file.pk)
        failure = Failure.TOO_LARGE if isinstance(error, MemoryError) else Failure.ERROR
        MadeFile.objects.filter(pk=file.pk).update(failure=failure)
        raise CouldNotBeMade(file_id) from None
    now = timezone.now()
    MadeFile.objects.filter(pk=file.pk).update(
        content=content, made=now, failure="", expires=now + AVAILABLE_FOR
    )


def purge() -> int:
    """Delete files whose time is over, and old rows of the queue. Looks before it writes."""
    now = timezone.now()
    old = MadeFile.objects.filter(expires__lt=now)
    contents.remove(old.values_list("pk", flat=True))
    tasks = DBTaskResult.objects.finished().filter(finished_at__lt=now - FINISHED_TASKS_KEPT)
    return sum(rows.delete()[0] for rows in (old, tasks) if rows.exists())
