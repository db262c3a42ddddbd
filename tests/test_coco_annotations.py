"""The lesson on the COCO format agrees with pycocotools, which the course itself does not need."""

from __future__ import annotations

import contextlib
import io
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from pycocotools import coco
from pycocotools import mask as mask_tools

from tutor.course import read_course
from tutor.sandbox.run import load_source

# pycocotools 2.0.11 gives NumPy an array in a way that NumPy 2 complains about.
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation doesn't accept a copy:DeprecationWarning")

PATH = read_course().root / "graders" / "coco_annotations" / "reference.py"
REFERENCE: ModuleType = load_source("coco_reference", str(PATH), PATH.read_text(encoding="utf-8"))
IDS = st.integers(1, 9)


@st.composite
def masks(draw: st.DrawFn) -> torch.Tensor:
    height, width = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    pixels = draw(st.lists(st.integers(0, 1), min_size=height * width, max_size=height * width))
    return torch.tensor(pixels, dtype=torch.uint8).view(height, width)


def compressed(rle: dict[str, list[int]]) -> dict[str, Any]:
    return mask_tools.frPyObjects(rle, *rle["size"])


@given(masks())
def test_a_mask_has_the_runs_that_pycocotools_gives_it(mask: torch.Tensor) -> None:
    theirs = mask_tools.encode(np.asfortranarray(mask.numpy()))
    assert compressed(REFERENCE.rle_encode(mask)) == theirs


@given(masks())
def test_runs_are_the_mask_that_pycocotools_reads_in_them(mask: torch.Tensor) -> None:
    rle = REFERENCE.rle_encode(mask)
    theirs = torch.from_numpy(mask_tools.decode(compressed(rle))).bool()
    assert torch.equal(REFERENCE.rle_decode(rle), theirs)
    assert torch.equal(theirs, mask.bool())


@st.composite
def datasets(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    images = draw(st.lists(IDS, unique=True, max_size=5))
    categories = draw(st.lists(IDS, unique=True, min_size=1, max_size=4))
    numbers = draw(st.lists(st.integers(1, 99), unique=True, max_size=8)) if images else []
    annotations = [
        {
            "id": number,
            "image_id": draw(st.sampled_from(images)),
            "category_id": draw(st.sampled_from(categories)),
            "area": float(draw(st.integers(0, 6))),
            "iscrowd": draw(st.integers(0, 1)),
        }
        for number in numbers
    ]
    return {
        "images": [{"id": number} for number in images],
        "categories": [{"id": number} for number in categories],
        "annotations": annotations,
    }


def as_coco(dataset: dict[str, list[dict[str, Any]]]) -> Any:
    found = coco.COCO()
    found.dataset = dataset
    with contextlib.redirect_stdout(io.StringIO()):
        found.createIndex()
    return found


some = st.lists(IDS, unique=True, max_size=3)


@given(
    datasets(),
    some,
    some,
    st.one_of(st.just([]), st.lists(st.integers(0, 6), min_size=2, max_size=2).map(sorted)),
    st.sampled_from([None, True, False]),
)
def test_annotations_are_those_of_pycocotools(
    dataset: dict[str, list[dict[str, Any]]],
    images: list[int],
    categories: list[int],
    area: list[int],
    crowd: bool | None,
) -> None:
    theirs = as_coco(dataset).getAnnIds(images, categories, area, crowd)
    assert REFERENCE.CocoIndex(dataset).get_ann_ids(images, categories, area, crowd) == sorted(theirs)


@given(datasets(), some)
def test_images_are_those_of_pycocotools(dataset: dict[str, list[dict[str, Any]]], categories: list[int]) -> None:
    theirs = as_coco(dataset).getImgIds(catIds=categories)
    assert REFERENCE.CocoIndex(dataset).get_img_ids(categories) == sorted(theirs)


def crowd_of_two() -> Any:
    runs = {"size": [2, 3], "counts": [1, 2, 1, 1, 1]}
    shared = {"image_id": 42, "category_id": 1, "iscrowd": 1, "segmentation": runs}
    return as_coco(
        {
            "images": [{"id": 42, "height": 2, "width": 3}],
            "categories": [{"id": 1, "name": "person", "supercategory": "person"}],
            "annotations": [{"id": 9, "area": 3.0, **shared}, {"id": 4, "area": 100.0, **shared}],
        }
    )


def test_the_page_names_what_pycocotools_has() -> None:
    calls = "getAnnIds getCatIds getImgIds loadAnns loadCats loadImgs annToMask annToRLE showAnns loadRes download"
    assert all(callable(getattr(coco.COCO, name)) for name in calls.split())
    assert not any(hasattr(coco.COCO, name) for name in ("getImagIds", "decodeMask", "encodeMask"))
    assert callable(mask_tools.encode) and callable(mask_tools.decode)


def test_what_the_page_says_of_the_calls() -> None:
    found = crowd_of_two()
    assert found.catToImgs == {1: [42, 42]}
    assert [entry["id"] for entry in found.imgToAnns[42]] == [9, 4]
    assert found.getAnnIds(areaRng=[3.0, 100.0]) == []
    assert found.getCatIds(catNms=["person"]) == [1]
    assert found.loadCats([1])[0]["name"] == "person" and found.loadImgs([42])[0]["width"] == 3
    assert found.annToMask(found.anns[9]).tolist() == [[0, 1, 1], [1, 0, 0]]
    assert found.annToRLE(found.anns[9])["size"] == [2, 3]


def test_runs_that_end_too_early_are_decoded_all_the_same() -> None:
    rle = {"size": [2, 3], "counts": [1, 2, 1, 1]}
    assert mask_tools.decode(compressed(rle)).shape == (2, 3)
    with pytest.raises(ValueError):
        REFERENCE.rle_decode(rle)
