"""The permissions of each role. The one place where they are written."""

from __future__ import annotations

from typing import Literal

from django.db import models
from django.utils.translation import gettext_lazy as _

Permission = Literal["read", "comment", "edit", "report", "share", "manage"]
"""`report` is to enter the figures that one was assigned. It goes without reading anything else."""


class Role(models.TextChoices):
    """The role of a member in an organisation."""

    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
    APPRAISER = "appraiser", _("Appraiser")
    READER = "reader", _("Reader")
    PARTNER = "partner", _("Partner")


ALLOWED: dict[str, frozenset[Permission]] = {
    Role.OWNER: frozenset(["read", "comment", "edit", "report", "share", "manage"]),
    Role.EDITOR: frozenset(["read", "comment", "edit", "report", "share"]),
    Role.APPRAISER: frozenset(["read", "comment"]),
    Role.READER: frozenset(["read"]),
    Role.PARTNER: frozenset(["report"]),
}


def roles_that(permission: Permission) -> list[str]:
    """The roles that include a right."""
    return [role for role, rights in ALLOWED.items() if permission in rights]


EXPLAINED = {
    Role.OWNER: _("Does everything an editor does, and looks after members, settings and audit."),
    Role.EDITOR: _("Writes designs, shares them and exports them."),
    Role.APPRAISER: _("Reads, comments and exports; changes nothing."),
    Role.READER: _("Reads and exports."),
    Role.PARTNER: _("Enters the figures assigned to them, and sees nothing else."),
}
