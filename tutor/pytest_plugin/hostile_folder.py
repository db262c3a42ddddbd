"""Keeps pytest from obeying the files in a folder of hand-ins: conftest.py, pytest.ini and their like.

pytest chooses its root folder, reads an ini file there and imports what that names before any plugin is asked. It looks
at the current folder, and takes whatever stands alone on the command line for a place to look at too.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest


def keep_out(config: pytest.Config) -> None:
    """Load no conftest.py in this session; raises UsageError when pytest could have obeyed a file of a hand-in."""
    hand_ins = Path(os.path.realpath(config.known_args_namespace.tutor_hand_ins))
    if not hand_ins.exists():
        raise pytest.UsageError(f"--tutor: {hand_ins} does not exist.")
    folder = hand_ins if hand_ins.is_dir() else hand_ins.parent
    typed = (*config.invocation_params.args, *shlex.split(os.environ.get("PYTEST_ADDOPTS", "")))
    if "--tutor" in typed:
        raise pytest.UsageError(
            "--tutor: write it with =, as --tutor=HAND_INS. With a space, pytest takes HAND_INS for its root folder "
            "and reads pytest.ini and its like there before the tutor can keep it from that; nothing was graded."
        )
    _refuse_inside(folder, config.invocation_params.dir, "You are in")
    if config.inipath is not None:
        _refuse_inside(folder, config.inipath, "pytest's settings are read from")
    _refuse_inside(folder, config.rootpath, "pytest's root folder is")
    # pytest also looks for conftest.py in every test* folder below the current one, which the hand-ins may be in.
    config.known_args_namespace.noconftest = True


def _refuse_inside(folder: Path, place: Path, what: str) -> None:
    if Path(os.path.realpath(place)).is_relative_to(folder):
        raise pytest.UsageError(
            f"--tutor: {what} {place}, among the hand-ins, where pytest obeys files that students may have written. "
            "Start it in another folder; nothing was graded."
        )
