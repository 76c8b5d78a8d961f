"""Making what somebody takes away, which may take longer than they wait: all of an organisation's
work, or what is held about themselves.
"""

from __future__ import annotations

import json
import tempfile

from django.utils import timezone
from django.utils.text import slugify
from django_tasks import task

from trueline.web.accounts.models import Organisation, User
from trueline.web.archives.organisation import write_organisation
from trueline.web.archives.person import person_as_data
from trueline.web.tasks.actions import Asker, ask_for, make
from trueline.web.tasks.models import FileRequest

IN_MEMORY = 10_000_000


def ask_for_archive(organisation: Organisation, *, owner: str, asker: Asker) -> FileRequest:
    """Have everything of an organisation packed, as it is now. Raises TooMany."""
    now = timezone.now()
    return ask_for(
        make_archive,
        arguments={
            "organisation": str(organisation.pk),
            "asked": now.isoformat(),
            "by": int(asker.person),
        },
        owner=owner,
        asker=asker,
        name=f"{slugify(organisation.name) or 'organisation'}-{now:%Y-%m-%d}.zip",
        media_type="application/zip",
    )


def ask_for_own_data(user: User, *, owner: str) -> FileRequest:
    """Have all that is held about somebody gathered, as it is now. Raises TooMany."""
    return ask_for(
        make_own_data,
        arguments={"user": user.pk, "asked": timezone.now().isoformat()},
        owner=owner,
        asker=Asker.member(user),
        name="my-trueline-data.json",
        media_type="application/json; charset=utf-8",
    )


@task()
def make_archive(file_id: str) -> None:
    make(file_id, _content)


@task()
def make_own_data(file_id: str) -> None:
    make(file_id, _own_data)


def _content(*, organisation: str, asked: str, by: int) -> bytes:
    person = User.objects.filter(pk=by).first()
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as stream:
        write_organisation(Organisation.objects.get(pk=organisation), stream, by=person)
        stream.seek(0)
        return stream.read()


def _own_data(*, user: int, asked: str) -> bytes:
    data = person_as_data(User.objects.get(pk=user))
    return json.dumps(data, ensure_ascii=False, indent=2).encode()
