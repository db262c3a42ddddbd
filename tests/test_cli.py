"""The command line as a user meets it: what is printed where, with which exit code, and what is left behind."""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pexpect
import pytest
from every_state import EVERY_STATE, FAILED, GRADER_ERROR, NOT_RUN, NOT_WRITTEN, PASSED, RAISED, REFUSED, TIMEOUT
from tiny_course import make_course

from tutor import __version__, hints
from tutor.cli import COMMANDS, main
from tutor.client import CheckRequest
from tutor.commands import check
from tutor.conversation import CheckProgress, OnProgress
from tutor.course import read_course
from tutor.errors import WorkerError
from tutor.progress import Progress
from tutor.report import Report
from tutor.report_json import report_from_dict

ROOT = Path(__file__).parent.parent


class FakeClient:
    """Answers with one report and remembers what it was asked."""

    def __init__(self, answer: Report | BaseException) -> None:
        self.answer = answer
        self.requests: list[CheckRequest] = []
        self.closed = 0

    def start(self) -> None:
        pass

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        self.requests.append(request)
        if on_progress is not None:
            on_progress(CheckProgress("starting"))
            on_progress(CheckProgress("running", 1, 5, "It adds."))
        if isinstance(self.answer, BaseException):
            raise self.answer
        return replace(self.answer, lesson=request.lesson, hand_in=request.hand_in)

    def __enter__(self) -> FakeClient:
        return self

    def __exit__(self, *ignored: object) -> None:
        self.closed += 1


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_course(tmp_path / "course")
    monkeypatch.setenv("TUTOR_COURSE", str(tmp_path / "course"))
    monkeypatch.setenv("TUTOR_WORKSPACE", str(tmp_path / "work"))
    monkeypatch.setenv("TUTOR_STATE_DIR", str(tmp_path / "state"))
    for name in ("TUTOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch, workspace: Path) -> Callable[[Report | BaseException], FakeClient]:
    """Have every check answered with this report."""

    def install(answer: Report | BaseException) -> FakeClient:
        client = FakeClient(answer)
        monkeypatch.setattr(check, "make_client", lambda root: client)
        return client

    return install


Answering = Callable[[Report | BaseException], FakeClient]
AtTerminal = Callable[..., "pexpect.spawn[str]"]
Captured = pytest.CaptureFixture[str]


def tutor(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The real program, away from any terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tutor", *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        **options,  # type: ignore[call-overload]
    )


# What is where


def test_without_a_terminal_the_course_and_what_to_run_are_printed(workspace: Path) -> None:
    ended = tutor()
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "A toy course" in ended.stdout
    assert "mean-of-rows" in ended.stdout
    assert "tutor check LESSON" in ended.stdout


def test_list_shows_every_lesson_and_how_far_one_is(workspace: Path, capsys: Captured) -> None:
    Progress().record(replace(PASSED, lesson="adding"))
    Progress().record(replace(FAILED, lesson="scaling"))
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "   ✓ 1.1  adding        Adding             10 min  passed" in lines
    assert "   ○ 1.2  mean-of-rows  The mean of rows   10 min" in lines
    assert "   ● 2.1  scaling       Scaling            10 min  tried" in lines
    assert lines[-1] == "1 of 3 lessons passed."


def test_status_shows_units_next_lesson_and_folders(workspace: Path, capsys: Captured) -> None:
    Progress().record(replace(PASSED, lesson="adding"))
    assert main(["status"]) == 0
    out = capsys.readouterr().out
    assert "1  Sums      ━━━━━━━━━━──────────  1/2" in out
    assert "Next: 1.2 The mean of rows. `tutor show mean-of-rows`" in out
    assert str(workspace) in out
    assert "progress.db" in out


def test_status_without_anything_left_says_so(workspace: Path, capsys: Captured) -> None:
    for lesson in ("adding", "mean_of_rows", "scaling"):
        Progress().record(replace(PASSED, lesson=lesson))
    assert main(["status"]) == 0
    assert "You have passed every lesson." in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["mean_of_rows", "mean-of-rows", "mean_of_rows.py", "MEAN-of-rows", "1.2", "x/mean_of_rows.py"]
)
def test_a_lesson_is_known_by_several_names(workspace: Path, capsys: Captured, name: str) -> None:
    assert main(["show", name]) == 0
    assert capsys.readouterr().out.startswith("# The mean of rows\n")


def test_show_prints_markdown_to_a_pipe_and_leaves_the_hints_out(workspace: Path) -> None:
    ended = tutor("show", "adding")
    assert ended.stdout.startswith("# Adding\n")
    assert "> Remember the\n> shape." in ended.stdout
    assert "Hints" not in ended.stdout
    assert not (workspace / "adding.py").exists()


def test_lessons_come_in_the_learners_language(
    workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    main(["list"])
    assert capsys.readouterr().out.startswith("玩具课程\n")
    Progress().remember("language", "en")
    main(["list"])
    assert capsys.readouterr().out.startswith("A toy course\n")
    monkeypatch.setenv("TUTOR_LANG", "zh")
    main(["list"])
    assert capsys.readouterr().out.startswith("玩具课程\n")


# Mistakes


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["show", "addng"], 'There is no lesson called "addng". Did you mean "adding"?'),
        (["chek", "adding"], 'There is no command called "chek". Did you mean `tutor check`?'),
        (["stat"], "Did you mean `tutor status`?"),
        (["addin"], 'There is no lesson called "addin". Did you mean "adding"?'),
        (["qqqqq"], 'There is no command called "qqqqq".'),
        (["check", "adding", "--devise", "cpu"], "Did you mean --device?"),
        (["check", "adding", "--device", "tpu"], "invalid choice: 'tpu'"),
        (["check", "adding", "--seed", "-1"], "'-1' is neither a whole number"),
        (["check", "adding", "--seed", "many"], "'many' is neither a whole number from 0 up nor `random`"),
        (["check", "adding", "--require-sandbox", "F"], "invalid choice: 'F'"),
        (["check"], "Which lesson?"),
        (["check", "--file", "-"], "Which lesson?"),
        (["check", "adding", "--all"], "--all grades every lesson you have changed."),
        (["check", "adding"], "adding.py does not exist."),
        (["check", "adding", "--file", "nowhere.py"], "nowhere.py does not exist."),
        (["check", "adding", "--file", "."], "is a folder"),
        (["check", "adding", "--file", "/dev/zero"], "is a device"),
        (["list", "now"], "Unrecognized arguments: now."),
        (["adding"], "The app needs a terminal."),
        (["hint", "adding", "mul"], 'No hint is about "mul".'),
        (["solution", "adding"], "Adding is not passed yet."),
        ([""], 'There is no command called "".'),
    ],
)
def test_misuse_is_told_on_stderr_with_exit_code_2(
    workspace: Path, capsys: Captured, arguments: list[str], complaint: str
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert complaint in told.err
    assert "Traceback" not in told.err


def test_a_broken_course_is_no_misuse(workspace: Path, capsys: Captured) -> None:
    (workspace.parent / "course/lessons/course.toml").write_text("[[", encoding="utf-8")
    assert main(["list"]) == 3
    assert "course.toml is not valid TOML" in capsys.readouterr().err


def test_a_bug_of_ours_is_told_without_a_traceback(
    workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tutor.commands.list.overview", lambda session: 1 / 0)
    assert main(["list"]) == 3
    told = capsys.readouterr().err
    assert "This is our fault" in told and "Traceback" not in told
    assert "ZeroDivisionError" in (tmp_path / "state/last-failure.txt").read_text()
    monkeypatch.setenv("TUTOR_STATE_DIR", "/proc/no-such-folder")
    assert main(["list"]) == 3
    assert "TUTOR_DEBUG=1" in capsys.readouterr().err


# Check


CODES = {"passed": 0, "further_to_go": 0, "grader_error": 3, "not_run": 3}


@pytest.mark.parametrize("state", EVERY_STATE)
@pytest.mark.parametrize("form", ["terminal", "plain", "json", "junit"])
def test_the_exit_code_says_what_became_of_the_check(
    answering: Answering, workspace: Path, capsys: Captured, state: str, form: str
) -> None:
    client = answering(EVERY_STATE[state])
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding", "--format", form]) == CODES.get(state, 1)
    told = capsys.readouterr()
    assert told.err == ""
    if form == "json":
        assert report_from_dict(json.loads(told.out)).outcome is EVERY_STATE[state].outcome
    elif form == "junit":
        assert ElementTree.fromstring(told.out).find(".//testcase") is not None
    else:
        assert "Adding" in told.out
    assert client.closed == 1


def test_after_the_last_lesson_the_first_that_is_open_is_next(
    answering: Answering, workspace: Path, capsys: Captured
) -> None:
    client = answering(replace(PASSED, lesson="scaling"))
    (workspace / "scaling.py").write_text("x = 1\n")
    main(["check", "scaling"])
    assert "`tutor show adding`" in capsys.readouterr().out
    for lesson in ("adding", "mean_of_rows"):
        Progress().record(replace(PASSED, lesson=lesson))
    main(["check", "scaling"])
    assert "That was the last lesson of the course." in capsys.readouterr().out
    assert client.closed == 2


def test_the_request_carries_all_that_was_asked_for(answering: Answering, workspace: Path, capsys: Captured) -> None:
    client = answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    main(["check", "adding", "--device", "all", "--seed", "12", "--require-sandbox", "b"])
    assert client.requests == [CheckRequest("adding", b"x = 1\n", "adding.py", 12, "all", "B")]


def test_a_random_seed_is_told_so_that_it_can_be_repeated(
    answering: Answering, workspace: Path, capsys: Captured
) -> None:
    client = answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    main(["check", "adding", "--seed", "random"])
    assert f"--seed {client.requests[0].seed} draws them again" in capsys.readouterr().err


def test_a_sandbox_too_weak_is_the_environments_fault(answering: Answering, workspace: Path, capsys: Captured) -> None:
    answering(REFUSED)
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding", "--require-sandbox", "B"]) == 3
    assert main(["check", "adding", "--require-sandbox", "C"]) == 1


def test_only_checks_of_the_learners_own_file_are_recorded(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path
) -> None:
    client = answering(PASSED)
    other = tmp_path / "adding.py"
    other.write_text("y = 2\n")
    assert main(["check", "adding", "--file", str(other)]) == 0
    assert main(["check", "--file", str(other)]) == 0
    assert [request.source for request in client.requests] == [b"y = 2\n"] * 2
    assert Progress().lesson("adding").status == "new"
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding", "--file", str(workspace / "adding.py")]) == 0
    assert Progress().lesson("adding").status == "passed"


def test_a_file_of_the_same_name_here_is_not_confused_with_the_learners_own(
    answering: Answering, workspace: Path, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    monkeypatch.chdir(tmp_path)
    Path("adding.py").write_text("y = 2\n")
    assert main(["check", "adding.py"]) == 0
    assert client.requests[0].source == b"x = 1\n"
    assert "tutor check adding --file adding.py" in capsys.readouterr().err


def test_a_hand_in_can_come_on_stdin(workspace: Path) -> None:
    program = """
import sys
sys.path.insert(0, "tests")
from every_state import PASSED
from test_cli import FakeClient
from tutor.cli import main
from tutor.commands import check
client = FakeClient(PASSED)
check.make_client = lambda root: client
code = main(["check", "adding", "--file", "-"])
print(client.requests[0].source, client.requests[0].hand_in, file=sys.stderr)
sys.exit(code)
"""
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, input=b"z = 3\n", capture_output=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert ended.stderr == b"b'z = 3\\n' stdin\n"
    assert Progress().lesson("adding").status == "new"


def test_bytes_that_are_no_text_are_graded_like_any_hand_in(
    answering: Answering, workspace: Path, capsys: Captured
) -> None:
    client = answering(RAISED)
    (workspace / "adding.py").write_bytes(b"\x00\xff\xfe")
    assert main(["check", "adding"]) == 1
    assert client.requests[0].source == b"\x00\xff\xfe"


def test_a_worker_that_dies_is_our_fault(answering: Answering, workspace: Path, capsys: Captured) -> None:
    client = answering(WorkerError("The worker went away twice.", "Run `tutor doctor`."))
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding"]) == 3
    told = capsys.readouterr()
    assert told.out == "" and "The worker went away twice." in told.err
    assert client.closed == 1


def test_ctrl_c_ends_quietly_with_130(answering: Answering, workspace: Path, capsys: Captured) -> None:
    client = answering(KeyboardInterrupt())
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding"]) == 130
    assert capsys.readouterr() == ("", "")
    assert client.closed == 1


@pytest.mark.parametrize("state_dir", ["/proc/no-such-folder", "corrupt"])
def test_progress_that_cannot_be_kept_never_blocks_a_check(
    answering: Answering, workspace: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch, state_dir: str
) -> None:
    if state_dir == "corrupt":
        state_dir = str(workspace.parent / "state")
        os.makedirs(state_dir)
        Path(state_dir, "progress.db").write_bytes(b"garbage" * 1000)
    monkeypatch.setenv("TUTOR_STATE_DIR", state_dir)
    answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "adding"]) == 0
    told = capsys.readouterr()
    assert "All 4 checks pass" in told.out
    assert told.err.count("Warning:") == 1


def test_all_grades_what_was_changed_and_names_the_rest(
    answering: Answering, workspace: Path, capsys: Captured
) -> None:
    client = answering(FAILED)
    (workspace / "adding.py").write_text("x = 1\n")
    (workspace / "scaling.py").write_text("x = 1\n")
    assert main(["check", "--all"]) == 1
    told = capsys.readouterr()
    assert [request.lesson for request in client.requests] == ["adding", "scaling"]
    assert told.out.count("What this looks like") == 2
    assert told.out.splitlines()[-3:] == [
        "✗ 1.1  adding   1 of 4 checks pass",
        "✗ 2.1  scaling  1 of 4 checks pass",
        "Not started: mean-of-rows",
    ]
    assert Progress().lesson("scaling").status == "tried"


def test_all_passes_when_every_attempted_lesson_does(answering: Answering, workspace: Path, capsys: Captured) -> None:
    answering(PASSED)
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "--all", "--format", "plain"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "1.1  adding  All 4 checks pass"


def test_all_as_json_is_one_document(answering: Answering, workspace: Path, capsys: Captured) -> None:
    answering(NOT_WRITTEN)
    (workspace / "adding.py").write_text("x = 1\n")
    assert main(["check", "--all", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert [report["lesson"] for report in document["reports"]] == ["adding"]
    assert document["untouched"] == ["mean_of_rows", "scaling"]


def test_all_goes_on_after_a_file_it_cannot_read(answering: Answering, workspace: Path, capsys: Captured) -> None:
    client = answering(PASSED)
    (workspace / "adding.py").mkdir()
    (workspace / "scaling.py").write_text("x = 1\n")
    assert main(["check", "--all"]) == 2
    assert [request.lesson for request in client.requests] == ["scaling"]
    assert "adding.py is a folder" in capsys.readouterr().err


def test_all_with_nothing_to_grade_is_no_success(answering: Answering, workspace: Path, capsys: Captured) -> None:
    client = answering(PASSED)
    assert main(["check", "--all", "--format", "junit"]) == 2
    told = capsys.readouterr()
    assert ElementTree.fromstring(told.out).attrib["tests"] == "0"
    assert "nothing was checked" in told.err
    assert client.requests == []


@pytest.mark.parametrize("report", [GRADER_ERROR, NOT_RUN, TIMEOUT], ids=["ours", "not_run", "timeout"])
def test_ours_and_theirs_have_different_codes(report: Report) -> None:
    assert check.exit_code(report) == (1 if report is TIMEOUT else 3)


# Hint, solution, reset


def test_hints_come_one_at_a_time_and_the_last_one_stays(workspace: Path, capsys: Captured) -> None:
    shown = []
    for _ in range(4):
        assert main(["hint", "adding"]) == 0
        shown.append(capsys.readouterr())
    assert shown[0].out == "Hint 1 of 2 · add\n  Look at the signature.\n"
    assert shown[1].out == "Hint 2 of 2 · add\n  Which operator adds?\n"
    assert shown[2].out == shown[3].out == "Hint 1 of 1 · total\n  Nearly: `x.sum()`.\n"
    assert [bool(one.err) for one in shown] == [False, False, True, True]
    assert Progress().lesson("adding").hints_shown == 3


def test_hints_for_an_item_and_hints_in_turn_are_counted_together(workspace: Path, capsys: Captured) -> None:
    main(["hint", "adding", "add"])
    assert "Hint 1 of 2 · add" in capsys.readouterr().out
    main(["hint", "adding", "total"])
    assert "Hint 1 of 1 · total" in capsys.readouterr().out
    main(["hint", "adding"])
    assert "Hint 2 of 2 · add" in capsys.readouterr().out


def test_all_hints_at_once(workspace: Path, capsys: Captured) -> None:
    main(["hint", "adding", "--all"])
    assert capsys.readouterr().out.count("Hint ") == 3
    assert Progress().lesson("adding").hints_shown == 3


def test_the_app_counts_the_same_hints(workspace: Path, capsys: Captured) -> None:
    lesson = read_course(workspace.parent / "course").lesson("adding")
    hints.show(Progress(), lesson, lesson.hints_for("add"))
    main(["hint", "adding"])
    assert "Hint 2 of 2 · add" in capsys.readouterr().out


def test_the_app_opens_at_a_terminal(at_terminal: AtTerminal, workspace: Path) -> None:
    terminal = at_terminal("PASSED", "adding")
    terminal.expect_exact("Adding")
    terminal.expect_exact("Commands")  # the footer: from here on the keys are the app's
    terminal.send("\x11")
    assert ended_with(terminal) == 0


def test_a_solution_is_shown_after_passing_or_on_a_clear_yes(workspace: Path, capsys: Captured) -> None:
    assert main(["solution", "adding"]) == 2
    assert main(["solution", "adding", "--yes"]) == 0
    assert "return a + b" in capsys.readouterr().out
    Progress().record(replace(PASSED, lesson="adding"))
    assert main(["solution", "adding"]) == 0


def test_a_course_without_solutions_says_so(workspace: Path, capsys: Captured) -> None:
    (workspace.parent / "course/graders/adding/reference.py").unlink()
    assert main(["solution", "adding", "--yes"]) == 3
    assert "comes without solutions" in capsys.readouterr().err


def test_reset_asks_for_a_yes_and_keeps_a_backup(workspace: Path, capsys: Captured) -> None:
    mine = workspace / "adding.py"
    mine.write_text("x = 1\n")
    assert main(["reset", "adding"]) == 2
    assert mine.read_text() == "x = 1\n"
    assert main(["reset", "adding", "--yes"]) == 0
    (backup,) = (workspace / ".backups").iterdir()
    assert backup.read_text() == "x = 1\n"
    assert str(backup) in capsys.readouterr().out


def test_reset_brings_a_missing_file_back_without_asking(workspace: Path, capsys: Captured) -> None:
    assert main(["reset", "adding"]) == 0
    assert (workspace / "adding.py").exists()


# Help and version


def test_version_and_help(workspace: Path, capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tutor {__version__}\n"
    assert main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(f"  {name}" in text for name in COMMANDS)
    assert all(len(line) <= 100 for line in text.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(workspace: Path, capsys: Captured, name: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert COMMANDS[name].sentence in text
    assert COMMANDS[name].example in text


# Pipes and terminals


def test_a_reader_that_leaves_early_is_no_failure(workspace: Path) -> None:
    ended = subprocess.run(
        f"{sys.executable} -m tutor list | true; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ended.stdout, ended.stderr) == ("0\n", "")


def test_a_full_disk_under_stdout_is_told(workspace: Path) -> None:
    with open("/dev/full", "w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "tutor", "list"],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert ended.returncode == 3
    assert "cannot be written: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_stdout_without_unicode_gets_ascii(workspace: Path) -> None:
    ended = tutor("list", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert ended.returncode == 0
    assert ended.stdout.isascii()
    assert "o 1.1" in ended.stdout


def test_closed_streams_are_no_crash(workspace: Path) -> None:
    command = f"{sys.executable} -m tutor list <&- >&-"
    ended = subprocess.run(command, shell=True, cwd=ROOT, stderr=subprocess.PIPE, text=True, timeout=60)
    assert "Traceback" not in ended.stderr


HEAVY = ("textual", "rich", "torch", "numpy", "markdown_it", "pygments")
AFTER = "\nprint(sorted(set(sys.modules) & set(sys.argv[1].split())), file=sys.stderr)\n"


def heavy_modules_after(program: str, banned: tuple[str, ...]) -> str:
    """Which of `banned` a fresh interpreter has loaded after the program."""
    command = [sys.executable, "-c", "import sys\nfrom tutor.cli import main\n" + program + AFTER, " ".join(banned)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    return ended.stderr.splitlines()[-1]


@pytest.mark.parametrize("command", ["list", "status", "show adding", "hint adding", "reset adding --yes"])
def test_light_commands_stay_light(workspace: Path, command: str) -> None:
    assert heavy_modules_after(f"main({command.split()!r})", (*HEAVY, "asyncio")) == "[]"


@pytest.mark.parametrize("command", ["--help", "--version", "nonsense"])
def test_what_needs_no_course_reads_none(workspace: Path, command: str) -> None:
    assert heavy_modules_after(f"main([{command!r}])", (*HEAVY, "asyncio", "sqlite3")) == (
        "[]" if command != "nonsense" else "['sqlite3']"
    )


def test_check_leaves_torch_to_the_worker(workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    program = """
sys.path.insert(0, "tests")
from every_state import PASSED
from tutor.commands import check
class Client:
    def check(self, request, on_progress): return PASSED
    def __enter__(self): return self
    def __exit__(self, *ignored): pass
check.make_client = lambda root: Client()
assert main(["check", "adding"]) == 0
"""
    assert heavy_modules_after(program, HEAVY) == "[]"


def test_doctor_imports_torch_only_in_a_child(workspace: Path) -> None:
    program = """
import tutor.doctor
tutor.doctor._import_in_a_child = lambda code, session: {"error": "not tried"}
assert main(["doctor"]) == 3
"""
    assert heavy_modules_after(program, HEAVY) == "[]"


# At a terminal

DRIVER = """
import sys
sys.path.insert(0, "tests")
import every_state
from test_cli import FakeClient
from tutor.cli import main
from tutor.commands import check
check.make_client = lambda root: FakeClient(getattr(every_state, sys.argv[1]))
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def at_terminal(workspace: Path) -> Iterator[Callable[..., pexpect.spawn[str]]]:
    """Start `tutor` on a terminal, with a worker that always answers the same."""
    started: list[pexpect.spawn[str]] = []

    def start(answer: str, *arguments: str, **environment: str) -> pexpect.spawn[str]:
        terminal = pexpect.spawn(
            sys.executable,
            ["-c", DRIVER, answer, *arguments],
            cwd=str(ROOT),
            env={**os.environ, "TERM": "xterm", **environment},  # type: ignore[arg-type]
            encoding="utf-8",
            timeout=30,
            dimensions=(24, 80),
        )
        started.append(terminal)
        return terminal

    yield start
    for terminal in started:
        terminal.close(force=True)


def ended_with(terminal: pexpect.spawn[str]) -> int | None:
    terminal.expect(pexpect.EOF)
    terminal.close()
    return terminal.exitstatus


def test_a_terminal_sees_progress_and_colour(at_terminal: AtTerminal, workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("FAILED", "check", "adding")
    terminal.expect_exact("Starting PyTorch…")
    terminal.expect_exact("\r\x1b[KChecking 2 of 5: It adds.")
    terminal.expect_exact("\r\x1b[K")
    terminal.expect_exact("\x1b[31;1m✗ 1 of 4 checks pass\x1b[0m")
    assert ended_with(terminal) == 1


def test_no_color_is_obeyed(at_terminal: AtTerminal, workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("FAILED", "check", "adding", NO_COLOR="1")
    terminal.expect_exact("✗ 1 of 4 checks pass")
    terminal.expect(pexpect.EOF)
    assert "\x1b" not in terminal.before


def test_a_dumb_terminal_gets_plain_sentences(at_terminal: AtTerminal, workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("FAILED", "check", "adding", TERM="dumb")
    terminal.expect(pexpect.EOF)
    assert "Look at check 2 first." in terminal.before
    assert "\x1b" not in terminal.before


def test_a_dumb_terminal_gets_no_app(at_terminal: AtTerminal) -> None:
    terminal = at_terminal("FAILED", TERM="dumb")
    terminal.expect_exact("tutor check LESSON")
    assert ended_with(terminal) == 0


@pytest.mark.parametrize(("answer", "code", "content"), [("y", 0, "add(a, b)"), ("n", 1, "x = 1"), ("", 1, "x = 1")])
def test_reset_does_what_the_answer_says(
    at_terminal: AtTerminal, workspace: Path, answer: str, code: int, content: str
) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("FAILED", "reset", "adding")
    terminal.expect_exact("[y/N] ")
    terminal.sendline(answer)
    assert ended_with(terminal) == code
    assert content in (workspace / "adding.py").read_text()


def test_a_question_can_be_left_with_ctrl_c(at_terminal: AtTerminal, workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("FAILED", "reset", "adding")
    terminal.expect_exact("[y/N] ")
    terminal.sendintr()
    assert ended_with(terminal) == 130
    assert "Traceback" not in terminal.before


def test_show_wraps_at_a_terminal_and_makes_the_file(at_terminal: AtTerminal, workspace: Path) -> None:
    terminal = at_terminal("FAILED", "show", "adding")
    terminal.expect_exact("\x1b[1mAdding\x1b[0m")
    terminal.expect_exact("then run: tutor check adding")
    assert ended_with(terminal) == 0
    assert (workspace / "adding.py").exists()


def test_watch_checks_at_every_save_and_only_then(at_terminal: AtTerminal, workspace: Path) -> None:
    mine = workspace / "adding.py"
    terminal = at_terminal("FAILED", "watch", "adding")
    terminal.expect_exact("It is checked whenever you save it.")
    terminal.expect_exact("h hint, q quit.")
    mine.write_text("x = 1\n")
    terminal.expect_exact("Adding: 1 of 4 checks pass.")
    terminal.expect_exact("h hint, q quit.")
    replacement = workspace / "new.py"
    replacement.write_text("x = 2\n")
    replacement.replace(mine)
    terminal.expect_exact("Adding: 1 of 4 checks pass.")
    terminal.expect_exact("h hint, q quit.")
    os.utime(mine)
    terminal.sendline("h")
    terminal.expect_exact("Hint 1 of 2")
    terminal.sendline("n")
    terminal.expect_exact("The next lesson opens when this one passes.")
    mine.unlink()
    terminal.expect_exact("`tutor reset adding` brings the starting file back.")
    assert "checks pass" not in terminal.before
    terminal.sendline("q")
    assert ended_with(terminal) == 0
    assert Progress().lesson("adding").tries == 2


def test_watch_goes_on_only_when_asked(at_terminal: AtTerminal, workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("PASSED", "watch")
    terminal.expect_exact("Adding: All 4 checks pass.")
    terminal.expect_exact("h hint, n next lesson, q quit.")
    terminal.sendline("n")
    terminal.expect_exact("1.2 The mean of rows. Your file: ")
    terminal.sendintr()
    assert ended_with(terminal) == 130
    assert "Traceback" not in terminal.before


def test_watch_shows_no_escapes_with_no_color(at_terminal: AtTerminal, workspace: Path) -> None:
    (workspace / "adding.py").write_text("x = 1\n")
    terminal = at_terminal("FAILED", "watch", "adding", TERM="dumb", NO_COLOR="1")
    terminal.expect_exact("h hint, q quit.")
    shown = terminal.before
    terminal.expect_exact("Adding: 1 of 4 checks pass.")
    assert "\x1b" not in shown + terminal.before
    terminal.sendeof()
    assert ended_with(terminal) == 0


# The real worker


def processes_that_mention(text: str) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal() and int(folder.name) != os.getpid():
            try:
                if text.encode() in (folder / "cmdline").read_bytes():
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_nothing_running(workspace: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    course = workspace.parent / f"course-for-signal-{number}"
    for part in ("lessons", "exercises", "graders"):
        shutil.copytree(ROOT / part, course / part, ignore=shutil.ignore_patterns("__pycache__"))
    (workspace / "focal_loss.py").write_text("x = 1\n")
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "tutor", "check", "focal-loss"],
        cwd=str(ROOT),
        env={**os.environ, "TUTOR_COURSE": str(course), "TERM": "xterm"},  # type: ignore[arg-type]
        encoding="utf-8",
        timeout=60,
    )
    terminal.expect_exact("Starting PyTorch…")
    worker = processes_that_mention(str(course))
    assert worker
    endings = [os.pidfd_open(pid) for pid in worker]
    terminal.kill(number)
    assert ended_with(terminal) == 128 + number
    assert "Traceback" not in terminal.before
    for ending in endings:
        assert select.select([ending], [], [], 20)[0], "a process was left behind"
        os.close(ending)
    assert processes_that_mention(str(course)) == []
