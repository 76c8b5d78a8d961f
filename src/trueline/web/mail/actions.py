"""Sending mail: at once where the server answers, else kept and tried again for three days."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import EmailMessage
from django.utils import timezone

from trueline.web.mail.models import WaitingMail

logger = logging.getLogger(__name__)

FIRST = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
RETRIED_FOR = timedelta(days=3)
"""How long a mail is tried. Links in mails that matter work no longer than that."""
AT_ONCE = 100


def send(message: EmailMessage) -> bool:
    """Send a mail to one person. Returns False if it waits for the mail server.

    While the server is known to be down nobody waits for it: the mail is kept at once.
    """
    problem = _recent_problem() or _problem_of(message)
    if problem:
        WaitingMail.objects.create(
            to=message.to[0],
            subject=message.subject,
            body=message.body,
            next_try=timezone.now() + FIRST,
            problem=problem[:300],
        )
    return not problem


def send_waiting() -> int:
    """Try what is due. Returns how many were sent.

    Each mail is claimed first, so that of several processes one sends it.
    """
    now, sent = timezone.now(), 0
    for mail in WaitingMail.objects.filter(next_try__lte=now)[:AT_ONCE]:
        pause = min(FIRST * 2 ** min(mail.tries, 10), LONGEST)
        mine = WaitingMail.objects.filter(pk=mail.pk, tries=mail.tries).update(
            tries=mail.tries + 1, tried=now, next_try=now + pause
        )
        if not mine:
            continue
        problem = _problem_of(EmailMessage(mail.subject, mail.body, to=[mail.to]))
        if problem:
            WaitingMail.objects.filter(pk=mail.pk).update(problem=problem[:300])
            break  # the others would wait for the same server
        mail.delete()
        sent += 1
    return sent


def purge() -> int:
    """Give up what waited for too long. Returns how many."""
    count, _ = WaitingMail.objects.filter(made__lt=timezone.now() - RETRIED_FOR).delete()
    if count:
        logger.warning("%d mails could not be sent for three days and were given up.", count)
    return count


def _recent_problem() -> str:
    """The problem of the last try, if that was within the minute."""
    lately = WaitingMail.objects.filter(tried__gt=timezone.now() - FIRST).exclude(problem="")
    return lately.values_list("problem", flat=True).order_by("-tried").first() or ""


def _problem_of(message: EmailMessage) -> str:
    """Send. Returns what kept the server from taking the mail; "" if it is off our hands."""
    try:
        message.send()
    except SMTPException as error:
        if _is_final(error):
            logger.warning("The mail server refuses a mail for good: %s", type(error).__name__)
            return ""
        logger.warning("A mail waits: %s", type(error).__name__)
        return str(error) or type(error).__name__
    except OSError as error:
        logger.warning("A mail waits: %s", error)
        return str(error) or type(error).__name__
    return ""


def _is_final(error: SMTPException) -> bool:
    """Whether a retry is pointless: the server rejects the address or the mail."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= 500 for code, _reply in error.recipients.values())
    return isinstance(error, SMTPResponseException) and error.smtp_code in (550, 551, 552, 553, 554)
