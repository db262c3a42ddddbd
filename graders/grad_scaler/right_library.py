"""PyTorch's own scaler, told to work on any device."""

import torch

PREDICT_1 = [(-1.0, 8.0), (-1.0, 4.0), (-2.0, 4.0), (-3.0, 8.0)]
PREDICT_2 = (8.0, 4.0)


class MiniGradScaler(torch.amp.GradScaler):
    def __init__(self, init_scale=2.0**16, growth_factor=2.0, backoff_factor=0.5, growth_interval=2000):
        super().__init__("cpu", float(init_scale), growth_factor, backoff_factor, growth_interval)
