"""A checkpoint made by hand: run without a graph, remember the state of the dice, run again with one."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

PREDICT_1 = [True, True]
PREDICT_2 = (1, 2)


class Segment(torch.autograd.Function):
    @staticmethod
    def forward(ctx, segment: nn.Module, x: Tensor, *parameters: Tensor) -> Tensor:
        ctx.segment = segment
        ctx.parameters = parameters
        ctx.dice = torch.get_rng_state(), torch.cuda.get_rng_state(x.device) if x.is_cuda else None
        ctx.save_for_backward(x)
        with torch.no_grad():
            return segment(x)

    @staticmethod
    def backward(ctx, gradient: Tensor):
        (saved,) = ctx.saved_tensors
        x = saved.detach().requires_grad_()
        cpu, cuda = ctx.dice
        with torch.enable_grad(), torch.random.fork_rng([x.device] if x.is_cuda else []):
            torch.set_rng_state(cpu)
            if cuda is not None:
                torch.cuda.set_rng_state(cuda, x.device)
            y = ctx.segment(x)
        return None, *torch.autograd.grad(y, [x, *ctx.parameters], gradient)


def run_checkpointed(blocks: Sequence[nn.Module], x: Tensor, every: int) -> Tensor:
    for start in range(0, len(blocks), every):
        segment = nn.Sequential(*blocks[start : start + every])
        x = Segment.apply(segment, x, *segment.parameters())
    return x
