"""Grades exercises/hub_zip_checkpoints.py."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader

grader = Grader(scratch=True)
ITEM = "load_checkpoint"


def given(draw: Draw, kind: str, name: str, place: str | None = None, beside: tuple[str, ...] = ()) -> Given:
    option = "" if place is None else f", map_location={place!r}"
    what = {
        "new": "is a new file",
        "new, on the disk": "is a new file that torch.save wrote under this name",
        "old": "is an old file",
        "old, packed": "is an archive with an old file in it",
        "new, packed": "is an archive with a new file in it",
        "old, packed in a folder": "is an archive with an old file in a folder of it",
        "a text": "is an archive with a text in it that is called weights.pth",
        "two files": "is an archive with a checkpoint and a text",
        "two files, the other first": "is an archive with a text and a checkpoint",
        "two checkpoints": "is an archive with two checkpoints",
        "a folder": "is an archive with a folder and no file",
        "nothing": "is an archive with nothing in it",
    }
    call = f"load_checkpoint({name!r}{option}), where that {what[kind]}"
    call += "".join(f", and {other} lies beside it" for other in beside)
    return Given(call, kind=kind, name=name, place=place, beside=list(beside), data=draw.integer(0, 1_000_000))


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is whether a new file is an archive, whether an old one is, and whether both are read alike.",
    distractors=[
        ((False, True, True), "It is the new format that is an archive; the old one is a row of pickles."),
        ((False, False, True), "A new file has a pickle in it, and is an archive all the same."),
        ((True, False, False), "torch.load still reads both formats, and finds the same tensors."),
        ((True, True, True), "The old format is from a time before the archives."),
    ],
)


@grader.check("loaded", item=ITEM, points=2, on_cuda=False)
def new_and_old_files_are_read(draw: Draw) -> Iterator[Given]:
    """A file in the format since PyTorch 1.6 is read, and one in the format before."""
    yield given(draw, "new", "resnet.pth")
    yield given(draw, "old", "resnet.pth")
    yield given(draw, "new", "plain.pt")
    yield given(draw, "new, on the disk", "plain.pt")
    yield given(draw, "new, on the disk", "resnet.pth")


@grader.check("loaded", item=ITEM, needs=[new_and_old_files_are_read], points=3, on_cuda=False)
def packed_files_are_read(draw: Draw) -> Iterator[Given]:
    """An archive with one file in it, old or new, is read as that file."""
    yield given(draw, "old, packed", "resnet.zip")
    yield given(draw, "new, packed", "resnet.zip")
    yield given(draw, "old, packed in a folder", "packed.zip")


@grader.check("loaded", item=ITEM, needs=[packed_files_are_read], points=2, on_cuda=False)
def the_name_says_nothing(draw: Draw) -> Iterator[Given]:
    """What a file is called makes no difference: a new one may be named .zip, and a packed one .pth."""
    yield given(draw, "new", "resnet.zip")
    yield given(draw, "old", "resnet.zip")
    yield given(draw, "old, packed", "resnet.pth")
    yield given(draw, "new, packed", "resnet")


@grader.check(
    "loaded",
    item=ITEM,
    raises=["RuntimeError", "UnpicklingError"],
    needs=[packed_files_are_read],
    points=2,
    on_cuda=False,
)
def other_archives_raise(draw: Draw) -> Iterator[Given]:
    """An archive with several files, or with none, raises ValueError."""
    yield given(draw, "two files", "resnet.zip")
    yield given(draw, "two files, the other first", "resnet.pth")
    yield given(draw, "two checkpoints", "resnet.zip")
    yield given(draw, "a folder", "resnet.zip")
    yield given(draw, "nothing", "resnet.pth")


@grader.check("loaded", item=ITEM, needs=[packed_files_are_read], points=2, on_cuda=False)
def map_location_is_passed_on(draw: Draw) -> Iterator[Given]:
    """The tensors are where map_location says, for every kind of file."""
    yield given(draw, "new", "resnet.pth", "meta")
    yield given(draw, "old", "resnet.pth", "meta")
    yield given(draw, "new, packed", "resnet.zip", "meta")
    yield given(draw, "old, packed", "resnet.zip", "meta")


@grader.check("from_a_gpu", item=ITEM, needs=[packed_files_are_read], points=1, on_cuda=False)
def without_it_everything_is_on_the_cpu(draw: Draw) -> Iterator[Given]:
    """Without map_location a file that was written on a GPU is read on a machine that has none."""
    for kind in ("old", "old, packed"):
        case = given(draw, kind, "resnet.pth")
        case.call += ", and its tensors were on a GPU"
        yield case


@grader.check("traces", item=ITEM, needs=[packed_files_are_read], points=2, on_cuda=False)
def nothing_is_left_behind(draw: Draw) -> Iterator[Given]:
    """The file and all others in its folder stay as they are, and none is added; it is also the current folder."""
    yield given(draw, "new", "resnet.pth")
    yield given(draw, "old, packed", "resnet.zip")
    yield given(draw, "new, packed", "resnet.pth")
    yield given(draw, "two checkpoints", "resnet.zip")
    yield given(draw, "a text", "resnet.zip")
    yield given(draw, "old, packed", "resnet.zip", beside=("weights.pth",))


@grader.check("surprise", item=ITEM, needs=[packed_files_are_read], points=2, on_cuda=False)
def a_file_that_runs_code_is_refused(draw: Draw) -> Iterator[Given]:
    """A file that would run a function when it is read raises an exception, and the function is not run."""
    for kind in ("new", "old", "new, packed", "old, packed"):
        case = given(draw, kind, "resnet.pth")
        case.call += ", and there is more than plain data in it"
        yield case
