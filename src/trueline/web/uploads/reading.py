"""Having a file read in turn, and going on with it where that took longer than somebody waits.

The file is kept until it is read, for minutes at most. Where it is not read at once, `StillReading`
leads to a page that waits; from there the same form comes again with the file as it was sent.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable
from dataclasses import asdict
from threading import BoundedSemaphore
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django_tasks import task

from trueline.files import FileProblems, Problem
from trueline.sandbox import read_in_sandbox
from trueline.web.tasks.actions import AVAILABLE_FOR, Asker, TooMany, ask_for, make
from trueline.web.tasks.contents import content_of, store
from trueline.web.tasks.downloads import too_many, wait_for_file
from trueline.web.tasks.models import FileRequest, MadeFile

QUEUE = "readings"
AS_SENT = "upload"
"""The maker under which a file is kept as it was sent, by the digest of its content."""
FIELD = "reading"
"""The field of a form that comes again, in place of its file."""
NOT_SENT_AGAIN = frozenset(["csrfmiddlewaretoken", "once", FIELD])

PATIENCE = 3.0
WAITING = BoundedSemaphore(1)
"""How long somebody waits for a file to be read, and how many threads of a process may wait so."""


class StillReading(Exception):
    """A file waits for its turn, or is being read."""

    def __init__(self, file_request: FileRequest) -> None:
        super().__init__(str(file_request.pk))
        self.file_request = file_request


def in_turn(request: HttpRequest, organisation: uuid.UUID) -> Callable[[str, bytes, str], Any]:
    """Like `read_in_sandbox`, but queued with others. Raises FileProblems and StillReading."""

    def read(reader: str, data: bytes, name: str) -> Any:
        asker = Asker.member(request.user, organisation)
        try:
            file_request = wait_for_file(
                _file_request(reader, data, name, asker), patience=WAITING, seconds=PATIENCE
            )
        except TooMany as refused:
            raise FileProblems([Problem(name, too_many(refused))]) from None
        if not file_request.file.is_over:
            raise StillReading(file_request)
        return _answer(file_request, name)

    return read


def _file_request(reader: str, data: bytes, name: str, asker: Asker) -> FileRequest:
    """In one transaction, since on SQLite others can't read while one is brought to the disk."""
    digest = hashlib.sha256(data).hexdigest()
    with transaction.atomic():
        sent = MadeFile.objects.filter(key=digest, maker=AS_SENT, expires__gt=timezone.now())
        if not sent.exists():
            _keep(digest, data, name)
        return ask_for(
            read_upload,
            arguments={"reader": reader, "upload": digest, "name": name},
            owner=owner_of(asker.person),
            asker=asker,
            name=name[:300],
            media_type="application/json",
        )


def _keep(digest: str, data: bytes, name: str) -> None:
    """Keep a file as it was sent."""
    now, id = timezone.now(), uuid.uuid4()
    MadeFile.objects.create(
        id=id,
        key=digest,
        maker=AS_SENT,
        arguments={},
        language="",
        name=name[:300],
        media_type="application/octet-stream",
        content=store(id, data),
        made=now,
        expires=now + AVAILABLE_FOR,
    )


def owner_of(person: str) -> str:
    """The person who may see how the reading of a file stands."""
    return f"{person} {FIELD}"


def _answer(file_request: FileRequest, name: str) -> Any:
    if file_request.file.failure:
        raise FileProblems([Problem(name, str(file_request.file.problem))])
    answer = json.loads(content_of(file_request.file_id))
    if problems := answer.get("problems"):
        raise FileProblems([Problem(**problem) for problem in problems])
    return answer["read"]


@task(queue_name=QUEUE)
def read_upload(file_id: str) -> None:
    make(file_id, _content)


def _content(*, reader: str, upload: str, name: str) -> bytes:
    sent = MadeFile.objects.defer("content").filter(key=upload, maker=AS_SENT)[0]
    try:
        answer = {"read": read_in_sandbox(reader, content_of(sent.pk), name)}
    except FileProblems as error:
        answer = {"problems": [asdict(problem) for problem in error.problems]}
    return json.dumps(answer).encode()


def keep_form(request: HttpRequest, file_request: FileRequest) -> None:
    """Store the other fields of a form with a file, until it is sent again."""
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_SENT_AGAIN
    ]
    (field,) = request.FILES
    request.session[f"{FIELD} {file_request.pk}"] = {
        "to": request.get_full_path(),
        "fields": fields,
        "field": field,
    }


def stored_form(request: HttpRequest, reading: str) -> dict[str, Any] | None:
    """The stored fields of a form whose file is being read."""
    return request.session.get(f"{FIELD} {reading}")


def put_back(request: HttpRequest) -> None:
    """Put the file as it was sent into a form that comes again."""
    reading = request.POST.get(FIELD, "")
    form = stored_form(request, reading)
    if form is None or form["to"] != request.get_full_path() or request.FILES:
        return
    file_requests = FileRequest.objects.filter(pk=reading, owner=owner_of(str(request.user.pk)))
    upload = file_requests.values_list("file__arguments__upload", flat=True).first()
    sent = MadeFile.objects.defer("content").filter(key=upload, maker=AS_SENT).first()
    if sent is not None:
        request.FILES[form["field"]] = SimpleUploadedFile(sent.name, content_of(sent.pk))
