"""All batches of a window are computed before the first backward pass, so all their graphs are in memory at once.
The result is right, but saving that memory was the reason to accumulate.

fails: one_graph_is_alive_at_a_time
"""

from collections.abc import Callable, Iterable
from itertools import islice

import torch
from torch import Tensor, nn

PREDICT_1 = [2, 5]
PREDICT_2 = (3.0, 2.0)


def train_accumulate(
    model: nn.Module,
    optimizer: torch.optim.Optimizer,
    scaler: torch.amp.GradScaler,
    loss_fn: Callable[[Tensor, Tensor], Tensor],
    batches: Iterable[tuple[Tensor, Tensor]],
    accum_steps: int,
    device_type: str = "cpu",
    dtype: torch.dtype = torch.bfloat16,
) -> int:
    remaining = iter(batches)
    windows = 0
    optimizer.zero_grad()
    while window := list(islice(remaining, accum_steps)):
        with torch.autocast(device_type, dtype=dtype):
            losses = [loss_fn(model(x), y) for x, y in window]
        scaler.scale(torch.stack(losses).mean()).backward()
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
        windows += 1
    return windows
