"""Events in words. A new sort of event needs a line here; without it, it is told plainly."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from trueline.document import kinds
from trueline.web.audit.models import Event

SENTENCES = {
    ("created", "organisation"): gettext_noop("Created the organisation"),
    ("renamed", "organisation"): gettext_noop("Renamed the organisation"),
    ("exported", "organisation"): gettext_noop("Exported everything of the organisation"),
    ("deleted", "organisation"): gettext_noop("Deleted the organisation"),
    ("required", "second step"): gettext_noop("Required a second step of members"),
    ("no longer required", "second step"): gettext_noop("Left the second step to each member"),
    ("exported", "audit"): gettext_noop("Exported the audit"),
    ("invited", "invitation"): gettext_noop("Invited somebody as %(role)s"),
    ("withdrawn", "invitation"): gettext_noop("Withdrew an invitation as %(role)s"),
    ("joined", "member"): gettext_noop("Joined as %(role)s"),
    ("changed role", "member"): gettext_noop("Changed the role of %(name)s to %(role)s"),
    ("removed", "member"): gettext_noop("Removed %(name)s"),
    ("left", "member"): gettext_noop("Left the organisation"),
    ("kept", "share link"): gettext_noop("Looks after a link to read a document"),
    ("withdrawn", "share link"): gettext_noop("Withdrew a link to read a document"),
    ("commented", "comment"): gettext_noop("Commented on a document"),
    ("reworded", "comment"): gettext_noop("Changed a comment"),
    ("removed", "comment"): gettext_noop("Removed a comment"),
    ("resolved", "comment"): gettext_noop("Settled a thread of comments"),
    ("reopened", "comment"): gettext_noop("Opened a thread of comments again"),
}
OF_DOCUMENTS = {
    "created": gettext_noop("Created %(kind)s %(name)s"),
    "archived": gettext_noop("Archived %(kind)s %(name)s"),
    "brought back": gettext_noop("Brought back %(kind)s %(name)s"),
    "deleted": gettext_noop("Deleted %(kind)s %(name)s"),
    "exported": gettext_noop("Exported %(kind)s %(name)s"),
    "shared": gettext_noop("Made a link to read %(kind)s %(name)s"),
    "restored revision": gettext_noop("Took %(kind)s %(name)s back to a revision"),
    "submitted": gettext_noop("Submitted %(kind)s %(name)s"),
    "approved": gettext_noop("Approved %(kind)s %(name)s"),
    "submission withdrawn": gettext_noop("Withdrew a submission of %(kind)s %(name)s"),
}
"""What is done to documents of any kind, whose subject is the name of the kind."""

ACTIONS = {
    "approved": gettext_noop("approved"),
    "archived": gettext_noop("archived"),
    "brought back": gettext_noop("brought back"),
    "changed role": gettext_noop("changed a role"),
    "commented": gettext_noop("commented"),
    "created": gettext_noop("created"),
    "deleted": gettext_noop("deleted"),
    "exported": gettext_noop("exported"),
    "invited": gettext_noop("invited"),
    "joined": gettext_noop("joined"),
    "kept": gettext_noop("kept"),
    "left": gettext_noop("left"),
    "no longer required": gettext_noop("left to each member"),
    "removed": gettext_noop("removed"),
    "renamed": gettext_noop("renamed"),
    "reopened": gettext_noop("reopened"),
    "required": gettext_noop("required"),
    "resolved": gettext_noop("resolved"),
    "restored revision": gettext_noop("restored an earlier version"),
    "reworded": gettext_noop("reworded"),
    "shared": gettext_noop("shared"),
    "submission withdrawn": gettext_noop("withdrew a submission"),
    "submitted": gettext_noop("submitted"),
    "withdrawn": gettext_noop("withdrawn"),
}
GONE = gettext_lazy("(no longer here)")


def action_word(action: str) -> str:
    """A sort of action, for a list to choose from."""
    return _(ACTIONS.get(action, action))


def sentence(event: Event, name: str, roles: dict[str, str]) -> str:
    """What happened. `name` is that of its subject now, or "" when it is gone."""
    kind = next((each for each in kinds() if each.name == event.subject), None)
    quoted = _("“%(name)s”") % {"name": name} if name and kind else name
    values = {
        "name": quoted or str(GONE),
        "role": roles.get(event.detail.get("role", ""), event.detail.get("role", "")),
        "kind": _(kind.labels.the_document) if kind else "",
    }
    template = SENTENCES.get((event.action, event.subject))
    if template is None and kind:
        template = OF_DOCUMENTS.get(event.action)
    if template is None:
        known = f"{event.action.capitalize()}: {event.subject}"
        return f"{known} {values['name']}" if name else known
    return _(template) % values
