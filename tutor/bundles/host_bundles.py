"""The files each host wants, made from the templates beside this module."""

from __future__ import annotations

import json
import shlex
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor import __version__
from tutor.bundles.wheel import DISTRIBUTION, File
from tutor.course import Lesson
from tutor.errors import UsageError

_TEMPLATES = Path(__file__).parent / "templates"
_NAMESPACE = uuid.UUID("6f0c2c50-5d0f-5d3c-9a53-7a8f6b1f2f11")
"""Ours, so that a question keeps its identity from one bundle to the next."""
PRAIRIELEARN_SECONDS = 120


@dataclass(frozen=True)
class Plan:
    """What a bundle is for."""

    lessons: tuple[Lesson, ...]
    """Empty means every lesson that a student has begun."""
    wheel: tuple[str, bytes] | None
    """The name and bytes of the tutor's wheel; without one the host asks its package index."""

    @property
    def requirement(self) -> str:
        return f"{DISTRIBUTION}=={__version__}"

    @property
    def slugs(self) -> Sequence[str]:
        return [lesson.slug for lesson in self.lessons] or ["--all"]

    def wheel_files(self, folder: str = "") -> dict[str, File]:
        return {f"{folder}{self.wheel[0]}": File(self.wheel[1])} if self.wheel else {}


def gradescope(plan: Plan) -> dict[str, File]:
    """The zip of an autograder: https://gradescope-autograders.readthedocs.io/en/latest/specs/."""
    return {
        "setup.sh": _filled("gradescope_setup.sh", plan, is_program=True),
        "run_autograder": _filled("gradescope_run.sh", plan, is_program=True),
        "README.md": _filled("gradescope.md", plan),
        **plan.wheel_files(),
    }


def classroom50(plan: Plan) -> dict[str, File]:
    """What goes into CLASSROOM/autograders/ASSIGNMENT/ of the classroom's repository."""
    if not plan.lessons:
        raise UsageError("Which lessons is the assignment about?", "Name them: tutor package classroom50 LESSON …")
    return {
        "autograder.py": _filled("classroom50_autograder.py.txt", plan),
        "README.md": _filled("classroom50.md", plan),
        **plan.wheel_files(),
    }


def prairielearn(plan: Plan) -> dict[str, File]:
    """One externally graded question, and the image that grades it: https://docs.prairielearn.com/externalGrading/."""
    if len(plan.lessons) != 1:
        raise UsageError(
            "A PrairieLearn question is one lesson.", "Name exactly one: tutor package prairielearn LESSON"
        )
    (lesson,) = plan.lessons
    question = f"questions/tutor-{lesson.slug}"
    info = {
        "uuid": str(uuid.uuid5(_NAMESPACE, lesson.id)),
        "title": lesson.title,
        "topic": "PyTorch",
        "type": "v3",
        "gradingMethod": "External",
        "externalGradingOptions": {
            "enabled": True,
            "image": "YOUR-REGISTRY/tensor-tutor",
            "entrypoint": "bash /grade/tests/run.sh",
            "timeout": PRAIRIELEARN_SECONDS,
            "enableNetworking": False,
        },
    }
    return {
        f"{question}/info.json": File((json.dumps(info, indent=2, ensure_ascii=False) + "\n").encode()),
        f"{question}/question.html": _filled("prairielearn_question.html", plan),
        f"{question}/tests/run.sh": _filled("prairielearn_run.sh", plan, is_program=True),
        f"{question}/{lesson.id}.py": File(lesson.stub_source.encode()),
        "image/Dockerfile": _filled("prairielearn_Dockerfile", plan),
        "README.md": _filled("prairielearn.md", plan),
        **plan.wheel_files("image/"),
    }


def github(plan: Plan) -> dict[str, File]:
    """A template repository: a workflow that checks at every push, and the stubs."""
    return {
        ".github/workflows/tutor.yml": _filled("github_workflow.yml", plan),
        "README.md": _filled("github.md", plan),
        **{f"exercises/{lesson.id}.py": File(lesson.stub_source.encode()) for lesson in plan.lessons},
        **plan.wheel_files(".tutor/"),
    }


BUNDLES: dict[str, Callable[[Plan], dict[str, File]]] = {
    "gradescope": gradescope,
    "classroom50": classroom50,
    "prairielearn": prairielearn,
    "github": github,
}
"""By the name that `tutor package` takes."""


def _filled(template: str, plan: Plan, *, is_program: bool = False) -> File:
    text = (_TEMPLATES / template).read_text(encoding="utf-8")
    values = {
        "@LESSONS@": shlex.join(plan.slugs),
        "@LESSON_LIST@": repr(tuple(plan.slugs)),
        "@FILES@": ", ".join(f"{lesson.id}.py" for lesson in plan.lessons) or "one LESSON.py for each lesson",
        "@FILE@": f"{plan.lessons[0].id}.py" if plan.lessons else "",
        "@REQUIREMENT@": plan.requirement,
        "@WHEEL@": plan.wheel[0] if plan.wheel else "",
        "@PACKAGE@": f"./{plan.wheel[0]}" if plan.wheel else plan.requirement,
        "@GITHUB_PACKAGE@": f"$GITHUB_WORKSPACE/.tutor/{plan.wheel[0]}" if plan.wheel else plan.requirement,
        "@VERSION@": __version__,
    }
    for name, value in values.items():
        text = text.replace(name, value)
    return File(text.encode(), is_program)
