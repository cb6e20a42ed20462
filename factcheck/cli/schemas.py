"""The JSON Schemas of what goes in and out, made from the models: `schemas/` holds exactly these."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from factcheck.version import SCHEMA_VERSION

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_DECIMAL = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$"}


def _model(name: str, mode: str) -> Callable[[], dict[str, Any]]:
    def generate() -> dict[str, Any]:
        from pydantic.json_schema import GenerateJsonSchema

        from factcheck.public import report

        class Generator(GenerateJsonSchema):
            def decimal_schema(self, schema: Any) -> dict[str, Any]:
                # What the library says of a decimal differs from one of its versions to another.
                return dict(_DECIMAL) if self.mode == "serialization" else super().decimal_schema(schema)

        return getattr(report, name).model_json_schema(mode=mode, schema_generator=Generator)

    return generate


def _baseline() -> dict[str, Any]:
    from factcheck.cli.baseline import SCHEMA

    return SCHEMA


def _settings() -> dict[str, Any]:
    from factcheck.config.schema import SCHEMA

    return dict(SCHEMA)


# What is written is described as it is written (decimals and days are strings), what is handed in as it may be given.
_GENERATORS: dict[str, Callable[[], dict[str, Any]]] = {
    "baseline": _baseline,
    "claim": _model("Claim", "serialization"),
    "document": _model("Document", "validation"),
    "finding": _model("Finding", "serialization"),
    "report": _model("Report", "serialization"),
    "settings": _settings,
}
SCHEMAS = tuple(_GENERATORS)
"""Their names."""


def schema_text(name: str) -> str:
    """One schema as the text of its file."""
    head = {"$schema": _DIALECT, "$id": f"urn:factcheck:schema:{name}:{SCHEMA_VERSION}"}
    return json.dumps(head | _GENERATORS[name](), indent=2, ensure_ascii=False) + "\n"
