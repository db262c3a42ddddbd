"""`pytest --tutor`: every check of a hand-in as a test, on the real engine, in folders that would like to be obeyed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest

pytest_plugins = ["pytester"]
pytestmark = pytest.mark.xdist_group("pytest plugin")

ROOT = Path(__file__).parent.parent
ANSWERS = ROOT / "graders" / "focal_loss"
OBEYED = "import pathlib; pathlib.Path({flag!r}).write_text('obeyed')\n"
WRONG = "FocalLoss::a_positive_weighs_alpha_and_a_negative_one_minus_alpha[cpu]"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What an installer leaves for pytest to find the plugin by, from pyproject.toml."""
    site = tmp_path_factory.mktemp("site")
    entry_points = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"]["pytest11"]
    about = site / "tutor_for_pytest-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tutor-for-pytest\nVersion: 1\n")
    lines = [f"{name} = {module}" for name, module in entry_points.items()]
    (about / "entry_points.txt").write_text("\n".join(["[pytest11]", *lines, ""]))
    return site


@pytest.fixture
def far_away(installed: Path, pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder of a teacher's, with the plugin installed; all that pytester runs is a process of its own."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), str(installed)]))
    return pytester


class Graded:
    """One run over a hostile class: what pytest said, and what it wrote."""

    def __init__(self, folder: Path, installed: Path) -> None:
        self.flag = folder / "obeyed"
        self.xml = folder / "junit.xml"
        hand_ins, here = folder / "test_hand_ins", folder
        for student, answer in (("ada", "reference"), ("bob", "wrong_alpha_swapped")):
            (hand_ins / student).mkdir(parents=True)
            shutil.copy(ANSWERS / f"{answer}.py", hand_ins / student / "focal_loss.py")
        bobs = hand_ins / "bob" / "focal_loss.py"
        bobs.write_text(bobs.read_text() + 'print("\\x1b[2Jclear\\n::error::fooled")\n')
        (hand_ins / "eve").mkdir()
        (hand_ins / "eve" / "focal_loss.py").write_text("def broken(:\n")
        (hand_ins / "eve\n::error::\x1b[31m").mkdir()
        (hand_ins / "eve\n::error::\x1b[31m" / "focal_loss.py").symlink_to(ANSWERS / "reference.py")
        for place in (hand_ins, hand_ins / "ada", hand_ins / "eve"):
            plant(place, self.flag)
        course = course_with_a_broken_grader(folder / "course")
        shutil.copy(ROOT / "exercises" / "conv2d_shape_arithmetic.py", hand_ins / "ada")
        env = {**os.environ, "TUTOR_COURSE": str(course), "PYTHONPATH": os.pathsep.join([str(ROOT), str(installed)])}
        arguments = [
            f"--tutor={hand_ins.name}",
            "--tutor-seed=7",
            f"--junitxml={self.xml}",
            "-ra",
            "-p",
            "no:xdist",
            "-Werror",
        ]
        command = [sys.executable, "-P", "-m", "pytest", *arguments]
        self.ended = subprocess.run(command, cwd=here, env=env, capture_output=True, encoding="utf-8", timeout=120)
        self.cases = {
            f"{case.get('classname')}::{case.get('name')}": case
            for case in ElementTree.parse(self.xml).getroot().iter("testcase")
        }

    def outcome(self, name: str) -> str:
        case = self.cases[name]
        return next((child.tag for child in case if child.tag in ("failure", "error", "skipped")), "passed")

    def properties(self, name: str) -> dict[str, str]:
        return {p.get("name", ""): p.get("value", "") for p in self.cases[name].iter("property")}


def course_with_a_broken_grader(course: Path) -> Path:
    for part in ("lessons", "exercises", "graders"):
        shutil.copytree(ROOT / part, course / part)
    (course / "graders" / "conv2d_shape_arithmetic" / "reference.py").write_text("raise RuntimeError('ours')\n")
    return course


def plant(place: Path, flag: Path) -> None:
    """Everything a folder can hold that pytest or Python may obey, each writing one file when it is."""
    for name in ("conftest.py", "__init__.py", "sitecustomize.py", "evil.py", "test_evil.py", "torch.py"):
        (place / name).write_text(OBEYED.format(flag=str(flag)))
    (place / "pytest.ini").write_text("[pytest]\npythonpath = .\naddopts = -p evil\n")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory, installed: Path) -> Graded:
    return Graded(tmp_path_factory.mktemp("class"), installed)


def test_right_answers_pass_and_wrong_ones_fail_with_pytests_own_exit_code(graded: Graded) -> None:
    assert graded.ended.returncode == pytest.ExitCode.TESTS_FAILED, graded.ended.stdout + graded.ended.stderr
    adas = [name for name in graded.cases if name.startswith("ada.focal_loss")]
    assert len(adas) > 10
    assert {graded.outcome(name) for name in adas} == {"passed"}
    assert f"FAILED bob/focal_loss.py::{WRONG}" in graded.ended.stdout


def test_a_failure_says_the_claim_the_case_both_values_and_the_misconception(graded: Graded) -> None:
    failure = graded.cases[f"bob.focal_loss.{WRONG}"].find("failure")
    assert failure is not None
    text = failure.text or ""
    assert "With gamma=0 a positive weighs alpha" in text
    assert "The case: FocalLoss(gamma=0.0" in text
    assert "Expected" in text and "yours" in text
    assert "Alpha belongs to class 1." in text
    assert "Traceback" not in graded.ended.stdout and ".py:" not in text


def test_what_waits_for_another_check_is_skipped_with_its_reason(graded: Graded) -> None:
    assert graded.outcome("bob.focal_loss.FocalLoss::every_element_has_its_own_loss[cpu]") == "skipped"
    assert "] bob/focal_loss.py:1: Waits for: " in graded.ended.stdout


def test_scores_misconceptions_and_surroundings_are_properties_in_junit_xml(graded: Graded) -> None:
    told = graded.properties(f"bob.focal_loss.{WRONG}")
    assert told.pop("sandbox") in "ABCD"
    assert told == {
        "score": "0",
        "max_score": "1",
        "device": "cpu",
        "seed": "7",
        "misconception": "alpha_swapped",
    }
    assert graded.properties(f"ada.focal_loss.{WRONG}")["score"] == "1"
    assert len(graded.properties("ada.focal_loss::file_can_be_judged")["sha256"]) == 64


def test_a_file_that_python_cannot_read_is_one_failure_with_its_line(graded: Graded) -> None:
    eves = {name: graded.outcome(name) for name in graded.cases if name.startswith("eve.")}
    assert [name for name, outcome in eves.items() if outcome == "failure"] == ["eve.focal_loss::file_can_be_judged"]
    assert {outcome for outcome in eves.values()} == {"failure", "skipped"}
    failure = graded.cases["eve.focal_loss::file_can_be_judged"].find("failure")
    assert failure is not None and "SyntaxError" in str(failure.text) and "line 1" in str(failure.text)
    assert float(graded.properties(f"eve.focal_loss.{WRONG}")["max_score"]) == 1


def test_a_fault_of_ours_is_an_error_and_no_failure(graded: Graded) -> None:
    outcomes = {graded.outcome(name) for name in graded.cases if name.startswith("ada.conv2d")}
    assert outcomes == {"error"}
    assert "This is our fault, not yours" in graded.ended.stdout


def test_a_symbolic_link_is_not_followed(graded: Graded) -> None:
    linked = [name for name in graded.cases if "x1b" in name and graded.outcome(name) != "skipped"]
    assert [graded.outcome(name) for name in linked] == ["failure"]
    assert "is a symbolic link" in graded.ended.stdout


def test_nothing_in_the_hand_ins_is_imported_or_obeyed(graded: Graded) -> None:
    assert not graded.flag.exists()
    assert "left alone (21): __init__.py" in graded.ended.stdout


def test_what_a_hand_in_prints_is_shown_with_its_control_characters_escaped(graded: Graded) -> None:
    assert "\\x1b[2Jclear\n: :error::fooled" in graded.ended.stdout
    assert "\x1b" not in graded.ended.stdout
    assert not [line for line in graded.ended.stdout.splitlines() if line.startswith("::")]


def test_workers_of_xdist_grade_each_file_in_one_process(far_away: pytest.Pytester, tmp_path: Path) -> None:
    folder, xml = tmp_path / "hand-ins", tmp_path / "junit.xml"
    for student in ("ada", "bob"):
        (folder / student).mkdir(parents=True)
        shutil.copy(ANSWERS / "reference.py", folder / student / "focal_loss.py")
    ended = far_away.runpytest_subprocess(
        f"--tutor={folder}", "--tutor-seed=random", "-n2", "-v", f"--junitxml={xml}", "-k", "file or predict"
    )
    assert ended.ret == pytest.ExitCode.OK
    ended.assert_outcomes(passed=6)
    ran = [line.split() for line in ended.outlines if line.startswith("[gw")]
    processes = {(words[0], words[-1].split("::")[0]) for words in ran}
    assert len(ran) == 6
    assert len(processes) == 2
    seeds = {p.get("value") for p in ElementTree.parse(xml).getroot().iter("property") if p.get("name") == "seed"}
    assert len(seeds) == 1, "each process drew a seed of its own"


def test_listing_the_checks_grades_nothing(far_away: pytest.Pytester, tmp_path: Path) -> None:
    hand_in, flag = tmp_path / "any_name.py", tmp_path / "ran"
    hand_in.write_text(OBEYED.format(flag=str(flag)))
    ended = far_away.runpytest_subprocess(f"--tutor={hand_in}", "--tutor-lesson=focal-loss", "--collect-only", "-q")
    assert ended.ret == pytest.ExitCode.OK
    assert f"any_name.py::{WRONG}" in ended.outlines
    assert not flag.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--tutor", "hand_ins"), "write it with ="),
        (("--tutor=hand_ins", "tests"), "it does not take"),
        (("--tutor=nowhere",), "nowhere does not exist"),
        (("--tutor=hand_ins", "--tutor-lesson=focl-loss"), 'Did you mean "focal-loss"?'),
        (("--tutor=hand_ins", "--tutor-seed=-1"), "'-1' is neither a whole number"),
        (("--tutor=.",), "You are in"),
        (("--tutor=hand_ins", "--rootdir=hand_ins"), "pytest's root folder is"),
        (("--tutor=hand_ins", "-c", "hand_ins/evil.ini"), "settings are read from"),
    ],
)
def test_what_cannot_be_done_safely_is_refused_before_any_file_is_read(
    far_away: pytest.Pytester, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    flag = far_away.path / "obeyed"
    for folder in ("hand_ins", "tests"):
        (far_away.path / folder).mkdir()
    (far_away.path / "hand_ins" / "focal_loss.py").write_text("")
    (far_away.path / "hand_ins" / "evil.ini").write_text("[pytest]\n")
    (far_away.path / "hand_ins" / "conftest.py").write_text(OBEYED.format(flag=str(flag)))
    (far_away.path / "conftest.py").write_text(OBEYED.format(flag=str(flag)))
    ended = far_away.runpytest_subprocess(*arguments)
    assert ended.ret == pytest.ExitCode.USAGE_ERROR
    assert said in ended.stderr.str()
    assert not flag.exists()


def test_without_tutor_nothing_of_it_is_imported(far_away: pytest.Pytester) -> None:
    far_away.makepyfile(
        """
        import sys

        def test_modules():
            assert {name for name in sys.modules if name.startswith("tutor")} == {"tutor", "tutor.pytest_plugin"}
        """
    )
    far_away.runpytest_subprocess().assert_outcomes(passed=1)
