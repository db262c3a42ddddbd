"""Which files a confined child cannot read or change, tried for real."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from degrees import (
    HIDDEN,
    IS_ROOT,
    NOTHING,
    READ_ONLY,
    confining,
    every_profile,
    is_refused,
    needs_namespaces,
    solo,
    unconfined,
)
from trial import AVAILABLE, CORE, MULTI, SOLO_WITH_FILES, Trial, folder_for_everybody

from tutor.sandbox import files, lockdown, syscalls
from tutor.sandbox.limits import Limits, MiB
from tutor.sandbox.lockdown import NAMESPACES, Profile

CHECKOUT = Path(__file__).resolve().parent.parent
pytestmark = confining


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with folder_for_everybody() as folder:
        yield folder


@pytest.fixture
def canary(open_folder: Path) -> Path:
    file = open_folder / "reference.py"
    file.write_text("answer = 42\n")
    file.chmod(0o666)
    return file


@every_profile
def test_a_file_outside_cannot_be_read(trial: Trial, canary: Path) -> None:
    assert unconfined(trial).run(canary.read_text).returned == "answer = 42\n"
    assert is_refused(trial.run(canary.read_text), *HIDDEN)


@every_profile
def test_the_checkout_cannot_be_read_or_listed(trial: Trial) -> None:
    for secret in (CHECKOUT / "pyproject.toml", CHECKOUT / "tutor/errors.py", Path(lockdown.__file__)):
        assert is_refused(trial.run(secret.read_text), *HIDDEN), secret
    for folder in (CHECKOUT, CHECKOUT / "graders", CHECKOUT / "tutor"):
        assert is_refused(trial.run(partial(os.listdir, folder)), *HIDDEN), folder


@every_profile
@pytest.mark.parametrize("path", ["/etc/passwd", "/proc/self/environ", "/proc/1/cmdline", "/proc/self/mem", "/sys"])
def test_the_system_cannot_be_looked_at(trial: Trial, path: str) -> None:
    read = os.listdir if path == "/sys" else lambda path: Path(path).read_bytes()
    assert is_refused(trial.run(lambda: read(path) and None), *HIDDEN)


@every_profile
def test_nothing_outside_can_be_changed(trial: Trial, canary: Path) -> None:
    new = canary.parent / "new"
    changes: list[Callable[[], object]] = [
        lambda: canary.write_text("forged"),
        lambda: os.open(canary, os.O_RDONLY | os.O_TRUNC),
        lambda: os.truncate(canary, 0),
        lambda: canary.unlink(),
        lambda: canary.rename(new),
        lambda: new.touch(),
        lambda: new.mkdir(),
        lambda: new.symlink_to(canary),
        lambda: os.link(canary, new),
        lambda: canary.chmod(0o600),
        lambda: os.utime(canary, (0, 0)),
        lambda: os.setxattr(canary, "user.note", b"forged"),
        lambda: os.mkfifo(new),
    ]
    before = canary.stat()
    for number, change in enumerate(changes):
        ending = trial.run(change)
        assert is_refused(ending, *READ_ONLY, errno.ENOSYS), (number, ending)
    after = canary.stat()
    assert (after.st_mtime, after.st_mode, canary.read_text()) == (before.st_mtime, before.st_mode, "answer = 42\n")
    assert os.listdir(canary.parent) == [canary.name]


@solo
@pytest.mark.parametrize("folder", ["/tmp", "/dev/shm", "/", "/var/tmp"])
def test_solo_has_no_folder_to_write_in(trial: Trial, folder: str) -> None:
    assert is_refused(trial.run(Path(folder, "tutor-was-here").touch), *READ_ONLY)
    assert is_refused(trial.run(tempfile.mkstemp), *READ_ONLY)


@pytest.mark.parametrize("available", [AVAILABLE, CORE], ids=["all-layers", "without-namespaces"])
def test_a_run_that_asked_for_files_has_a_folder_of_its_own(available: frozenset[str]) -> None:
    def keep_a_file() -> list[str]:
        with tempfile.NamedTemporaryFile(delete=False) as file:
            file.write(b"weights")
        Path(file.name).rename("model.pt")
        Path("checkpoints").mkdir()
        Path("model.pt").rename("checkpoints/model.pt")
        assert Path("checkpoints/model.pt").read_bytes() == b"weights"
        return [os.environ["HOME"], os.environ["TMPDIR"], tempfile.gettempdir()]

    ending = Trial(SOLO_WITH_FILES, available).run(keep_a_file)
    assert ending.raised is None, ending
    assert len(set(ending.returned)) == 1


@pytest.mark.parametrize(
    "profile", [SOLO_WITH_FILES, pytest.param(MULTI, marks=needs_namespaces)], ids=["files", "multi"]
)
def test_output_can_be_thrown_away(profile: Profile) -> None:
    assert Trial(profile).run(lambda: Path(os.devnull).write_text("noise")).returned == len("noise")


@needs_namespaces
def test_a_scratch_folder_holds_no_more_than_its_limit() -> None:
    def fill() -> int:
        written = 0
        with contextlib.suppress(OSError):
            for number in range(100):
                written += Path(str(number)).write_bytes(bytes(MiB))
        return written

    ending = Trial(SOLO_WITH_FILES, limits=Limits(scratch_bytes=4 * MiB)).run(fill)
    assert 3 * MiB <= ending.returned <= 4 * MiB


def test_a_file_grows_no_larger_than_its_limit() -> None:
    trial = Trial(SOLO_WITH_FILES, limits=Limits(file_bytes=MiB))
    assert trial.run(lambda: Path("large").write_bytes(bytes(2 * MiB))).errno == errno.EFBIG


@every_profile
def test_installed_packages_can_still_be_read(trial: Trial) -> None:
    if IS_ROOT and (trial.as_ordinary_user or trial.available == CORE) and not _others_may_read(os.__file__):
        pytest.skip("Python itself lies where only root may read")
    packages = Path(pytest.__file__).parent.parent
    readable = [os.__file__, pytest.__file__, "/dev/null", "/dev/urandom"]
    ending = trial.run(lambda: [os.read(os.open(path, os.O_RDONLY), 1) != b"" for path in readable])
    assert ending.returned == [True, True, False, True], ending
    assert trial.run(lambda: len(os.listdir(packages / "_pytest")) > 10).returned is True
    assert trial.run(lambda: __import__("colorsys").rgb_to_hsv(0, 0, 0)).returned == [0.0, 0.0, 0]


def _others_may_read(path: str) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in Path(path).resolve().parents)


INSTALLED = """
import json, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from trial import AVAILABLE, CORE, Trial
import tutor
assert tutor.__file__.startswith({packages!r}), tutor.__file__
for layers in (frozenset(), CORE, AVAILABLE, AVAILABLE - CORE):
    read = [Trial(available=layers).run(Path(path).read_text).returned for path in sys.argv[1:]]
    changed = Trial(available=layers).run(lambda: open(sys.argv[3], "a").close())
    print(json.dumps([*read, changed.raised]))
"""


def test_graders_inside_an_installed_package_cannot_be_read(open_folder: Path) -> None:
    """Landlock refuses it alone, and so does the root folder."""
    packages = open_folder / "site-packages"
    shutil.copytree(CHECKOUT / "tutor", packages / "tutor", ignore=shutil.ignore_patterns("__pycache__"))
    grader = packages / "tutor/content/graders/relu/reference.py"
    grader.parent.mkdir(parents=True)
    grader.write_text("secret")
    record = packages / "tensor_tutor-0.1.0.dist-info/RECORD"
    record.parent.mkdir()
    record.write_text("secret")
    other = packages / "other.py"
    other.write_text("public")
    other.chmod(0o666)
    script = INSTALLED.format(tests=str(CHECKOUT / "tests"), packages=str(packages))
    done = subprocess.run(
        [sys.executable, "-c", script, grader, record, other],
        cwd=open_folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(packages), *sys.path])},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    unconfined, core, everything, namespaces = [json.loads(line) for line in done.stdout.splitlines()]
    assert unconfined == ["secret", "secret", "public", None]
    assert core == everything == [None, None, "public", "PermissionError"]
    if AVAILABLE >= NAMESPACES:
        assert namespaces == [None, None, "public", "OSError"]


@needs_namespaces
@pytest.mark.parametrize("trial", [Trial(available=NAMESPACES), Trial(available=NAMESPACES, as_ordinary_user=IS_ROOT)])
def test_the_root_folder_alone_has_nothing_that_is_not_listed(trial: Trial, canary: Path) -> None:
    for path in (
        canary,
        Path("/etc/passwd"),
        CHECKOUT / "pyproject.toml",
        Path("/proc/self/status"),
        Path("/sys/kernel"),
    ):
        assert unconfined(trial).run(path.exists).returned is True
        assert trial.run(path.exists).returned is False
    assert trial.run(lambda: os.listdir("/home") + os.listdir("/root")).raised == "FileNotFoundError"
    assert is_refused(trial.run(lambda: os.mkdir("/new")), errno.EROFS, errno.EACCES)


def test_the_filter_alone_does_not_let_a_file_opened_for_reading_be_emptied(canary: Path) -> None:
    """Landlock sees truncation only from Linux 6.2 on."""

    def empty_it(flags: int) -> None:
        syscalls.restrict(scratch=True)
        os.open(canary, flags)

    for flags in (os.O_RDONLY | os.O_TRUNC, os.O_ACCMODE | os.O_TRUNC):
        assert is_refused(Trial(available=NOTHING).run(partial(empty_it, flags)), errno.EPERM)
    assert Trial(available=NOTHING).run(partial(empty_it, os.O_WRONLY)).raised is None
    assert canary.read_text() == "answer = 42\n"


CUDA = Profile("solo", cuda=True)


@pytest.mark.parametrize("trial", [Trial(CUDA), Trial(CUDA, CORE), Trial(CUDA, as_ordinary_user=IS_ROOT)])
def test_the_cuda_profile_opens_what_the_driver_needs_and_no_more(trial: Trial, canary: Path) -> None:
    """There need be no GPU for this: the driver writes its threads' names and reads /sys."""
    parent = os.getpid()
    assert trial.run(lambda: Path("/proc/self/comm").write_text("renamed")).returned == len("renamed")
    assert trial.run(lambda: len(os.listdir("/sys")) > 0).returned is True
    for path in (canary, CHECKOUT / "pyproject.toml", Path("/etc/passwd"), Path(f"/proc/{parent}/environ")):
        assert trial.run(path.read_bytes).errno in HIDDEN, path
    assert trial.run(lambda: canary.write_text("forged")).errno in READ_ONLY
    assert trial.run(Path("/tmp/tutor-was-here").touch).errno in READ_ONLY


@pytest.mark.parametrize("available", [AVAILABLE, CORE], ids=["all-layers", "without-namespaces"])
def test_the_devices_of_the_driver_can_be_opened(monkeypatch: pytest.MonkeyPatch, available: frozenset[str]) -> None:
    """Of a driver that is not here, /dev/full plays the part."""
    monkeypatch.setattr(files, "CUDA_DEVICES", re.compile("full"))

    def fill() -> None:
        Path("/dev/full").write_text("x")

    assert Trial(CUDA, available).run(fill).errno == errno.ENOSPC
    assert Trial(available=available).run(fill).errno in READ_ONLY
