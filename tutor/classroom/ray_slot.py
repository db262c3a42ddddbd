"""What runs on a node of a Ray cluster: one warm grading worker.

Shipped to the node by value, so that a node without tutor can say so itself; therefore tutor is imported only inside.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tutor.client import Client

KEPT = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYTHONPATH", "LANG", "LC_ALL", "HOME", "TMPDIR")


class Slot:
    """A Ray actor that owns one client, and so one worker with one import of PyTorch; it keeps no hand-in."""

    def __init__(self, course_root: str, *, uses_gpu: bool) -> None:
        self._course_root = course_root
        self._uses_gpu = uses_gpu
        self._client: Client | None = None

    def greet(self) -> dict[str, str]:
        """Which node this is and what is installed there, or its "problem"; begins to import PyTorch."""
        node = {"node": node_name()}
        try:
            import tutor
            from tutor.classroom.course_hash import course_hash
            from tutor.client import Client
            from tutor.course import content_root, read_course
            from tutor.errors import CourseError
        except ImportError as error:
            return {**node, "problem": f"tutor cannot be imported there ({error})"}
        if importlib.util.find_spec("torch") is None:
            return {**node, "problem": "PyTorch is not installed there"}
        asked_for = Path(self._course_root)
        root = asked_for if (asked_for / "lessons" / "course.toml").is_file() else content_root()
        try:
            course = course_hash(read_course(root))
        except CourseError as error:
            return {**node, "problem": error.message}
        self._client = Client(root, environment=worker_environment(self._uses_gpu))
        self._client.expect_many(runs_at_once=1)
        torch = importlib.metadata.version("torch")
        return {**node, "tutor": tutor.__version__, "PyTorch": torch, "course": course}

    def grade(self, question: dict[str, Any], source: bytes) -> dict[str, Any]:
        """The report as the worker sent it, or the "message" and "advice" of the WorkerError that prevented one."""
        from tutor.conversation import Question
        from tutor.errors import WorkerError

        assert self._client is not None, "greet comes first"
        try:
            return {"report": self._client.ask(Question(question, source))["report"]}
        except WorkerError as error:
            return {"message": error.message, "advice": error.advice}

    def close(self) -> None:
        """End the worker and everything below it."""
        if self._client is not None:
            self._client.close()


def node_name() -> str:
    """How an administrator knows the machine: its name and its address in the cluster."""
    ray_util = importlib.import_module("ray.util")
    return f"{socket.gethostname()} ({ray_util.get_node_ip_address()})"


def worker_environment(uses_gpu: bool) -> dict[str, str]:
    """What a grading worker may know of a node: no token of the cluster, and no GPU that was not reserved for it."""
    kept = {name: value for name, value in os.environ.items() if name in KEPT or name.startswith("TUTOR_")}
    return kept | {"CUDA_VISIBLE_DEVICES": os.environ.get("CUDA_VISIBLE_DEVICES", "") if uses_gpu else ""}
