"""A backup of before some columns were renamed is checked by the old names, and loses nothing."""

from __future__ import annotations

import zipfile

import pytest

from tests.web.appraisal_round import with_appraisal
from tests.web.plans.rounds import FINISHED, with_round
from tests.web.serving.backups.conftest import Parts
from trueline.web.accounts.models import User
from trueline.web.appraisals.models import ProposalFile
from trueline.web.plans.models import ReportStep
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write
from trueline.web.serving.startup_errors import CannotRun

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
RENAMED = {
    "accounts.user": ("told", "mailed_until"),
    "appraisals.proposalfile": ("found", "passages"),
    "appraisals.opinion": ("set_aside", "waiver_reason"),
    "plans.reportstep": ("said", "progress"),
}
RENAMING = (
    ["accounts", "0011_mailed_until"],
    ["appraisals", "0007_passages_and_waivers"],
    ["plans", "0002_progress_of_steps"],
)
MODELS = {
    "accounts.user": User,
    "appraisals.proposalfile": ProposalFile,
    "plans.reportstep": ReportStep,
}


def held() -> dict[str, list[object]]:
    """What the renamed columns hold."""
    return {
        label: list(model.objects.order_by("pk").values_list(RENAMED[label][1], flat=True))
        for label, model in MODELS.items()
    }


@pytest.fixture
def written(cast, keep, tmp_path, request) -> tuple[Parts, dict[str, list[object]]]:
    """A backup by the old names, and what it holds; the database was then never used."""
    with_appraisal(cast.organisation, by=cast.owner, other=cast.editor, note="Villages that ask")
    with_round(keep(FINISHED), by=cast.editor, note="First half")
    before, file = held(), tmp_path / "a.backup"
    assert not write(FileTarget(file)).unfit
    request.getfixturevalue("empty_database")
    with zipfile.ZipFile(file) as archive:
        parts = Parts({name: archive.read(name) for name in archive.namelist()})
    for label, (old, new) in RENAMED.items():
        rows = [{old if key == new else key: row[key] for key in row} for row in parts.rows(label)]
        parts.set_rows(label, rows)
    for migration in RENAMING:
        parts.manifest["migrations"].remove(migration)
    return parts, before


def test_what_it_holds_comes_back(written, restored):
    parts, before = written
    assert all(before.values())
    restored(parts)
    assert held() == before


@pytest.mark.parametrize("label", ["appraisals.proposalfile", "plans.reportstep"])
def test_what_pages_can_not_read_is_refused_by_the_old_name(label, written, restored):
    parts, _before = written
    old = RENAMED[label][0]
    parts.change(label, **{old: {"foundations.displacement": "no list"}})
    with pytest.raises(CannotRun, match=f"`{old}`"):
        restored(parts)
