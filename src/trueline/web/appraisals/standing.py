"""The rights of somebody to a proposal. The one place that says so; every page and file asks here.

Whoever has a conflict, or has declared nothing yet, sees nothing of it. Whoever still has to read it
sees the proposal, and nothing of what others found, nor how many have. What all found is there for
everybody at once, when the last reading came in.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from trueline.web.accounts.models import User
from trueline.web.appraisals.models import Declaration, Proposal, Reading


@dataclass(frozen=True)
class Standing:
    """The standing of one person towards one proposal. `open`: readings that are still to come in."""

    proposal: Proposal
    manages: bool
    declaration: Declaration | None
    reading: Reading | None
    submitted: int
    open: int

    @property
    def is_clear(self) -> bool:
        """Whether they declared that nothing stands between, or another owner found so."""
        return self.declaration is not None and self.declaration.is_clear

    @property
    def is_conflicted(self) -> bool:
        return self.declaration is not None and not self.declaration.is_clear

    @property
    def takes_part(self) -> bool:
        """Whether there is anything for them here at all, before they declare or after."""
        return self.manages or self.reading is not None or self.is_conflicted

    @property
    def sees_proposal(self) -> bool:
        """Whether they may open what the applicant sent."""
        return self.is_clear and self.takes_part and not self.proposal.withdrawn

    def matches(self, words: str) -> bool:
        """Whether what a list may show them of the proposal contains all of these words."""
        lines = [self.proposal.receipt]
        if not self.is_conflicted:
            lines.append(self.proposal.applicant)
        if self.is_clear:
            lines.append(self.proposal.title)
        text = " ".join(lines).casefold()
        return all(word in text for word in words.casefold().split())

    @property
    def is_unfinished(self) -> bool:
        """Whether they still have to submit their own reading."""
        return self.reading is not None and self.reading.submitted is None

    @property
    def reads(self) -> bool:
        return self.sees_proposal and self.is_unfinished

    @property
    def sees_progress(self) -> bool:
        """Whether they may know how many have read it."""
        return self.sees_proposal and not self.is_unfinished

    @property
    def panel_is_open(self) -> bool:
        return self.submitted > 0 and self.open == 0

    @property
    def sees_panel(self) -> bool:
        """Whether they may see what all found."""
        return self.sees_progress and self.panel_is_open

    @property
    def sees_log(self) -> bool:
        """Whether they may know who did what with it; also once it was withdrawn, and has no panel."""
        is_over = self.panel_is_open or self.proposal.withdrawn is not None
        return self.is_clear and self.takes_part and not self.is_unfinished and is_over

    @property
    def steers(self) -> bool:
        """Whether they may assign, check and ask: as manager, with nothing between."""
        return self.manages and self.sees_proposal


def panel_was_open(readings: Iterable[Reading]) -> bool:
    """Whether the panel of a proposal is open, or was before somebody else was given it to read.

    A reading of somebody who was excused, or released, or has left since counts only if it was handed in.
    """
    rows = list(readings)
    waited_for = [each for each in rows if each.excused is None and each.assessor.user_id]
    handed_in = [each for each in rows if each.submitted]
    return any(
        all(
            each.submitted is not None and each.submitted <= last.submitted
            for each in {*waited_for, *handed_in}
            if each.assigned <= last.submitted
        )
        for last in handed_in
        if last.submitted
    )


def standings(proposals: Iterable[Proposal], user: User, *, manages: bool) -> list[Standing]:
    """The standing of somebody towards each of these. Two queries."""
    rows = list(proposals)
    keys = [each.pk for each in rows]
    own = Declaration.objects.filter(proposal__in=keys, pseudonym=user.pseudonym).in_force()
    declared = {proposal: declaration for (proposal, _), declaration in own.items()}
    readings: dict[object, list[Reading]] = {key: [] for key in keys}
    assigned = Reading.objects.filter(proposal__in=keys).counted()
    for reading in assigned.select_related("assessor"):
        readings[reading.proposal_id].append(reading)
    return [_standing(each, declared, readings[each.pk], user, manages) for each in rows]


def _standing(
    proposal: Proposal,
    declared: dict[object, Declaration],
    readings: list[Reading],
    user: User,
    manages: bool,
) -> Standing:
    submitted = sum(each.submitted is not None for each in readings)
    return Standing(
        proposal,
        manages,
        declared.get(proposal.pk),
        next((each for each in readings if each.assessor.pseudonym == user.pseudonym), None),
        submitted,
        len(readings) - submitted,
    )


def standing_of(proposal: Proposal, user: User, *, manages: bool) -> Standing:
    """The standing of somebody towards one proposal."""
    return standings([proposal], user, manages=manages)[0]
