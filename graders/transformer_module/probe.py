"""Sends a batch through a small nn.Transformer with the masks, and looks at what reaches what."""

from functools import cache
from itertools import zip_longest
from typing import Any

import torch
from torch import Tensor, nn

from tutor.probes import Case, HandIn, Observations

NAMES = ("tgt_mask", "src_key_padding_mask", "tgt_key_padding_mask")
LOOKED_AT = 1e-3
"""The weight from which on an attention counts; no open position of the small model has less."""
CHANGED = 1e-9
"""Double precision tells a change of this size from none."""


def shapes(hand_in: HandIn, case: Case) -> Observations:
    """How many masks there are, the shape of each, and which inputs changed."""
    masks = hand_in.transformer_masks(case.src, case.tgt, case.pad_id)
    masks = tuple(masks) if isinstance(masks, tuple | list) else (masks,)
    shape_of_each = {f"shape of {name}": shape_of(mask) for name, mask in zip_longest(NAMES, masks[:3])}
    return {"number of masks": len(masks), **shape_of_each, "inputs that changed": case.changed_inputs()}


def shape_of(mask: Any) -> Any:
    return tuple(mask.shape) if isinstance(mask, Tensor) else type(mask).__name__


def attention(hand_in: HandIn, case: Case) -> Observations:
    """Who looks at whom when each of the masks is used alone; entry [i, j] of the first is: i looks at j."""
    tgt_mask, src_padding, tgt_padding = hand_in.transformer_masks(case.src, case.tgt, case.pad_id)
    model = small_model(case.src.device)
    source, target = embedded(case.src), embedded(case.tgt)
    encode, decode = model.encoder.layers[0].self_attn, model.decoder.layers[0].self_attn
    return {
        "target positions each one looks at": looked_at(decode, target, attn_mask=tgt_mask)[0],
        "source tokens that are looked at": looked_at(encode, source, key_padding_mask=src_padding)[:, 0],
        "target tokens that are looked at": looked_at(decode, target, key_padding_mask=tgt_padding)[:, 0],
    }


def outputs(hand_in: HandIn, case: Case) -> Observations:
    """What the model gives at the real tokens of the target; padded places are set to zero."""
    masks = hand_in.transformer_masks(case.src, case.tgt, case.pad_id)
    output = through(masks, embedded(case.src), embedded(case.tgt))
    is_padding = (case.tgt == case.pad_id).unsqueeze(-1)
    return {"output at the real tokens": output.detach().masked_fill(is_padding, 0.0)}


def future(hand_in: HandIn, case: Case) -> Observations:
    """Which outputs of the first sequence change with which of its target tokens: entry [i, j] is, i changes with j."""
    masks = hand_in.transformer_masks(case.src, case.tgt, case.pad_id)
    source, target = embedded(case.src), embedded(case.tgt)
    before = through(masks, source, target)
    columns = [through(masks, source, moved(target, j)) for j in range(target.shape[1])]
    return {"outputs that change with each token": torch.stack([changed(before, one)[0] for one in columns], dim=1)}


def padding(hand_in: HandIn, case: Case) -> Observations:
    """Which outputs at real tokens change when padding is embedded as something else."""
    masks = hand_in.transformer_masks(case.src, case.tgt, case.pad_id)
    source, target = embedded(case.src), embedded(case.tgt)
    before = through(masks, source, target)
    is_real = case.tgt != case.pad_id
    after_source = through(masks, moved(source, case.src == case.pad_id), target)
    after_target = through(masks, source, moved(target, case.tgt == case.pad_id))
    return {
        "outputs that change with the source's padding": changed(before, after_source) & is_real,
        "outputs that change with the target's padding": changed(before, after_target) & is_real,
    }


def places(hand_in: HandIn, case: Case) -> Observations:
    """What each mask hides."""
    masks = hand_in.transformer_masks(case.src, case.tgt, case.pad_id)
    return {f"what {name} hides": hidden(mask) for name, mask in zip(NAMES, masks, strict=True)}


def hidden(mask: Tensor) -> Tensor:
    return mask if mask.dtype == torch.bool else mask < -1000


@cache
def small_model(device: torch.device) -> nn.Transformer:
    torch.default_generator.manual_seed(0)
    model = nn.Transformer(8, 2, 1, 1, 16, dropout=0.0, batch_first=True)
    return model.to(device, torch.float64).eval()


def through(masks: Any, source: Tensor, target: Tensor) -> Tensor:
    """The source's padding mask serves twice: in the encoder, and where the decoder looks at the encoder's output."""
    tgt_mask, src_padding, tgt_padding = map(fitting, masks)
    output: Tensor = small_model(source.device)(
        source,
        target,
        tgt_mask=tgt_mask,
        src_key_padding_mask=src_padding,
        tgt_key_padding_mask=tgt_padding,
        memory_key_padding_mask=src_padding,
    )
    return output


def fitting(mask: Tensor) -> Tensor:
    """A floating mask of any precision, in that of the model."""
    return mask.double() if mask.is_floating_point() else mask


def embedded(tokens: Tensor) -> Tensor:
    """A vector of 8 numbers for each token, different for each id and each position."""
    position = torch.arange(tokens.shape[1], device=tokens.device)
    wave = torch.arange(1, 9, device=tokens.device, dtype=torch.float64)
    return torch.sin((tokens + 1.0).unsqueeze(-1) * wave) + torch.cos((position + 1.0).unsqueeze(-1) * wave**0.5)


def moved(vectors: Tensor, at: Any) -> Tensor:
    """Other vectors at one position of all sequences, or wherever a mask says."""
    other = vectors.clone()
    where = at if isinstance(at, Tensor) else (slice(None), at)
    other[where] = torch.cos(3.0 * vectors[where] + torch.arange(8, device=vectors.device))
    return other


def changed(before: Tensor, after: Tensor) -> Tensor:
    return (before - after).abs().amax(-1) > CHANGED


def looked_at(module: nn.MultiheadAttention, vectors: Tensor, **masks: Tensor) -> Tensor:
    fitted = {name: fitting(mask) for name, mask in masks.items()}
    _, weights = module(vectors, vectors, vectors, **fitted)
    return weights > LOOKED_AT
