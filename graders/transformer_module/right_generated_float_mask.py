"""The square mask that PyTorch generates, with bool masks for the padding."""

from torch import Tensor, nn

PREDICT_1 = (20, 3, 32)
PREDICT_2 = (10, 7, 32)


def transformer_masks(src: Tensor, tgt: Tensor, pad_id: int) -> tuple[Tensor, Tensor, Tensor]:
    square = nn.Transformer.generate_square_subsequent_mask(tgt.size(1), device=tgt.device)
    return square, src.eq(pad_id), tgt.eq(pad_id)
