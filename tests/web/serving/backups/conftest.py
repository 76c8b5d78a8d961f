"""A backup of the last release, which tests take apart, change and put together again."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from trueline.web.serving.backups import restoring

RELEASE = Path(__file__).parent.parent / "old_backup"
AMARAS = {"secret": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}


def _parts() -> dict[str, bytes]:
    found = RELEASE.rglob("*.json*")
    return {part.relative_to(RELEASE).as_posix(): part.read_bytes() for part in found}


@dataclass
class Parts:
    """The parts of a backup by name, and its manifest."""

    parts: dict[str, bytes] = field(default_factory=_parts)

    def __post_init__(self) -> None:
        self.manifest: dict[str, Any] = json.loads(self.parts.pop("manifest.json"))

    def rows(self, label: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.parts[f"rows/{label}.jsonl"].splitlines()]

    def set_rows(self, label: str, rows: list[Any]) -> None:
        """Other rows, sealed with the digest and number that make them look right."""
        text = "".join(f"{json.dumps(row, ensure_ascii=True)}\n" for row in rows)
        self.set_text(label, text.encode(), len(rows))

    def set_text(self, label: str, text: bytes, rows: int) -> None:
        self.parts[f"rows/{label}.jsonl"] = text
        self.manifest["rows"][label] = {"rows": rows, "sha256": hashlib.sha256(text).hexdigest()}

    def change(self, label: str, number: int = 0, /, **values: Any) -> None:
        """Other values in one row."""
        rows = self.rows(label)
        rows[number].update(values)
        self.set_rows(label, rows)

    def pack(self, file: Path) -> Path:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
            archive.writestr("manifest.json", json.dumps(self.manifest))
        return file


@pytest.fixture
def parts() -> Parts:
    """Those of the last release, with a second step in clear, as it kept them."""
    parts = Parts()
    when = "2026-11-20T08:00:00+00:00"
    steps = [
        {"type": "totp", "data": AMARAS},
        {"type": "recovery_codes", "data": {"seed": "0f" * 40, "used_mask": 5}},
    ]
    parts.set_rows(
        "mfa.authenticator",
        [
            {"id": number, "user_id": 1, **step, "created_at": when, "last_used_at": None}
            for number, step in enumerate(steps, 1)
        ],
    )
    return parts


@pytest.fixture
def restored(tmp_path: Path) -> Callable[..., restoring.Restored]:
    """Restores a file, or parts once they are packed."""

    def restore(source: Parts | Path, passphrase: str = "") -> restoring.Restored:
        file = source if isinstance(source, Path) else source.pack(tmp_path / "packed.backup")
        return restoring.restore(str(file), passphrase=lambda: passphrase, say=print)

    return restore
