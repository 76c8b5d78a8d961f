"""The proposals that wait for somebody to read them."""

from __future__ import annotations

from trueline.web.accounts.models import User
from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.appraisals.models import Proposal
from trueline.web.appraisals.standing import Standing, standings


def proposals_for(user: User) -> list[Standing]:
    """Proposals they have to declare towards or to read, calibration first, then by when they were given.

    Nothing of a proposal is told that its own page would not tell them yet. Three queries.
    """
    reading = memberships_in_time(user).filter(role__in=roles_that("comment"))
    open_ones = Proposal.objects.filter(
        withdrawn=None,
        round__finished=None,
        round__organisation__memberships__in=reading,
        readings__assessor__user=user,
        readings__submitted=None,
        readings__excused=None,
    )
    ordered = open_ones.order_by("-is_calibration", "readings__assigned", "number")
    # A manager sees no more here than any assessor does: what they steer is on the round's page.
    standings_of_user = standings(ordered.select_related("round"), user, manages=False)
    return [each for each in standings_of_user if each.is_unfinished and not each.is_conflicted]
