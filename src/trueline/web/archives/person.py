"""Gathers all that Trueline holds about one person."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Q

from trueline.web.accounts.models import User
from trueline.web.accounts.queries import memberships_of
from trueline.web.archives import registry
from trueline.web.audit.queries import events_by
from trueline.web.comments.models import Comment
from trueline.web.documents.history import action_in_words
from trueline.web.documents.models import Assignment, Revision, Submission


def person_as_data(user: User) -> dict[str, Any]:
    """Account, sign-in (without its secrets), memberships, and what the person wrote and did."""
    return {
        "account": {
            "name": user.name,
            "email": user.email,
            "language": user.language,
            "time_zone": user.time_zone,
            "mail": user.mail_when,
            "joined": user.joined.isoformat(),
            "pseudonym": str(user.pseudonym),
        },
        "email_addresses": list(
            EmailAddress.objects.filter(user=user).values("email", "verified", "primary")
        ),
        "two_step_sign_in": [
            {"kind": one.get_type_display(), "added": one.created_at.isoformat()}
            for one in Authenticator.objects.filter(user=user)
        ],
        "accounts_elsewhere": [
            {"kept": one.extra_data, "joined": one.date_joined.isoformat()}
            for one in SocialAccount.objects.filter(user=user)
        ],
        "sessions": [
            {"address": one.ip, "browser": one.user_agent, "started": one.created_at.isoformat()}
            for one in UserSession.objects.filter(user=user)
        ],
        "memberships": [
            {
                "organisation": str(one.organisation),
                "role": one.role,
                "since": one.since.isoformat(),
            }
            for one in memberships_of(user)
        ],
        "comments": _comments(user),
        "changes_to_documents": _revisions(user),
        "submissions": _submissions(user),
        "notes_to_see_to": _assignments(user),
        **{name: rows(user) for name, rows in registry.personal.items()},
        "kept_views": list(user.saved_filters.values("kind", "name", "query")),
        "events": [
            {
                "at": one.at.isoformat(),
                "action": one.action,
                "subject": one.subject,
                "subject_id": one.subject_id,
            }
            for one in events_by(user.pseudonym)
        ],
    }


def _comments(user: User) -> list[dict[str, str]]:
    return [
        {
            "document": str(one.document_id),
            "place": one.address,
            "at": one.at.isoformat(),
            "quote": one.quote,
            "text": one.text,
        }
        for one in Comment.objects.filter(author=user)
    ]


def _revisions(user: User) -> list[dict[str, Any]]:
    return [
        {
            "document": str(one.document_id),
            "revision": one.number,
            "at": one.at.isoformat(),
            "action": one.action,
            "what": action_in_words(one),
        }
        for one in Revision.objects.filter(author=user).defer("packed")
    ]


def _assignments(user: User) -> list[dict[str, Any]]:
    """Findings that they were asked to see to, or asked others to."""
    theirs = Assignment.objects.filter(Q(person=user) | Q(assigned_by=user))
    return [
        {
            "document": str(one.document_id),
            "rule": one.rule,
            "place": one.place,
            "at": one.at.isoformat(),
            "due": one.due and one.due.isoformat(),
            "to": "you" if one.person_id == user.pk else "a colleague",
        }
        for one in theirs
    ]


def _submissions(user: User) -> list[dict[str, Any]]:
    """The versions that they submitted, approved or withdrew."""
    mine = Q(submitted_by=user) | Q(approved_by=user) | Q(withdrawn_by=user)
    submissions = Submission.objects.filter(mine).select_related("revision")
    return [
        {
            "document": str(one.revision.document_id),
            "revision": one.revision.number,
            "name": one.name,
            **{
                verb: at.isoformat()
                for verb, at, who in (
                    ("submitted", one.submitted, one.submitted_by_id),
                    ("approved", one.approved, one.approved_by_id),
                    ("withdrawn", one.withdrawn, one.withdrawn_by_id),
                )
                if at and who == user.pk
            },
        }
        for one in submissions.defer("revision__packed")
    ]
