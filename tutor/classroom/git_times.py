"""When the files of a git checkout were last committed, asked of git once, whatever its configuration says."""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import threading
from datetime import datetime
from pathlib import Path

from tutor.classroom.archive_members import moment

LONGEST_WAIT = 20.0
"""Seconds."""
LARGEST_LOG = 64 * 1024 * 1024
_HARMLESS = (
    *("-c", "core.fsmonitor="),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.pager=cat"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "diff.external="),
    *("-c", "diff.relative=false"),
    *("-c", "protocol.allow=never"),
)
"""Whatever in a student's own .git/config would start a program, or would show another log."""


def commit_times(repository: Path) -> dict[str, datetime] | None:
    """When each path of the checkout was last committed, in one call; None where git does not say.

    The time is the committer's, which is whatever the clock of the student's machine was set to; changes that were
    not committed are not seen. git does not answer for a checkout of another owner, and LONGEST_WAIT ends it.
    """
    git = shutil.which("git")
    if git is None:
        return None
    mark = secrets.token_hex(16)  # no name in a hostile commit can look like it
    log = _output(git, repository, mark)
    return None if log is None else _newest(log, mark)


def _output(git: str, repository: Path, mark: str) -> bytes | None:
    options = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color"]
    command = [git, "--no-pager", *_HARMLESS, "-C", str(repository), "log", f"--format={mark}%ct", *options, "--"]
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(repository),
            start_new_session=True,
        )
    except (OSError, ValueError):
        return None
    timer = threading.Timer(LONGEST_WAIT, process.kill)
    timer.start()
    try:
        with process:
            assert process.stdout is not None
            log = process.stdout.read(LARGEST_LOG + 1)
            if len(log) > LARGEST_LOG:
                process.kill()
    finally:
        timer.cancel()
    return log if process.returncode == 0 and len(log) <= LARGEST_LOG else None


def _environment(repository: Path) -> dict[str, str]:
    """Ours without what would point git elsewhere; nothing may be fetched, asked for or locked."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CEILING_DIRECTORIES": str(repository.parent),  # a hollow .git must not mean the checkout around it
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _newest(log: bytes, mark: str) -> dict[str, datetime]:
    """`<mark>1795744430 NUL LF path NUL path NUL <mark>…`, newest commit first."""
    times: dict[str, datetime] = {}
    committed: datetime | None = None
    for field in log.split(b"\0"):
        text = os.fsdecode(field.removeprefix(b"\n"))
        if text.startswith(mark):
            seconds = text.removeprefix(mark)
            committed = moment(int(seconds)) if seconds.isdecimal() else None
        elif text and committed is not None:
            times.setdefault(text, committed)
    return times
