"""Whatever fails while a run is being confined, its code does not run; and a layer that holds nothing is found out."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from degrees import CALLERS, confining, needs_namespaces, needs_root
from injection import Outcome, run_all
from trial import CORE, MULTI, SETUP_FAILED, SOLO_WITH_FILES, Ending, Trial
from turns import of_today

from tutor.sandbox import files, kernel, limits, lockdown, namespaces, syscalls
from tutor.sandbox.lockdown import Profile

pytestmark = confining
CUDA = Profile("solo", cuda=True)
ORDINARY = Trial(as_ordinary_user=True)

MAY_FAIL = {"_leave_the_session": "writing oom_score_adj: that a run goes first when memory is short protects no one"}
"""The steps, by the function they stand in, whose failure is let pass, and why.

One more is let pass and cannot be seen here: `kernel.drop_caps` takes EINVAL or EPERM, and no other error, for the end
of the list of capabilities; what it then has left, capset gives up at once, and the proof finds any that is held.
"""

EVERYBODY = [
    *CALLERS,
    pytest.param(Trial(SOLO_WITH_FILES), id="files"),
    pytest.param(Trial(SOLO_WITH_FILES, available=CORE), id="files-without-namespaces"),
    pytest.param(Trial(CUDA), id="cuda"),
    pytest.param(Trial(CUDA, available=CORE), id="cuda-without-namespaces"),
    pytest.param(Trial(MULTI), id="multi", marks=needs_namespaces),
    pytest.param(Trial(MULTI, as_ordinary_user=True), id="multi-ordinary", marks=[needs_namespaces, needs_root]),
]


@pytest.mark.parametrize("trial", EVERYBODY)
def test_whatever_kind_of_step_fails_the_code_does_not_run(trial: Trial) -> None:
    """The first and the last step of every kind; the next test tries them all."""
    check(trial, all_of_them=False)


@pytest.mark.slow
@pytest.mark.parametrize("trial", of_today(EVERYBODY, a_day=3))
def test_whatever_step_fails_the_code_does_not_run(trial: Trial) -> None:
    """For others every day; the record in docs/escapes.md vouches for all of them."""
    check(trial, all_of_them=True)


def check(trial: Trial, all_of_them: bool) -> None:
    mounts = Path("/proc/self/mountinfo").read_text()
    untouched, failed = run_all(trial, all_of_them)
    assert untouched.ran and untouched.status == 0
    assert len(failed) >= 50
    open_ones = [outcome for outcome in failed if not (outcome.failed_closed or may_fail(outcome))]
    assert open_ones == []
    assert Path("/proc/self/mountinfo").read_text() == mounts


def may_fail(outcome: Outcome) -> bool:
    return outcome.step is not None and outcome.step.name.rpartition(" in ")[2] in MAY_FAIL


def test_the_steps_that_are_tried_are_those_that_confine() -> None:
    """So that the count above does not come from somewhere harmless."""
    untouched, _ = run_all(Trial(SOLO_WITH_FILES, as_ordinary_user=os.geteuid() == 0), None)
    names = " ".join(step.name for step in untouched.steps)
    expected = [
        "resource.setrlimit",
        "landlock 445",
        "landlock 446",
        "prctl 38",
        "capset",
        "posix.setsid",
        "posix.chdir",
    ]
    if Trial().available >= lockdown.NAMESPACES:
        expected += ["unshare", "mount", "pivot_root", "umount2", "mount_setattr", "posix.write in map_ids"]
    assert [name for name in expected if name not in names] == []


@needs_namespaces
def test_the_steps_of_the_processes_that_wait_are_tried_too() -> None:
    untouched, _ = run_all(Trial(MULTI), None)
    assert {step.process for step in untouched.steps if step.before_the_code} == {"outside", "first", "learner"}


def never() -> str:
    return "ran"


def nothing(*_: Any, **__: Any) -> None:
    """Instead of what applies a layer: says that it did, and did not."""


BROKEN = [
    ("rlimits", limits, "apply", Trial()),
    ("landlock", files, "restrict", Trial()),
    ("landlock", files, "restrict", Trial(available=CORE)),
    ("seccomp", syscalls, "restrict", Trial()),
    ("seccomp", kernel, "filter_syscalls", Trial(available=CORE)),
    ("seccomp", syscalls, "_own_signals_only", Trial(available=CORE - {"landlock"})),
    ("descriptors", kernel, "keep_only_fds", Trial()),
    ("dumpable", kernel, "set_dumpable", Trial(available=CORE)),
    ("parent-death signal", kernel, "die_with_parent", Trial()),
    ("no_new_privs", kernel, "no_new_privs", Trial(available=frozenset({"rlimits"}))),
    pytest.param("capabilities", kernel, "drop_caps", Trial(), marks=needs_namespaces),
    pytest.param("unprivileged", lockdown, "become_unprivileged", Trial(available=CORE), marks=needs_root),
    pytest.param("unprivileged", lockdown, "become_unprivileged", Trial(), marks=needs_root),
    pytest.param("userns", namespaces, "enter_user", Trial(), marks=[needs_namespaces, needs_root]),
    pytest.param("mountns", namespaces, "enter_root_folder", Trial(), marks=needs_namespaces),
    pytest.param("mountns", namespaces, "enter_root_folder", ORDINARY, marks=[needs_namespaces, needs_root]),
    pytest.param("netns", namespaces, "enter_network", Trial(MULTI), marks=needs_namespaces),
    pytest.param("ipcns", namespaces, "enter_host", Trial(MULTI), marks=needs_namespaces),
    pytest.param("pidns", namespaces, "enter_processes", Trial(MULTI), marks=needs_namespaces),
]


@pytest.mark.parametrize(("layer", "module", "function", "trial"), BROKEN)
def test_a_layer_that_was_not_really_applied_is_found_before_the_code_runs(
    monkeypatch: pytest.MonkeyPatch, layer: str, module: object, function: str, trial: Trial
) -> None:
    assert trial.run(never).returned == "ran"
    monkeypatch.setattr(module, function, nothing_instead_of(module, function))
    assert is_found(trial.run(never), layer)


def nothing_instead_of(module: object, function: str) -> Callable[..., object]:
    if function == "set_dumpable":
        set_dumpable = kernel.set_dumpable
        return lambda _: set_dumpable(True)
    if function == "_own_signals_only":  # a program is expected of it: one that allows everything
        from seccompy import Action, Filter

        return lambda pid: bytes(Filter(default=Action.ALLOW).program)
    return nothing


def is_found(ending: Ending, layer: str) -> bool:
    assert (ending.raised, ending.exit_code) == ("LayerBroken", SETUP_FAILED), ending
    return f'the layer "{layer}"' in ending.message


@needs_namespaces
def test_a_root_folder_in_which_our_package_was_left_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "hidden_paths", tuple)
    package = str(Path(lockdown.__file__).parent.parent)
    sources = {**namespaces.bind_sources(), package: package}
    monkeypatch.setattr(namespaces, "bind_sources", lambda: sources)
    assert is_found(Trial(available=lockdown.NAMESPACES | {"rlimits"}).run(never), "mountns")


def test_a_limit_that_was_set_too_high_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    generous = limits.Limits(memory_bytes=1 << 50)
    apply = limits.apply
    monkeypatch.setattr(limits, "apply", lambda _, **options: apply(generous, **options))
    ending = Trial().run(never)
    assert is_found(ending, "rlimits")
    assert "RLIMIT_DATA" in ending.message


def test_a_filter_for_another_profile_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    restrict = syscalls.restrict
    monkeypatch.setattr(syscalls, "restrict", lambda **_: restrict(scratch=True, multi=False, cuda=False))
    assert is_found(Trial(available=CORE).run(never), "seccomp")
