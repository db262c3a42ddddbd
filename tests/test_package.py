"""The built wheel is the whole product: it carries the course, and works far from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

pytestmark = pytest.mark.xdist_group("package")
ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("site")
    built = next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("dist"))))
    with zipfile.ZipFile(built) as wheel:
        wheel.extractall(folder)
    return folder


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-P", "-m", "tutor", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, cwd=installed.parent)


def test_only_the_package_is_installed_at_the_top(installed: Path):
    names = {entry.name for entry in installed.iterdir() if not entry.name.endswith(".dist-info")}
    assert names == {"tutor"}


def test_every_lesson_stub_and_grader_travels_in_the_wheel(installed: Path):
    for folder in ("lessons", "exercises", "graders"):
        here = {p.relative_to(ROOT) for p in (ROOT / folder).rglob("*") if p.is_file() and p.suffix != ".pyc"}
        there = {p.relative_to(installed / "tutor/content") for p in (installed / "tutor/content" / folder).rglob("*")}
        assert here <= there


def test_the_wheel_lists_the_course_outside_the_checkout(installed: Path):
    done = run(installed, "list")
    assert done.returncode == 0, done.stderr
    assert "focal-loss" in done.stdout


def test_the_wheel_grades_with_its_own_graders_and_hides_them_from_the_hand_in(installed: Path, tmp_path: Path):
    reference = installed / "tutor/content/graders/focal_loss/reference.py"
    passed = run(installed, "check", "focal-loss", "--file", str(reference))
    assert passed.returncode == 0, passed.stdout + passed.stderr
    thief = tmp_path / "focal_loss.py"
    thief.write_text(f"print(open({str(reference)!r}).read())\n")
    refused = run(installed, "check", "focal-loss", "--file", str(thief))
    assert refused.returncode == 1
    assert "one_minus_p_t" not in refused.stdout


def test_pytest_finds_the_plugin_of_an_installed_tutor(installed: Path):
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "[pytest11]\ntutor = tutor.pytest_plugin" in entry_points.read_text()
