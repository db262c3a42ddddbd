"""Turns masks into runs and back, and asks an index for ids."""

import copy
from typing import Any

from tutor.probes import Case, HandIn, Observations


def entry(rle: Any, name: str) -> Any:
    """One of the two entries of what should be a dict."""
    if not isinstance(rle, dict):
        return f"no dict, but {type(rle).__name__}"
    return rle.get(name, f"no {name}")


def encoded(hand_in: HandIn, case: Case) -> Observations:
    """The two entries, the others, and which inputs changed."""
    rle = hand_in.rle_encode(case.mask)
    return {
        "size": entry(rle, "size"),
        "counts": entry(rle, "counts"),
        "other entries": sorted(set(rle) - {"size", "counts"}) if isinstance(rle, dict) else [],
        "inputs that changed": case.changed_inputs(),
    }


def decoded(hand_in: HandIn, case: Case) -> Observations:
    """The mask, and the runs afterwards."""
    rle = copy.deepcopy(case.rle)
    return {"mask": hand_in.rle_decode(rle), "rle afterwards": rle}


def annotations(hand_in: HandIn, case: Case) -> Observations:
    """Ids of annotations."""
    return {"ids": hand_in.CocoIndex(copy.deepcopy(case.dataset)).get_ann_ids(**case.filters)}


def images(hand_in: HandIn, case: Case) -> Observations:
    """Ids of images."""
    return {"ids": hand_in.CocoIndex(copy.deepcopy(case.dataset)).get_img_ids(*case.arguments)}


def again(hand_in: HandIn, case: Case) -> Observations:
    """The same questions twice to one index, and whether the data set is as it was."""
    dataset = copy.deepcopy(case.dataset)
    index = hand_in.CocoIndex(dataset)
    category = case.dataset["annotations"][0]["category_id"]
    answers = [[index.get_ann_ids(cat_ids=[category]), index.get_img_ids([category]), index.get_img_ids()]]
    answers.append([index.get_ann_ids(cat_ids=[category]), index.get_img_ids([category]), index.get_img_ids()])
    return {"first answers": answers[0], "second answers": answers[1], "data set is as it was": dataset == case.dataset}
