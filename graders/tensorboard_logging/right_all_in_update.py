"""Sum and count, written out twice; a decorator, argmax and gather."""

import torch

PREDICT_1 = (3, 32, 122)


class LossLogger:
    def __init__(self, writer, tag, every):
        self.writer, self.tag, self.every = writer, tag, every
        self.n_total = self.n_window = 0
        self.window_sum = 0

    def update(self, loss):
        if torch.is_tensor(loss):
            loss = loss.item()
        self.n_total = self.n_total + 1
        self.n_window = self.n_window + 1
        self.window_sum = self.window_sum + loss
        if self.n_window >= self.every:
            mean = self.window_sum / self.n_window
            self.writer.add_scalar(self.tag, mean, self.n_total)
            self.window_sum = 0
            self.n_window = 0

    def flush(self):
        if self.n_window > 0:
            mean = self.window_sum / self.n_window
            self.writer.add_scalar(self.tag, mean, self.n_total)
            self.window_sum = 0
            self.n_window = 0
            self.writer.flush()


@torch.no_grad()
def top_class_probs(net, images):
    logits = net(images)
    preds = torch.argmax(logits, 1)
    probs = torch.softmax(logits, 1)
    return preds, probs.gather(1, preds.unsqueeze(1)).squeeze(1)
