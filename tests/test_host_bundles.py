"""The bundles a teacher uploads, unpacked and really run, with the host's folders redirected."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import jsonschema
import pytest

from tutor.cli import main

pytestmark = pytest.mark.xdist_group("host_bundles")
ROOT = Path(__file__).parent.parent
SCHEMAS = Path(__file__).parent / "schemas"
RIGHT = (ROOT / "graders/focal_loss/reference.py").read_text(encoding="utf-8")
Captured = pytest.CaptureFixture[str]


def package(folder: Path, *arguments: str) -> Path:
    """The bundle, unpacked with its permissions, as hosts do."""
    target = folder / "bundle.zip"
    assert main(["package", *arguments, "--output", str(target)]) == 0
    into = folder / "bundle"
    with zipfile.ZipFile(target) as bundle:
        for entry in bundle.infolist():
            os.chmod(bundle.extract(entry, into), entry.external_attr >> 16)
    return into


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that a Gradescope bundle carries, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = package(folder, "gradescope", "focal-loss").glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(folder / "site")
    return folder / "site"


def run(command: list[str], installed: Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(installed), "TUTOR_PYTHON": sys.executable, **variables}
    environment.pop("TUTOR_COURSE", None)
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)


def graded(path: Path, schema: str) -> dict:  # type: ignore[type-arg]
    found = json.loads(path.read_text())
    jsonschema.validate(found, json.loads((SCHEMAS / f"{schema}.json").read_text()))
    return found  # type: ignore[no-any-return]


def test_gradescope_grades_a_right_a_wrong_and_a_missing_file(tmp_path: Path, installed: Path) -> None:
    bundle = package(tmp_path, "gradescope", "focal-loss")
    assert os.access(bundle / "setup.sh", os.X_OK)
    submission, results = tmp_path / "submission", tmp_path / "results/results.json"
    submission.mkdir()

    def hand_in(source: str) -> dict:  # type: ignore[type-arg]
        (submission / "focal_loss.py").write_text(source, encoding="utf-8")
        (submission / "tutor.py").write_text("raise SystemExit(0)\n")
        (submission / "torch.py").write_text("raise SystemExit(0)\n")
        ended = run([str(bundle / "run_autograder")], installed, tmp_path, AUTOGRADER_ROOT=str(tmp_path))
        assert ended.returncode == 0, ended.stderr
        return graded(results, "gradescope")

    right = hand_in(RIGHT)
    assert all(test["status"] == "passed" for test in right["tests"])
    wrong = hand_in("class FocalLoss:\n    pass\nprint('::error::x')\n")
    assert sum(test["score"] for test in wrong["tests"]) < sum(test["score"] for test in right["tests"])
    assert any(test["status"] == "failed" for test in wrong["tests"])
    (submission / "focal_loss.py").unlink()
    (submission / "focal_loss.py").symlink_to("/etc/passwd")
    ended = run([str(bundle / "run_autograder")], installed, tmp_path, AUTOGRADER_ROOT=str(tmp_path))
    linked = graded(results, "gradescope")
    assert ended.returncode == 0 and "is a symbolic link" in linked["tests"][0]["output"]
    assert "root:" not in results.read_text()


def test_classroom_50_grades_in_the_checkout_and_never_takes_the_students_own_result(
    tmp_path: Path, installed: Path
) -> None:
    bundle = package(tmp_path, "classroom50", "focal-loss")
    checkout = tmp_path / "checkout"
    (checkout / "exercises").mkdir(parents=True)
    (checkout / "result.json").write_text('{"score": 100}')
    command = [sys.executable, str(bundle / "autograder.py")]
    environment = {"CLASSROOM": "cs", "ASSIGNMENT": "a1", "SUBMISSION_TAG": "submit/x"}
    (checkout / "exercises/focal_loss.py").write_text(RIGHT, encoding="utf-8")
    ended = run(command, installed, checkout, **environment)
    assert ended.returncode == 0, ended.stderr
    found = graded(checkout / "result.json", "classroom50")
    assert (found["assignment"], found["score"]) == ("a1", found["max-score"])
    broken = run(
        command, installed, checkout, **environment, TUTOR_COURSE_IGNORED="", PATH="", TUTOR_PYTHON="/bin/false"
    )
    assert broken.returncode != 0 and not (checkout / "result.json").exists()


def test_prairielearn_looks_into_the_students_folder(tmp_path: Path, installed: Path) -> None:
    bundle = package(tmp_path, "prairielearn", "focal-loss")
    question = bundle / "questions/tutor-focal-loss"
    info = json.loads((question / "info.json").read_text())
    assert info["gradingMethod"] == "External" and info["externalGradingOptions"]["enableNetworking"] is False
    (tmp_path / "student").mkdir()
    (tmp_path / "student/focal-loss.py").write_text("not under its name")
    ended = run(["bash", str(question / "tests/run.sh")], installed, tmp_path, GRADE_ROOT=str(tmp_path))
    assert ended.returncode == 0, ended.stderr
    found = graded(tmp_path / "results/results.json", "prairielearn")
    assert found["score"] == 0 and found["gradable"] is True
    assert "focal_loss.py was not handed in." in found["tests"][0]["message"]


def test_a_github_workflow_has_no_secrets_and_only_reads(tmp_path: Path) -> None:
    bundle = package(tmp_path, "github", "focal-loss")
    workflow = (bundle / ".github/workflows/tutor.yml").read_text()
    lines = [line.rstrip() for line in workflow.splitlines()]
    at = lines.index("permissions:")
    assert lines[at + 1 : at + 3] == ["  contents: read", ""]
    assert "secrets." not in workflow and "write" not in workflow and "pull_request_target" not in workflow
    assert "persist-credentials: false" in workflow
    assert "-m tutor check focal-loss --folder . --format github" in workflow
    assert (bundle / "exercises/focal_loss.py").exists() and not list(bundle.rglob("*.whl"))


def test_a_workflow_can_be_written_alone_for_whatever_was_begun(tmp_path: Path) -> None:
    target = tmp_path / "tutor.yml"
    assert main(["package", "github", "--output", str(target)]) == 0
    assert "tutor check --all --folder . --format github" in target.read_text()
    yaml = pytest.importorskip("yaml")
    assert yaml.safe_load(target.read_text())["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("host", ["gradescope", "classroom50", "prairielearn", "github"])
def test_bundles_are_the_same_bytes_every_time_and_leave_no_blanks(host: str, tmp_path: Path) -> None:
    digests = set()
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        bundle = package(tmp_path / name, host, "focal-loss")
        digests.add(hashlib.sha256((tmp_path / name / "bundle.zip").read_bytes()).hexdigest())
        for path in bundle.rglob("*"):
            if path.is_file() and path.suffix not in (".whl", ".py"):
                assert not re.search("@[A-Z_]+@", path.read_text())
    assert len(digests) == 1


def test_the_wheel_says_what_it_holds_and_pip_would_accept_it(installed: Path) -> None:
    (record,) = installed.glob("*.dist-info/RECORD")
    listed = {line.split(",")[0] for line in record.read_text().splitlines()}
    files = (path for path in installed.rglob("*") if path.is_file() and path.suffix != ".pyc")
    there = {str(path.relative_to(installed)) for path in files}
    assert listed == there
    assert {"tutor/content/graders/focal_loss/grader.py", "tutor/content/lessons/course.toml"} <= there
    assert not any("__pycache__" in name for name in listed)
    assert "[console_scripts]" in (record.parent / "entry_points.txt").read_text()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["prairielearn"], "A PrairieLearn question is one lesson."),
        (["prairielearn", "focal-loss", "conv2d-shape-arithmetic"], "A PrairieLearn question is one lesson."),
        (["classroom50"], "Which lessons is the assignment about?"),
        (["gradescope", "focal-los"], 'Did you mean "focal-loss"?'),
        (["gradescope", "--wheel", "README.md"], "is no wheel"),
        (["moodle"], "invalid choice: 'moodle'"),
    ],
)
def test_a_bundle_that_makes_no_sense_is_refused(
    tmp_path: Path, capsys: Captured, arguments: list[str], complaint: str
) -> None:
    target = tmp_path / "bundle.zip"
    assert main(["package", *arguments, "--output", str(target)]) == 2
    assert complaint in capsys.readouterr().err
    assert not target.exists()


def test_a_given_wheel_is_carried_as_it_is(tmp_path: Path) -> None:
    (made,) = package(tmp_path, "gradescope", "focal-loss").glob("*.whl")
    (tmp_path / "again").mkdir()
    bundle = package(tmp_path / "again", "github", "focal-loss", "--wheel", str(made))
    assert (bundle / ".tutor" / made.name).read_bytes() == made.read_bytes()
    assert f"$GITHUB_WORKSPACE/.tutor/{made.name}" in (bundle / ".github/workflows/tutor.yml").read_text()
