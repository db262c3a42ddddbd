"""An id is found again for each time its image is named. Each id is in the answer once, however often it was asked for.

fails: annotations_of_any_of_the_images
"""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

PREDICT_1 = ([1, 2, 1, 1, 1], [1, 3, 2])


def rle_encode(mask: Tensor) -> dict[str, list[int]]:
    values, lengths = torch.unique_consecutive(mask.t().flatten(), return_counts=True)
    counts = lengths.tolist()
    if values[0]:
        counts.insert(0, 0)
    return {"size": list(mask.shape), "counts": counts}


def rle_decode(rle: Mapping[str, Sequence[int]]) -> Tensor:
    height, width = rle["size"]
    counts = torch.tensor(rle["counts"])
    if counts.sum() != height * width:
        raise ValueError(f"the counts have the sum {counts.sum()}; there are {height * width} pixels")
    bits = torch.arange(len(counts)) % 2 == 1
    return bits.repeat_interleave(counts).view(width, height).t()


class CocoIndex:
    def __init__(self, dataset: Mapping[str, list[dict[str, Any]]]) -> None:
        self.annotations = dataset["annotations"]
        self.categories_of: dict[int, set[int]] = {image["id"]: set() for image in dataset["images"]}
        for annotation in self.annotations:
            self.categories_of[annotation["image_id"]].add(annotation["category_id"])

    def get_ann_ids(
        self,
        img_ids: Sequence[int] = (),
        cat_ids: Sequence[int] = (),
        area_rng: Sequence[float] = (),
        iscrowd: bool | None = None,
    ) -> list[int]:
        return sorted(
            annotation["id"]
            for image in (img_ids or self.categories_of)
            for annotation in self.annotations
            if annotation["image_id"] == image
            and (not cat_ids or annotation["category_id"] in cat_ids)
            and (not area_rng or area_rng[0] < annotation["area"] < area_rng[1])
            and (iscrowd is None or annotation["iscrowd"] == iscrowd)
        )

    def get_img_ids(self, cat_ids: Sequence[int] = ()) -> list[int]:
        return sorted(image for image, known in self.categories_of.items() if known.issuperset(cat_ids))
