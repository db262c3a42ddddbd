"""Grades exercises/coco_annotations.py."""

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ENCODE, DECODE, INDEX = "rle_encode", "rle_decode", "CocoIndex"
PERSON, CAR, DOG, TOOTHBRUSH = 1, 3, 18, 90
IMAGES = [139, 42, 7, 88, 500]
"""In no order; the last one has no annotation."""
ANNOTATIONS = [
    # id, image, category, area, iscrowd
    (901, 7, CAR, 20.0, 0),
    (2001, 42, PERSON, 50.0, 0),
    (1007, 42, PERSON, 120.5, 0),
    (1500, 42, DOG, 100.0, 0),
    (12, 139, PERSON, 300.0, 1),
    (3003, 139, CAR, 75.5, 0),
    (900, 7, DOG, 100.0, 1),
    (77, 88, CAR, 100.0, 0),
    (78, 88, DOG, 50.0, 0),
    (79, 88, PERSON, 49.5, 0),
    (80, 88, PERSON, 99.5, 1),
]


def dataset(shift: int = 0) -> dict[str, list[dict[str, Any]]]:
    """The data set that all questions are about; the ids of images and annotations are as much higher."""
    return {
        "images": [{"id": image + shift, "height": 4, "width": 6} for image in IMAGES],
        "categories": [
            {"id": number, "name": name}
            for number, name in ((DOG, "dog"), (PERSON, "person"), (TOOTHBRUSH, "toothbrush"), (CAR, "car"))
        ],
        "annotations": [
            {"id": number + shift, "image_id": image + shift, "category_id": category, "area": area, "iscrowd": crowd}
            for number, image, category, area, crowd in ANNOTATIONS
        ],
    }


def asked(draw: Draw, *, images: Sequence[int] = (), **filters: Any) -> Given:
    """A question for annotations; the images are those of the list above."""
    shift = draw.integer(0, 1000)
    if images:
        filters = {"img_ids": [image + shift for image in images], **filters}
    words = ", ".join(f"{name}={value!r}" for name, value in filters.items())
    return Given(f"CocoIndex(dataset).get_ann_ids({words})", dataset=dataset(shift), filters=filters)


def images_with(draw: Draw, *arguments: Any) -> Given:
    words = ", ".join(map(repr, arguments))
    return Given(
        f"CocoIndex(dataset).get_img_ids({words})", dataset=dataset(draw.integer(0, 1000)), arguments=list(arguments)
    )


def encode(mask: Tensor) -> Given:
    return Given("rle_encode(mask)", mask=mask)


def decode(size: Sequence[int], counts: Sequence[int]) -> Given:
    rle = {"size": list(size), "counts": list(counts)}
    return Given(f"rle_decode({rle})", rle=rle)


def bar(draw: Draw, dtype: torch.dtype = torch.uint8) -> Tensor:
    """Zeros with one row of ones inside: one run along the rows, one for each column down the columns."""
    height = draw.integer(4, 7)
    mask = torch.zeros(height, draw.integer(2, 4), dtype=dtype)
    mask[draw.integer(1, height - 1)] = 1
    return mask


def mixed(draw: Draw, height: int, width: int, first: int, dtype: torch.dtype = torch.uint8) -> Tensor:
    """Zeros and ones, with a certain first pixel and another one to its right."""
    mask = draw.bits(height, width, dtype=dtype)
    mask[0, 0], mask[0, 1] = first, 1 - first
    return mask


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is the runs of a mask down its columns, and along its rows.",
    distractors=[
        (([1, 3, 2], [1, 3, 2]), "The two orders meet the pixels in another order, and so the runs are others."),
        (([1, 3, 2], [1, 2, 1, 1, 1]), "It is the other way round: down the columns comes first."),
        (([1, 2, 1, 1, 1], [1, 2, 1, 1, 1]), "Along the rows the three ones of this mask meet in one run."),
    ],
)


@grader.check("encoded", item=ENCODE, agree=["size", "other entries"])
def the_size_is_height_then_width(draw: Draw) -> Iterator[Given]:
    """The size is [height, width], in two plain integers; beside it there are only the counts."""
    yield encode(mixed(draw, 3, 5, 0))
    yield encode(mixed(draw, 6, 2, 1))


@grader.check("encoded", item=ENCODE, agree=["counts"], points=3)
def runs_go_down_the_columns(draw: Draw) -> Iterator[Given]:
    """Each count is the length of a run, down one column after the other, zeros first."""
    yield encode(bar(draw))
    yield encode(mixed(draw, 3, 5, 0))
    yield encode(mixed(draw, 5, 2, 0))
    yield encode(torch.tensor([[0, 1, 1], [1, 0, 0]]))


@grader.check("encoded", item=ENCODE, agree=["counts"], needs=[runs_go_down_the_columns], points=2)
def the_first_count_is_of_zeros(draw: Draw) -> Iterator[Given]:
    """When the first pixel is a 1, the counts begin with 0."""
    yield encode(mixed(draw, 4, 3, 1))
    yield encode(mixed(draw, 2, 5, 1))
    yield encode(torch.tensor([[1, 0]]))


@grader.check("encoded", item=ENCODE, agree=["counts"], needs=[the_first_count_is_of_zeros])
def masks_of_one_value_have_one_run(draw: Draw) -> Iterator[Given]:
    """A mask of zeros has one count; one of ones has a 0 before it."""
    height, width = draw.integer(2, 6), draw.integer(2, 6)
    for value in (0, 1):
        yield encode(torch.full((height, width), value, dtype=torch.uint8))
        yield encode(torch.full((1, 1), value))


@grader.check("encoded", item=ENCODE, agree=["counts"], needs=[the_first_count_is_of_zeros])
def any_dtype_and_layout_will_do(draw: Draw) -> Iterator[Given]:
    """A mask may be bool or of any integer dtype, and need not be contiguous."""
    for dtype in (torch.bool, torch.uint8, torch.int8, torch.int32, torch.int64):
        yield encode(mixed(draw, 3, 4, 0, dtype))
        yield encode(mixed(draw, 3, 4, 1, dtype))
    yield encode(mixed(draw, 5, 3, 1, torch.bool).t())
    yield encode(mixed(draw, 6, 8, 0)[::2, 1::2])


@grader.check("encoded", item=ENCODE, agree=["inputs that changed"], needs=[runs_go_down_the_columns])
def the_mask_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not change the mask."""
    yield encode(mixed(draw, 3, 4, 0))
    yield encode(mixed(draw, 4, 3, 1, torch.bool))


@grader.check("decoded", item=DECODE, agree=["mask"], points=3, on_cuda=False)
def the_columns_are_filled(draw: Draw) -> Iterator[Given]:
    """The mask is a bool tensor (height, width), filled down one column after the other, with zeros first."""
    yield decode([3, 4], [4, 4, 1, 1, 2])
    yield decode([4, 2], [1, 2, 4, 1])
    first = draw.integer(1, 7)
    yield decode([2, 7], [first, 3, 11 - first])
    yield decode([1, 5], [2, 3])
    yield decode([5, 1], [2, 1, 2])
    yield decode([first, 3], [3 * first])


@grader.check("decoded", item=DECODE, agree=["mask"], needs=[the_columns_are_filled], points=1, on_cuda=False)
def a_run_of_no_zeros_may_come_first(draw: Draw) -> Iterator[Given]:
    """Counts that begin with 0 give a mask whose first pixel is a 1."""
    yield decode([2, 3], [0, 1, 5])
    yield decode([3, 2], [0, 6])
    yield decode([1, 1], [0, 1])
    first = draw.integer(1, 7)
    yield decode([4, 3], [0, first, 3, 1, 8 - first])


@grader.check("decoded", item=DECODE, agree=["mask"], needs=[the_columns_are_filled], points=2, on_cuda=False)
def counts_must_fit_the_size(draw: Draw) -> Iterator[Given]:
    """When the counts have another sum than there are pixels, it raises ValueError."""
    yield decode([3, 4], [4, 4, 1, 1])
    yield decode([3, 4], [4, 4, 1, 1, 5])
    yield decode([2, 3], [1, 2, 1, 1])
    yield decode([2, 2], [8])
    yield decode([2, 2], [])


@grader.check("decoded", item=DECODE, agree=["rle afterwards"], needs=[the_columns_are_filled], on_cuda=False)
def the_runs_are_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not change the runs that it was given."""
    yield decode([3, 4], [4, 4, 1, 1, 2])
    yield decode([3, 2], [0, 6])


@grader.check("annotations", item=INDEX, points=1, on_cuda=False)
def without_filters_every_annotation_is_found(draw: Draw) -> Iterator[Given]:
    """get_ann_ids() is the sorted list of the ids of all annotations, crowds and others."""
    yield asked(draw)
    yield Given(
        "CocoIndex(dataset).get_ann_ids(), of a data set without annotations",
        dataset={**dataset(), "annotations": []},
        filters={},
    )


@grader.check("annotations", item=INDEX, needs=[without_filters_every_annotation_is_found], points=2, on_cuda=False)
def annotations_of_any_of_the_images(draw: Draw) -> Iterator[Given]:
    """img_ids leaves the annotations of these images."""
    yield asked(draw, images=[42])
    yield asked(draw, images=[88, 139])
    yield asked(draw, images=[500])
    yield asked(draw, img_ids=[4000])
    yield asked(draw, images=[42, 88, 42])


@grader.check("annotations", item=INDEX, needs=[without_filters_every_annotation_is_found], points=2, on_cuda=False)
def annotations_of_any_of_the_categories(draw: Draw) -> Iterator[Given]:
    """cat_ids leaves the annotations of any of these categories."""
    yield asked(draw, cat_ids=[PERSON])
    yield asked(draw, cat_ids=[DOG, CAR])
    yield asked(draw, cat_ids=(CAR, TOOTHBRUSH))
    yield asked(draw, cat_ids=[TOOTHBRUSH])


@grader.check("annotations", item=INDEX, needs=[without_filters_every_annotation_is_found], points=2, on_cuda=False)
def the_ends_of_the_range_are_outside(draw: Draw) -> Iterator[Given]:
    """area_rng leaves areas between low and high, and neither low nor high themselves."""
    yield asked(draw, area_rng=[49.0, 101.0])
    yield asked(draw, area_rng=[50.0, 100.5])
    yield asked(draw, area_rng=[49.0, 100.0])
    yield asked(draw, area_rng=(100.0, 400.0))
    yield asked(draw, area_rng=[0, 20])


@grader.check("annotations", item=INDEX, needs=[without_filters_every_annotation_is_found], points=2, on_cuda=False)
def crowds_only_or_none_of_them(draw: Draw) -> Iterator[Given]:
    """iscrowd=True leaves crowds, False the others, and None both."""
    yield asked(draw, iscrowd=True)
    yield asked(draw, iscrowd=False)
    yield asked(draw, iscrowd=None)


@grader.check(
    "annotations",
    item=INDEX,
    needs=[
        annotations_of_any_of_the_images,
        annotations_of_any_of_the_categories,
        the_ends_of_the_range_are_outside,
        crowds_only_or_none_of_them,
    ],
    points=1,
    on_cuda=False,
)
def all_filters_hold_at_once(draw: Draw) -> Iterator[Given]:
    """With several filters an annotation has to pass all of them."""
    yield asked(draw, images=[42, 88], cat_ids=[PERSON])
    yield asked(draw, images=[42, 7, 88], cat_ids=[PERSON, DOG], area_rng=[60.0, 110.0])
    yield asked(draw, images=[88], iscrowd=False)
    yield asked(draw, images=[4000], cat_ids=[PERSON])
    yield asked(draw, cat_ids=[PERSON], area_rng=[49.0, 200.0], iscrowd=True)


@grader.check("images", item=INDEX, points=2, on_cuda=False)
def without_categories_every_image_is_found(draw: Draw) -> Iterator[Given]:
    """get_img_ids() is the sorted list of the ids of all images, also of those without annotations."""
    yield images_with(draw)
    yield images_with(draw, [])
    yield images_with(draw, ())


@grader.check("images", item=INDEX, points=2, on_cuda=False)
def each_image_of_a_category_once(draw: Draw) -> Iterator[Given]:
    """With one category, each image that has an annotation of it is there once."""
    yield images_with(draw, [PERSON])
    yield images_with(draw, [DOG])
    yield images_with(draw, [TOOTHBRUSH])
    yield images_with(draw, [4000])


@grader.check("images", item=INDEX, needs=[each_image_of_a_category_once], points=3, on_cuda=False)
def an_image_has_all_of_the_categories(draw: Draw) -> Iterator[Given]:
    """With several categories, the images are those that have an annotation of every one of them."""
    yield images_with(draw, [PERSON, DOG])
    yield images_with(draw, (CAR, DOG))
    yield images_with(draw, [DOG, PERSON, CAR])
    yield images_with(draw, [CAR, TOOTHBRUSH])
    yield images_with(draw, [TOOTHBRUSH, CAR])


@grader.check(
    "again",
    item=INDEX,
    needs=[annotations_of_any_of_the_categories, an_image_has_all_of_the_categories],
    points=1,
    on_cuda=False,
)
def questions_change_nothing(draw: Draw) -> Iterator[Given]:
    """The same question has the same answer again, and the data set stays as it was."""
    yield Given("the same questions again to one CocoIndex(dataset)", dataset=dataset(draw.integer(0, 1000)))
