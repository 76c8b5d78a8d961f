"""What Trueline holds about one person."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from trueline.web.accounts.models import User
from trueline.web.accounts.queries import memberships_of
from trueline.web.audit.queries import events_by
from trueline.web.designs.models import Comment, Revision


def person_as_data(user: User) -> dict[str, Any]:
    """Account, sign-in (without its secrets), memberships, and what the person wrote and did."""
    return {
        "account": {
            "name": user.name,
            "email": user.email,
            "language": user.language,
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
        "sessions": [
            {"address": one.ip, "browser": one.user_agent, "started": one.created_at.isoformat()}
            for one in UserSession.objects.filter(user=user)
        ],
        "memberships": [
            {"organisation": str(one.organisation), "role": one.role,
             "since": one.since.isoformat()}
            for one in memberships_of(user)
        ],
        "comments": _comments(user),
        "changes_to_designs": _revisions(user),
        "events": [
            {"at": one.at.isoformat(), "action": one.action, "subject": one.subject,
             "subject_id": one.subject_id}
            for one in events_by(user.pseudonym)
        ],
    }  # fmt: skip


def _comments(user: User) -> list[dict[str, str]]:
    return [
        {"design": str(one.design_id), "place": one.address, "at": one.at.isoformat(),
         "text": one.text}
        for one in Comment.objects.filter(author=user)
    ]  # fmt: skip


def _revisions(user: User) -> list[dict[str, Any]]:
    return [
        {"design": str(one.design_id), "revision": one.number, "at": one.at.isoformat(),
         "what": one.what}
        for one in Revision.objects.filter(author=user).defer("packed")
    ]  # fmt: skip
