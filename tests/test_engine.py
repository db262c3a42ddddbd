"""Anything a learner's file can do ends in the right outcome, with their line, their output and no frames of ours."""

import pytest
from conftest import Grading

from tutor.conversation import CheckCancelled, CheckProgress
from tutor.report import Outcome, Report
from tutor.sandbox.run import unwritten_names

HEAD = "import os, sys, time\nimport torch\nPREDICT_1 = ...\n"


def outer_sum(*body: str) -> str:
    lines = "\n".join(f"    {line}" for line in body)
    return f"{HEAD}\n\ndef outer_sum(a, b):\n{lines}\n"


def line_of(source: str, text: str) -> int:
    return next(number for number, line in enumerate(source.splitlines(), start=1) if text in line)


def failure(report: Report, outcome: Outcome):
    found = next(check for check in report.checks if check.outcome is outcome)
    assert report.outcome is outcome
    return found


@pytest.fixture(autouse=True)
def the_next_hand_in_is_graded_honestly(toy_grading: Grading):
    """Whatever a file did, the engine still works afterwards."""
    yield
    assert toy_grading.check("outer_sum", toy_grading.answer("outer_sum")).passed


def test_the_reference_passes_with_all_points(toy_grading: Grading):
    report = toy_grading.check("outer_sum", toy_grading.answer("outer_sum"))
    assert report.outcome is Outcome.PASSED
    assert report.score == report.max_score > 0


def test_the_same_seed_gives_the_same_report_and_another_seed_other_cases(toy_grading: Grading):
    wrong = outer_sum("return a[:, None] * b")
    first, again, other = (toy_grading.check("outer_sum", wrong, seed=seed) for seed in (7, 7, 8))
    assert first.checks == again.checks
    assert first.checks != other.checks


def test_a_stub_is_not_written_and_not_an_error(toy_grading: Grading):
    lesson = toy_grading.course.lesson("outer_sum")
    report = toy_grading.check("outer_sum", lesson.stub_source)
    assert report.outcome is Outcome.NOT_WRITTEN
    assert {check.outcome for check in report.checks} == {Outcome.NOT_WRITTEN}


def test_what_one_case_switches_is_switched_back_before_the_next(toy_grading: Grading):
    clean = (
        "torch.is_grad_enabled() and torch.get_default_dtype() is torch.float32"
        ' and not torch.is_autocast_enabled("cpu") and torch.get_autocast_dtype("cpu") is torch.bfloat16'
        " and torch.is_autocast_cache_enabled()"
    )
    switches = (
        "torch.set_grad_enabled(False)",
        "torch.set_default_dtype(torch.float64)",
        'torch.set_autocast_enabled("cpu", True)',
        'torch.set_autocast_dtype("cpu", torch.float16)',
        "torch.set_autocast_cache_enabled(False)",
    )
    report = toy_grading.check("outer_sum", outer_sum(f"assert {clean}", *switches, "return a[:, None] + b"))
    assert {check.outcome for check in report.checks if check.kind != "prediction"} == {Outcome.PASSED}


@pytest.mark.parametrize("body", ["...", "pass", "raise NotImplementedError", '"""Only words."""'], ids=str)
def test_every_kind_of_empty_body_is_not_written(body, toy_grading: Grading):
    report = toy_grading.check("outer_sum", outer_sum(body))
    assert report.outcome is Outcome.NOT_WRITTEN


def test_a_generator_that_is_still_a_stub_is_not_written_and_one_that_only_yields_is():
    stub = 'def f():\n    """Words."""\n    # TODO\n    raise NotImplementedError\n    yield\n'
    assert unwritten_names(stub) == ["f"]
    assert unwritten_names(stub.replace("    yield", "    yield ...  # an int")) == ["f"]
    assert unwritten_names(stub.replace("    raise NotImplementedError\n", "")) == []
    assert unwritten_names(stub.replace("    yield", "    yield from range(3)")) == []


def test_a_syntax_error_is_told_with_its_line_and_no_check_runs(toy_grading: Grading):
    report = toy_grading.check("outer_sum", "def outer_sum(a, b):\n    return (a + b\n")
    assert report.outcome is Outcome.ERROR
    assert report.checks == ()
    assert report.problem is not None and report.problem.kind == "SyntaxError"
    assert report.problem.line == 2
    assert "return (a + b" in report.problem.frames[-1].source


def test_an_exception_is_told_with_the_learners_lines_only(toy_grading: Grading):
    source = outer_sum("return total + a")
    check = failure(toy_grading.check("outer_sum", source), Outcome.ERROR)
    assert check.problem is not None and check.problem.kind == "NameError"
    assert [frame.line for frame in check.problem.frames] == [line_of(source, "return total")]
    frame = check.problem.frames[0]
    assert frame.source[frame.column : frame.end_column] == "total"
    assert "total" in check.problem.advice


def test_a_missing_function_is_named(toy_grading: Grading):
    check = failure(toy_grading.check("outer_sum", HEAD), Outcome.ERROR)
    assert "outer_sum" in check.message


def test_a_wrong_signature_is_an_error_that_quotes_the_call(toy_grading: Grading):
    report = toy_grading.check("outer_sum", f"{HEAD}\ndef outer_sum(a):\n    return a\n")
    assert "positional argument" in failure(report, Outcome.ERROR).message


@pytest.mark.parametrize("leave", ["sys.exit(0)", "raise SystemExit", "exit()", "quit()"], ids=str)
def test_leaving_python_is_never_a_pass(leave, toy_grading: Grading):
    assert toy_grading.check("outer_sum", outer_sum(leave)).outcome is Outcome.ERROR
    assert toy_grading.check("outer_sum", f"import sys\n{leave}\n").outcome is Outcome.ERROR


@pytest.mark.parametrize("where", ["at import", "in a call"])
def test_os_exit_is_a_crash_that_says_so(where, toy_grading: Grading):
    source = f"{HEAD}os._exit(0)\n" if where == "at import" else outer_sum("os._exit(0)")
    report = toy_grading.check("outer_sum", source)
    assert report.outcome is Outcome.CRASHED
    problem = report.problem or failure(report, Outcome.CRASHED).problem
    assert problem is not None and "ended the Python process" in problem.message


@pytest.mark.parametrize("loop", ["while True: pass", "time.sleep(1000)"], ids=str)
def test_an_endless_run_is_stopped_and_its_line_is_named(loop, toy_grading: Grading):
    source = outer_sum(loop)
    check = failure(toy_grading.check("outer_sum", source), Outcome.TIMEOUT)
    assert check.problem is not None and check.problem.line == line_of(source, loop)


def test_a_loop_at_the_top_of_the_file_is_stopped_too(toy_grading: Grading):
    report = toy_grading.check("outer_sum", f"{HEAD}while True:\n    pass\n")
    assert report.outcome is Outcome.TIMEOUT
    assert report.problem is not None and report.problem.line in (4, 5)


def test_a_request_for_100_gb_is_refused_in_the_run_and_nowhere_else(toy_grading: Grading):
    source = outer_sum("return torch.ones(100 * 10**9, dtype=torch.uint8)")
    check = failure(toy_grading.check("outer_sum", source), Outcome.OUT_OF_MEMORY)
    assert "100.0 GB" in check.message
    assert check.problem is not None and check.problem.line == line_of(source, "torch.ones")


def test_output_is_kept_up_to_a_cap_and_says_when_it_was_cut(toy_grading: Grading):
    short = toy_grading.check("outer_sum", outer_sum("print('seen', a.shape)", "return a[:, None] + b"))
    assert "seen torch.Size" in short.output and not short.output_cut
    long = toy_grading.check("outer_sum", outer_sum("print('x' * 100_000)", "return a[:, None] + b"))
    assert len(long.output) == 64 * 1024 and long.output_cut


def test_a_flood_of_output_is_stopped(toy_grading: Grading):
    check = failure(toy_grading.check("outer_sum", outer_sum("while True: print('x' * 100_000)")), Outcome.ERROR)
    assert check.problem is not None and check.problem.kind == "output"


def test_a_segmentation_fault_is_a_crash_with_its_line(toy_grading: Grading):
    source = outer_sum("import ctypes", "ctypes.string_at(0)")
    check = failure(toy_grading.check("outer_sum", source), Outcome.CRASHED)
    assert check.problem is not None and check.problem.line == line_of(source, "string_at")


def test_a_result_too_large_to_return_is_refused(toy_grading: Grading):
    report = toy_grading.check("outer_sum", outer_sum("return torch.zeros(10_000_000, dtype=torch.float64)"))
    assert failure(report, Outcome.REFUSED).problem is not None


@pytest.mark.parametrize(
    "bytes_sent",
    ["b'garbage' * 100", "pack({'case': 0, 'observations': {}})", "pack({'finished': True})"],
    ids=["noise", "forged-case", "forged-end"],
)
def test_forged_results_are_refused_or_ignored_but_never_a_pass(bytes_sent, toy_grading: Grading):
    source = outer_sum("from tutor.wire import pack", f"os.write(10, {bytes_sent})", "return a")
    assert toy_grading.check("outer_sum", source).outcome is Outcome.REFUSED


def test_a_file_that_is_not_text_is_told_where(toy_grading: Grading):
    report = toy_grading.check("outer_sum", b"x = 1\n\xff\xfe")
    assert report.outcome is Outcome.ERROR
    assert report.problem is not None and "byte 6 is 0xff" in report.problem.message


def test_a_byte_order_mark_and_windows_line_ends_are_fine(toy_grading: Grading):
    source = toy_grading.answer("outer_sum").replace("\n", "\r\n")
    assert toy_grading.check("outer_sum", b"\xef\xbb\xbf" + source.encode()).passed


def test_a_hand_in_of_two_megabytes_is_refused(toy_grading: Grading):
    report = toy_grading.check("outer_sum", "#" * (2 << 20))
    assert report.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "source", ["x = " + "(" * 100_000, "x = 1\0\n", "x = " + "-" * 200_000 + "1"], ids=["deep", "nul", "unary"]
)
def test_a_source_that_breaks_the_parser_breaks_only_its_own_run(source, toy_grading: Grading):
    assert toy_grading.check("outer_sum", source).outcome in (Outcome.ERROR, Outcome.CRASHED, Outcome.OUT_OF_MEMORY)


def test_progress_names_the_check_that_runs(toy_grading: Grading):
    seen: list[CheckProgress] = []
    request_source = toy_grading.answer("outer_sum")
    from tutor.client import CheckRequest

    toy_grading.client.check(CheckRequest("outer_sum", request_source.encode(), "outer_sum.py"), seen.append)
    running = [progress for progress in seen if progress.phase == "running"]
    assert running and all(progress.claim and progress.done < progress.total for progress in running)


def test_a_check_can_be_cancelled_while_the_code_loops(toy_grading: Grading):
    import threading

    from tutor.client import CheckRequest

    def stop_when_running(progress: CheckProgress) -> None:
        if progress.phase == "running":
            threading.Thread(target=toy_grading.client.cancel).start()

    request = CheckRequest("outer_sum", outer_sum("while True: pass").encode(), "outer_sum.py")
    with pytest.raises(CheckCancelled):
        toy_grading.client.check(request, stop_when_running)


def test_imitating_a_failed_sandbox_is_the_hand_ins_own_crash(toy_grading: Grading):
    assert toy_grading.check("outer_sum", f"{HEAD}os._exit(97)\n").outcome is Outcome.CRASHED


def test_a_sandbox_below_the_grade_required_fails_closed(toy_grading: Grading):
    from dataclasses import replace

    from tutor.client import CheckRequest

    request = CheckRequest("outer_sum", toy_grading.answer("outer_sum").encode(), "outer_sum.py")
    report = toy_grading.client.check(replace(request, require_sandbox="A"))
    if report.sandbox.grade == "A":
        assert report.passed
    else:
        assert report.outcome is Outcome.GRADER_ERROR and report.checks == ()
