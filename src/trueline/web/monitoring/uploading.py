"""Lists of single people are never laid into a file while they arrive."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from trueline.exchange.test_results import LARGEST

IN_MEMORY = "results"
"""The field of a form whose file stays in memory, or is dropped where it is too large for that."""
AROUND = 100_000
"""Bytes of a form beside its file."""


class StayInMemory(FileUploadHandler):
    """Comes before those that keep files, and drops what they would lay into one."""

    length = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # as Django calls it
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        self.length = content_length

    def new_file(self, field_name: str, *args: Any, **kwargs: Any) -> None:
        super().new_file(field_name, *args, **kwargs)
        if field_name == IN_MEMORY and self.length > LARGEST + AROUND:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Another handler keeps it."""
