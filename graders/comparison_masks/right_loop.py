"""A loop over plain numbers.

stretch: no
"""

import torch

PREDICT_1 = ((2, 3), "torch.bool", 3)


def confusion_counts(scores, target, threshold):
    thresholds = torch.as_tensor(threshold, device=scores.device).broadcast_to(scores.shape)
    counts = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    for score, truth, limit in zip(*(t.flatten().tolist() for t in (scores, target, thresholds))):
        counts[score > limit, bool(truth)] += 1
    return tuple(counts.values())
