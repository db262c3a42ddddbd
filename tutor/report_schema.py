"""The JSON Schema of a report, drawn from the dataclasses and their docstrings so that the two cannot drift apart.

`python -m tutor.report_schema > docs/report.schema.json` renews the published file; a test compares them.
"""

from __future__ import annotations

import ast
import inspect
import json
import textwrap
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from tutor.report import SCHEMA, Report
from tutor.report_json import REPORTS_SCHEMA

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SUMS = {
    "score": {"type": "number", "description": "The points of all checks together."},
    "max_score": {"type": "number", "description": "The points that could be had."},
}
_SCALARS: dict[Any, str] = {NoneType: "null", bool: "boolean", int: "integer", float: "number", str: "string"}


def report_schema() -> dict[str, Any]:
    """The schema of what `tutor.report_json.report_to_dict` writes."""
    definitions: dict[str, Any] = {}
    report = report_record(definitions)
    definitions["Reports"] = _several(_SUMS)
    return {"$schema": DRAFT, "title": SCHEMA, **report, "$defs": definitions}


def report_record(definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a report itself; what it refers to goes to `definitions`."""
    schema_of(Report, definitions)
    report: dict[str, Any] = definitions.pop("Report")
    report["properties"] = {"schema": {}, **_SUMS, **report["properties"]} | {"schema": {"const": SCHEMA}}
    report["required"] = ["schema", *_SUMS, *report["required"]]
    return report


def _several(sums: dict[str, Any]) -> dict[str, Any]:
    """What `tutor check --all --format json` prints; each report in it is one of the above."""
    properties = {
        "schema": {"const": REPORTS_SCHEMA},
        **sums,
        "reports": {"type": "array", "items": {"type": "object", "properties": {"schema": {"const": SCHEMA}}}},
        "untouched": {
            "type": "array",
            "items": {"type": "string"},
            "description": "The lessons whose starting file has not been changed; they are not graded.",
        },
    }
    return {
        "type": "object",
        "description": "Several hand-ins, graded together.",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def schema_of(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of one type hint; dataclasses and enums go to `definitions` and are referred to."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments, definitions)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return {"type": "array", "items": schema_of(arguments[0], definitions)}
    if origin is tuple:
        prefix = [schema_of(argument, definitions) for argument in arguments]
        return {"type": "array", "prefixItems": prefix, "minItems": len(prefix), "items": False}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema_of(arguments[1], definitions)}
    if hint in _SCALARS:
        return {"type": _SCALARS[hint]}
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _enum(hint) if issubclass(hint, Enum) else _record(hint, definitions)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _union(arguments: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if all(argument in _SCALARS for argument in arguments):
        return {"type": [_SCALARS[argument] for argument in arguments]}
    return {"anyOf": [schema_of(argument, definitions) for argument in arguments]}


def _enum(cls: type[Enum]) -> dict[str, Any]:
    described = _field_docstrings(cls)
    members = [f"{member.value}: {described[member.name]}" for member in cls if member.name in described]
    return {"enum": [member.value for member in cls], "description": " ".join([_sentence(cls), *members])}


def _record(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    assert is_dataclass(cls)
    hints, described = get_type_hints(cls), _field_docstrings(cls)
    properties = {}
    for field in fields(cls):
        about = {"description": described[field.name]} if field.name in described else {}
        properties[field.name] = {**schema_of(hints[field.name], definitions), **about}
    required = [f.name for f in fields(cls) if f.default is MISSING and f.default_factory is MISSING]
    return {
        "type": "object",
        "description": _sentence(cls),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _sentence(cls: type) -> str:
    return inspect.cleandoc(cls.__doc__ or "")


def _field_docstrings(cls: type) -> dict[str, str]:
    """The string below each field, which Python itself throws away."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for line, below in zip(definition.body, definition.body[1:], strict=False):
        if not isinstance(line, ast.AnnAssign | ast.Assign) or not isinstance(below, ast.Expr):
            continue
        name = line.target if isinstance(line, ast.AnnAssign) else line.targets[0]
        if isinstance(name, ast.Name) and isinstance(below.value, ast.Constant):
            found[name.id] = inspect.cleandoc(str(below.value.value))
    return found


if __name__ == "__main__":
    print(json.dumps(report_schema(), indent=2, ensure_ascii=False))
