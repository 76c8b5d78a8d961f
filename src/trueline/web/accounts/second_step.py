"""How allauth's second step behaves here."""

from __future__ import annotations

from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils.translation import gettext_lazy as _

WRONG_CODE = _("That code is not right. Codes change every half minute: try the next.")


class SecondStepAdapter(DefaultMFAAdapter):
    """Our words for what goes wrong."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": WRONG_CODE}
