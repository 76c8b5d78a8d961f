"""The words that several parts of a design choose from."""

from typing import Literal

Likelihood = Literal["unlikely", "possible", "likely", "not-known"]
Strength = Literal["none", "weak", "moderate", "strong"]
Level = Literal["activity", "output", "outcome", "impact"]
Change = Literal[
    "baseline",
    "reach",
    "satisfaction",
    "learning",
    "livelihoods",
    "retention",
    "behaviour",
    "impact",
    "law",
    "identification",
    "services",
    "reintegration",
    "feedback",
    "plan",
]
"""What a result changes or an indicator measures; the toolkit's categories use these words."""
