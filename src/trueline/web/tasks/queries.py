"""Queries on the files that somebody asked for."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from trueline.web.tasks.models import FileRequest, Heartbeat, MadeFile

LOOKED_AT = 20
"""How many of the files made last say how long the next will take."""
SILENT = timedelta(seconds=30)
"""After so long without a sign of life a worker is taken for dead."""


def request_of(id: uuid.UUID, *, owner: str) -> FileRequest | None:
    """The request of an owner, without the file's content; None where it is somebody else's."""
    requests = FileRequest.objects.select_related("file").defer("file__content")
    return requests.filter(pk=id, owner=owner).first()


def is_over(request: FileRequest) -> bool:
    """Whether the file is made, or never will be; looks anew."""
    request.file = MadeFile.objects.defer("content").get(pk=request.file_id)
    return request.file.is_over


def files_before(file: MadeFile) -> int:
    """How many files are made before this one."""
    task = DBTaskResult.objects.ready().filter(pk=file.task).first()
    if task is None:
        return 0
    sooner = Q(priority__gt=task.priority)
    sooner |= Q(priority=task.priority, enqueued_at__lt=task.enqueued_at)
    return DBTaskResult.objects.ready().filter(sooner).count()


def seconds_left(before: int) -> float:
    """About how long a file with so many before it takes, by what the last ones took."""
    last = DBTaskResult.objects.successful().exclude(started_at=None).order_by("-finished_at")
    times = last.values_list("started_at", "finished_at")[:LOOKED_AT]
    spans = [(finished - started).total_seconds() for started, finished in times]
    return (before + 1) * sum(spans) / len(spans) if spans else 0.0


def is_anybody_working() -> bool:
    """Whether a worker is there, in this process or elsewhere."""
    if settings.INSTANCE.tasks_inside:
        return True
    return Heartbeat.objects.filter(at__gt=timezone.now() - SILENT).exists()
