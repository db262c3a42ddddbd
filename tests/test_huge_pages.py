"""A warm process in huge pages: forks of it are cheap, and change nothing of what they share."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tutor.sandbox.huge_pages import SIZE, whole_pages

MAPS = """\
00400000-00401000 r-xp 00000000 08:01 123                                /usr/bin/python3
01000000-01600000 rw-p 00000000 00:00 0                                  [heap]
7f0000100000-7f0000500000 rw-p 00000000 00:00 0
7f0000700000-7f0000900000 rw-p 00000000 00:00 0
7f0001000000-7f0001400000 r--p 00000000 00:00 0
7f0002000000-7f0002400000 rw-p 00000000 08:01 124                        /usr/lib/libfilled.so
7f0003000000-7f0003400000 rw-s 00000000 00:01 125                        /dev/zero (deleted)
7f0004000000-7f0004400000 rw-p 00000000 00:00 0                          [anon:named]
7ffd00000000-7ffd00400000 rw-p 00000000 00:00 0                          [stack]
"""
FILLED = """
import mmap, os
from tutor.sandbox import huge_pages

huge_pages.LONGEST_SECONDS = 60
memory = mmap.mmap(-1, 64 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
memory.write(bytes(range(256)) * (len(memory) // 256))
before = bytes(memory)
huge_pages.use_huge_pages()
assert bytes(memory) == before, "it is another memory"
reading, writing = os.pipe()
if os.fork() == 0:
    memory[:1] = b"x"
    private = [line.split()[1] for line in open("/proc/self/smaps_rollup") if line.startswith("Private_Dirty")]
    os.write(writing, private[0].encode())
    os._exit(0)
os.wait()
assert bytes(memory) == before, "a fork changed it"
huge = next(line.split()[1] for line in open("/proc/self/smaps_rollup") if line.startswith("AnonHugePages"))
print(huge, os.read(reading, 20).decode())
"""


def test_only_whole_pages_of_memory_without_a_file_are_taken() -> None:
    heap, mapped = [0x1000000, 0x1200000, 0x1400000], [0x7F0000200000]
    assert list(whole_pages(MAPS)) == heap + mapped
    assert all(start % SIZE == 0 for start in whole_pages(MAPS))


def test_memory_in_huge_pages_holds_the_same_and_a_fork_copies_only_what_it_changes() -> None:
    done = subprocess.run([sys.executable, "-c", FILLED], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    huge, private = map(int, done.stdout.split())
    if huge == 0:
        pytest.skip("Linux has no huge pages to give here")
    assert huge >= 32 << 10, "most of 64 MB, in KB"
    assert private < 8 << 10, "one small page and what Python itself changes, in KB"
