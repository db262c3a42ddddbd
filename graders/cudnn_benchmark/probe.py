"""Enters and leaves blocks, and reads the settings of cuDNN before, inside and afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch

from tutor.probes import Case, HandIn, Observations

OTHERS = ("enabled", "deterministic", "allow_tf32", "benchmark_limit")
"""The other settings of cuDNN; in a build of PyTorch for the CPU the limit is None."""


@contextmanager
def settings(**values: int) -> Iterator[None]:
    """The settings that a case begins with; afterwards they are as they were."""
    cudnn = torch.backends.cudnn
    before = {name: getattr(cudnn, name) for name in ("benchmark", *OTHERS)}
    try:
        for name, value in values.items():
            if getattr(cudnn, name) is not None:
                setattr(cudnn, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(cudnn, name, value)


def benchmark() -> bool:
    return torch.backends.cudnn.benchmark


def manager(hand_in: HandIn, case: Case) -> Any:
    return hand_in.cudnn_benchmark(*case.arguments)


def inside(hand_in: HandIn, case: Case) -> Observations:
    """The setting in the block, and how many attributes there are that cudnn did not have before."""
    known = set(vars(torch.backends.cudnn))
    with settings(benchmark=case.before), manager(hand_in, case):
        made = set(vars(torch.backends.cudnn)) - known
        seen = {"benchmark inside": benchmark(), "attributes that were made up": len(made)}
    for name in made:
        delattr(torch.backends.cudnn, name)
    return seen


def after(hand_in: HandIn, case: Case) -> Observations:
    """The setting when the block is over; with `switched`, the block sets it itself."""
    with settings(benchmark=case.before):
        with manager(hand_in, case):
            if case.switched is not None:
                torch.backends.cudnn.benchmark = case.switched
        return {"benchmark afterwards": benchmark()}


def others(hand_in: HandIn, case: Case) -> Observations:
    """The other settings of cuDNN, inside and afterwards."""
    with settings(benchmark=case.before, **case.others):
        with manager(hand_in, case):
            within = other_settings()
        return {"other settings inside": within, "other settings afterwards": other_settings()}


def other_settings() -> str:
    found = {name: getattr(torch.backends.cudnn, name) for name in OTHERS}
    return ", ".join(f"{name}={value}" for name, value in found.items())


def interrupted(hand_in: HandIn, case: Case) -> Observations:
    """What becomes of an exception raised inside, and of the setting."""
    raised = {"ValueError": ValueError, "KeyboardInterrupt": KeyboardInterrupt}[case.error]("from inside the block")
    arrived, is_inside = "nothing", False
    with settings(benchmark=case.before):
        try:
            with manager(hand_in, case):
                is_inside = True
                raise raised
        except BaseException as caught:
            if not is_inside:
                raise
            arrived = case.error if caught is raised else f"another one ({type(caught).__name__})"
        return {"exception that arrives": arrived, "benchmark afterwards": benchmark()}


def nested(hand_in: HandIn, case: Case) -> Observations:
    """The setting in, between and after two blocks, one inside the other."""
    seen = []
    with settings(benchmark=case.before):
        with hand_in.cudnn_benchmark(case.outer):
            with hand_in.cudnn_benchmark(case.inner):
                seen.append(benchmark())
            seen.append(benchmark())
        seen.append(benchmark())
    return dict(zip(("in the inner block", "in the outer block", "afterwards"), seen, strict=True))


def before(hand_in: HandIn, case: Case) -> Observations:
    """The setting once the context manager exists; and after a block for which it changed in between."""
    with settings(benchmark=case.before):
        made = manager(hand_in, case)
        seen = {"benchmark before the block": benchmark()}
        torch.backends.cudnn.benchmark = not case.before
        with made:
            pass
        return {**seen, "benchmark afterwards": benchmark()}
