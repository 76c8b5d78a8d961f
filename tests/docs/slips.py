"""What pages once said wrongly, put back where it stood: the typist stops at each.

A line that a reader stumbled over belongs here, with the page that it stood on. It is typed before
the line that stands there now, so it leaves nothing behind that the page would trip over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.docs.blocks import Block


@dataclass(frozen=True)
class Slip:
    """A page on which `right` is replaced by what it once said; `says`, what the typist answers."""

    page: str
    right: str
    once: str
    says: str

    def stood_in(self, block: Block) -> bool:
        """Whether the block holds the line that stands there now."""
        return block.page == self.page and self.right in block.text

    def put_back(self, block: Block) -> Block:
        """The block as it once was."""
        return replace(block, text=block.text.replace(self.right, self.once))


SLIPS = {
    "a file that nobody made": Slip(
        "write-a-design.md",
        "$ cp safe-work.yaml safe-work-march.yaml\n"
        "$ sed -i.bak 's/120 people/150 people/' safe-work.yaml\n"
        "$ trueline compare safe-work-march.yaml safe-work.yaml\n",
        "$ trueline compare before.yaml safe-work.yaml\n",
        "before.yaml",
    ),
    "a folder that nobody made": Slip(
        "hand-a-design-to-a-funder.md", "mkdir to-send\n", "", "ended with 2"
    ),
    "a backup by settings that are not exported": Slip(
        "back-up-and-restore.md",
        "$ trueline backup backups/ --keep 7 --quiet\n",
        "$ mkdir elsewhere && echo TRUELINE_DATA=trueline-data > elsewhere/service.env\n"
        "$ (cd elsewhere && . ./service.env && trueline backup ../backups/)\n",
        "There is nothing to back up",
    ),
    "settings that only root may read": Slip(
        "run-trueline-for-many.md",
        "set -a; . /etc/trueline.env; set +a\n"
        "runuser -u trueline -- trueline backup /var/lib/trueline/before-upgrade.backup\n",
        "runuser -u trueline -- sh -c '. /etc/trueline.env; trueline backup /backups/a.backup'\n",
        "Permission denied",
    ),
    "a command that is not on the path": Slip(
        "run-trueline-for-many.md",
        "$ runuser -u trueline -- trueline check-deployment\n",
        "$ PATH=/usr/sbin:/usr/bin:/sbin:/bin runuser -u trueline -- trueline check-deployment\n",
        "failed to execute trueline",
    ),
    "tests that are not on the path": Slip(
        "write-a-design.md",
        "trueline new safe-work.yaml --kind justice --kind support\n",
        "pytest\n",
        "ended with 127",
    ),
    "another severity than the review's": Slip(
        "review-a-design.md",
        "  Warning · Activity “Training of 120 inspectors”, Victims in the process\n",
        "  Note · Activity “Training of 120 inspectors”, Victims in the process\n",
        "instead of",
    ),
}
