"""The mean square is the variance plus the square of the mean."""

import torch

PREDICT_1 = [-3, 0, -6]


def signal_rms(x, weights):
    h = x.detach().clone()
    numbers = []
    for w in weights:
        h = torch.nn.functional.relu(torch.matmul(h, w.detach().transpose(0, 1)))
        variance, mean = torch.var_mean(h.to(torch.float64), correction=0)
        numbers += [float(torch.sqrt(variance + mean**2))]
    return numbers
