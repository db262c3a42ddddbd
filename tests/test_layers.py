"""Which process may load what, proved in fresh interpreters and by the import contracts."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TERMINAL_SIDE = ["tutor.cli", "tutor.client", "tutor.course", "tutor.report", "tutor.worker.__main__", "tutor.tui.app"]


def modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())


@pytest.mark.parametrize("module", TERMINAL_SIDE)
def test_the_terminal_and_the_worker_never_load_torch_or_numpy(module):
    assert not modules_after(f"import {module}") & {"torch", "numpy", "torchvision", "safetensors"}


@pytest.mark.parametrize("module", ["tutor.judge.serve", "tutor.sandbox.zygote", "tutor.engine"])
def test_no_process_behind_the_worker_loads_the_screen(module):
    assert not modules_after(f"import {module}") & {"textual", "rich", "tutor.tui"}


def test_the_zygote_loads_nothing_of_the_judge():
    assert not {
        name for name in modules_after("import tutor.engine, tutor.sandbox.zygote") if name.startswith("tutor.judge")
    }


def test_listing_the_course_loads_no_toolkit():
    loaded = modules_after("import tutor.cli, tutor.course\ntutor.course.read_course()")
    assert not loaded & {"textual", "rich", "asyncio", "markdown_it", "pygments"}


def test_the_import_contracts_hold():
    done = subprocess.run([Path(sys.executable).parent / "lint-imports"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "command", [["ruff", "check", "."], ["ruff", "format", "--check", "."]], ids=["lint", "format"]
)
def test_the_code_is_linted_and_formatted(command):
    done = subprocess.run(
        [Path(sys.executable).parent / command[0], *command[1:]], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_types_are_strict():
    done = subprocess.run([sys.executable, "-m", "mypy"], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
