"""A class that holds the autocast, and holds none on the meta device."""

import torch

PREDICT_1 = (torch.float16, torch.bfloat16)
PREDICT_2 = (torch.float32, torch.bfloat16)


class autocast_for:  # noqa: N801
    def __init__(self, model, dtype=None):
        devices = {t.device for t in [*model.parameters(), *model.buffers()]} or {torch.device("cpu")}
        self.device = devices.pop()
        self.dtype = dtype
        self.context = None

    def __enter__(self):
        if self.device.type != "meta":
            self.context = torch.amp.autocast(device_type=self.device.type, dtype=self.dtype, enabled=True)
            self.context.__enter__()
        return self

    def __exit__(self, *exception):
        if self.context is not None:
            self.context.__exit__(*exception)
        return False
