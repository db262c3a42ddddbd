"""What the lessons on loading data say is true, also of real workers, which no hand-in may start."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch.utils.data import DataLoader, RandomSampler, Sampler, TensorDataset, random_split

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


def test_a_sum_just_above_one_is_refused_and_one_just_below_is_not() -> None:
    above, below = [0.33, 0.56, 0.11], [0.7, 0.2, 0.1]
    assert sum(above) > 1 > sum(below)
    with pytest.raises(ValueError):
        random_split(range(100), above)  # type: ignore[arg-type]
    assert [len(part) for part in random_split(range(13), below)] == [10, 2, 1]  # type: ignore[arg-type]


def test_a_random_sampler_begins_another_round_or_puts_items_back() -> None:
    rounds = list(RandomSampler(range(3), num_samples=6))  # type: ignore[arg-type]
    assert sorted(rounds[:3]) == sorted(rounds[3:]) == [0, 1, 2]
    drawn = list(RandomSampler(range(3), replacement=True, num_samples=40))  # type: ignore[arg-type]
    assert any(len(set(drawn[place : place + 3])) < 3 for place in range(38))


def test_a_sampler_has_no_length_unless_it_says_so() -> None:
    with pytest.raises(TypeError):
        len(Sampler())  # type: ignore[arg-type]


@pytest.mark.skipif(torch.accelerator.is_available(), reason="there is something to pin memory for")
def test_without_a_gpu_the_loader_warns_and_a_tensor_raises() -> None:
    data = TensorDataset(torch.arange(4.0))
    with pytest.warns(UserWarning, match="'pin_memory' argument is set as true but no accelerator is found"):
        (batch, *_) = DataLoader(data, batch_size=2, pin_memory=True)
    assert not batch[0].is_pinned()
    with pytest.raises(RuntimeError):
        torch.ones(2).pin_memory()
