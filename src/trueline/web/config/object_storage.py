"""Object storage for files that are made and fetched, where an instance names a bucket."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, ClassVar

from django.core.exceptions import ImproperlyConfigured

from trueline.language import gettext
from trueline.web.config.addresses import address

FILES, FILES_AT = "TRUELINE_FILES", "TRUELINE_FILES_AT"
SCHEME = "s3://"


@dataclass(frozen=True)
class ObjectStorage:
    """A bucket, in a folder of it if one is named; `at` is where a server other than Amazon's is.

    Who may use it is said as all programs that use S3 are told: AWS_ACCESS_KEY_ID and
    AWS_SECRET_ACCESS_KEY, a file of credentials, or the machine's own role.
    """

    bucket: str
    folder: str = ""
    at: str = ""
    alias: ClassVar[str] = "made"
    """Its name in Django's STORAGES."""

    @property
    def storage(self) -> dict[str, Any]:
        """Its entry in Django's STORAGES."""
        options = {
            "bucket_name": self.bucket,
            "location": self.folder,
            "endpoint_url": self.at or None,
            "default_acl": None,  # as the bucket says, and never public
            "file_overwrite": True,  # a file that is made again is the same
        }
        return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


def read(environ: Mapping[str, str]) -> ObjectStorage | None:
    """Reads TRUELINE_FILES; None where files stay in the database. Raises ImproperlyConfigured."""
    value, at = (environ.get(name, "").strip() for name in (FILES, FILES_AT))
    if not value:
        return None
    bucket, _, folder = value.removeprefix(SCHEME).partition("/")
    if not value.startswith(SCHEME) or not bucket:
        raise ImproperlyConfigured(
            gettext(
                "{name} should name a bucket as s3://bucket, but it is {value}.",
                name=FILES,
                value=repr(value),
            )
        )
    if at:
        address(at, FILES_AT, schemes=("https", "http"), like="https://files.example.org")
    if find_spec("storages") is None:
        raise ImproperlyConfigured(
            gettext(
                "{name} names a bucket, and what reaches it is not installed. Install it with:"
                " pip install --require-hashes -r requirements-s3.lock",
                name=FILES,
            )
        )
    return ObjectStorage(bucket, folder.strip("/"), at)
