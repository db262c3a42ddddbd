"""Plain loops over pixels and entries."""

import torch

PREDICT_1 = ([1, 2, 1, 1, 1], [1, 3, 2])


def rle_encode(mask):
    h, w = mask.shape
    counts = []
    current = 0
    length = 0
    for x in range(w):
        for y in range(h):
            pixel = int(mask[y, x])
            if pixel == current:
                length += 1
            else:
                counts.append(length)
                current = pixel
                length = 1
    counts.append(length)
    return {"size": [h, w], "counts": counts}


def rle_decode(rle):
    h, w = rle["size"]
    pixels = []
    value = False
    for count in rle["counts"]:
        pixels += [value] * count
        value = not value
    if len(pixels) != h * w:
        raise ValueError("wrong number of pixels")
    mask = torch.zeros(h, w, dtype=torch.bool)
    for i, pixel in enumerate(pixels):
        mask[i % h, i // h] = pixel
    return mask


class CocoIndex:
    def __init__(self, dataset):
        self.dataset = dataset

    def get_ann_ids(self, img_ids=(), cat_ids=(), area_rng=(), iscrowd=None):
        ids = []
        for ann in self.dataset["annotations"]:
            if len(img_ids) > 0 and ann["image_id"] not in img_ids:
                continue
            if len(cat_ids) > 0 and ann["category_id"] not in cat_ids:
                continue
            if len(area_rng) == 2:
                low, high = area_rng
                if ann["area"] <= low or ann["area"] >= high:
                    continue
            if iscrowd is not None and bool(ann["iscrowd"]) is not iscrowd:
                continue
            ids.append(ann["id"])
        ids.sort()
        return ids

    def get_img_ids(self, cat_ids=()):
        found = []
        for image in self.dataset["images"]:
            has_all = True
            for cat in cat_ids:
                has_it = False
                for ann in self.dataset["annotations"]:
                    if ann["image_id"] == image["id"] and ann["category_id"] == cat:
                        has_it = True
                has_all = has_all and has_it
            if has_all:
                found.append(image["id"])
        return sorted(found)
