"""Styles and scripts as they are served: packed, and under names that change with what they say.

`trueline serve` and `demo` gather them into the instance's folder as they start. Where that was not
done, as in tests, they are served as they lie in the package.
"""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class GatheredFiles(CompressedManifestStaticFilesStorage):
    """Gives the name with a digest to what was gathered, and its own name to anything else."""

    manifest_strict = False
    support_js_module_import_aggregation = True

    def stored_name(self, name: str) -> str:
        """The name that a page links to."""
        return super().stored_name(name) if self.hashed_files else name
