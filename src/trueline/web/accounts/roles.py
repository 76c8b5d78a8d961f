"""What each role may do. The one place where that is written."""

from __future__ import annotations

from typing import Literal

from django.db import models
from django.utils.translation import gettext_lazy as _

Permission = Literal["read", "comment", "edit", "share", "manage"]


class Role(models.TextChoices):
    """What a member is in an organisation."""

    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
    APPRAISER = "appraiser", _("Appraiser")
    READER = "reader", _("Reader")


ALLOWED: dict[str, frozenset[Permission]] = {
    Role.OWNER: frozenset(["read", "comment", "edit", "share", "manage"]),
    Role.EDITOR: frozenset(["read", "comment", "edit", "share"]),
    Role.APPRAISER: frozenset(["read", "comment"]),
    Role.READER: frozenset(["read"]),
}


def roles_that(permission: Permission) -> list[str]:
    """The roles that include a right."""
    return [role for role, rights in ALLOWED.items() if permission in rights]


EXPLAINED = {
    Role.OWNER: _("Does everything an editor does, and looks after members, settings and audit."),
    Role.EDITOR: _("Writes designs, shares them and exports them."),
    Role.APPRAISER: _("Reads, comments and exports; changes nothing."),
    Role.READER: _("Reads and exports."),
}
