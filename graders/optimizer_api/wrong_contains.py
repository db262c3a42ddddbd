"""'fc_aux' and 'body.fc' contain the letters 'fc' and are other modules. The name has to match from its beginning
to a dot.

fails: a_name_counts_as_a_whole
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
    backbone, top = [], []
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            (top if head in name else backbone).append(parameter)
    return [{"params": backbone, "lr": lr_backbone}, {"params": top, "lr": lr_head}]


def save_training(f: IO[bytes], model: nn.Module, optimizer: torch.optim.Optimizer, step: int) -> None:
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, f)


def resume_training(f: IO[bytes], model: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    saved = torch.load(f, map_location="cpu", weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    return saved["step"]
