"""Events in words. A new sort of event needs a line here; without it, it is shown plainly."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from trueline.document import kinds
from trueline.web.audit.models import Action, Event

SENTENCES = {
    (Action.CREATED, "organisation"): gettext_noop("Created the organisation"),
    (Action.RENAMED, "organisation"): gettext_noop("Renamed the organisation"),
    (Action.EXPORTED, "organisation"): gettext_noop("Exported everything of the organisation"),
    (Action.DELETED, "organisation"): gettext_noop("Deleted the organisation"),
    (Action.CHANGED, "own names"): gettext_noop("Changed the names of levels and fields"),
    (Action.REQUIRED, "second step"): gettext_noop("Required a second step of members"),
    (Action.NO_LONGER_REQUIRED, "second step"): gettext_noop("Left the second step to each member"),
    (Action.EXPORTED, "audit"): gettext_noop("Exported the audit"),
    (Action.INVITED, "invitation"): gettext_noop("Invited somebody as %(role)s"),
    (Action.WITHDRAWN, "invitation"): gettext_noop("Withdrew an invitation as %(role)s"),
    (Action.JOINED, "member"): gettext_noop("Joined as %(role)s"),
    (Action.CHANGED_ROLE, "member"): gettext_noop("Changed the role of %(name)s to %(role)s"),
    (Action.REMOVED, "member"): gettext_noop("Removed %(name)s"),
    (Action.GAVE_A_LINK_FOR_A_NEW_PASSWORD, "member"): gettext_noop(
        "Gave %(name)s a link for a new password"
    ),
    (Action.LEFT, "member"): gettext_noop("Left the organisation"),
    (Action.KEPT, "share link"): gettext_noop("Looks after a link to read a document"),
    (Action.WITHDRAWN, "share link"): gettext_noop("Withdrew a link to read a document"),
    (Action.COMMENTED, "comment"): gettext_noop("Commented on a document"),
    (Action.REWORDED, "comment"): gettext_noop("Changed a comment"),
    (Action.REMOVED, "comment"): gettext_noop("Removed a comment"),
    (Action.RESOLVED, "comment"): gettext_noop("Settled a thread of comments"),
    (Action.CHANGED, "monitoring"): gettext_noop(
        "Made an approved version what is measured of %(name)s"
    ),
    (Action.CHANGED, "measurement"): gettext_noop("Entered figures of %(name)s"),
    (Action.SUBMITTED, "measurement"): gettext_noop("Submitted figures of %(name)s"),
    (Action.APPROVED, "measurement"): gettext_noop("Approved figures of %(name)s"),
    (Action.RETURNED, "measurement"): gettext_noop("Returned figures of %(name)s"),
    (Action.CORRECTED, "measurement"): gettext_noop("Corrected a figure of %(name)s"),
    (Action.WITHDRAWN, "measurement"): gettext_noop("Took back a figure of %(name)s"),
    (Action.SUBMITTED, "proposed correction"): gettext_noop(
        "Proposed to correct a figure of %(name)s"
    ),
    (Action.WITHDRAWN, "proposed correction"): gettext_noop(
        "Withdrew a proposed correction of %(name)s"
    ),
    (Action.RETURNED, "proposed correction"): gettext_noop(
        "Left a figure of %(name)s as it is, where a correction was proposed"
    ),
    (Action.TOOK_IN_A_FILE, "measurement"): gettext_noop("Took in a file of figures of %(name)s"),
    (Action.EXPORTED, "measurement"): gettext_noop("Exported figures of %(name)s"),
    (Action.LOCKED, "reporting period"): gettext_noop("Locked a period of %(name)s"),
    (Action.UNLOCKED, "reporting period"): gettext_noop("Unlocked a period of %(name)s"),
    (Action.CREATED, "progress round"): gettext_noop("Opened a round of progress of %(name)s"),
    (Action.LOCKED, "progress round"): gettext_noop("Closed a round of progress of %(name)s"),
    (Action.UNLOCKED, "progress round"): gettext_noop("Opened a round of %(name)s again"),
    (Action.SUBMITTED, "progress round"): gettext_noop("Handed in a report on %(name)s"),
    (Action.APPROVED, "progress round"): gettext_noop("Accepted a report on %(name)s"),
    (Action.RETURNED, "progress round"): gettext_noop("Returned a report on %(name)s"),
    (Action.EXPORTED, "progress round"): gettext_noop("Exported the report of a round of %(name)s"),
    (Action.SHARED, "progress link"): gettext_noop("Made a link to report on a plan"),
    (Action.KEPT, "progress link"): gettext_noop("Looks after a link to report on a plan"),
    (Action.WITHDRAWN, "progress link"): gettext_noop("Withdrew a link to report on a plan"),
    (Action.TOOK_IN_A_FILE, "own facts"): gettext_noop("Took in own facts on ratifications"),
    (Action.REMOVED, "own facts"): gettext_noop("Took out own facts on ratifications"),
    (Action.BROUGHT_BACK, "own facts"): gettext_noop("Put own facts on ratifications back"),
    (Action.BROUGHT_BACK, "comment"): gettext_noop("Put a comment back"),
    (Action.BROUGHT_BACK, "measurement"): gettext_noop("Put an entry of %(name)s back"),
    (Action.REMOVED, "measurement"): gettext_noop("Removed an entry of %(name)s"),
    (Action.CHANGED, "narrative"): gettext_noop("Wrote what a report on %(name)s says in words"),
    (Action.CHANGED, "reporting site"): gettext_noop("Changed a site of %(name)s"),
    (Action.REMOVED, "reporting site"): gettext_noop("Removed a site of %(name)s"),
    (Action.BROUGHT_BACK, "reporting site"): gettext_noop("Put a site of %(name)s back"),
    (Action.ASSIGNED, "assignment"): gettext_noop("Let somebody enter figures of %(name)s"),
    (Action.WITHDRAWN, "assignment"): gettext_noop("Ended somebody’s figures of %(name)s"),
    (Action.BROUGHT_BACK, "assignment"): gettext_noop(
        "Let somebody enter figures of %(name)s again"
    ),
    (Action.REOPENED, "comment"): gettext_noop("Opened a thread of comments again"),
}
OF_DOCUMENTS = {
    Action.CREATED: gettext_noop("Created %(kind)s %(name)s"),
    Action.ARCHIVED: gettext_noop("Archived %(kind)s %(name)s"),
    Action.BROUGHT_BACK: gettext_noop("Brought back %(kind)s %(name)s"),
    Action.DELETED: gettext_noop("Deleted %(kind)s %(name)s"),
    Action.EXPORTED: gettext_noop("Exported %(kind)s %(name)s"),
    Action.SHARED: gettext_noop("Made a link to read %(kind)s %(name)s"),
    Action.RESTORED_REVISION: gettext_noop("Took %(kind)s %(name)s back to a revision"),
    Action.ASSIGNED: gettext_noop("Asked somebody to see to a note on %(kind)s %(name)s"),
    Action.GAVE_TO_ANOTHER: gettext_noop("Gave %(kind)s %(name)s to another owner"),
    Action.MADE_A_TEMPLATE: gettext_noop("Made %(kind)s %(name)s a template"),
    Action.NO_LONGER_A_TEMPLATE: gettext_noop("Made %(kind)s %(name)s no template any more"),
    Action.SUBMITTED: gettext_noop("Submitted %(kind)s %(name)s"),
    Action.APPROVED: gettext_noop("Approved %(kind)s %(name)s"),
    Action.SUBMISSION_WITHDRAWN: gettext_noop("Withdrew a submission of %(kind)s %(name)s"),
}
"""Actions on documents of any kind, whose subject is the name of the kind."""

GONE = gettext_lazy("(no longer here)")


def action_word(action: str) -> str:
    """The label of an action, for a select."""
    return str(Action(action).label) if action in Action.values else action


def sentence(event: Event, name: str, roles: dict[str, str]) -> str:
    """The event as a sentence. `name` is the current name of its subject, or "" if it is gone."""
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
        description = f"{event.action.capitalize()}: {event.subject}"
        return f"{description} {values['name']}" if name else description
    return _(template) % values
