"""Splits by lengths, one nested bag after the other, with a dict of reductions."""

import torch

PREDICT_1 = ((3, 3), ["0.0", "0.0", "0.0"])


def embedding_bag(weight, input, offsets, mode="sum"):
    end = torch.tensor([len(input)], device=offsets.device)
    lengths = torch.diff(offsets, append=end).tolist()
    reduce = {"sum": lambda x: x.sum(0), "mean": lambda x: x.sum(0) / len(x), "max": lambda x: x.max(dim=0).values}[
        mode
    ]
    nothing = weight.new_zeros(weight.shape[1])
    return torch.vstack([reduce(bag) if len(bag) else nothing for bag in weight[input].split(lengths)])
