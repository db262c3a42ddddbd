"""Puts the course into the wheel. An editable install reads it from the checkout instead, and gets no copy."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CONTENT = ("lessons", "exercises", "graders")


class CustomBuildHook(BuildHookInterface[Any]):
    """Maps lessons/, exercises/ and graders/ to tutor/content/, never to top-level modules."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "editable":
            build_data["force_include"] |= {name: f"tutor/content/{name}" for name in CONTENT}
