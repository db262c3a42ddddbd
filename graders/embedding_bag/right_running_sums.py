"""Adds the rows one by one in plain Python, with what each mode needs to remember."""

import torch

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight, input, offsets, mode="sum"):
    bounds = offsets.tolist() + [input.numel()]
    result = []
    for i in range(len(bounds) - 1):
        bag = None
        for word in input[bounds[i] : bounds[i + 1]]:
            row = weight[word]
            if bag is None:
                bag = row
            elif mode == "max":
                bag = torch.maximum(bag, row)
            else:
                bag = bag + row
        if bag is None:
            bag = torch.zeros_like(weight[:1].sum(0))
        elif mode == "mean":
            bag = bag / (bounds[i + 1] - bounds[i])
        result.append(bag)
    return torch.stack(result)
