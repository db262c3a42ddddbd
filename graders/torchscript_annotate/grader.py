"""Grades exercises/torchscript_annotate.py."""

from collections.abc import Iterator, Sequence

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "token_counts"
WORDS = ("relu", "conv", "norm", "pool", "head", "stem", "mask", "loss")


def given(tokens: Sequence[str], min_count: int, about: str = "") -> Given:
    return Given(f"{about}{ITEM}({list(tokens)}, {min_count})", tokens=list(tokens), min_count=min_count)


def words(draw: Draw, *counts: int) -> list[str]:
    """Different words as often as asked for, the first one first and the rest mixed."""
    left = list(WORDS)
    chosen = [left.pop(draw.integer(0, len(left))) for _ in counts]
    rest = [word for word, count in zip(chosen, counts, strict=True) for _ in range(count - 1)]
    mixed = [rest.pop(draw.integer(0, len(rest))) for _ in range(len(rest))]
    return chosen + mixed


def telling(draw: Draw) -> Iterator[tuple[list[str], int]]:
    """Inputs that between them show every mistake."""
    yield words(draw, 2, 4, 1, 3), 2
    yield words(draw, 1, 2), 1
    yield ["stem", "conv", "relu", "conv", "relu"], 2
    yield words(draw, 1, 2), 3
    yield [], 1


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what annotate does in Python with a value that does not have the type.",
    distractors=[
        ([], "Nothing is converted. Python gets back what it passed."),
        ("TypeError", "Nothing is checked outside the compiler."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is what PyTorch says when something is compiled with torch.jit.script.",
    distractors=[
        ([], "It still works, and it does not do so in silence."),
        (["FutureWarning"], "It is a warning about something that is on its way out, of another class."),
        (["UserWarning"], "It is a warning about something that is on its way out, of another class."),
    ],
)


@grader.check("in_python", item=ITEM, on_cuda=False, agree=["result", "counts"], points=2)
def frequent_tokens_are_counted(draw: Draw) -> Iterator[Given]:
    """In Python the dict has every token that occurs at least min_count times, with its count."""
    yield given(words(draw, 2, 4, 1, 3), 2)
    yield given(words(draw, 1, 3, 2), 1)
    yield given(words(draw, 2, 5, 4), 4)


@grader.check(
    "in_python", item=ITEM, on_cuda=False, agree=["most frequent"], needs=[frequent_tokens_are_counted], points=2
)
def the_most_frequent_token_is_chosen(draw: Draw) -> Iterator[Given]:
    """In Python the second part of the result is the token with the largest count."""
    yield given(words(draw, 2, 4, 1, 3), 2)
    yield given(words(draw, 5, 2, 3), 1)
    yield given(words(draw, 1, 2, 3), 3)


@grader.check(
    "in_python",
    item=ITEM,
    on_cuda=False,
    agree=["result", "counts", "most frequent"],
    needs=[the_most_frequent_token_is_chosen],
    points=1,
)
def without_frequent_tokens_there_is_none(draw: Draw) -> Iterator[Given]:
    """When no token is frequent enough, or there are none, the dict is empty and the second part is None."""
    yield given(words(draw, 2, 3), 4)
    yield given([], 1)


@grader.check(
    "in_python", item=ITEM, on_cuda=False, agree=["most frequent"], needs=[the_most_frequent_token_is_chosen], points=1
)
def the_first_of_several_is_chosen(draw: Draw) -> Iterator[Given]:
    """Of tokens with the same largest count, the one that came first in tokens is chosen."""
    yield given(["stem", "conv", "relu", "relu", "conv"], 2)
    yield given(["pool", "norm", "head", "norm", "pool", "head"], 1)


@grader.check(
    "in_python", item=ITEM, on_cuda=False, agree=["tokens afterwards"], needs=[frequent_tokens_are_counted], points=1
)
def the_list_is_left_alone(draw: Draw) -> Iterator[Given]:
    """The list of tokens is as it was before."""
    yield given(words(draw, 2, 4, 1, 3), 2)
    yield given(["relu", "conv", "conv"], 1)


@grader.check("compiling", item=ITEM, on_cuda=False, needs=[frequent_tokens_are_counted], points=3)
def the_compiler_takes_it(draw: Draw) -> Iterator[Given]:
    """torch.jit.script compiles the function."""
    yield Given(f"torch.jit.script({ITEM})")


@grader.check("compiled", item=ITEM, on_cuda=False, needs=[the_compiler_takes_it], points=2)
def the_compiled_function_gives_the_same(draw: Draw) -> Iterator[Given]:
    """What the compiler makes of it takes a list of strings and an int, and gives what Python gives."""
    for tokens, min_count in telling(draw):
        yield given(tokens, min_count, "torch.jit.script(token_counts): ")
