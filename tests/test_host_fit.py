"""`tutor doctor --host` compares what grading costs here with what each host allows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import sample_reports
from conftest import TOY_COURSE

from tutor import host_fit
from tutor.cli import main
from tutor.course import read_course
from tutor.errors import WorkerError
from tutor.hosts import HOSTS, MEBIBYTE
from tutor.render.formats import FORMATS

Captured = pytest.CaptureFixture[str]


def costing(monkeypatch: pytest.MonkeyPatch, seconds: float = 5.0, memory: int = 500 * MEBIBYTE) -> None:
    cost = host_fit.Cost(seconds, "focal_loss", memory, (sample_reports.wrong_values(),))
    monkeypatch.setattr(host_fit, "measure", lambda course: cost)


@pytest.mark.parametrize("name", HOSTS)
def test_a_small_course_fits_everywhere(monkeypatch: pytest.MonkeyPatch, capsys: Captured, name: str) -> None:
    costing(monkeypatch)
    assert main(["doctor", "--host", name]) == 0
    told = capsys.readouterr().out
    assert f"The course fits {HOSTS[name].title}, as measured on this machine." in told
    assert "5.0 s here for focal_loss" in told and "500.0 MiB" in told


def test_too_much_memory_is_told_with_both_numbers(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    costing(monkeypatch, memory=1_000 * MEBIBYTE)
    assert main(["doctor", "--host", "gradescope"]) == 1
    told = capsys.readouterr().out
    assert "✗ Memory        does not fit: 1,000.0 MiB; 768.0 MiB allowed" in told
    assert "The course does not fit Gradescope" in told


def test_half_a_processor_takes_twice_as_long(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    costing(monkeypatch, seconds=301.0)
    assert main(["doctor", "--host", "gradescope"]) == 1
    assert "about 602 s with 0.5 of a processor" in " ".join(capsys.readouterr().out.split())


def test_close_to_a_limit_is_a_warning(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    costing(monkeypatch, seconds=19.0)
    assert main(["doctor", "--host", "exercism", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["fits"]) == ("tutor/fit/v1", True)
    (took,) = [finding for finding in found["findings"] if finding["name"] == "Time"]
    assert took["status"] == "warning" and "barely" in took["detail"]


def test_what_cannot_be_measured_does_not_fit(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def fail(course: object) -> None:
        raise WorkerError("PyTorch is not installed here.", "pip install torch")

    monkeypatch.setattr(host_fit, "measure", fail)
    assert main(["doctor", "--host", "github"]) == 1
    assert "PyTorch is not installed here." in capsys.readouterr().out


def test_every_host_has_a_format_and_says_where_its_limits_come_from() -> None:
    for host in HOSTS.values():
        assert host.format in FORMATS and host.page.startswith("https://")


FAMILY = """
import subprocess, sys
if sys.argv[1:]:
    kept = bytearray(b"x" * 100_000_000)
    print("ready", flush=True)
    sys.stdin.read()
else:
    sys.exit(subprocess.run([sys.executable, __file__, "child"]).returncode)
"""


def test_the_memory_of_children_is_counted(tmp_path: Path) -> None:
    program = tmp_path / "family.py"
    program.write_text(FAMILY)
    with subprocess.Popen([sys.executable, program], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None and parent.stdout.readline() == b"ready\n"
        assert host_fit.resident(parent.pid) > 100_000_000
        parent.communicate()


@pytest.mark.slow
def test_grading_is_really_measured() -> None:
    cost = host_fit.measure(read_course(TOY_COURSE))
    assert all(report.passed for report in cost.reports)
    assert cost.seconds > max(report.seconds for report in cost.reports)
    assert cost.memory_bytes > 100 * MEBIBYTE
