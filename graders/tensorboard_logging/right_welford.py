"""Welford's running mean; the probability from logsumexp, in float64."""

import torch

PREDICT_1 = (3, 32, 122)


class LossLogger:
    """Keeps a mean, never a sum."""

    def __init__(self, writer, tag, every):
        self.writer = writer
        self.tag = tag
        self.every = every
        self.steps = 0
        self._begin()

    def _begin(self):
        self.seen = 0
        self.mean = 0.0

    def _log(self):
        self.writer.add_scalar(self.tag, self.mean, self.steps)
        self._begin()

    def update(self, loss):
        value = float(loss.detach() if hasattr(loss, "detach") else loss)
        self.steps += 1
        self.seen += 1
        self.mean += (value - self.mean) / self.seen
        if not self.seen % self.every:
            self._log()

    def flush(self):
        return self._log() if self.seen else None


def top_class_probs(net, images):
    was_on = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        logits = net(images)
        wide = logits.double()
        best = wide.topk(1, dim=1)
        probability = (best.values - wide.logsumexp(1, keepdim=True)).exp()
    finally:
        torch.set_grad_enabled(was_on)
    return best.indices.flatten(), probability.flatten().to(logits.dtype)
