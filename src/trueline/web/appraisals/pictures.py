"""Pages of a proposal as pictures: drawn one by one, when somebody opens them, and kept for minutes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from threading import BoundedSemaphore

from django.utils.translation import gettext as _
from django_tasks import task

from trueline.limits import PAGE_PICTURES
from trueline.passages.pictures import Box, PagePicture, PlacedWord, times_before
from trueline.passages.uploads import read_page_picture
from trueline.web.accounts.models import User
from trueline.web.appraisals.models import ProposalFile
from trueline.web.appraisals.passages import Passage
from trueline.web.appraisals.texts import text_of
from trueline.web.attachments import storage
from trueline.web.tasks import contents
from trueline.web.tasks.actions import Asker, TooMany, ask_for, failed_lately, make
from trueline.web.tasks.downloads import too_many, wait_for_file
from trueline.web.tasks.models import FileRequest, MadeFile
from trueline.web.tasks.queries import is_anybody_working

PATIENCE = 3.0
"""Seconds that somebody waits for a page before they are told that it is being drawn."""
WAITING = BoundedSemaphore(1)
"""How many threads of a process may wait so at a time."""
MEDIA_TYPE = "application/pdf"


@dataclass(frozen=True)
class Marking:
    """The boxes of one passage on a page; `number` counts passages from 1."""

    number: int
    boxes: Sequence[Box]


@dataclass(frozen=True)
class PageShown:
    """A page of a file with the passages on it. Without a picture it is being drawn, or has a `problem`."""

    number: int
    last: int
    picture: PagePicture | None = None
    problem: str = ""
    markings: Sequence[Marking] = ()

    @property
    def before(self) -> int:
        """The page before it; 0 for the first."""
        return self.number - 1

    @property
    def after(self) -> int:
        """The page after it; 0 for the last."""
        return self.number + 1 if self.number < self.last else 0


def has_pages(file: ProposalFile) -> bool:
    """Whether a file has pages that can be drawn."""
    is_pdf = file.attachment.media_type == MEDIA_TYPE
    return is_pdf and file.state == ProposalFile.State.READY


def page_shown(
    file: ProposalFile, number: int, passages: Sequence[Passage], *, by: User
) -> PageShown:
    """A page of a file as somebody may see it now; the caller has seen to it that they may."""
    number = min(max(number, 1), file.pages)
    try:
        file_request = ask_for_page(file, number, by=by)
    except TooMany as refused:
        return PageShown(number, file.pages, problem=too_many(refused))
    except CanNotBeDrawn as why:
        return PageShown(number, file.pages, problem=str(why))
    picture = picture_in(file_request)
    if picture is None:
        return PageShown(number, file.pages, problem="" if is_anybody_working() else _nobody())
    text = text_of(file)
    marked = [
        Marking(place, picture.boxes(each.quote, times_before(text, each.start, each.quote)))
        for place, each in enumerate(passages, 1)
        if each.file.pk == file.pk and each.page == number
    ]
    on_page = [each for each in marked if each.boxes]
    return PageShown(number, file.pages, picture, markings=on_page)


def _nobody() -> str:
    return _("No page is being drawn at the moment: no worker runs on this instance.")


class CanNotBeDrawn(Exception):
    """Raised if a page cannot be drawn; the message says why."""


def ask_for_page(file: ProposalFile, number: int, *, by: User) -> FileRequest:
    """Have a page drawn, and wait a moment for it. Raises TooMany and CanNotBeDrawn."""
    attachment = file.attachment
    arguments = {"sha256": attachment.sha256, "name": attachment.name, "page": number}
    name = f"{number}.png"
    failed = failed_lately(draw, arguments=arguments, name=name)
    if failed is None:
        file_request = ask_for(
            draw,
            arguments=arguments,
            owner=f"{by.pk} page",
            asker=Asker.member(by, attachment.organisation_id),
            name=name,
            media_type="image/png",
        )
        file_request = wait_for_file(file_request, patience=WAITING, seconds=PATIENCE)
        if not file_request.file.failure:
            return file_request
        failed = file_request.file
    raise CanNotBeDrawn(failed.problem)


def picture_in(file_request: FileRequest) -> PagePicture | None:
    """The requested page, once it is drawn."""
    if not file_request.file.made:
        return None
    about, _line, png = contents.content_of(file_request.file_id).partition(b"\n")
    plain = json.loads(about)
    words = tuple(PlacedWord(*word) for word in plain["words"])
    return PagePicture(png, plain["width"], plain["height"], words)


@task(queue_name="readings")
def draw(file_id: str) -> None:
    """Draw a page, and let go of those that were drawn long before it."""
    make(file_id, _content)
    drawn = MadeFile.objects.filter(maker=draw.module_path).exclude(made=None)
    old = list(drawn.order_by("-made").values_list("pk", flat=True)[PAGE_PICTURES.most :])
    contents.remove(old)
    MadeFile.objects.filter(pk__in=old).delete()


def _content(*, sha256: str, name: str, page: int) -> bytes:
    """The page's words and size as a line of JSON, then the picture."""
    picture = read_page_picture(storage.read(sha256), name, page)
    about = {
        "width": picture.width,
        "height": picture.height,
        "words": [astuple(word) for word in picture.words],
    }
    return json.dumps(about).encode() + b"\n" + picture.png
