"""A block of a lesson runs as a hand-in does: whatever it does comes back as a result with words."""

import ast
import os
import threading
import time
from pathlib import Path

import pytest
from conftest import Grading

from tutor.client import CheckRequest
from tutor.conversation import CheckCancelled, CheckProgress
from tutor.course import Course
from tutor.raised import DecodeError
from tutor.report import Outcome
from tutor.snippet import SnippetResult
from tutor.wire import Frame
from tutor.worker.snippet import read_blocks

LESSON = "outer_sum"


@pytest.fixture
def run(toy_grading: Grading):
    """Run blocks of the toy lesson."""

    def run(*blocks: str, **options: bool) -> SnippetResult:
        return toy_grading.client.run_snippet(LESSON, blocks, **options)

    return run


@pytest.fixture(autouse=True)
def the_next_block_runs_in_a_clean_process(toy_grading: Grading):
    """Whatever a block did, the engine still works afterwards."""
    yield
    assert toy_grading.client.run_snippet(LESSON, ["print('clean', 'a' in globals())"]).output == "clean False\n"


# What is shown


def test_a_block_shows_what_it_prints(run):
    result = run("import torch\n\na = torch.tensor([1.0, 2.0])\nprint(a[:, None].shape)\n")
    assert result.output == "torch.Size([2, 1])\n"
    assert result.problem is None and not result.output_cut and result.seconds > 0


def test_a_block_builds_on_those_before_it_and_only_its_own_output_is_shown(run):
    result = run("a = 1\nprint('first')", "a += 1\nprint('second')", "print('third', a, end='')")
    assert (result.output, result.problem) == ("third 2", None)


def test_random_numbers_are_those_the_lesson_shows(run):
    blocks = ["import torch", "print(f'{torch.rand(1).item():.4f}')"]
    assert run(*blocks).output == run(*blocks).output == "0.4963\n"


def test_the_value_of_a_prediction_is_shown_as_python_writes_it(run):
    result = run("x = torch.arange(3)\n(F.relu(x - 1).tolist(), 'two', np.int64(2) + 0.5)", shows_value=True)
    assert result.output == "([0, 0, 1], 'two', np.float64(2.5))\n"


def test_the_last_expression_of_an_ordinary_block_is_not_shown(run):
    assert run("1 + 1").output == ""


@pytest.mark.parametrize("lesson", ["focal_loss", "conv2d_shape_arithmetic"])
def test_the_blocks_of_a_real_lesson_print_what_it_shows(lesson, course: Course, grading: Grading):
    blocks = course.lesson(lesson).code_blocks
    codes = [block.code for block in blocks if block.info == "run"]
    shown = [block.code for block in blocks if block.info == "output"]
    for count, output in enumerate(shown, start=1):
        assert grading.client.run_snippet(lesson, codes[:count]).output.strip() == output.strip()


# What ends a block


def test_an_exception_is_told_with_the_line_of_its_block(run):
    result = run("import torch", "print('before')\n\ntorch.ones(2) + torch.ones(3)")
    assert result.output == "before\n"
    assert result.problem is not None and result.problem.kind == "RuntimeError"
    assert "size of tensor a (2)" in result.problem.message
    assert (result.block, result.problem.line) == (1, 3)
    assert result.problem.frames[-1].source == "torch.ones(2) + torch.ones(3)"


def test_an_exception_in_an_earlier_block_names_that_block(run):
    result = run("x = 1\ny = x / 0", "print('never')")
    assert (result.output, result.block) == ("", 0)
    assert result.problem is not None and (result.problem.kind, result.problem.line) == ("ZeroDivisionError", 2)


def test_a_syntax_error_is_told_with_its_line(run):
    result = run("x = 1\ny = (")
    assert result.problem is not None and (result.problem.kind, result.problem.line) == ("SyntaxError", 2)


@pytest.mark.parametrize("leave", ["import sys\nsys.exit(0)", "raise SystemExit", "raise KeyboardInterrupt"], ids=str)
def test_leaving_python_is_told_like_any_exception(leave, run):
    result = run(f"print('said')\n{leave}")
    assert result.output == "said\n"
    assert result.problem is not None and result.problem.kind in ("SystemExit", "KeyboardInterrupt")


def test_os_exit_says_so_and_keeps_what_was_printed(run):
    result = run("import os\nprint('said', flush=True)\nos._exit(0)")
    assert result.output == "said\n"
    assert result.problem is not None and "ended the Python process" in result.problem.message


def test_an_endless_block_is_stopped_and_its_line_is_named(run):
    result = run("print('so far')\nwhile True:\n    pass")
    assert result.output == "so far\n"
    assert result.problem is not None and result.problem.kind == "timeout"
    assert result.problem.line in (2, 3)


def test_output_is_kept_up_to_a_cap_and_says_when_it_was_cut(run):
    result = run("print('x' * 100_000)")
    assert len(result.output) == 64 * 1024 and result.output_cut and result.problem is None


def test_a_flood_of_output_is_stopped(run):
    result = run("while True: print('x' * 100_000)")
    assert result.problem is not None and result.problem.kind == "output"
    assert len(result.output) == 64 * 1024


def test_a_request_for_100_gb_is_an_error_of_the_block(run):
    result = run("import torch\ntorch.ones(100 * 10**9, dtype=torch.uint8)")
    assert result.problem is not None and result.problem.line == 2


def test_a_segmentation_fault_is_told_with_its_line(run):
    result = run("import ctypes\nctypes.string_at(0)")
    assert result.problem is not None
    assert "segmentation fault" in result.problem.message and result.problem.line == 2


@pytest.mark.parametrize("blocks", [[], ["#" * (2 << 20)]], ids=["none", "two megabytes"])
def test_blocks_that_make_no_sense_are_refused_in_words(blocks, run):
    result = run(*blocks)
    assert result.problem is not None and result.problem.kind == "size"


def test_a_lesson_that_is_none_is_a_result_with_words(toy_grading: Grading):
    result = toy_grading.client.run_snippet("no_such_lesson", ["print(1)"])
    assert result.problem is not None and result.problem.kind == "grader"


# Confined like a hand-in


@pytest.mark.parametrize(
    "code",
    [
        "print(open({secret!r}).read())",
        "open({new!r}, 'w').write('x')",
        "import subprocess\nsubprocess.run(['true'])",
        "import socket\nsocket.socket().connect(('127.0.0.1', 9))",
        "import os\nos.fork()",
    ],
    ids=["reads a file", "writes a file", "starts a program", "opens a connection", "forks"],
)
def test_what_a_hand_in_may_not_do_a_block_may_not_either(code, run, tmp_path: Path):
    secret, new = tmp_path / "secret.txt", tmp_path / "new.txt"
    secret.write_text("canary")
    result = run(code.format(secret=str(secret), new=str(new)))
    assert result.problem is not None
    assert "canary" not in result.output and not new.exists()


def test_no_answer_of_the_course_is_in_reach(run, toy_course: Course):
    reference = toy_course.root / "graders" / LESSON / "reference.py"
    assert run(f"print(open({str(reference)!r}).read())").problem is not None


def test_the_environment_and_the_files_of_a_run_are_empty(run):
    assert ast.literal_eval(run("import os\nprint(sorted(os.environ))").output).count("HOME") == 1
    assert "TUTOR" not in run("import os\nprint(os.environ)").output


# Frames


FORGED = {
    "noise": "os.write(10, b'noise' * 100)",
    "an end with a claim": "send({'finished': True, 'passed': True})",
    "a case": "send({'case': 0, 'seconds': 0.0, 'observations': {}})",
    "a block that is none": "send({'block': 7, 'raised': {}})",
    "a block that is true": "send({'block': True, 'raised': {}})",
    "an exception that is a list": "send({'block': 0, 'raised': []})",
    "a message that is a list": "send({'block': 0, 'raised': {'type': 'E', 'message': [], 'bases': [], 'frames': []}})",
    "a second exception": "send({'block': 0, 'raised': RAISED})\nsend({'block': 0, 'raised': RAISED})",
    "more frames than there can be": "[send({}) for _ in range(100)]",
    "raw bytes": "os.write(10, pack({'finished': True}, b'x'))",
    "a frame that says it is huge": "os.write(10, b'TUT1' + b'\\xff' * 12)",
}
HEAD = """
import os
from tutor.wire import pack
RAISED = {'type': 'E', 'message': 'm', 'bases': [], 'frames': []}
def send(body):
    os.write(10, pack(body))
"""


@pytest.mark.parametrize("forgery", FORGED.values(), ids=FORGED)
def test_a_forged_frame_is_refused_in_words(forgery, run):
    result = run(HEAD + forgery)
    assert result.problem is not None and result.problem.kind in ("protocol", "result")
    assert result.problem.message.isprintable() and len(result.problem.message) < 300


def test_an_exception_told_by_a_liar_is_cut_and_can_be_sent(run):
    lie = "{'type': '\\ud800' * 999, 'message': 'm' * 9999, 'bases': [], 'frames': []}"
    result = run(f"{HEAD}send({{'block': 0, 'raised': {lie}}})\nos._exit(0)")
    assert result.problem is not None and len(result.problem.message) <= 2000


@pytest.mark.parametrize(
    "bodies",
    [
        [{"finished": 1}],
        [{"finished": True}, {"finished": True}],
        [{"finished": True}, {"block": 0, "raised": {}}],
        [{"block": 0.0, "raised": {"type": "E", "message": "m", "bases": [], "frames": []}}],
        [{"confined": True}],
        [{}],
    ],
    ids=str,
)
def test_frames_in_another_order_or_form_are_refused(bodies):
    with pytest.raises(DecodeError):
        read_blocks([Frame(body) for body in bodies], 1)


# Beside a check, and stopped


def test_a_block_runs_while_a_check_is_running(toy_grading: Grading):
    client, running = toy_grading.client, threading.Event()

    def note(progress: CheckProgress) -> None:
        if progress.phase == "running":
            running.set()

    def check() -> None:
        source = b"def outer_sum(a, b):\n    while True: pass\n"
        try:
            ended.append(client.check(CheckRequest(LESSON, source, "outer_sum.py"), note).outcome)
        except CheckCancelled:
            ended.append("cancelled")

    ended: list[object] = []
    thread = threading.Thread(target=check)
    thread.start()
    assert running.wait(30)
    assert client.run_snippet(LESSON, ["print('beside')"]).output == "beside\n"
    assert ended == []
    client.cancel_snippets()
    assert client.run_snippet(LESSON, ["print('again')"]).output == "again\n"
    assert ended == [], "stopping snippets stops no check"
    client.cancel()
    thread.join(30)
    assert ended == ["cancelled"]


def test_a_block_that_loops_can_be_stopped_and_leaves_no_process(toy_grading: Grading):
    client = toy_grading.client
    client.run_snippet(LESSON, ["pass"])
    assert client.worker_pid is not None
    before = processes_below(client.worker_pid)
    stopped = threading.Event()

    def run() -> None:
        with pytest.raises(CheckCancelled):
            client.run_snippet(LESSON, ["while True: pass"])
        stopped.set()

    thread = threading.Thread(target=run)
    thread.start()
    wait_until(lambda: len(processes_below(client.worker_pid)) > len(before))
    client.cancel()
    assert not stopped.is_set(), "stopping checks stops no snippet"
    client.cancel_snippets()
    assert stopped.wait(30)
    thread.join()
    wait_until(lambda: processes_below(client.worker_pid) <= before)


def test_a_block_leaves_no_process_and_no_descriptor_behind(toy_grading: Grading):
    client = toy_grading.client
    client.run_snippet(LESSON, ["pass"])
    pid = client.worker_pid
    processes, descriptors = processes_below(pid), len(os.listdir(f"/proc/{pid}/fd"))
    for code in ("print(1)", "1 / 0", "import os\nos._exit(3)", "print('x' * (8 << 20))"):
        client.run_snippet(LESSON, [code])
    wait_until(lambda: processes_below(pid) <= processes)
    wait_until(lambda: len(os.listdir(f"/proc/{pid}/fd")) <= descriptors)


def processes_below(pid: int | None) -> set[int]:
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found |= {int(child), *(processes_below(int(child)) if Path(f"/proc/{child}").exists() else ())}
    return found


def wait_until(condition, limit: float = 20.0) -> None:
    """Polls, because the processes are nobody's children."""
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.01)


def test_a_check_after_a_block_is_graded_as_before(toy_grading: Grading, run):
    run("import torch\ntorch.set_default_dtype(torch.float64)\ntorch.manual_seed(5)")
    assert toy_grading.check(LESSON, toy_grading.answer(LESSON)).outcome is Outcome.PASSED
