"""A scratch folder without a file system of its own is watched while a run fills it, and removed whatever is in it."""

from __future__ import annotations

import contextlib
import mmap
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from conftest import TOY_COURSE, Grading
from degrees import confining, needs_root
from escape_run import LayeredClient, make_course
from trial import CORE, ORDINARY_ID, SOLO_WITH_FILES, Trial, become_ordinary

from tutor.course import read_course
from tutor.report import Outcome
from tutor.sandbox import scratch
from tutor.sandbox.limits import Limits, MiB
from tutor.sandbox.lockdown import NAMESPACES

pytestmark = [*confining, pytest.mark.xdist_group("scratch")]
IN_MEMORY = "/dev/shm"
"""Where ten thousand folders are removed in a second, not in a minute."""
USERS = [pytest.param(False, id="as-it-is"), pytest.param(True, id="ordinary-user", marks=needs_root)]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that belongs to the ordinary user, who may also enter the one it lies in."""
    around = Path(tempfile.mkdtemp(dir=IN_MEMORY if os.access(IN_MEMORY, os.W_OK) else None))
    around.chmod(0o777)
    path = around / "scratch"
    path.mkdir()
    if os.geteuid() == 0:
        os.chown(path, ORDINARY_ID, ORDINARY_ID)
    yield path
    scratch.remove(str(around))


def as_user(is_ordinary: bool, function: Callable[[], object]) -> None:
    """Call a function in a process of its own, where it may become another user and go wherever it likes."""
    child = os.fork()
    if not child:
        code = 1
        try:
            if is_ordinary:
                become_ordinary()
            signal.alarm(120)
            function()
            code = 0
        except BaseException:
            sys.excepthook(*sys.exc_info())
        finally:
            os._exit(code)
    assert os.waitpid(child, 0)[1] == 0


def nest(levels: int) -> None:
    for _ in range(levels):
        os.mkdir("d")
        os.chdir("d")
    Path("deepest").touch()


def leave_everything_behind(folder: Path) -> None:
    """What a hostile run could leave, and worse."""
    os.chdir(folder)
    for mode in (0, 0o300, 0o500, 0o100):
        os.makedirs(f"mode {mode:o}/inner")
        Path(f"mode {mode:o}/inner/file").touch()
        os.chmod(f"mode {mode:o}/inner", mode)
        os.chmod(f"mode {mode:o}", mode)
    for name in ("two\nlines", "-rf", "x" * 255, os.fsdecode(b"\xff\xfe"), "*", "‮"):
        Path(name).mkdir()
        Path(name, name).touch()
    os.symlink("/", "root")
    os.symlink("..", "up")
    os.symlink("nowhere", "dangling")
    os.mkfifo("fifo")
    socket.socket(socket.AF_UNIX).bind("socket")
    nest(10_000)


@pytest.mark.parametrize("is_ordinary", USERS)
def test_whatever_a_run_leaves_is_removed(folder: Path, is_ordinary: bool) -> None:
    as_user(is_ordinary, partial(leave_everything_behind, folder))
    as_user(is_ordinary, partial(scratch.remove, str(folder)))
    assert not folder.exists()


def test_many_files_are_removed(folder: Path) -> None:
    for number in range(30_000):
        os.close(os.open(folder / str(number), os.O_CREAT | os.O_WRONLY))
    assert scratch.remove(str(folder))


def test_what_a_link_points_to_is_neither_counted_nor_removed(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "kept").write_bytes(bytes(MiB))
    (folder / "link").symlink_to(outside)
    assert scratch.measure(str(folder), 100).size < 4096
    assert scratch.remove(str(folder))
    assert (outside / "kept").exists()
    folder.symlink_to(outside)
    assert not scratch.remove(str(folder))
    assert (outside / "kept").exists()
    folder.unlink()


def test_the_folder_of_a_killed_process_is_removed_and_that_of_a_living_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    living = scratch.ScratchFolder("run")
    as_user(False, lambda: scratch.ScratchFolder("run") and None)
    (left,) = set(os.listdir(tmp_path)) - {os.path.basename(living.path)}
    (tmp_path / "tutor-scratch-file").touch()
    (tmp_path / "tutor-scratch-link").symlink_to("/")
    (tmp_path / "another").mkdir()
    scratch.remove_left_over()
    assert (tmp_path / left).exists(), "it could be one that is about to be locked"
    for path in tmp_path.iterdir():
        os.utime(path, (0, 0), follow_symlinks=False)
    scratch.remove_left_over()
    expected = {os.path.basename(living.path), "tutor-scratch-file", "tutor-scratch-link", "another"}
    assert set(os.listdir(tmp_path)) == expected
    living.close()
    assert not os.path.exists(living.path)


def test_a_folder_that_is_gone_is_as_good_as_removed(folder: Path) -> None:
    folder.rmdir()
    assert scratch.remove(str(folder))
    assert scratch.measure(str(folder), 100).files == 0


def test_a_look_stops_at_the_limit(folder: Path) -> None:
    for number in range(1000):
        (folder / str(number)).touch()
    assert scratch.measure(str(folder), 10).files == 11
    assert scratch.measure(str(folder), 5000).files == 1000


def test_a_deep_tree_stops_a_look_and_takes_few_descriptors(folder: Path) -> None:
    def look() -> None:
        os.chdir(folder)
        nest(3000)
        usage = scratch.measure(str(folder), 1 << 30)
        assert usage.levels == scratch.MOST_LEVELS + 1
        assert scratch.ScratchWatch(str(folder), MiB, 1 << 30).excess(None) == "made folders more than 64 deep"

    as_user(False, look)


def test_files_that_disappear_during_a_look_do_no_harm(folder: Path) -> None:
    over = threading.Event()

    def come_and_go() -> None:
        while not over.is_set():
            os.mkdir(folder / "d")
            (folder / "d/file").write_bytes(bytes(1000))
            os.unlink(folder / "d/file")
            os.rmdir(folder / "d")

    busy = threading.Thread(target=come_and_go)
    busy.start()
    try:
        for _ in range(300):
            assert scratch.measure(str(folder), 100).files <= 100
    finally:
        over.set()
        busy.join()


@pytest.mark.parametrize("is_ordinary", USERS)
@pytest.mark.parametrize("mode", [0o300, 0o000])
def test_a_folder_without_rights_hides_nothing(folder: Path, is_ordinary: bool, mode: int) -> None:
    def fill_and_look() -> None:
        (folder / "hidden").mkdir()
        (folder / "hidden/file").write_bytes(bytes(2 * MiB))
        (folder / "hidden").chmod(mode)
        assert scratch.ScratchWatch(str(folder), MiB, 100).excess(None) == "wrote more than 1 MB of files"

    as_user(is_ordinary, fill_and_look)


def test_looking_takes_a_part_of_the_time_only(folder: Path) -> None:
    for number in range(3000):
        (folder / str(number)).touch()
    watch = scratch.ScratchWatch(str(folder), MiB, 100)
    assert watch.excess(None) == "made more than 100 files"
    assert watch.excess(None) == ""  # too soon


def hide(how: str) -> None:
    """Fill 8 MiB of files that have no name."""
    kept = []
    for number in range(8):
        name = f"{number}"
        fd = os.open(name, os.O_CREAT | os.O_RDWR) if how != "never named" else os.open(".", os.O_TMPFILE | os.O_RDWR)
        os.write(fd, bytes(MiB))
        if how != "never named":
            os.unlink(name)
        kept.append(fd)
    if how == "mapped":
        mapped.extend(mmap.mmap(fd, MiB) for fd in kept)
        os.closerange(2, 100)  # Python's own duplicates too
    os.write(1, b"x")
    signal.pause()


mapped: list[mmap.mmap] = []


@pytest.mark.parametrize("is_ordinary", USERS)
@pytest.mark.parametrize("how", ["deleted", "never named", "mapped"])
def test_files_without_a_name_are_found_while_the_run_has_them(how: str, is_ordinary: bool) -> None:
    as_user(is_ordinary, partial(watch_a_run_that_hides, how))


def watch_a_run_that_hides(how: str) -> None:
    folder = tempfile.mkdtemp()
    reader, writer = os.pipe()
    run = os.fork()
    if not run:
        with contextlib.suppress(BaseException):
            os.dup2(writer, 1)
            from tutor.sandbox import lockdown

            lockdown.confine(SOLO_WITH_FILES, Limits(), [1], CORE, folder)
            hide(how)
        os._exit(1)
    os.close(writer)
    assert os.read(reader, 1) == b"x"
    watch = scratch.ScratchWatch(folder, 4 * MiB, 100)
    assert scratch.measure(folder, 100).size == 0
    assert watch.excess(run) == "wrote more than 4 MB of files"
    os.kill(run, signal.SIGKILL)
    os.waitpid(run, 0)
    assert scratch.remove(folder)


HEAD = "import os, mmap, time\nfrom pathlib import Path\nPREDICT_1 = ...\nkept = []\n\n"
MEGABYTES = "wrote more than 64 MB of files"
FILLING = {
    "many large files": ("Path(str(n)).write_bytes(bytes(1 << 20))", MEGABYTES),
    "many large files in folders": ("os.makedirs(f'{n}/x'); Path(f'{n}/x/y').write_bytes(bytes(1 << 20))", MEGABYTES),
    "large files in a folder nobody may list": (
        "os.makedirs('x', 0o300, exist_ok=True); Path(f'x/{n}').write_bytes(bytes(1 << 20))",
        MEGABYTES,
    ),
    # Fewer than may be open at a time: a quick disk would take those before anybody has looked.
    "deleted files that stay open": (
        "kept.append(open(str(n), 'wb', 0)); kept[n].write(bytes(1 << 20)); os.unlink(str(n)); n < 90 or time.sleep(9)",
        MEGABYTES,
    ),
    "empty files": ("Path(str(n)).touch()", "made more than 4,096 files"),
    "folders in folders": ("os.mkdir('d'); os.chdir('d')", "made folders more than 64 deep"),
}


@pytest.fixture(scope="module")
def without_namespaces() -> Iterator[Grading]:
    """The real engine without namespaces, on a lesson that may write files."""
    course = make_course("")
    grader = course / "graders/outer_sum_with_files/grader.py"
    grader.write_text(grader.read_text().replace("wall_seconds=1.5", "wall_seconds=20"))
    (folder := course / "tmp").mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("TMPDIR", str(folder))  # where no other test leaves anything
        patched.setenv("TUTOR_TEST_WITHOUT", " ".join(NAMESPACES))
        patched.setenv("PYTHONPATH", str(Path(__file__).parent))
        with LayeredClient(course) as client:
            yield Grading(read_course(course), client)
    scratch.remove(str(course))


@pytest.mark.parametrize(("step", "why"), FILLING.values(), ids=FILLING)
def test_a_run_that_fills_the_disk_is_stopped_and_leaves_nothing(
    without_namespaces: Grading, step: str, why: str
) -> None:
    before = left_in_tmp()
    source = f"{HEAD}for n in range(1 << 20):\n    {step}\n"
    report = without_namespaces.check("outer_sum_with_files", source, device="cpu")
    assert report.outcome is Outcome.ERROR
    assert report.problem is not None and report.problem.message == f"Stopped: the code {why}."
    assert report.problem.kind == "files" and report.problem.advice
    assert left_in_tmp() == before
    honest = (TOY_COURSE / "graders/outer_sum/reference.py").read_text()
    assert without_namespaces.check("outer_sum_with_files", honest, device="cpu").passed


def left_in_tmp() -> set[str]:
    """The folders of runs; what a worker behind the outer wall has for all of its runs comes and goes with that one."""
    return {name for name in os.listdir(tempfile.gettempdir()) if name.startswith("tutor-scratch-run-")}


def test_a_run_within_its_limits_is_not_stopped(without_namespaces: Grading) -> None:
    body = "for n in range(50):\n    Path(str(n)).write_bytes(bytes(1 << 20))\n    os.makedirs(f'folder/{n}')\n"
    honest = (TOY_COURSE / "graders/outer_sum/reference.py").read_text()
    report = without_namespaces.check("outer_sum_with_files", f"{HEAD}{body}\n{honest}", device="cpu")
    assert report.passed, report


def test_in_the_trial_nothing_is_left_to_watch_where_there_is_a_file_system() -> None:
    trial = Trial(SOLO_WITH_FILES, limits=Limits(scratch_files=20))
    if not trial.available >= NAMESPACES:
        pytest.skip("this machine has no user namespaces")
    assert trial.run(lambda: [Path(str(n)).touch() for n in range(30)]).errno == 28
