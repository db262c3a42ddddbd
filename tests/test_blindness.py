"""No expected value is ever in a process that runs, or is an ancestor of what runs, a learner's code."""

import os
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TOY_COURSE
from test_client import descendants

from tutor.client import CheckRequest, Client
from tutor.conversation import CheckCancelled, CheckProgress

CANARY = b"canary-" + os.urandom(8).hex().encode()

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may read another process's memory"),
]


@pytest.fixture
def course_with_a_canary(tmp_path: Path) -> Path:
    """The toy course, with a secret in its reference."""
    root = tmp_path / "course"
    shutil.copytree(TOY_COURSE, root)
    reference = root / "graders" / "outer_sum" / "reference.py"
    reference.write_text(reference.read_text() + f'\nCANARY = "{CANARY.decode()}"\n')
    grader = root / "graders" / "outer_sum" / "grader.py"
    grader.write_text(grader.read_text().replace("wall_seconds=3", "wall_seconds=60"))  # time to look
    return root


def holds_the_canary(pid: int) -> bool:
    """Whether the secret is anywhere in a process's writable memory."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    with open(f"/proc/{pid}/mem", "rb", buffering=0) as memory:
        return any(CANARY in chunk for chunk in _chunks(memory, maps))


def _chunks(memory, maps: str) -> Iterator[bytes]:
    for start, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.MULTILINE):
        for place in range(int(start, 16), int(end, 16), 16 << 20):
            try:
                memory.seek(place)
                yield memory.read(min(16 << 20, int(end, 16) - place) + len(CANARY))
            except (OSError, ValueError, OverflowError):
                continue


def test_the_reference_is_in_the_judges_memory_and_in_no_other(course_with_a_canary: Path):
    source = b"import time\n\ndef outer_sum(a, b):\n    time.sleep(1000)\n"
    running = threading.Event()

    def note(progress: CheckProgress) -> None:
        if progress.phase == "running":
            running.set()

    with Client(course_with_a_canary) as client:
        honest = (course_with_a_canary / "graders" / "outer_sum" / "reference.py").read_bytes().replace(CANARY, b"")
        client.check(CheckRequest("outer_sum", honest, "outer_sum.py"))
        assert client.worker_pid is not None
        (engine,) = (
            pid
            for pid in descendants(client.worker_pid)
            if b"tutor.engine" in _command(pid) and _parent(pid) == client.worker_pid
        )
        judge = descendants(engine)[0]  # forked before anything else
        thread = threading.Thread(target=_check_until_cancelled, args=(client, source, note))
        thread.start()
        assert running.wait(20)
        while not (runs := [pid for pid in descendants(engine) if pid != judge]):
            pass
        holders = {pid for pid in (client.worker_pid, engine, *runs) if holds_the_canary(pid)}
        judge_holds_it = holds_the_canary(judge)
        client.cancel()
        thread.join(20)
    assert judge_holds_it, "the search itself works"
    assert holders == set()


def _check_until_cancelled(client: Client, source: bytes, note) -> None:
    with pytest.raises(CheckCancelled):
        client.check(CheckRequest("outer_sum", source, "outer_sum.py"), note)


def _command(pid: int) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
