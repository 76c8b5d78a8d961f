"""Reading the YAML and JSON that people write: safely, and knowing where each value stands.

The lowest layer. The content pack and the programme design are both files that people edit by
hand, so both need the same three things: limits that a hostile file cannot pass, the line and
column of every value, and errors that a person can act on.
"""

from trueline.files.limits import Limits
from trueline.files.problems import FileProblems, Problem
from trueline.files.reading import SourceFile, decoded, parse_text, read_file
from trueline.files.typed import typed
from trueline.files.validation import validate

__all__ = [
    "FileProblems",
    "Limits",
    "Problem",
    "SourceFile",
    "decoded",
    "parse_text",
    "read_file",
    "typed",
    "validate",
]
