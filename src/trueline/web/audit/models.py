"""Events as they are kept."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Action(models.TextChoices):
    """The action of an event. Particulars stand in its `detail`."""

    ADDED_A_SECOND_STEP = "added a second step", _("Added a second step")
    ADDED_AN_ADDRESS = "added an address", _("Added an address")
    APPROVED = "approved", _("approved")
    ARCHIVED = "archived", _("archived")
    ASSIGNED = "assigned", _("assigned")
    ASKED_FOR_A_NEW_PASSWORD = "asked for a new password", _("Asked for a new password")
    BROUGHT_BACK = "brought back", _("brought back")
    CHANGED = "changed", _("changed")
    CHANGED_ROLE = "changed role", _("changed a role")
    CHANGED_THE_EMAIL = "changed the email", _("Changed the main address")
    CHANGED_THE_PASSWORD = "changed the password", _("Changed the password")
    COMMENTED = "commented", _("commented")
    CONFIRMATION_FAILED = "confirmation failed", _("Was asked who it is, and gave a wrong answer")
    CORRECTED = "corrected", _("corrected")
    CREATED = "created", _("created")
    CREATED_THE_ACCOUNT = "created the account", _("Made the account")
    DELETED = "deleted", _("deleted")
    DELETED_AN_ORGANISATION = "deleted an organisation", _("Deleted an organisation")
    DELETED_THE_ACCOUNT = "deleted the account", _("Deleted the account")
    DISABLED = "disabled", _("The account was disabled by an administrator")
    ENABLED = "enabled", _("The account was enabled by an administrator")
    EXPORTED = "exported", _("exported")
    EXPORTED_AN_ORGANISATION = "exported an organisation", _("Downloaded all of an organisation")
    EXPORTED_THE_ACCOUNT = "exported the account", _("Downloaded the account’s data")
    EXPORTED_THE_AUDIT = "exported the audit", _("Downloaded an organisation’s audit")
    GAVE_TO_ANOTHER = "gave to another", _("gave to another owner")
    GAVE_A_LINK_FOR_A_NEW_PASSWORD = (
        "gave a link for a new password",
        _("gave a link for a new password"),
    )
    INVITED = "invited", _("invited")
    JOINED = "joined", _("joined")
    KEPT = "kept", _("kept")
    LEFT = "left", _("left")
    LOCKED = "locked", _("locked")
    LOST_THE_SECOND_STEP = "lost the second step", _("lost a second step")
    MADE_A_TEMPLATE = "made a template", _("made a template")
    MADE_RECOVERY_CODES = "made recovery codes", _("Made recovery codes")
    NO_LONGER_A_TEMPLATE = "no longer a template", _("is no longer a template")
    NO_LONGER_REQUIRED = "no longer required", _("left to each member")
    OPENED_A_LINK = "opened a link", _("Opened a link")
    OWNERSHIP_TRANSFERRED = (
        "ownership transferred",
        _("Ownership was transferred by an administrator"),
    )
    PASSWORD_LINK_GIVEN = "password link given", _("An administrator made a link to a new password")
    REMOVED = "removed", _("removed")
    REMOVED_A_SECOND_STEP = "removed a second step", _("Removed a second step")
    REMOVED_AN_ADDRESS = "removed an address", _("Removed an address")
    RENAMED = "renamed", _("renamed")
    REOPENED = "reopened", _("reopened")
    REQUIRED = "required", _("required")
    RESOLVED = "resolved", _("resolved")
    RESTORED_REVISION = "restored revision", _("restored an earlier version")
    RETURNED = "returned", _("returned")
    REWORDED = "reworded", _("reworded")
    SECOND_STEP_FAILED = "second step failed", _("A second step failed")
    SECOND_STEP_RESET = "second step reset", _("The second step was taken away by an administrator")
    SESSIONS_ENDED = "sessions ended", _("All devices were signed out by an administrator")
    SHARED = "shared", _("shared")
    SIGN_IN_FAILED = "sign-in failed", _("A sign-in failed")
    SIGN_IN_REFUSED = "sign-in refused", _("Sign-ins were refused: too many tries")
    SIGNED_IN = "signed in", _("Signed in")
    SIGNED_OUT_A_DEVICE = "signed out a device", _("Signed out a device")
    SUBMISSION_WITHDRAWN = "submission withdrawn", _("withdrew a submission")
    SUBMITTED = "submitted", _("submitted")
    TOOK_IN_A_FILE = "took in a file", _("took in a file")
    UNDID_A_CHANGE = "undid a change", _("Undid a change by the link in a mail")
    UNLOCKED = "unlocked", _("unlocked")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Event(models.Model):
    """One thing that was done. Names nobody: `actor` is a person's pseudonym.

    There are no foreign keys: an event outlives whatever it tells of, and is never changed. A
    trigger in the database refuses changes.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    organisation = models.UUIDField(null=True, db_index=True)
    actor = models.UUIDField(null=True)
    action = models.CharField(max_length=60, choices=Action)
    subject = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=64, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=["organisation", "-at"], name="event_by_organisation")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject} {self.subject_id}"


class InstanceEvent(models.Model):
    """One thing that concerns the whole instance, such as a sign-in. Kept for 90 days.

    `account` is the pseudonym of whom it concerns, `actor` that of who did it; a stranger has none.
    `network` is coarse, `device` is in words. A trigger refuses changes, and deletion before its time.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    action = models.CharField(max_length=60, choices=Action)
    account = models.UUIDField(null=True, db_index=True)
    actor = models.UUIDField(null=True)
    network = models.CharField(max_length=50, blank=True)
    device = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"
