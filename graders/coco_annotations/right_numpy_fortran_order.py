"""NumPy, whose order "F" goes down the columns."""

import numpy as np
import torch

PREDICT_1 = ([1, 2, 1, 1, 1], [1, 3, 2])


def rle_encode(mask):
    pixels = mask.detach().cpu().numpy().astype(np.uint8).ravel(order="F")
    padded = np.concatenate([[0], pixels])
    changes = np.flatnonzero(padded[1:] != padded[:-1])
    bounds = np.concatenate([[0], changes, [pixels.size]])
    return {"size": [int(n) for n in mask.shape], "counts": [int(n) for n in np.diff(bounds)]}


def rle_decode(rle):
    counts = np.array(rle["counts"], dtype=int)
    if counts.sum() != np.prod(rle["size"]):
        raise ValueError("bad counts")
    bits = np.arange(len(counts)) % 2
    return torch.from_numpy(np.repeat(bits, counts).reshape(rle["size"], order="F").astype(bool))


class CocoIndex:
    def __init__(self, dataset):
        anns = dataset["annotations"]
        columns = ("id", "image_id", "category_id", "area", "iscrowd")
        self.table = {name: np.array([ann[name] for ann in anns]) for name in columns}
        self.all_images = np.array(sorted(image["id"] for image in dataset["images"]))

    def get_ann_ids(self, img_ids=(), cat_ids=(), area_rng=(), iscrowd=None):
        t = self.table
        keep = np.ones(len(t["id"]), dtype=bool)
        if len(img_ids):
            keep &= np.isin(t["image_id"], img_ids)
        if len(cat_ids):
            keep &= np.isin(t["category_id"], cat_ids)
        if len(area_rng):
            keep &= (t["area"] > area_rng[0]) & (t["area"] < area_rng[1])
        if iscrowd is not None:
            keep &= t["iscrowd"].astype(bool) == iscrowd
        return np.sort(t["id"][keep]).tolist()

    def get_img_ids(self, cat_ids=()):
        found = self.all_images
        for cat in cat_ids:
            found = np.intersect1d(found, self.table["image_id"][self.table["category_id"] == cat])
        return found.tolist()
