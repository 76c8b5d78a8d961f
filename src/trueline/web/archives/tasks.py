"""Making an organisation's archive, which may take longer than somebody waits."""

from __future__ import annotations

import tempfile

from django.utils import timezone
from django.utils.text import slugify
from django_tasks import task

from trueline.web.accounts.models import Organisation
from trueline.web.archives.organisation import write_organisation
from trueline.web.tasks.actions import ask_for, make
from trueline.web.tasks.models import FileRequest

IN_MEMORY = 10_000_000


def ask_for_archive(organisation: Organisation, *, owner: str) -> FileRequest:
    """Have everything of an organisation packed, as it is now. Raises TooMany."""
    now = timezone.now()
    return ask_for(
        make_archive,
        arguments={"organisation": str(organisation.pk), "asked": now.isoformat()},
        owner=owner,
        name=f"{slugify(organisation.name) or 'organisation'}-{now:%Y-%m-%d}.zip",
        media_type="application/zip",
    )


@task()
def make_archive(file_id: str) -> None:
    make(file_id, _content)


def _content(*, organisation: str, asked: str) -> bytes:
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as stream:
        write_organisation(Organisation.objects.get(pk=organisation), stream)
        stream.seek(0)
        return stream.read()
