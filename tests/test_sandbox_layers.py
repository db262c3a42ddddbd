"""The sandbox's layers are found by trying them, and the grade follows from what held."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable

import pytest
from trial import AVAILABLE, CORE, FOUND

from tutor.sandbox import files, layers, lockdown
from tutor.sandbox.layers import Layer
from tutor.sandbox.lockdown import NAMESPACES

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
needs_core = pytest.mark.skipif(not AVAILABLE >= CORE, reason="this machine has no Landlock or no seccomp")
ALWAYS = {"unprivileged", "rlimits"}


def found(*working: str) -> list[Layer]:
    return [Layer(name, name in working, "") for name in (*ALWAYS, *lockdown.LAYERS)]


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
    assert {layer.name for layer in FOUND} == lockdown.LAYERS | {"unprivileged"}


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


@needs_core
def test_where_namespaces_are_forbidden_the_grade_is_b() -> None:
    """As a container runtime's filter does."""
    seccompy = pytest.importorskip("seccompy")

    def probe_without_unshare() -> str:
        outer = seccompy.Filter(default=seccompy.Action.ALLOW)
        outer.errno("unshare", errno.EPERM)
        outer.load()
        seen = layers.probe()
        assert {layer.name for layer in seen if not layer.works} == NAMESPACES
        assert all("several processes" in layer.fix for layer in seen if not layer.works)
        return layers.grade(seen)

    assert in_child(probe_without_unshare) == "B"


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
