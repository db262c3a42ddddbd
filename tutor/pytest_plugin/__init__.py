"""`pytest --tutor=HAND_INS`: pytest reports every check of every hand-in, and the tutor's engine grades them.

Pytest imports this module in every session where the tutor is installed; nothing else of it before --tutor is given.
"""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("tutor", "hand-ins of the PyTorch tutor, graded in its sandbox and never imported")
    group.addoption(
        "--tutor",
        dest="tutor_hand_ins",
        metavar="HAND_INS",
        help="grade these instead of running tests: a file, or a folder of LESSON.py files and of one folder per "
        "student; write it with =, as --tutor=HAND_INS",
    )
    group.addoption("--tutor-lesson", metavar="LESSON", help="only this lesson; for a file of any name, its lesson")
    group.addoption("--tutor-seed", metavar="N", help="draw other inputs: a number, or `random`")
    group.addoption("--tutor-device", choices=("auto", "cpu", "cuda", "all"), default="auto", help="where to run them")
    group.addoption(
        "--tutor-require-sandbox",
        metavar="GRADE",
        type=str.upper,
        choices=tuple("ABCDE"),
        help="grade only if the sandbox reaches this, A to E",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if early_config.known_args_namespace.tutor_hand_ins is not None:
        from tutor.pytest_plugin.hostile_folder import keep_out

        keep_out(early_config)


def pytest_configure(config: pytest.Config) -> None:
    if config.option.tutor_hand_ins is not None:
        from tutor.pytest_plugin.session import HandInSession

        config.pluginmanager.register(HandInSession(config), "tutor hand-ins")
