"""Handing over a file: at once where it is made within a second, else when it is ready."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from trueline.web.documents.exports import File
from trueline.web.documents.jobs import JOBS, Job

PATIENCE = 1.0
"""Seconds for which a visitor waits without being told that it takes a while."""


PATIENCE_OF_SEVERAL = 25.0
"""Where several processes answer, the next page may come from one that knows nothing of the file."""


def begun(file: File, *, owner: str, patience: float | None = None) -> Job:
    """Begin to make a file and wait a moment for it. Raises `jobs.TooMany`."""
    if patience is None:
        patience = PATIENCE if settings.INSTANCE.workers == 1 else PATIENCE_OF_SEVERAL
    job = JOBS.start(file.make, owner=owner, name=file.name, media_type=file.media_type)
    job.over.wait(patience)
    return job


def job_of(id: uuid.UUID, *, owner: str) -> Job | None:
    return JOBS.find(id, owner=owner)


def handed_over(job: Job) -> HttpResponse:
    """The finished file, to be saved and never to be shown or run in our name."""
    response = HttpResponse(job.content, content_type=job.media_type)
    response["Content-Disposition"] = content_disposition_header(True, job.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
