"""Proposed corrections as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from trueline.toolkit import Toolkit
from trueline.web.monitoring.display import snapshot_in_words
from trueline.web.monitoring.models import Measurement, ProposedCorrection
from trueline.web.monitoring.snapshots import fingerprint, snapshot


@dataclass(frozen=True)
class ProposalInWords:
    """A proposed correction: the figure, by whom, why, and its outcome."""

    proposal: ProposedCorrection
    toolkit: Toolkit

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The figures that were proposed, group by group."""
        meaning = self.proposal.measurement.indicator.meaning
        return snapshot_in_words(self.proposal.proposed, meaning, self.toolkit)

    @property
    def note(self) -> str:
        return str(self.proposal.proposed["note"])

    @property
    def who(self) -> str:
        return str(self.proposal.made_by or _("Somebody who has left"))

    @property
    def is_open(self) -> bool:
        return self.proposal.outcome == ProposedCorrection.Outcome.OPEN

    @property
    def is_stale(self) -> bool:
        """Whether the figure is another than the one that was to be corrected."""
        return fingerprint(snapshot(self.proposal.measurement)) != self.proposal.seen


def tell_of_proposals(
    measurements: Iterable[Measurement], toolkit: Toolkit, *, newest: bool = False
) -> None:
    """Annotate measurements with their proposals, or only the `newest`. One query."""
    measurements_by_key = {one.pk: one for one in measurements}
    proposals: dict[int, list[ProposalInWords]] = {pk: [] for pk in measurements_by_key}
    rows = ProposedCorrection.objects.filter(measurement__in=measurements_by_key)
    for proposal in rows.select_related("made_by"):
        proposal.measurement = measurements_by_key[proposal.measurement_id]
        proposals[proposal.measurement_id].append(ProposalInWords(proposal, toolkit))
    for pk, one in measurements_by_key.items():
        one.proposals = proposals[pk][:1] if newest else proposals[pk]
