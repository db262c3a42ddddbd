"""The COCO format: masks as run lengths, and an index over images, categories and annotations.

Read the lesson `coco_annotations`, then complete the functions and the class, and write down your prediction.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

# What does the snippet "Predict 1" of the lesson evaluate to? A tuple of two lists of integers: columns, then rows.
PREDICT_1 = ...


def rle_encode(mask: Tensor) -> dict[str, list[int]]:
    """A mask as run lengths of 0, 1, 0, ... down the columns.

    mask: (height, width) of bool or an integer dtype, holding 0 and 1; at least one pixel, any layout. Not changed.
    Returns {"size": [height, width], "counts": [...]}; the first count is of zeros and may be 0, the others are not.
    See https://cocodataset.org/#format-data
    """
    # TODO: put the columns one behind the other and count how long each run is.
    raise NotImplementedError


def rle_decode(rle: Mapping[str, Sequence[int]]) -> Tensor:
    """The mask of some run lengths: bool, (height, width).

    rle: as rle_encode returns it. Not changed.
    Raises ValueError when the counts do not have height * width as their sum.
    """
    # TODO: check the sum, repeat 0 and 1 in turn, and fill the columns.
    raise NotImplementedError


class CocoIndex:
    """Finds annotations and images of a data set in the COCO format.

    The same as `COCO.getAnnIds` and `COCO.getImgIds` of pycocotools, but sorted and each id once.
    See https://github.com/cocodataset/cocoapi/blob/master/PythonAPI/pycocotools/coco.py
    """

    def __init__(self, dataset: Mapping[str, list[dict[str, Any]]]) -> None:
        """Keep or index the three lists.

        dataset: "images" and "categories" with "id"; "annotations" with "id", "image_id", "category_id", "area", and
            "iscrowd", which is 0 or 1. Entries can have more than that. The lists are in no order. Not changed.
        """
        # TODO: keep what the two questions need.
        raise NotImplementedError

    def get_ann_ids(
        self,
        img_ids: Sequence[int] = (),
        cat_ids: Sequence[int] = (),
        area_rng: Sequence[float] = (),
        iscrowd: bool | None = None,
    ) -> list[int]:
        """The sorted ids of the annotations that pass every filter.

        img_ids, cat_ids: of any of these images, and of any of these categories; empty for all.
        area_rng: (low, high), for low < area < high; empty for any area.
        iscrowd: True for crowds only, False for none of them, None for both.
        """
        # TODO: leave out what a filter does not let through.
        raise NotImplementedError

    def get_img_ids(self, cat_ids: Sequence[int] = ()) -> list[int]:
        """The sorted ids of the images that have an annotation of every one of these categories.

        cat_ids: empty for all images.
        """
        # TODO: ask for every category.
        raise NotImplementedError
