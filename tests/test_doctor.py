"""The doctor says what is wrong with a machine, and its exit code whether exercises can be checked on it."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sample_reports
from conftest import TOY_COURSE
from tiny_course import make_course

from tutor import doctor
from tutor.attack import trial
from tutor.attack.hostile import SHIPPED, read_folder
from tutor.attack.trial import AttackResult
from tutor.cli import main
from tutor.commands.console import Console
from tutor.commands.session import Session
from tutor.render.capabilities import Capabilities
from tutor.sandbox import layers

CPU_TORCH = {"version": "2.13.0+cpu", "cuda": None, "gpu": None, "seconds": 1.2}
BROKEN = {"error": "RuntimeError: operator torchvision::nms does not exist"}


@pytest.fixture(autouse=True)
def a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_course(tmp_path / "course")
    monkeypatch.setenv("TUTOR_COURSE", str(tmp_path / "course"))
    return tmp_path


@pytest.fixture
def imports(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, dict[str, Any]]]:
    """What the imports in a child are made to find."""
    found = {"torch": CPU_TORCH, "torchvision": {"version": "0.28.0"}}

    def pretend(code: str, session: Session) -> dict[str, Any]:
        return found["torchvision" if "torchvision" in code else "torch"]

    monkeypatch.setattr(doctor, "_import_in_a_child", pretend)
    yield found


def session() -> Session:
    return Session(Console())


def findings() -> dict[str, doctor.Finding]:
    return {finding.name.strip(): finding for finding in doctor.examine(session())}


def test_this_machine_is_examined_for_real(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["schema"] == "tutor/doctor/v1"
    assert report["can_check"] is True
    names = {finding["name"] for finding in report["findings"]}
    assert {"Python", "System", "PyTorch", "torchvision", "Sandbox", "Your files", "Progress"} <= names


def test_without_pytorch_nothing_can_be_checked(
    imports: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    imports["torch"] = {"error": "ModuleNotFoundError: No module named 'torch'"}
    assert main(["doctor"]) == 3
    told = capsys.readouterr().out
    assert "✗ PyTorch       ModuleNotFoundError: No module named 'torch'" in told
    assert told.endswith("Exercises cannot be checked here yet.\n")


def test_a_machine_in_order_is_told_so(imports: dict[str, dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "✓ PyTorch       2.13.0+cpu, CPU, imported in 1.2 s" in told
    assert told.endswith("Exercises can be checked here.\n")


def test_a_torchvision_for_cuda_beside_a_torch_for_the_cpu_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_torchvision_build", lambda: "0.28.0+cu130")
    finding = doctor.torchvision(CPU_TORCH, BROKEN)
    assert finding.status == "warning"
    assert "0.28.0+cu130 is built for CUDA" in finding.detail
    assert "torchvision --index-url <the index your torch came from>" in finding.fix


def test_a_torchvision_that_does_not_import_is_told_with_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "_torchvision_build", lambda: "0.28.0+cpu")
    assert "nms does not exist" in doctor.torchvision(CPU_TORCH, BROKEN).detail
    monkeypatch.setattr(doctor, "_torchvision_build", lambda: None)
    assert doctor.torchvision(CPU_TORCH, BROKEN).fix == "pip install torchvision"


def test_the_installed_torchvision_tells_its_build_unimported() -> None:
    if doctor._torchvision_build() is None:
        pytest.skip("no torchvision here")
    assert doctor._torchvision_build()[:1].isdecimal()  # type: ignore[index]
    assert "torchvision" not in sys.modules or sys.modules["torchvision"] is not None


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("print('noise'); print('{\"version\": \"1\"}')", {"version": "1"}),
        ("raise ImportError('libcudart.so is missing')", {"error": "ImportError: libcudart.so is missing"}),
        ("import os; os.abort()", {"error": "Python ended with exit status -6"}),
    ],
)
def test_an_import_may_fail_in_any_way(code: str, expected: dict[str, str]) -> None:
    assert doctor._import_in_a_child(code, session()) == expected


def test_an_import_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "IMPORT_SECONDS", 0.2)
    found = doctor._import_in_a_child("import threading; threading.Event().wait()", session())
    assert "still running" in found["error"]


def layer(name: str, works: bool) -> layers.Layer:
    return layers.Layer(name, works, "was tried", "" if works else f"turn {name} on")


@pytest.mark.parametrize(
    ("working", "grade", "status"),
    [
        (("unprivileged", "rlimits", "seccomp", "landlock"), "B", "ok"),
        (("unprivileged", "rlimits", "seccomp"), "C", "warning"),
        (("unprivileged", "rlimits"), "D", "warning"),
        ((), "E", "problem"),
    ],
)
def test_the_sandbox_is_graded_and_each_missing_layer_has_its_fix(
    monkeypatch: pytest.MonkeyPatch, working: tuple[str, ...], grade: str, status: str
) -> None:
    names = ("unprivileged", "rlimits", "seccomp", "landlock")
    monkeypatch.setattr(layers, "probe", lambda: tuple(layer(name, name in working) for name in names))
    overall, *tried = doctor.sandbox()
    assert overall.status == status
    assert overall.detail == f"grade {grade}: {layers.NOT_STOPPED[grade]}"  # type: ignore[index]
    assert [finding.name.strip() for finding in tried] == list(names)
    assert [finding.fix for finding in tried if finding.status == "warning"] == [
        f"turn {name} on" for name in names if name not in working
    ]


def test_the_attacks_are_handed_in_for_real_and_stopped(
    imports: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TUTOR_COURSE", str(TOY_COURSE))
    assert main(["doctor", "--attack", "--json"]) == 0
    found = [entry for entry in json.loads(capsys.readouterr().out)["findings"] if entry["name"] == "  stopped"]
    assert [entry["detail"] for entry in found] == [hostile.trick for hostile in read_folder(SHIPPED).values()]
    assert len(found) >= 12


def test_an_attack_that_gets_through_is_a_problem(
    imports: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = read_folder(SHIPPED)["hand_ins/reads_your_files"]
    through = AttackResult(hostile, ("THROUGH secret",), sample_reports.passed())
    monkeypatch.setattr(trial, "attack", lambda course: iter([through]))
    assert main(["doctor", "--attack"]) == 3
    told = capsys.readouterr().out
    assert "✗   through     Reads a file of yours. THROUGH secret" in told
    assert told.endswith("Exercises cannot be checked here yet.\n")


def test_a_gpu_that_answers_is_named() -> None:
    found = CPU_TORCH | {"cuda": "13.0", "gpu": "NVIDIA H200"}
    assert "CUDA 13.0 on NVIDIA H200" in doctor.torch(found).detail
    assert "no GPU answers" in doctor.torch(found | {"gpu": None}).detail


def test_progress_that_cannot_be_saved_is_a_warning(
    imports: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_STATE_DIR", "/proc/no-such-folder")
    assert findings()["Progress"].status == "warning"


def test_a_workspace_that_cannot_be_written_is_a_warning(
    imports: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TUTOR_WORKSPACE", "/proc/no-such-folder/work")
    assert findings()["Your files"].status == "warning"


def test_python_without_bytecode_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [finding.fix for finding in doctor.bytecode()] == ["Unset PYTHONDONTWRITEBYTECODE."]
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert list(doctor.bytecode()) == []


def test_the_terminal_is_described(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(os, "get_terminal_size", lambda: os.terminal_size((120, 36)))
    assert "120 x 36, colour, Unicode" in doctor.terminal(Capabilities(colour=True)).detail
    monkeypatch.setattr(os, "get_terminal_size", lambda: os.terminal_size((40, 10)))
    assert "at least 60 x 16" in doctor.terminal(Capabilities()).fix
    monkeypatch.setenv("TERM", "dumb")
    assert doctor.terminal(Capabilities()).status == "warning"
