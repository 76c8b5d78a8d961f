"""Made files in object storage: a server of S3 on this machine stands in for that of an instance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import boto3
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django_tasks import task
from moto.server import ThreadedMotoServer

from trueline.web.config import object_storage
from trueline.web.config.instance import from_environment
from trueline.web.config.object_storage import ObjectStorage
from trueline.web.documents.models import DocumentRecord
from trueline.web.tasks import actions
from trueline.web.tasks.contents import content_of
from trueline.web.tasks.models import MadeFile
from trueline.web.tasks.worker import Worker

BUCKET = "files-of-trueline"
pytestmark = pytest.mark.slow


@task()
def make_plain(file_id: str) -> None:
    actions.make(file_id, lambda: b"plain")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    yield f"http://{host}:{port}"
    moto.stop()


@pytest.fixture
def bucket(server, settings, monkeypatch):
    """The bucket of the instance, empty."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "for-a-test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    made = boto3.resource("s3", endpoint_url=server).Bucket(BUCKET)
    made.create()
    files = ObjectStorage(BUCKET, "some/folder", server)
    settings.INSTANCE = replace(settings.INSTANCE, files=files)
    settings.STORAGES = {**settings.STORAGES, ObjectStorage.alias: files.storage}
    yield made
    made.objects.all().delete()
    made.delete()


def keys(bucket) -> list[str]:
    return [each.key for each in bucket.objects.all()]


def test_a_file_lies_in_the_bucket_alone_and_is_handed_over(bucket, cast, at):
    sent = {"export": "design.yaml", "paper": "a4"}
    answer = cast.client("editor").post(at("documents:export"), sent)
    (file,) = MadeFile.objects.all()
    assert bytes(file.content) == b""
    assert keys(bucket) == [f"some/folder/{file.pk}"]
    assert answer.content == content_of(file.pk)
    assert b"title:" in answer.content


def test_a_file_whose_time_is_over_goes_from_the_bucket(bucket, cast, at):
    sent = {"export": "design.yaml", "paper": "a4"}
    cast.client("editor").post(at("documents:export"), sent)
    MadeFile.objects.update(expires=timezone.now() - timedelta(hours=1))
    actions.purge()
    assert keys(bucket) == []
    assert not MadeFile.objects.exists()


def test_what_is_sent_is_read_from_the_bucket(bucket, cast):
    file = SimpleUploadedFile("safe.yaml", b"title: Safe work")
    sent = {"file": file, "organisation": cast.organisation.pk}
    cast.client("editor").post(reverse("documents:new-file", args=["design"]), sent)
    assert DocumentRecord.objects.get().title == "Safe work"
    assert MadeFile.objects.count() == len(keys(bucket)) == 2  # as it was sent, and as it was read
    assert not MadeFile.objects.exclude(content=b"").exists()


def test_a_bucket_that_is_away_leaves_a_sentence(bucket, cast, settings):
    nowhere = ObjectStorage(BUCKET, at="http://127.0.0.1:9")
    settings.STORAGES = {**settings.STORAGES, ObjectStorage.alias: nowhere.storage}
    asked = actions.ask_for(
        make_plain,
        arguments={},
        owner="somebody",
        asker=actions.Asker("somebody"),
        name="file.txt",
        media_type="text/plain",
    )
    assert Worker(pause=0).once()
    asked.file.refresh_from_db()
    assert asked.file.problem == "Something went wrong while it was being made."


def test_an_object_that_is_gone_is_no_empty_file(bucket, cast, at):
    sent = {"export": "design.yaml", "paper": "a4"}
    cast.client("editor").post(at("documents:export"), sent)
    bucket.objects.all().delete()
    with pytest.raises(MadeFile.DoesNotExist):
        content_of(MadeFile.objects.get().pk)


@pytest.mark.parametrize(
    ("files", "at", "bucket", "folder"),
    [("s3://ours", "", "ours", ""), ("s3://ours/a/b/", "https://files.example.org", "ours", "a/b")],
)
def test_a_bucket_is_named_by_the_environment(files, at, bucket, folder):
    said = from_environment({"TRUELINE_FILES": files, "TRUELINE_FILES_AT": at})
    assert said.files == ObjectStorage(bucket, folder, at)
    assert from_environment({}).files is None


@pytest.mark.parametrize("value", ["ours", "s3://", "https://files.example.org/ours"])
def test_what_is_no_bucket_is_refused_by_name(value):
    with pytest.raises(ImproperlyConfigured, match="TRUELINE_FILES"):
        from_environment({"TRUELINE_FILES": value})


def test_what_is_not_installed_is_asked_for(monkeypatch):
    monkeypatch.setattr(object_storage, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"requirements-s3\.lock"):
        from_environment({"TRUELINE_FILES": "s3://ours"})
