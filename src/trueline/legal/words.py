"""The words by which a line of a legal review is judged and followed up."""

from typing import Literal

Provided = Literal["provided", "partly", "not-provided", "unclear"]
Applied = Literal["applied", "partly", "not-applied", "unclear"]
Priority = Literal["first", "second", "third"]
Progress = Literal["open", "drafted", "tabled", "done", "dropped"]
