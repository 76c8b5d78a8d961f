"""The JSON Schema of a design, for editors: completion, hover text and checks while writing."""

from __future__ import annotations

import json

from trueline.design.document import SCHEMA_VERSION, Design


def design_schema() -> str:
    """The schema as JSON text. To use it, begin a YAML file with the line

    # yaml-language-server: $schema=design.schema.json
    """
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:trueline:design:{SCHEMA_VERSION}",
    }
    return json.dumps({**head, **Design.model_json_schema()}, indent=1, ensure_ascii=False) + "\n"
