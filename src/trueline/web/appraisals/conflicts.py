"""Matches between a person and an applicant that may mean a conflict of interest. They only suggest."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from trueline.web.accounts.models import User
from trueline.web.appraisals.models import Proposal

OF_EVERYBODY = frozenset(
    [
        *("gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "yahoo.fr", "icloud.com"),
        *("proton.me", "protonmail.com", "live.com", "aol.com", "gmx.net", "mail.ru", "qq.com"),
    ]
)
"""Domains of mail at which two people have nothing in common."""
SHORTEST = 4


def matches(proposal: Proposal, user: User | None) -> list[str]:
    """Possible conflicts between a person and the applicant, each as a sentence."""
    if user is None or proposal.is_calibration:
        return []
    reasons = []
    if proposal.by_id == user.pk:
        reasons.append(_("The proposal was handed in from your own account."))
    names = folded(proposal.applicant)
    organisations = list(user.organisations.exclude(pk=proposal.round.organisation_id))
    for each in organisations:
        organisation_name = folded(each.name)
        alike = len(organisation_name) >= SHORTEST and (
            organisation_name in names or (names and names in organisation_name)
        )
        if each.pk == proposal.from_organisation or alike:
            reasons.append(_("You are a member of %(name)s.") % {"name": each.name})
    domain = _domain(proposal.email)
    if domain and domain == _domain(user.email):
        reasons.append(
            _("Your mail address ends as the applicant’s does: %(domain)s.") % {"domain": domain}
        )
    contact = folded(proposal.contact)
    if contact and contact == folded(user.name):
        reasons.append(_("You have the same name as the contact person."))
    return reasons


def _domain(email: str) -> str:
    domain = email.rpartition("@")[2].lower()
    return "" if domain in OF_EVERYBODY else domain


def folded(text: str) -> str:
    """A name without capitals, accents and signs."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))
