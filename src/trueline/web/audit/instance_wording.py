"""Events of the instance in words: what was done, and by which ways somebody came in."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from trueline.web.audit.models import InstanceEvent

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
    """The event in a sentence, and by which ways where that is known."""
    sentence = event.get_action_display()
    ways = ", ".join(_(WAYS.get(way, way)) for way in event.detail.get("ways", ()))
    return _("%(what)s (%(ways)s)") % {"what": sentence, "ways": ways} if ways else sentence
