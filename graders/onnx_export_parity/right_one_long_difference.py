"""Collects all differences, and takes the largest at the end."""

import torch

PREDICT_1 = [0.1, 0.2, 1.1, 1.7]
PREDICT_2 = ["eval"]


def parity_gap(model, exported, batches):
    modes = {name: module.training for name, module in model.named_modules()}
    differences = [torch.zeros(1, dtype=torch.float64)]
    try:
        model.train(False)
        for batch in batches:
            with torch.no_grad():
                ours = model(torch.clone(batch)).double().cpu()
            theirs = torch.tensor(exported(batch.detach().cpu().numpy()), dtype=torch.float64)
            if list(ours.shape) != list(theirs.shape):
                raise ValueError(f"{ours.shape} is not {theirs.shape}")
            differences.append((ours - theirs).abs().flatten())
    finally:
        for name, module in model.named_modules():
            module.training = modes[name]
    return torch.cat(differences).max().item()
