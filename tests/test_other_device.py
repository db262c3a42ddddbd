"""A tensor made on the wrong device is found at once: PyTorch's own way of telling would load its compiler first."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

MEETINGS = [
    "x + torch.zeros(3)",
    "torch.where(x > 0, x, torch.zeros(3))",
    "x * (torch.arange(3) + 1).exp()",
    "torch.cat([x, torch.zeros(3, 3)])",
    "F.binary_cross_entropy_with_logits(x, torch.zeros(3, 3))",
    "F.cross_entropy(x, torch.zeros(3, dtype=torch.long))",
    "x.masked_fill(torch.zeros(3, 3) > 0, 0.0)",
    "torch.ones(3, 3).add_(1).mul(x)",
    "x.detach().add_(torch.zeros(3))",
    "x + torch.cat([torch.ones(1, 3), torch.zeros(2, 3)]).cumsum(0).softmax(1)",
    "x * F.layer_norm(torch.ones(3, 3), (3,)).norm(dim=0)",
    "x.index_select(0, torch.arange(3)) * torch.ones(3, 3).max(0).values",
]
OTHERS = [
    "(x + torch.zeros_like(x)).sum().backward()",
    "x + torch.zeros(3, device=x.device)",
    "x * torch.tensor(2.0) + count",
    "(torch.ones(3) * count) / 2",
    "x.to(torch.float64) + torch.zeros_like(x)",
    "assert ((torch.ones(3, 1) + torch.ones(4)) > 1).shape == (3, 4)",
    "assert (torch.arange(3) / 2).dtype is torch.float32",
    "assert (torch.ones(3).mean() / 2 > 0).shape == ()",
    "torch.ones(3)[1:].fill_(2).view(2, 1)",
]
NEEDS_VALUES = ["torch.ones(3).sum().item()", "torch.ones(3).to(x.device)", "torch.ones(3).tolist()"]

EACH_IN_A_FORK = """
import json, os, sys, torch
from torch.nn import functional as F
from tutor.probes import operators_called
from tutor.sandbox.other_device import other_default_device

x = torch.rand(3, 3, requires_grad=True)
count = torch.tensor(2.0)
for code in json.loads(sys.argv[1]):
    if os.fork() == 0:
        message = ""
        try:
            with other_default_device():
                exec(code)
        except Exception as error:
            message = f"{type(error).__name__}: {error}"
        print(json.dumps([code, message, "torch._dynamo" in sys.modules]), flush=True)
        os._exit(0)
    os.wait()
"""


@pytest.fixture(scope="module")
def seen() -> dict[str, tuple[str, bool]]:
    """What each piece of code raised, and whether it loaded the compiler."""
    codes = json.dumps([*MEETINGS, *OTHERS, *NEEDS_VALUES, "with operators_called(): x.sum()"])
    done = subprocess.run([sys.executable, "-c", EACH_IN_A_FORK, codes], capture_output=True, text=True, check=True)
    return {code: (raised, loaded) for code, raised, loaded in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("code", MEETINGS)
def test_tensors_of_two_devices_do_not_meet(seen: dict[str, tuple[str, bool]], code: str) -> None:
    raised, loaded = seen[code]
    assert raised.startswith("RuntimeError: Expected all tensors to be on the same device")
    assert not loaded


@pytest.mark.parametrize("code", OTHERS)
def test_everything_else_goes_on(seen: dict[str, tuple[str, bool]], code: str) -> None:
    assert seen[code] == ("", False)


@pytest.mark.parametrize("code", NEEDS_VALUES)
def test_a_tensor_elsewhere_has_no_values_to_look_at(seen: dict[str, tuple[str, bool]], code: str) -> None:
    raised, loaded = seen[code]
    assert "meta" in raised
    assert not loaded


def test_a_tape_of_operators_does_not_load_the_compiler_either(seen: dict[str, tuple[str, bool]]) -> None:
    assert seen["with operators_called(): x.sum()"] == ("", False)
