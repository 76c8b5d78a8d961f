"""Events in words. A new sort of event needs a line here; without it, it is told plainly."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from trueline.web.audit.models import Event

SENTENCES = {
    ("created", "organisation"): gettext_noop("Created the organisation"),
    ("renamed", "organisation"): gettext_noop("Renamed the organisation"),
    ("exported", "organisation"): gettext_noop("Exported everything of the organisation"),
    ("deleted", "organisation"): gettext_noop("Deleted the organisation"),
    ("exported", "audit"): gettext_noop("Exported the audit"),
    ("invited", "invitation"): gettext_noop("Invited somebody as %(role)s"),
    ("withdrawn", "invitation"): gettext_noop("Withdrew an invitation as %(role)s"),
    ("joined", "member"): gettext_noop("Joined as %(role)s"),
    ("changed role", "member"): gettext_noop("Changed the role of %(name)s to %(role)s"),
    ("removed", "member"): gettext_noop("Removed %(name)s"),
    ("left", "member"): gettext_noop("Left the organisation"),
    ("created", "design"): gettext_noop("Created the design %(name)s"),
    ("archived", "design"): gettext_noop("Archived the design %(name)s"),
    ("brought back", "design"): gettext_noop("Brought the design %(name)s back"),
    ("deleted", "design"): gettext_noop("Deleted the design %(name)s"),
    ("exported", "design"): gettext_noop("Exported the design %(name)s"),
    ("shared", "design"): gettext_noop("Made a link to read the design %(name)s"),
    ("restored revision", "design"): gettext_noop("Restored an earlier version of %(name)s"),
    ("withdrawn", "share link"): gettext_noop("Withdrew a link to read a design"),
    ("resolved", "comment"): gettext_noop("Resolved a comment"),
    ("reopened", "comment"): gettext_noop("Reopened a comment"),
    ("commented", "comment"): gettext_noop("Commented on a design"),
    ("reworded", "comment"): gettext_noop("Reworded a comment"),
    ("removed", "comment"): gettext_noop("Removed a comment"),
}
GONE = gettext_lazy("(no longer here)")


def sentence(event: Event, name: str, roles: dict[str, str]) -> str:
    """What happened. `name` is that of its subject now, or "" when it is gone."""
    values = {
        "name": f"“{name}”" if name and event.subject == "design" else name or str(GONE),
        "role": roles.get(event.detail.get("role", ""), event.detail.get("role", "")),
    }
    template = SENTENCES.get((event.action, event.subject))
    if template is None:
        known = f"{event.action.capitalize()}: {event.subject}"
        return f"{known} {values['name']}" if name else known
    return _(template) % values
