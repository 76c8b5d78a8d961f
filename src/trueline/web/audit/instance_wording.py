"""Events of the instance in words. A new sort needs a line here; without it, it is told plainly."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from trueline.web.audit.models import InstanceEvent

SENTENCES = {
    "signed in": gettext_noop("Signed in"),
    "sign-in failed": gettext_noop("A sign-in failed"),
    "sign-in refused": gettext_noop("Sign-ins were refused: too many tries"),
    "second step failed": gettext_noop("A second step failed"),
    "confirmation failed": gettext_noop("Was asked who it is, and gave a wrong answer"),
    "asked for a new password": gettext_noop("Asked for a new password"),
    "changed the password": gettext_noop("Changed the password"),
    "added an address": gettext_noop("Added an address"),
    "removed an address": gettext_noop("Removed an address"),
    "changed the email": gettext_noop("Changed the main address"),
    "added a second step": gettext_noop("Added a second step"),
    "removed a second step": gettext_noop("Removed a second step"),
    "made recovery codes": gettext_noop("Made recovery codes"),
    "signed out a device": gettext_noop("Signed out a device"),
    "undid a change": gettext_noop("Undid a change by the link in a mail"),
    "opened a link": gettext_noop("Opened a link"),
    "exported the account": gettext_noop("Downloaded the account’s data"),
    "exported an organisation": gettext_noop("Downloaded all of an organisation"),
    "exported the audit": gettext_noop("Downloaded an organisation’s audit"),
    "created the account": gettext_noop("Made the account"),
    "deleted the account": gettext_noop("Deleted the account"),
    "deleted an organisation": gettext_noop("Deleted an organisation"),
    "disabled": gettext_noop("The account was disabled by an administrator"),
    "enabled": gettext_noop("The account was enabled by an administrator"),
    "sessions ended": gettext_noop("All devices were signed out by an administrator"),
    "second step reset": gettext_noop("The second step was taken away by an administrator"),
    "ownership transferred": gettext_noop("Ownership was transferred by an administrator"),
    "password link given": gettext_noop("An administrator made a link to a new password"),
}
WAYS = {
    "password": gettext_noop("password"),
    "password_reset": gettext_noop("link to a new password"),
    "totp": gettext_noop("code"),
    "recovery_codes": gettext_noop("recovery code"),
    "webauthn": gettext_noop("passkey or key"),
    "code": gettext_noop("code"),
    "passkey": gettext_noop("passkey or key"),
}


def instance_sentence(event: InstanceEvent) -> str:
    """What happened, and by which ways where that is known."""
    said = _(SENTENCES.get(event.action, event.action.capitalize()))
    ways = ", ".join(_(WAYS.get(way, way)) for way in event.detail.get("ways", ()))
    return _("%(what)s (%(ways)s)") % {"what": said, "ways": ways} if ways else said
