"""Writing to people about what waits for them: at once, in the morning, or never, as they chose.

A mail says who did what to which document, and where to read on. It quotes nothing: mail is read on
other people's screens.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trueline.web.accounts.clocks import zone_of
from trueline.web.accounts.models import MailFrequency, User
from trueline.web.accounts.protection.origins import of_this_instance
from trueline.web.accounts.roles import roles_that
from trueline.web.appraisals.news import news_of, people_with_news
from trueline.web.comments.mentions import mentions_of
from trueline.web.comments.models import Mention, Reason
from trueline.web.documents.models import Assignment, Submission
from trueline.web.home import reminders
from trueline.web.home.needs import assignments_of, submissions_for
from trueline.web.mail.actions import send

MOST = 20
"""So many lines stand in one mail; the page that it leads to has all."""


def tell_of_news() -> int:
    """Write to whoever has news and wants them now. Returns to how many.

    Each is claimed first, so that of several processes one writes.
    """
    if not settings.INSTANCE.mail:
        return 0
    now, written = timezone.now(), 0
    for user in _with_news():
        until = _until(user, now)
        lines = list(_lines(user, until)) if until > user.mailed_until else []
        if lines and User.objects.filter(pk=user.pk, mailed_until=user.mailed_until).update(
            mailed_until=until
        ):
            _write(user, lines)
            written += 1
    return written


def _with_news() -> Iterator[User]:
    """People with something newer than their last mail. One query for each sort."""
    mentioned = Mention.objects.filter(seen=None, comment__at__gt=F("user__mailed_until"))
    assigned = Assignment.objects.filter(settled=None, at__gt=F("person__mailed_until"))
    waiting = Submission.objects.filter(
        approved=None,
        withdrawn=None,
        revision__document__organisation__memberships__role__in=roles_that("manage"),
        submitted__gt=F("revision__document__organisation__memberships__user__mailed_until"),
    )
    owners = "revision__document__organisation__memberships__user"
    people = Q(pk__in=mentioned.values("user")) | Q(pk__in=assigned.values("person"))
    people |= people_with_news()
    people |= Q(pk__in=waiting.values(owners)) | Q(pk__in=reminders.people_to_remind())
    yield from User.objects.filter(people, is_active=True).exclude(mail_when=MailFrequency.NEVER)


def _until(user: User, now: datetime) -> datetime:
    """Up to when somebody gets mail now: this moment, or the last morning."""
    if user.mail_when == MailFrequency.AT_ONCE:
        return now
    here = now.astimezone(zone_of(user))
    morning = datetime.combine(here.date(), reminders.MORNING, here.tzinfo)
    return morning if morning <= here else morning - timedelta(days=1)


def _lines(user: User, until: datetime) -> Iterator[str]:
    """Somebody's news, a line each, in their language."""
    with translation.override(user.language or translation.get_language()):
        sentences = {
            Reason.NAMED: _("%(who)s named you in a comment on “%(title)s”."),
            Reason.REPLY: _("%(who)s replied in a thread of yours on “%(title)s”."),
            Reason.GUEST: _("%(who)s commented on “%(title)s”."),
        }
        mentions = mentions_of(user).filter(
            seen=None, comment__at__gt=user.mailed_until, comment__at__lte=until
        )
        for each in mentions:
            comment = each.comment
            values = {"who": comment.who, "title": comment.document.label}
            yield sentences[Reason(each.reason)] % values
        for assignment in assignments_of(user).filter(at__gt=user.mailed_until, at__lte=until):
            yield _("%(who)s asked you to see to a note on “%(title)s”.") % {
                "who": assignment.assigned_by or _("Somebody"),
                "title": assignment.document.label,
            }
        for handed in submissions_for(user).filter(
            submitted__gt=user.mailed_until, submitted__lte=until
        ):
            if handed.submitted_by_id != user.pk:
                yield _("%(who)s handed in “%(title)s”, to be approved.") % {
                    "who": handed.submitted_by or _("Somebody"),
                    "title": handed.revision.document.label,
                }
        yield from news_of(user, until)
        yield from reminders.reminders_of(user, until)


def _write(user: User, lines: list[str]) -> None:
    origin = of_this_instance()
    with translation.override(user.language or translation.get_language()):
        count = len(lines)
        subject = ngettext(
            "Trueline: %(count)s thing waits for you",
            "Trueline: %(count)s things wait for you",
            count,
        )
        context = {
            "name": user.name,
            "lines": lines[:MOST],
            "more": max(count - MOST, 0),
            "home": origin.link(reverse("home")),
            "account": origin.link(reverse("accounts:account")),
        }
        body = render_to_string("home/news.txt", context)
        send(EmailMessage(subject % {"count": count}, body.strip() + "\n", to=[user.email]))
