"""The sandbox's layers are found by trying them, and the grade follows from what held."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from trial import AVAILABLE, CORE, FOUND, become_ordinary

from tutor.sandbox import files, layers, lockdown
from tutor.sandbox.layers import Layer
from tutor.sandbox.lockdown import NAMESPACES

seccompy = pytest.importorskip("seccompy")
IS_ROOT = os.geteuid() == 0

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
needs_core = pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp")
ALWAYS = {"unprivileged", "rlimits"}


def found(*working: str) -> list[Layer]:
    return [Layer(name, name in working, "") for name in (*ALWAYS, *lockdown.LAYERS, *layers.EXTRAS)]


@pytest.mark.parametrize(
    ("working", "grade"),
    [
        (ALWAYS | CORE | NAMESPACES, "A"),
        (ALWAYS | CORE, "B"),
        (ALWAYS | CORE | (NAMESPACES - {"netns"}), "B"),
        (ALWAYS | {"seccomp"} | NAMESPACES, "C"),
        (ALWAYS | {"seccomp"}, "C"),
        (ALWAYS | {"landlock"} | NAMESPACES, "D"),
        (ALWAYS, "D"),
        ({"rlimits"}, "E"),
        (CORE | NAMESPACES, "E"),
        (set(), "E"),
    ],
)
def test_the_grade_follows_from_the_layers_that_held(working: set[str], grade: str) -> None:
    assert layers.grade(found(*working)) == grade


def test_only_working_layers_are_applied() -> None:
    assert layers.names_of_working(found("unprivileged", "rlimits", "seccomp")) == {"rlimits", "seccomp"}


def test_every_layer_of_the_lockdown_is_probed() -> None:
    assert {layer.name for layer in FOUND} == lockdown.LAYERS | {"unprivileged"} | layers.EXTRAS


@pytest.mark.parametrize("working", [ALWAYS | CORE | NAMESPACES, ALWAYS | CORE, ALWAYS, set()])
def test_an_extra_never_changes_the_grade(working: set[str]) -> None:
    assert layers.grade(found(*working, *layers.EXTRAS)) == layers.grade(found(*working))


def test_an_extra_that_is_not_there_is_not_missed() -> None:
    without = [Layer(name, name not in layers.EXTRAS, "") for name in (*lockdown.LAYERS, *layers.EXTRAS)]
    assert layers.names_of_missing(without) == set()
    assert layers.names_of_working(without) == lockdown.LAYERS


def test_every_grade_says_what_it_does_not_stop() -> None:
    grades = {layers.grade(found(*working)) for working in (ALWAYS | CORE | NAMESPACES, ALWAYS | CORE, ALWAYS, set())}
    assert grades < set(layers.NOT_STOPPED) == set("ABCDE")
    assert len(set(layers.NOT_STOPPED.values())) == 5
    assert "nothing is run" in layers.NOT_STOPPED["E"]


@pytest.mark.parametrize("missing", ["rlimits", "unprivileged"])
def test_without_limits_or_as_root_nothing_is_run_whatever_else_holds(missing: str) -> None:
    assert layers.grade(found(*((ALWAYS | CORE | NAMESPACES | layers.EXTRAS) - {missing}))) == "E"


def test_a_layer_that_does_not_work_says_what_to_do() -> None:
    for layer in FOUND:
        assert layer.detail
        assert bool(layer.fix) is not layer.works


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_elsewhere_every_layer_is_missing(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    missing = layers.probe()
    assert not any(layer.works for layer in missing)
    assert all(layer.fix for layer in missing)
    assert layers.grade(missing) == "E"


@needs_core
def test_a_layer_that_is_applied_and_stops_nothing_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "restrict", lambda: None)
    landlock = layer_named("landlock")
    assert not landlock.works
    assert "refused nothing" in landlock.detail


@needs_core
def test_a_missing_package_is_a_missing_layer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "landlockpy", None)
    lockdown.prepare()
    assert not layer_named("landlock").works
    assert "pip install landlockpy" in layer_named("landlock").fix


def forbid_unshare() -> None:
    """As a container runtime's filter does."""
    outer = seccompy.Filter(default=seccompy.Action.ALLOW)
    outer.errno("unshare", errno.EPERM)
    outer.load()


@needs_core
def test_where_namespaces_are_forbidden_the_grade_is_b() -> None:
    def probe_as_an_ordinary_user() -> str:
        if IS_ROOT:
            become_ordinary()
        forbid_unshare()
        seen = layers.probe()
        assert layers.names_of_missing(seen) == NAMESPACES
        assert all("several processes" in layer.fix for layer in seen if layer.name in NAMESPACES)
        return layers.grade(seen)

    assert in_child(probe_as_an_ordinary_user) == "B"


@needs_core
@pytest.mark.skipif(not IS_ROOT, reason="only root has files that nobody else may read")
def test_a_python_that_only_root_may_read_grades_nothing() -> None:
    """A run would find half of the standard library missing, and the learner would be told of errors that are ours."""
    others_may_read = all(folder.stat().st_mode & 0o001 for folder in Path(os.__file__).resolve().parents)

    def probe_as_root() -> str:
        forbid_unshare()
        seen = layers.probe()
        return f"{layers.grade(seen)} {seen[0].name} {seen[0].works}"

    assert in_child(probe_as_root) == ("B unprivileged True" if others_may_read else "E unprivileged False")


def layer_named(name: str) -> Layer:
    return next(layer for layer in layers.probe() if layer.name == name)


def in_child(function: Callable[[], str]) -> str:
    reader, writer = os.pipe()
    if not os.fork():
        try:
            os.write(writer, function().encode())
        except BaseException as error:
            os.write(writer, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader) as answer:
        return answer.read()
