"""Writes small hub repositories into the scratch folder and asks what they offer."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tutor.probes import Case, HandIn, Observations


@contextmanager
def repository(files: dict[str, str]) -> Iterator[str]:
    """A folder with some files; afterwards nothing of it is left in this process."""
    path, current, modules = list(sys.path), os.getcwd(), set(sys.modules)
    with tempfile.TemporaryDirectory() as outer:
        folder = os.path.join(outer, "repository")  # so that the folder above it is not the current one
        os.mkdir(folder)
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        try:
            yield folder
        finally:
            sys.path[:] = path
            os.chdir(current)
            for name in {Path(file).stem for file in files} - modules:
                sys.modules.pop(name, None)


def listed(hand_in: HandIn, case: Case) -> Observations:
    """What is listed of one repository."""
    with repository(case.files) as folder:
        return {"entry points": hand_in.list_entrypoints(folder)}


def in_turn(hand_in: HandIn, case: Case) -> Observations:
    """What is listed of two repositories, and of the first one again."""
    with repository(case.files) as one, repository(case.others) as other:
        first = hand_in.list_entrypoints(one)
        second = hand_in.list_entrypoints(other)
        again = hand_in.list_entrypoints(one)
        return {"the first folder": first, "the second folder": second, "the first folder again": again}


def surroundings(hand_in: HandIn, case: Case) -> Observations:
    """sys.path and the current folder after a call that may raise."""
    with repository(case.files) as folder:
        path, current = list(sys.path), os.getcwd()
        with suppress(RuntimeError):
            hand_in.list_entrypoints(folder)
        return {
            "sys.path afterwards": "as before" if sys.path == path else "changed",
            "current folder afterwards": "as before" if os.getcwd() == current else "another one",
        }
