"""What the lesson on data sets says of workers is true of real ones, which no hand-in may start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tutor.course import read_course

PROGRAM = '''
import json
import os
import runpy
import sys

from torch.utils.data import DataLoader, Dataset

ConcatDataset = runpy.run_path(sys.argv[1])["ConcatDataset"]


class Told(Dataset):
    """An item is its number and the process that read it."""

    def __init__(self, start, size):
        self.start, self.size, self.reads = start, size, 0

    def __len__(self):
        return self.size

    def __getitem__(self, index):
        self.reads += 1
        return self.start + index, os.getpid()


if __name__ == "__main__":
    parts = [Told(0, 3), Told(3, 0), Told(3, 4)]
    loader = DataLoader(ConcatDataset(parts), batch_size=2, num_workers=2)
    batches = [(numbers.tolist(), pids.tolist()) for numbers, pids in loader]
    print(json.dumps({"batches": batches, "reads": [part.reads for part in parts], "pid": os.getpid()}))
'''


def test_workers_read_the_joined_datasets_and_nothing_they_write_comes_back(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    reference = read_course().root / "graders" / "torch_utils_data" / "reference.py"
    done = subprocess.run(
        [sys.executable, str(program), str(reference)], capture_output=True, text=True, timeout=120, check=True
    )
    found = json.loads(done.stdout)
    assert [numbers for numbers, _ in found["batches"]] == [[0, 1], [2, 3], [4, 5], [6]]
    readers = [set(pids) for _, pids in found["batches"]]
    assert all(len(pids) == 1 for pids in readers), "a worker reads a whole batch"
    assert readers[0] == readers[2] != readers[1] == readers[3], "two workers take turns"
    assert {found["pid"]}.isdisjoint(set.union(*readers))
    assert found["reads"] == [0, 0, 0], "each worker counts in its own copy"
