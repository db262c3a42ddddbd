"""The model is in evaluation mode after resuming. That is a habit from inference; here training goes on.

fails: each_module_keeps_its_mode
"""

from typing import IO, Any

import torch
from torch import nn

PREDICT_1 = (0.9, None)
PREDICT_2 = (0.81, [0.0])
PREDICT_3 = ({}, [0])
PREDICT_4 = {0: {"momentum_buffer": [1.0, 1.0]}}
PREDICT_5 = 1.9
PREDICT_6 = "ValueError"
PREDICT_7 = (2, 0.9, 0.0001, "list")
PREDICT_8 = ((2,), (3,))


def finetune_param_groups(model: nn.Module, head: str, lr_backbone: float, lr_head: float) -> list[dict[str, Any]]:
    in_head = {id(parameter) for parameter in model.get_submodule(head).parameters()}
    trainable = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return [
        {"params": [parameter for parameter in trainable if id(parameter) not in in_head], "lr": lr_backbone},
        {"params": [parameter for parameter in trainable if id(parameter) in in_head], "lr": lr_head},
    ]


def save_training(f: IO[bytes], model: nn.Module, optimizer: torch.optim.Optimizer, step: int) -> None:
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, f)


def resume_training(f: IO[bytes], model: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    saved = torch.load(f, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    model.eval()
    return saved["step"]
