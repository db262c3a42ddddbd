"""The app as a learner's terminal runs it, except that nothing is graded; says afterwards what it left behind."""

from __future__ import annotations

import sys
import termios

import sample_reports
from conftest import TOY_COURSE
from tui_pilot import FakeGrader

from tutor.course import read_course
from tutor.progress import Progress
from tutor.tui.app import run
from tutor.tui.lesson_screen import LessonScreen
from tutor.workspace import Workspace, default_workspace


def break_down(screen: LessonScreen) -> None:
    raise RuntimeError("a mistake of ours")


report = sample_reports.ALL[sys.argv[2]]() if sys.argv[1:2] == ["shows"] else None
if sys.argv[1:] == ["breaks"]:
    LessonScreen.action_hint = break_down  # type: ignore[method-assign]
before = termios.tcgetattr(sys.stdin)
course = read_course(TOY_COURSE)
code = run(course, Workspace(default_workspace(), course), Progress(), grader=FakeGrader(report))
heavy = sorted({"torch", "numpy", "torchvision", "safetensors"} & set(sys.modules))
print(f"exit {code} · loaded {heavy} · terminal {'as before' if termios.tcgetattr(sys.stdin) == before else 'changed'}")
