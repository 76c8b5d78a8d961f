"""Mail to applicants without an account: that there is something on their page. Those with one are told
as they chose, with their other news (`home.news`).

The address of the page is kept nowhere in the clear, so the mail can't hold it.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from trueline.web.appraisals.models import Proposal
from trueline.web.mail.actions import send


def is_written_to(proposal: Proposal) -> bool:
    """Whether its applicant hears by mail of what is asked and decided."""
    has_address = bool(proposal.by_id or proposal.email)
    return bool(settings.INSTANCE.mail) and has_address and not proposal.is_calibration


def tell_applicant(proposal: Proposal, says: Callable[[], str]) -> None:
    """Write to an applicant without an account once this is saved; `says` is put in their language."""
    if proposal.by_id or not is_written_to(proposal):
        return
    transaction.on_commit(lambda: _write(proposal, says))


def _write(proposal: Proposal, says: Callable[[], str]) -> None:
    with translation.override(proposal.language or translation.get_language()):
        context = {"name": proposal.contact, "line": says(), "receipt": proposal.receipt}
        body = render_to_string("appraisals/applicant_mail.txt", context)
        subject = _("Trueline: news of your proposal %(receipt)s") % {"receipt": proposal.receipt}
        send(EmailMessage(subject, body.strip() + "\n", to=[proposal.email]))
