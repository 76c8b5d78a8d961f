"""JSON text to data, with the same limits and the same places as YAML."""

from __future__ import annotations

import json
from typing import Any

from trueline.files.limits import Limits
from trueline.files.problems import FileProblems, Problem
from trueline.files.yaml_text import Place, yaml_data


def json_data(
    text: str, name: str, limits: Limits
) -> tuple[Any, dict[tuple[str | int, ...], Place]]:
    """Data and places of a JSON text. Raises FileProblems.

    The data come from the JSON parser. JSON is very nearly a part of YAML, so the places are
    read off by the YAML reader; for the rare text that it can't read, they are left out.
    """
    data = _parsed(text, name)
    try:
        _, places = yaml_data(text.replace("\t", " "), name, limits)
    except FileProblems as problems:
        if any(problem.message.startswith(_LIMITS) for problem in problems.problems):
            raise
        places = {}
    return data, places


_LIMITS = ("The file nests", "The file holds more", "The key")


def _parsed(text: str, name: str) -> Any:
    def refuse(constant: str) -> Any:
        raise FileProblems([Problem(name, f"{constant} is not a number that can be used.")])

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        message = f"This is not valid JSON: {error.msg.lower()}."
        raise FileProblems([Problem(name, message, error.lineno, error.colno)]) from error
    except RecursionError as error:
        raise FileProblems([Problem(name, "The file nests values too deeply.")]) from error
    except ValueError as error:
        raise FileProblems([Problem(name, "A number has too many digits to be read.")]) from error
