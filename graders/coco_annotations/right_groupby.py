"""itertools.groupby and repeat; dicts of sets and an intersection, as pycocotools has them."""

from collections import defaultdict
from functools import reduce
from itertools import chain, cycle, groupby, repeat

import torch

PREDICT_1 = ([1, 2, 1, 1, 1], [1, 3, 2])


def rle_encode(mask):
    flat = mask.bool().T.reshape(-1).tolist()
    runs = [(value, sum(1 for _ in run)) for value, run in groupby(flat)]
    counts = [length for _, length in runs]
    return {"size": [*mask.size()], "counts": [0] * runs[0][0] + counts}


def rle_decode(rle):
    (h, w), counts = rle["size"], rle["counts"]
    assert_sum(counts, h * w)
    pixels = chain.from_iterable(repeat(bit, count) for bit, count in zip(cycle([False, True]), counts))
    return torch.tensor(list(pixels)).reshape(w, h).mT


def assert_sum(counts, pixels):
    if sum(counts) != pixels:
        raise ValueError(f"{sum(counts)} is not {pixels}")


class CocoIndex:
    def __init__(self, dataset):
        self.anns = {ann["id"]: ann for ann in dataset["annotations"]}
        self.img_ids = [image["id"] for image in dataset["images"]]
        self.cat_to_imgs = defaultdict(set)
        for ann in self.anns.values():
            self.cat_to_imgs[ann["category_id"]].add(ann["image_id"])

    def get_ann_ids(self, img_ids=(), cat_ids=(), area_rng=(), iscrowd=None):
        low, high = area_rng or (float("-inf"), float("inf"))
        anns = list(self.anns.values())
        if img_ids:
            anns = [ann for ann in anns if ann["image_id"] in set(img_ids)]
        if cat_ids:
            anns = [ann for ann in anns if ann["category_id"] in set(cat_ids)]
        anns = [ann for ann in anns if low < ann["area"] < high]
        if iscrowd is not None:
            anns = [ann for ann in anns if ann["iscrowd"] == int(iscrowd)]
        return sorted(ann["id"] for ann in anns)

    def get_img_ids(self, cat_ids=()):
        sets = [self.cat_to_imgs.get(cat, set()) for cat in cat_ids]
        return sorted(reduce(set.intersection, sets, set(self.img_ids)))
