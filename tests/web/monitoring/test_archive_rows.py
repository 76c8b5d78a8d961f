"""Figures go into backups, into an organisation's download, and into what somebody is told of."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from tests.web.figures import decide
from tests.web.monitoring.test_entering import corrected
from tests.web.serving.backups.test_backup import everything, restored
from trueline.web.accounts.actions import people
from trueline.web.accounts.models import User
from trueline.web.attachments import storage
from trueline.web.attachments.actions import referenced_digests
from trueline.web.monitoring.actions import attaching
from trueline.web.monitoring.models import (
    Correction,
    EvidenceFile,
    MeasuredCell,
    Measurement,
    MonitoredIndicator,
    PlannedValue,
)
from trueline.web.monitoring.row_checker import MonitoringRowChecker
from trueline.web.serving.backups.target import FileTarget
from trueline.web.serving.backups.writing import write


@pytest.fixture
def history(accepted, page, due, cast) -> Measurement:
    """A figure that was approved, corrected and approved again."""
    one = accepted("trained", "2026-Q1", value="40", female__value="20", male__value="20")
    corrected(page, one, value="41", male__value="21", reason="=One more")
    decide(due("trained", "2026-Q1"), by=cast.owner)
    one.refresh_from_db()
    return one


def test_an_organisation_takes_its_figures_along(history, cast):
    answer = cast.client("owner").post(f"/organisations/{cast.organisation.pk}/export/")
    archive = ZipFile(io.BytesIO(b"".join(answer)))

    def told(name: str) -> list[dict[str, str]]:
        rows = json.loads(archive.read(f"monitoring/{name}.json"))
        table = archive.read(f"monitoring/{name}.csv").decode("utf-8-sig")
        assert len(list(csv.DictReader(io.StringIO(table)))) == len(rows)
        return rows

    assert [row["indicator"] for row in told("indicators")] == ["trained", "acted", "debt"]
    assert {row["kind"] for row in told("planned-values")} == {"baseline", "target"}
    entered = [row for row in told("measurements") if row["state"] == "approved"]
    assert [(row["group"], row["value"]) for row in entered] == [
        ("", "41.0000"),
        ("sex=female", "20.0000"),
        ("sex=male", "21.0000"),
    ]
    (kept,) = told("corrections")
    assert (kept["by"], kept["reason"]) == ("Editor Person", "=One more")
    assert "'40'" in kept["before"]
    assert "'=One more" in archive.read("monitoring/corrections.csv").decode()
    assert "monitoring/" in archive.read("README.txt").decode()


def test_who_left_is_named_no_more_and_the_figures_stay(history, cast):
    people.delete_account(by=cast.editor)
    answer = cast.client("owner").post(f"/organisations/{cast.organisation.pk}/export/")
    archive = ZipFile(io.BytesIO(b"".join(answer)))
    (kept,) = json.loads(archive.read("monitoring/corrections.json"))
    assert kept["by"] == "a former member"
    assert Correction.objects.get().before["cells"][""] == {"value": "40"}
    assert history.cells.count() == 3


def test_people_take_along_what_they_did_with_figures(history, cast):
    def told(who: str) -> list[dict[str, str]]:
        answer = cast.client(who).post("/account/export/")
        return json.loads(b"".join(answer))["measurements"]

    (entered,) = told("editor")
    assert (entered["indicator"], entered["period"]) == ("trained", "2026-Q1")
    assert {"entered", "submitted"} <= entered.keys()
    assert "decided" not in entered
    (decided,) = told("owner")
    assert "decided" in decided
    assert told("reader") == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_backup_brings_every_figure_and_its_evidence_back(history, cast, tmp_path: Path):
    one = Measurement.objects.filter(state="due").select_related("period__document").first()
    for data in (bytes(range(256)) * 4000, b"Of few"):
        attaching.attach(one, data, name="list.csv", media_type="text/csv", by=cast.editor)
    before, file = everything(), tmp_path / "a.backup"
    kept = (MonitoredIndicator, PlannedValue, Measurement, MeasuredCell, Correction)
    for model in (*kept, EvidenceFile):
        assert before[model._meta.label_lower]
    write(FileTarget(file))
    call_command("flush", interactive=False, verbosity=0)
    assert not User.objects.exists()
    shutil.rmtree(storage.folder())
    restored(file)
    assert everything() == before
    assert MonitoredIndicator.objects.get(key="trained").meaning.unit == "people"
    for kept in EvidenceFile.objects.all():
        assert len(storage.whole(kept.digest)) == kept.size


def test_evidence_that_names_no_file_is_refused(history, cast):
    one = Measurement.objects.select_related("period__document").first()
    kept = attaching.attach(one, b"Of few", name="a.csv", media_type="text/csv", by=cast.editor)
    problem = MonitoringRowChecker().problem
    assert problem("monitoring.evidencefile", kept) == ""
    assert kept.digest in referenced_digests()
    kept.digest = "../../etc/passwd"
    assert "names no file" in problem("monitoring.evidencefile", kept)


@pytest.mark.parametrize(
    ("label", "row", "says"),
    [
        ("monitoring.monitoredindicator", MonitoredIndicator(content='{"id": 5}'), "no indicator"),
        ("monitoring.monitoredindicator", MonitoredIndicator(content="{"), "no indicator"),
        ("monitoring.plannedvalue", PlannedValue(kind="target", content="{}"), "no target"),
        ("monitoring.plannedvalue", PlannedValue(kind="baseline", content="[]"), "no baseline"),
        ("monitoring.measuredcell", MeasuredCell(points=[1, "2"]), "no numbers of answers"),
        ("monitoring.measuredcell", MeasuredCell(points=[-1]), "no numbers of answers"),
        ("monitoring.correction", Correction(before={"cells": 3}), "not what a measurement said"),
    ],
)
def test_rows_that_no_page_could_read_are_refused(label, row, says):
    assert says in MonitoringRowChecker().problem(label, row)


def test_rows_that_pages_read_are_taken(history):
    checker = MonitoringRowChecker()
    for model in (MonitoredIndicator, PlannedValue, MeasuredCell, Correction):
        for row in model.objects.all():
            assert checker.problem(model._meta.label_lower, row) == ""
    assert checker.contradiction() == ""
