"""nn.Transformer: which positions may look at which, said with three masks.

Read the lesson `transformer_module`, then complete the function and write down your predictions.
"""

import torch
from torch import Tensor, nn

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of three integers.
PREDICT_1 = ...

# What does the snippet "Predict 2" of the lesson evaluate to? A tuple of three integers.
PREDICT_2 = ...


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    """The masks that a batch of token ids needs on its way through nn.Transformer.

    src: token ids, int64, shape (N, S). tgt: token ids, int64, shape (N, T). Each sequence has one real token or more;
        padding, if any, stands at its end.
    pad_id: the id that fills the sequences up; it need not be 0.
    Returns (tgt_mask, src_key_padding_mask, tgt_key_padding_mask), on the device of `src`:
        tgt_mask, shape (T, T): row i says which positions j of the target position i may look at: those up to i.
        src_key_padding_mask, shape (N, S), and tgt_key_padding_mask, shape (N, T): hide the padding.
    Each is bool, or floating to be added to the scores, as nn.Transformer takes them. Changes no input.
    Source: https://docs.pytorch.org/docs/stable/generated/torch.nn.Transformer.html
    """
    # TODO: one mask from the length of the target, two from comparisons.
    raise NotImplementedError
