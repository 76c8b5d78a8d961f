"""The database's own knowledge of the instance that it belongs to."""

from __future__ import annotations

from django.db import models


class InstanceRecord(models.Model):
    """The version that last changed the tables, and digests of the keys that go with them: one row."""

    trueline = models.CharField(max_length=40)
    secret_key = models.CharField(max_length=64)
    encryption_key = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"Trueline {self.trueline}"
