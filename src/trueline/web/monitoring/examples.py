"""The invented figures of worked examples, kept as if a team had entered and approved them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from trueline.document import set_field
from trueline.document.targets import Target
from trueline.exchange.measurements import MeasuredRow, read_measurements
from trueline.measures.readings import State
from trueline.web.accounts.models import User
from trueline.web.documents import store
from trueline.web.documents.actions import submitting
from trueline.web.documents.models import Action, DocumentRecord
from trueline.web.library.edition import toolkit_in_use
from trueline.web.monitoring.models import Answer, MeasuredCell, Measurement, MeasurementState
from trueline.web.monitoring.summaries import forget
from trueline.web.monitoring.value_types import cell_values, key_of

UPDATED_FIELDS = (
    *("answer", "note", "state", "changed", "changed_by", "submitted", "submitted_by"),
    *("decided", "decided_by"),
)
ANSWERS = {State.MISSING: Answer.MISSING, State.NOT_APPLICABLE: Answer.NOT_APPLICABLE}


@dataclass(frozen=True)
class Team:
    """The people who enter figures, and who decide on them."""

    editor: User
    owner: User


@dataclass(frozen=True)
class Revised:
    """A target that a later version set otherwise, and why."""

    indicator: str
    due: date
    value: Decimal
    why: str


def revised_targets() -> Mapping[str, Revised]:
    """Revised targets, by the name of the example."""
    return {
        "supply-chain-velmora-greenhouses": Revised(
            "i-named",
            date(2028, 12, 31),
            Decimal(18),
            _("Growers began a season later than planned; agreed with the board in July 2028."),
        )
    }


def figures_of(example: Path) -> Path | None:
    """The table of figures that belongs to an example; None for most."""
    table = example.parent / "figures" / f"{example.stem}.csv"
    return table if table.exists() else None


def measure(record: DocumentRecord, table: Path, team: Team) -> None:
    """Approve the design, and save the figures of its table: all but the last period is approved too."""
    _approve(record, _("First version"), team)
    _keep(record, _rows(record, table), team)
    if revised := revised_targets().get(table.stem):
        _revise(record, revised, team)


def _approve(record: DocumentRecord, name: str, team: Team) -> None:
    record.refresh_from_db()
    submission = submitting.submit(record, by=team.editor, name=name)
    submitting.approve(record, submission, by=team.owner)


def _rows(record: DocumentRecord, table: Path) -> dict[tuple[str, str], list[MeasuredRow]]:
    """The rows of the table by indicator and period."""
    lists = toolkit_in_use().vocabularies
    words = {each.id: [term.id for term in each.terms] for each in lists}
    meanings = {each.key: each.meaning for each in record.monitored_indicators.all()}
    measured = read_measurements(table.read_bytes(), table.name, meanings, words).rows
    rows: dict[tuple[str, str], list[MeasuredRow]] = {}
    for row in measured:
        rows.setdefault((row.indicator, row.period.label), []).append(row)
    return rows


def _revise(record: DocumentRecord, revised: Revised, team: Team) -> None:
    """Set a target otherwise, with the reason, and have that approved."""
    address = f"indicators[{revised.indicator}]"
    target = Target(due=revised.due, value=revised.value, rationale=revised.why)
    design = store.document_of(record)
    indicator = next(each for each in design.indicators if each.id == revised.indicator)
    targets = tuple(target if each.due == revised.due else each for each in indicator.targets)
    change = store.Change(
        address, lambda whole: (set_field(whole, f"{address}.targets", targets), address)
    )
    store.save(record.pk, [change], by=team.editor, action=Action.CHANGED)
    _approve(record, _("Second version"), team)


def _keep(
    record: DocumentRecord, rows: Mapping[tuple[str, str], list[MeasuredRow]], team: Team
) -> None:
    """Figures as if they had been entered, submitted and approved, at once: there are hundreds."""
    due = Measurement.objects.filter(indicator__document=record)
    by_key = {
        (one.indicator.key, one.period.label): one
        for one in due.select_related("indicator", "period")
    }
    last = max(by_key[key].period.end for key in rows)
    cells, measurements, now = list[MeasuredCell](), list[Measurement](), timezone.now()
    for key, of_one in rows.items():
        one = by_key[key]
        one.answer = next((str(ANSWERS[row.record.state]) for row in of_one if row.gives_state), "")
        one.note = next((row.note for row in of_one if row.note), "")
        one.changed = one.submitted = now
        one.changed_by = one.submitted_by = team.editor
        one.state = MeasurementState.SUBMITTED
        if one.period.end < last:
            one.state, one.decided, one.decided_by = MeasurementState.APPROVED, now, team.owner
        measurements.append(one)
        cells.extend(
            MeasuredCell(
                measurement=one,
                group=key_of(row.record.cell),
                **{"points": [], **cell_values(row.record.reading)},
            )
            for row in of_one
            if row.record.reading is not None
        )
    Measurement.objects.bulk_update(measurements, UPDATED_FIELDS, batch_size=200)
    MeasuredCell.objects.bulk_create(cells, batch_size=500)
    forget(record.pk)
