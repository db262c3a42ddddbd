"""The JSON Schema of `grades.json`, drawn from the dataclasses as that of a report is.

`python -m tutor.classroom.outputs.grades_schema > docs/grades.schema.json` renews the published file; a test compares
them.
"""

from __future__ import annotations

import json
from typing import Any

from tutor.classroom.gradebook import Grade
from tutor.classroom.outputs.grades_json import GRADES_SCHEMA, GradesHead
from tutor.report_schema import DRAFT, report_record, schema_of


def grades_schema() -> dict[str, Any]:
    """The schema of what `GradesJson` writes."""
    definitions: dict[str, Any] = {}
    definitions["Report"] = report_record(definitions)
    schema_of(GradesHead, definitions)
    schema_of(Grade, definitions)
    grade = definitions["Grade"]
    grade["properties"]["report"] = {
        "anyOf": [{"$ref": "#/$defs/Report"}, {"type": "null"}],
        "description": "Null where there is none.",
    }
    grade["required"].append("report")
    whole = definitions.pop("GradesHead")
    grades = {"type": "array", "items": {"$ref": "#/$defs/Grade"}, "description": "By student, then lesson."}
    whole["properties"] = {"schema": {"const": GRADES_SCHEMA}, **whole["properties"], "grades": grades}
    whole["required"] = list(whole["properties"])
    return {"$schema": DRAFT, "title": GRADES_SCHEMA, **whole, "$defs": definitions}


if __name__ == "__main__":
    print(json.dumps(grades_schema(), indent=2, ensure_ascii=False))
