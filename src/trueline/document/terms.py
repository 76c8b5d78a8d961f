"""The words by which a team answers the toolkit and the review."""

from typing import Literal

Stance = Literal["addressed", "partly", "not-addressed", "not-known", "not-relevant"]
Remedy = Literal["modify", "add", "generate", "reconsider"]
