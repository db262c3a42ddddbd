"""One pytest session that grades hand-ins instead of running tests."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

from tutor.course import read_course
from tutor.errors import TutorError
from tutor.pytest_plugin.hand_ins import Grading, find
from tutor.pytest_plugin.items import GradedItem, HandInCollector

LARGEST_SEED = 2**63 - 1
SEED = "tutor_seed"


class HandInSession:
    """Registered as a plugin when --tutor is given; with pytest-xdist there is one in every process."""

    def __init__(self, config: pytest.Config) -> None:
        _refuse_tests(config)
        options = config.option
        try:
            folder = os.environ.get("TUTOR_COURSE")
            course = read_course(Path(folder) if folder else None)
            only = course.lesson(options.tutor_lesson) if options.tutor_lesson else None
        except TutorError as error:
            raise pytest.UsageError(f"--tutor: {error.message} {error.advice}") from error
        self.found = find(Path(os.path.realpath(options.tutor_hand_ins)), course, only)
        self.grading = Grading(course, _seed(config), options.tutor_device, options.tutor_require_sandbox)

    def pytest_report_header(self) -> str:
        seed = f", inputs drawn with seed {self.grading.seed}" if self.grading.seed is not None else ""
        return f"tutor: {self.found.summary}{seed}"

    @pytest.hookimpl(tryfirst=True)
    def pytest_make_collect_report(self, collector: pytest.Collector) -> pytest.CollectReport | None:
        """Have the session collect hand-ins; no file or folder of theirs is given to pytest's own collectors."""
        if not isinstance(collector, pytest.Session):
            return None
        nodes = [
            HandInCollector.from_parent(collector, hand_in=hand_in, grading=self.grading)
            for hand_in in self.found.hand_ins
        ]
        return pytest.CollectReport(collector.nodeid, "passed", None, list(nodes))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        report = yield
        if isinstance(item, GradedItem) and report.skipped and isinstance(report.longrepr, tuple):
            report.longrepr = (item.parent.hand_in.name, 1, report.longrepr[2])  # not the line of ours that skipped
        return report

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_make_scheduler(self, config: pytest.Config, log: Any) -> Any:
        """Keep the checks of a file in one process, which grades it once, unless another way was chosen."""
        if config.getoption("dist") != "load":
            return None
        from xdist.scheduler import LoadFileScheduling

        return LoadFileScheduling(config, log)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Have the processes of pytest-xdist, which read the same command line, draw the same inputs."""
        node.workerinput[SEED] = self.grading.seed

    def pytest_unconfigure(self) -> None:
        self.grading.close()


def _refuse_tests(config: pytest.Config) -> None:
    if config.args_source is pytest.Config.ArgsSource.ARGS:
        raise pytest.UsageError(
            f"--tutor grades hand-ins and runs no tests, so it does not take {' '.join(config.args)}. "
            "Choose among the checks with -k; tests are another run of pytest."
        )


def _seed(config: pytest.Config) -> int | None:
    """The seed of this run, the same in every process of pytest-xdist; None is each lesson's own."""
    if hasattr(config, "workerinput"):
        given: int | None = config.workerinput[SEED]
        return given
    text = config.option.tutor_seed
    if text is None:
        return None
    if text == "random":
        return int.from_bytes(os.urandom(4), "big")
    if text.isdecimal() and int(text) <= LARGEST_SEED:
        return int(text)
    raise pytest.UsageError(f"--tutor-seed: {text!r} is neither a whole number from 0 up nor `random`.")
