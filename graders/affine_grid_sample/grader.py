"""Grades exercises/affine_grid_sample.py."""

from collections.abc import Iterator

import torch
from torch import Tensor

from tutor.judge.grader import Draw, Given, Grader, Tolerance

grader = Grader()
GRID = "affine_grid"
ROTATE = "rotate_clockwise"
PLACES = ("batch", "rows", "columns", "x and y")
IMAGES = ("batch", "channels", "rows", "columns")
LOOSE = Tolerance(1e-3, 1e-4)
"""A rotation in float32 finds its places to about a millionth of an image."""
IDENTITY = torch.tensor([[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]]])
Size = tuple[int, int, int, int]

grader.leave_out(
    GRID,
    "empty",
    "one element",
    because="A theta has six numbers for each image, and PyTorch itself refuses a size with a 0 in it.",
)
grader.leave_out(
    GRID,
    "float16",
    "bfloat16",
    because="PyTorch has no affine grid of half precision on the CPU, and half precision cannot name every pixel.",
)
grader.leave_out(
    ROTATE,
    "empty",
    "float16",
    "bfloat16",
    because="F.affine_grid, which a rotation may use, takes neither half precision on the CPU nor a size of 0.",
)
grader.leave_out(
    ROTATE,
    "one element",
    because="A right way with align_corners=True measures in W - 1 pixels; one pixel has no unit then.",
)

grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what the row 1, 2, 3, 4 becomes when every pixel looks 0.5 further to the left.",
    distractors=[
        ([3.0, 4.0, 0.0, 0.0], "The whole image is 2 wide, so 0.5 is one pixel of four; and theta looks to the left."),
        ([2.0, 3.0, 4.0, 0.0], "theta leads from the output to the input: each pixel shows what was to its left."),
        ([1.0, 1.0, 2.0, 3.0], "The border is not repeated; outside the image there is 0."),
        ([0.0, 0.0, 1.0, 2.0], "The whole image is 2 wide, so 0.5 is one pixel of four."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what a tensor made of rows of two and of three numbers raises.",
    distractors=[
        ("no exception", "A tensor has no ragged rows; nothing is filled in."),
        ("TypeError", "The types are fine: all are numbers. The lengths are not."),
        ("RuntimeError", "It is found out while the list is read, before there is a tensor."),
    ],
)
grader.predict(
    "PREDICT_3",
    "PREDICT_3 is where a ray from the centre to the right lies after the note's rotation.",
    distractors=[
        ([[1, 7], [2, 6], [3, 5]], "The picture turns clockwise, so the ray goes down; y grows downwards."),
        ([[3, 5], [2, 6], [1, 7]], "The picture turns clockwise, so the ray goes down; y grows downwards."),
        ([[5, 5], [6, 6]], "A diagonal step is longer than 1: the third one is still near the end of the ray."),
        ([[5, 5], [6, 6], [7, 7], [8, 8]], "A diagonal step is longer than 1, so the ray covers fewer of them."),
    ],
)


def given(theta: Tensor, size: Size, align_corners: bool | None = None, about: str = "") -> Given:
    options = {} if align_corners is None else {"align_corners": align_corners}
    setting = "" if align_corners is None else f", align_corners={align_corners}"
    call = f"affine_grid(theta, {size}{setting})"
    return Given(f"{call}, where {about}" if about else call, theta=theta, size=size, options=options)


def thetas(draw: Draw, count: int = 1, dtype: torch.dtype = torch.float32) -> Tensor:
    """Maps without symmetry, a different one for each image."""
    return draw.uniform(count, 2, 3, low=-1.0, high=1.0, dtype=dtype)


def picture(draw: Draw, rows: int, columns: int, *, count: int = 1, dtype: torch.dtype = torch.float32) -> Tensor:
    """Random pixels with a border of zeros, so that it does not matter how the border is blended."""
    img = torch.zeros(count, 2, rows, columns, dtype=dtype)
    img[..., 1:-1, 1:-1] = draw.uniform(count, 2, rows - 2, columns - 2, low=0.2, high=1.0, dtype=dtype)
    return img


def turned(img: Tensor, degrees: float, about: str = "") -> Given:
    call = f"rotate_clockwise(img, {degrees})"
    return Given(f"{call}, where {about}" if about else call, img=img, degrees=degrees)


@grader.check("grid_shape", item=GRID)
def the_grid_has_a_place_for_every_pixel(draw: Draw) -> Iterator[Given]:
    """The grid has the shape (batch, rows, columns, 2)."""
    yield given(thetas(draw), (1, 3, 4, 5))
    yield given(thetas(draw, 2), (2, 1, 3, 2))


@grader.check("grid", item=GRID, agree=["grid"], dims=PLACES, needs=[the_grid_has_a_place_for_every_pixel], points=2)
def the_identity_gives_the_centres(draw: Draw) -> Iterator[Given]:
    """By default the edges of the image are at -1 and 1; the identity maps each pixel to its own centre, x first."""
    yield given(IDENTITY, (1, 1, 1, 4), about="theta is the identity")
    yield given(IDENTITY, (1, 3, 2, 5), about="theta is the identity")
    yield given(IDENTITY, (1, 3, 3, 2), False, about="theta is the identity")


@grader.check("grid", item=GRID, agree=["grid"], dims=PLACES, needs=[the_identity_gives_the_centres], points=2)
def theta_maps_output_to_input(draw: Draw) -> Iterator[Given]:
    """The place of a pixel is theta times (x, y, 1), and each image has its own theta."""
    yield given(torch.tensor([[[1.0, 0.0, -0.5], [0.0, 1.0, 0.25]]]), (1, 1, 2, 4), about="theta is a shift")
    yield given(thetas(draw), (1, 2, 3, 4))
    yield given(thetas(draw, 3), (3, 2, 4, 2))
    yield given(thetas(draw, 2), torch.Size((2, 1, 2, 3)))


@grader.check("grid", item=GRID, agree=["grid"], dims=PLACES, needs=[the_identity_gives_the_centres], points=2)
def the_corner_centres_can_be_the_ends(draw: Draw) -> Iterator[Given]:
    """With align_corners=True the centres of the corner pixels are at -1 and 1."""
    yield given(IDENTITY, (1, 3, 2, 5), True, about="theta is the identity")
    yield given(thetas(draw, 2), (2, 1, 4, 3), True)


@grader.check(
    "grid",
    item=GRID,
    agree=["grid"],
    dims=PLACES,
    needs=[theta_maps_output_to_input, the_corner_centres_can_be_the_ends],
)
def a_single_pixel_is_in_the_middle(draw: Draw) -> Iterator[Given]:
    """An axis of one pixel has its centre at 0, with both settings of align_corners."""
    for corners in (True, False):
        yield given(thetas(draw), (1, 1, 1, 4), corners)
        yield given(thetas(draw), (1, 1, 3, 1), corners)
        yield given(thetas(draw), (1, 1, 1, 1), corners)


@grader.check("grid", item=GRID, agree=["grid"], dims=PLACES, needs=[theta_maps_output_to_input])
def theta_may_lie_in_memory_in_any_order(draw: Draw) -> Iterator[Given]:
    """A theta that is a transposed view, or one with gaps in memory, gives the same grid."""
    yield given(thetas(draw, 2).transpose(1, 2).contiguous().transpose(1, 2), (2, 1, 3, 4), about="theta is transposed")
    yield given(thetas(draw, 4)[::2], (2, 1, 3, 4), about="theta has every second map of a larger tensor")


@grader.check("grid", item=GRID, agree=["inputs that changed"], needs=[theta_maps_output_to_input])
def theta_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into theta."""
    yield given(thetas(draw, 2), (2, 3, 4, 5))
    yield given(thetas(draw), (1, 3, 4, 5), True)


@grader.check("grid_backward", item=GRID, needs=[theta_maps_output_to_input], points=2)
def gradients_reach_all_of_theta(draw: Draw) -> Iterator[Given]:
    """Gradients reach all six numbers of every theta."""
    yield given(thetas(draw, 2).requires_grad_(), (2, 1, 2, 4))
    yield given(thetas(draw, 1).requires_grad_(), (1, 1, 3, 5), True)


@grader.check("grid", item=GRID, agree=["grid"], dims=PLACES, needs=[theta_maps_output_to_input])
def a_float64_theta_gives_a_float64_grid(draw: Draw) -> Iterator[Given]:
    """With a float64 theta the grid is float64 and has all its digits."""
    yield given(thetas(draw, 2, torch.float64), (2, 1, 3, 7))
    yield given(thetas(draw, 1, torch.float64), (1, 1, 4, 7), True)


@grader.check(
    "grid", item=GRID, agree=["grid"], raises=["RuntimeError", "TypeError"], needs=[theta_maps_output_to_input]
)
def integers_are_refused(draw: Draw) -> Iterator[Given]:
    """A theta of integers raises an exception: its grid could only hold whole numbers."""
    yield given(IDENTITY.long(), (1, 1, 3, 4), about="theta is the identity")


@grader.check("grid", item=GRID, agree=["grid"], needs=[theta_maps_output_to_input], mode="fake_cuda")
def the_grid_lives_where_theta_lives(draw: Draw) -> Iterator[Given]:
    """With theta on the GPU the grid is computed and returned there."""
    yield given(thetas(draw, 2), (2, 1, 3, 4))
    yield given(thetas(draw), (1, 1, 3, 4), True)


@grader.check("grid_operators", item=GRID, kind="policy", needs=[theta_maps_output_to_input], on_cuda=False)
def pytorch_makes_no_affine_grid(draw: Draw) -> Iterator[Given]:
    """A rule of this exercise: the grid is made without PyTorch's own affine grid."""
    yield given(thetas(draw), (1, 1, 3, 4))


@grader.check("rotated_shape", item=ROTATE)
def the_canvas_keeps_its_size(draw: Draw) -> Iterator[Given]:
    """The result has the shape of img, whatever the angle."""
    yield turned(picture(draw, 5, 5), 90)
    yield turned(picture(draw, 4, 7, count=3), 90)


@grader.check(
    "rotated", item=ROTATE, agree=["result"], dims=IMAGES, tolerance=LOOSE, needs=[the_canvas_keeps_its_size], points=2
)
def a_square_turns_by_a_right_angle(draw: Draw) -> Iterator[Given]:
    """A square image turned by 90 degrees is rotated clockwise, pixel by pixel; 0 degrees change nothing."""
    yield turned(picture(draw, 5, 5), 0)
    yield turned(picture(draw, 5, 5), 90)
    yield turned(picture(draw, 6, 6, count=2), 90.0)


@grader.check(
    "rotated",
    item=ROTATE,
    agree=["result"],
    dims=IMAGES,
    tolerance=LOOSE,
    needs=[a_square_turns_by_a_right_angle],
    points=2,
)
def any_angle_is_blended(draw: Draw) -> Iterator[Given]:
    """Other angles, negative ones and those beyond 360 too, blend the four pixels around each place."""
    for degrees in (30, -45.0, 180, 400):
        yield turned(picture(draw, 9, 9), degrees)


@grader.check(
    "rotated", item=ROTATE, agree=["result"], dims=IMAGES, tolerance=LOOSE, needs=[any_angle_is_blended], points=3
)
def angles_survive_in_a_rectangle(draw: Draw) -> Iterator[Given]:
    """In an image with more columns than rows, or fewer, angles and lengths are those of the picture."""
    for degrees in (90, 30, -60):
        yield turned(picture(draw, 7, 11), degrees)
    yield turned(picture(draw, 11, 6, count=2), 45)
    yield turned(picture(draw, 4, 7), 180)


@grader.check("corners", item=ROTATE, tolerance=LOOSE, needs=[any_angle_is_blended])
def zeros_come_from_outside(draw: Draw) -> Iterator[Given]:
    """A corner of the result whose place is well outside the image is 0."""
    yield turned(draw.uniform(1, 2, 9, 9, low=0.2, high=1.0, dtype=torch.float32), 45)
    yield turned(draw.uniform(1, 2, 5, 13, low=0.2, high=1.0, dtype=torch.float32), 90)


@grader.check("rotated", item=ROTATE, agree=["result"], dims=IMAGES, tolerance=LOOSE, needs=[any_angle_is_blended])
def every_layout_and_precision_will_do(draw: Draw) -> Iterator[Given]:
    """The result has the dtype of img, and a view with any strides is rotated too."""
    yield turned(picture(draw, 7, 7, dtype=torch.float64), 30)
    yield turned(picture(draw, 5, 7).transpose(2, 3).contiguous().transpose(2, 3), 30, about="img is transposed")


@grader.check("rotated", item=ROTATE, agree=["inputs that changed"], needs=[any_angle_is_blended])
def img_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The call does not write into img."""
    yield turned(picture(draw, 5, 7), 30)


@grader.check("rotated_backward", item=ROTATE, tolerance=LOOSE, needs=[any_angle_is_blended])
def gradients_reach_img(draw: Draw) -> Iterator[Given]:
    """Each pixel of img gets, as its gradient, its share in the pixels that it was blended into."""
    for degrees in (90, 30):
        yield turned(picture(draw, 7, 7, dtype=torch.float64).requires_grad_(), degrees)


@grader.check("rotated", item=ROTATE, agree=["result"], needs=[any_angle_is_blended], mode="fake_cuda")
def the_result_lives_where_img_lives(draw: Draw) -> Iterator[Given]:
    """With img on the GPU the result is computed and returned there."""
    yield turned(picture(draw, 5, 7, count=2), 30)
