"""Writing a backup: it is read back before it gets its name."""

from __future__ import annotations

from dataclasses import dataclass
from io import SEEK_END

from django.conf import settings

from trueline.web.serving import start, versions
from trueline.web.serving.backups.contents import write_contents
from trueline.web.serving.backups.keeping import remove_leftovers
from trueline.web.serving.backups.reading import Damaged, verify
from trueline.web.serving.backups.snapshot import snapshot
from trueline.web.serving.backups.target import Target
from trueline.web.serving.troubles import CannotRun


@dataclass(frozen=True)
class Made:
    """What a backup holds."""

    rows: int
    size: int


def write(target: Target) -> Made:
    """Write a backup, read it back, and only then let it have its name.

    Raises CannotRun, and then nothing was replaced.
    """
    start.require_instance("back up", with_keys=False)
    versions.refuse_newer()
    remove_leftovers(settings.INSTANCE.folder)
    with target.opened() as stream:
        with snapshot():
            manifest = write_contents(stream)
        try:
            verify(stream)
        except Damaged as error:
            raise CannotRun(
                f"What was written to {target} does not read back as it should ({error}), so the"
                " backup was given up. Look after that disk, and name another place."
            ) from error
        size = stream.seek(0, SEEK_END)
    return Made(sum(part["rows"] for part in manifest["rows"].values()), size)
