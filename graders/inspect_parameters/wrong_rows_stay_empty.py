"""The list of rows is empty, whatever the model holds. What a loop finds has to be put into the list.

fails: every_parameter_has_a_row
"""

from torch import nn

PREDICT_1 = (2, 5, 16)
PREDICT_2 = (50, 90)


def parameter_table(model: nn.Module) -> tuple[list[tuple[str, tuple[int, ...], int, bool]], int, int]:
    rows = []
    total = trainable = 0
    for name, p in model.named_parameters():
        print(f"{name} ; {p.size()}")
        total += p.numel()
        trainable += p.numel() * p.requires_grad
    return rows, total, trainable
