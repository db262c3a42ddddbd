"""Runs PyTorch in confined children of a warm process, as the zygote does, and prints how each ended, one JSON a line.

A program of its own, because a fork is safe only while PyTorch has started no thread.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

os.environ |= {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}

import torch
import torch.distributed as dist
from torch import multiprocessing
from torch.utils.data import DataLoader, TensorDataset
from trial import CORE, MULTI, SOLO_WITH_FILES, Trial

from tutor.sandbox import lockdown
from tutor.sandbox.limits import Limits, MiB


def compute_gradients() -> float:
    weights = torch.ones(8, 8, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(torch.randn(4, 8) @ weights, torch.tensor([0, 1, 2, 3]))
    loss.backward()
    assert weights.grad is not None
    return float(weights.grad.sum().abs()) < 1e-5


def compute_on_two_threads() -> list[int]:
    torch.set_num_threads(2)
    matrix = torch.ones(512, 512, requires_grad=True)
    (matrix @ matrix).sum().backward()
    return [torch.get_num_threads(), len(set(matrix.grad.flatten().tolist()))]


def import_torch_dynamo() -> bool:
    return importlib.import_module("torch._dynamo") is not None


def take_an_optimizer_step() -> float:
    weight = torch.nn.Parameter(torch.ones(1))
    optimizer = torch.optim.SGD([weight], lr=0.5)
    weight.sum().backward()
    optimizer.step()
    return weight.item()


def import_torchvision() -> bool:
    import torchvision.transforms.v2

    return torchvision.transforms.v2.Normalize([0.5], [0.5])(torch.ones(1, 2, 2)).sum().item() == 4.0


def take_too_much_memory() -> None:
    torch.ones(1 << 30)


def save_and_load() -> list[float]:
    torch.save({"weight": torch.arange(3.0)}, "model.pt")
    return torch.load("model.pt", weights_only=True)["weight"].tolist()


def sum_over_ranks(store: str) -> list[float]:
    """Rank 0 and 1 add up their number plus one, each in a process of its own."""
    reader, writer = os.pipe()
    ranks = [_fork_rank(rank, store, writer) for rank in range(2)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in ranks]
    assert codes == [0, 0], codes
    return [float(number) for number in os.read(reader, 100).split()]


def _fork_rank(rank: int, store: str, writer: int) -> int:
    pid = os.fork()
    if not pid:
        dist.init_process_group("gloo", init_method=store, rank=rank, world_size=2)
        total = torch.tensor([rank + 1.0])
        dist.all_reduce(total)
        os.write(writer, f"{total.item()} ".encode())
        dist.destroy_process_group()
        os._exit(0)
    return pid


def sum_through_a_file() -> list[float]:
    return sum_over_ranks(f"file://{os.getcwd()}/store")


def sum_through_the_loopback() -> list[float]:
    return sum_over_ranks("tcp://127.0.0.1:29500")


def load_with_workers() -> list[int]:
    dataset = TensorDataset(torch.arange(16))
    loader = DataLoader(dataset, batch_size=4, num_workers=2, multiprocessing_context="fork")
    return sorted(int(number) for (batch,) in loader for number in batch)


def share_a_tensor() -> float:
    shared = torch.zeros(4).share_memory_()
    multiprocessing.start_processes(_fill, args=(shared,), nprocs=2, start_method="fork")
    return shared.sum().item()


def _fill(index: int, shared: torch.Tensor) -> None:
    shared[index] = 1.0


ALL_LAYERS = Trial()
WITHOUT_NAMESPACES = Trial(available=CORE)
WITH_PROCESSES = Trial(MULTI)
SMALL = Trial(limits=Limits(memory_bytes=256 * MiB))

TRIALS: dict[str, tuple[Trial, Callable[[], Any]]] = {
    "gradients": (ALL_LAYERS, compute_gradients),
    "gradients, no namespaces": (WITHOUT_NAMESPACES, compute_gradients),
    "two threads": (ALL_LAYERS, compute_on_two_threads),
    "two threads, no namespaces": (WITHOUT_NAMESPACES, compute_on_two_threads),
    "memory": (SMALL, take_too_much_memory),
    "torchvision": (ALL_LAYERS, import_torchvision),
    "dynamo": (ALL_LAYERS, import_torch_dynamo),
    "dynamo, no namespaces": (WITHOUT_NAMESPACES, import_torch_dynamo),
    "optimizer": (ALL_LAYERS, take_an_optimizer_step),
    "save": (Trial(SOLO_WITH_FILES), save_and_load),
    "save, no namespaces": (Trial(SOLO_WITH_FILES, CORE), save_and_load),
    "save without a folder": (ALL_LAYERS, save_and_load),
    "file store": (WITH_PROCESSES, sum_through_a_file),
    "tcp store": (WITH_PROCESSES, sum_through_the_loopback),
    "workers": (WITH_PROCESSES, load_with_workers),
    "shared": (WITH_PROCESSES, share_a_tensor),
}

if __name__ == "__main__":
    torch.set_num_threads(1)
    lockdown.prepare()
    assert len(list(Path("/proc/self/task").iterdir())) == 1
    for name in sys.argv[1:] or TRIALS:
        trial, attempt = TRIALS[name]
        print(json.dumps([name, asdict(trial.run(attempt))]), flush=True)
