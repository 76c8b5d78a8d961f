"""Gives the package's metadata the links that `trueline.about` knows."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Links(MetadataHookInterface):
    def update(self, metadata: dict[str, Any]) -> None:
        """Adds `urls` where there is a public address, and nothing as long as there is none."""
        about = runpy.run_path(str(Path(self.root) / "src/trueline/about.py"))
        metadata["urls"] = about["links"]()
