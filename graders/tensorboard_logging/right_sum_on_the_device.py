"""Adds detached losses in float64 where they are, so that nothing waits for the GPU but the logging."""

import torch

PREDICT_1 = (3, 32, 122)


class LossLogger:
    def __init__(self, writer, tag, every):
        self.writer = writer
        self.tag = tag
        self.every = every
        self.losses = []
        self.updates = 0

    def update(self, loss):
        self.losses.append(torch.as_tensor(loss).detach().to(torch.float64, copy=True))
        self.updates += 1
        if len(self.losses) == self.every:
            self.flush()

    def flush(self):
        if not self.losses:
            return
        mean = torch.stack([loss.reshape(()) for loss in self.losses]).mean()
        self.writer.add_scalar(self.tag, mean, self.updates)
        self.losses.clear()


def top_class_probs(net, images):
    with torch.no_grad():
        outputs = net(images)
        outputs = outputs - outputs.amax(dim=1, keepdim=True)
        return outputs.argmax(dim=1), 1 / outputs.exp().sum(dim=1)
