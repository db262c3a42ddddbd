"""Points of change by torch.diff, cumulative sums for the way back, and lists of predicates."""

import torch

PREDICT_1 = ([1, 2, 1, 1, 1], [1, 3, 2])


def rle_encode(mask):
    flat = mask.T.flatten().to(torch.int64)
    flat = torch.cat([flat.new_zeros(1), flat, 1 - flat[-1:]])
    edges = torch.diff(flat).nonzero().squeeze(1)
    counts = torch.diff(edges, prepend=edges.new_zeros(1))
    return {"size": [mask.shape[0], mask.shape[1]], "counts": counts.tolist()}


def rle_decode(rle):
    h, w = rle["size"]
    ends = torch.tensor(list(rle["counts"]), dtype=torch.long).cumsum(0)
    if ends.numel() == 0 or int(ends[-1]) != h * w:
        raise ValueError("counts and size do not fit")
    run = torch.searchsorted(ends, torch.arange(h * w), right=True)
    return (run % 2).bool().unflatten(0, (w, h)).transpose(0, 1)


class CocoIndex:
    def __init__(self, dataset):
        self.images, self.anns = dataset["images"], dataset["annotations"]

    def get_ann_ids(self, img_ids=(), cat_ids=(), area_rng=(), iscrowd=None):
        tests = []
        if img_ids:
            tests.append(lambda a: a["image_id"] in img_ids)
        if cat_ids:
            tests.append(lambda a: a["category_id"] in cat_ids)
        if area_rng:
            tests.append(lambda a: min(area_rng) < a["area"] < max(area_rng))
        if iscrowd is not None:
            tests.append(lambda a: not (a["iscrowd"] ^ iscrowd))
        return sorted({a["id"] for a in self.anns if all(test(a) for test in tests)})

    def get_img_ids(self, cat_ids=()):
        pairs = {(a["image_id"], a["category_id"]) for a in self.anns}
        ids = {image["id"] for image in self.images}
        return sorted(i for i in ids if all((i, cat) in pairs for cat in cat_ids))
