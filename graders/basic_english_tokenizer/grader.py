"""Grades exercises/basic_english_tokenizer.py, by exact lists of strings."""

from collections.abc import Iterator

from tutor.judge.grader import Draw, Given, Grader

grader = Grader()
ITEM = "basic_english"
WORDS = ("tensor", "Batch", "GPU", "layers", "ReLU", "loss", "Epoch", "x2", "model", "Step")


def given(line: str) -> Given:
    return Given(f"basic_english({line!r})", line=line)


def words(draw: Draw, count: int) -> list[str]:
    return [draw.choice(WORDS) for _ in range(count)]


grader.predict(
    "PREDICT_1",
    "PREDICT_1 is what a few replacements and a split make of a short line.",
    distractors=[
        (["it's", "v3.14:", '"ok"!'], "A split alone leaves the marks at the words. Here they get spaces around them."),
        (["it", "'", "s", "v3", ".", "14", ":", "ok", "!"], "The colon becomes a space, and no token."),
        (["it", "'", "s", "v3", ".", "14", '"', "ok", '"', "!"], "The quotes become nothing at all."),
        (["it", "'", "s", "v3.14", "ok", "!"], "A number is no exception: its point gets spaces as well."),
        (["It", "'", "s", "v3", ".", "14", "OK", "!"], "lower() comes first."),
        (["it", "s", "v3", "14", "ok"], "The marks get spaces around them, and stay."),
    ],
)
grader.predict(
    "PREDICT_2",
    "PREDICT_2 is the split of a line without an argument, and with a space as the argument.",
    distractors=[
        (
            (["a", "b", "C"], ["a", "b", "C"]),
            "With a space given, every single one separates, and nothing else does: there are two in a row, and a tab.",
        ),
        ((["a", "", "b\tC"], ["a", "b", "C"]), "It is the other way round."),
        (
            (["a", "b", "C"], ["a", "b\tC"]),
            "Between two spaces in a row there is something, too: an empty string.",
        ),
        ((["a", "b", "C"], ["a", "", "b", "C"]), "A tab is whitespace, but no space."),
        ((["a", "b", "c"], ["a", "", "b\tc"]), "split changes no letters."),
    ],
)


@grader.check("tokenized", item=ITEM, points=1, on_cuda=False)
def words_are_separated_by_whitespace(draw: Draw) -> Iterator[Given]:
    """Whitespace of any kind and length separates words, and there are no empty tokens."""
    yield given("one two three")
    yield given("  spaces   at\tboth \n ends  ")
    yield given("")
    yield given("   ")


@grader.check("tokenized", item=ITEM, needs=[words_are_separated_by_whitespace], points=1, on_cuda=False)
def letters_become_lower_case(draw: Draw) -> Iterator[Given]:
    """All letters become lower case, also those that are not English."""
    yield given("PyTorch IS Fun")
    yield given("A\u00c9 \u00dcber")
    yield given("Die Stra\u00dfe")
    yield given(" ".join(["NaN", *words(draw, 4)]))


@grader.check("tokenized", item=ITEM, needs=[letters_become_lower_case], points=3, on_cuda=False)
def seven_marks_are_tokens(draw: Draw) -> Iterator[Given]:
    """Each ' . , ( ) ! ? is a token of its own: at the end of a word, inside of it, and several in a row."""
    yield given("it works, (really)! does it?")
    yield given("don't")
    yield given("U.S.A...")
    yield given("?!")
    one, two, three, four = words(draw, 4)
    yield given(f"{one},{two} ({three}).{four}'s")


@grader.check("tokenized", item=ITEM, needs=[letters_become_lower_case], points=2, on_cuda=False)
def a_double_quote_leaves_no_trace(draw: Draw) -> Iterator[Given]:
    """A double quote is removed, and does not separate."""
    yield given('a "good" one')
    yield given('don"t')
    yield given('5" and "')
    one, two = words(draw, 2)
    yield given(f'"{one} "{two}"')


@grader.check("tokenized", item=ITEM, needs=[letters_become_lower_case], points=2, on_cuda=False)
def semicolon_and_colon_separate(draw: Draw) -> Iterator[Given]:
    """Each ; and : is removed, and separates like whitespace."""
    yield given("first; second: third")
    yield given("a;b:c")
    yield given(":;")
    one, two, three = words(draw, 3)
    yield given(f"{one}:{two};{three}")


@grader.check("tokenized", item=ITEM, needs=[seven_marks_are_tokens], points=2, on_cuda=False)
def everything_else_stays_in_its_token(draw: Draw) -> Iterator[Given]:
    """No other character separates or disappears: # @ - _ / % and others stay where they are."""
    yield given("x_y #1 @z b-c 50% a/b [c] {d} e=f*2 \u2019tis")
    yield given("a|b & c^d \\n $5 ~e `f`")
    one, two, three = words(draw, 3)
    yield given(f"#{one} {two}-{three} +1")


@grader.check("tokenized", item=ITEM, needs=[letters_become_lower_case], points=2, on_cuda=False)
def line_breaks_of_html_separate(draw: Draw) -> Iterator[Given]:
    """<br /> is removed in any case of its letters, and separates; other tags, and other spellings, stay."""
    yield given("one<br />two <br /><br /> three")
    yield given("A<BR />b")
    yield given("one<br>two <b>three</b> four<br/>five")


@grader.check(
    "tokenized",
    item=ITEM,
    needs=[
        seven_marks_are_tokens,
        a_double_quote_leaves_no_trace,
        semicolon_and_colon_separate,
        line_breaks_of_html_separate,
    ],
    points=1,
    on_cuda=False,
)
def all_rules_together(draw: Draw) -> Iterator[Given]:
    """In one line all rules apply: a mark beside a quote, a colon beside a tag."""
    yield given("He said: \"It's 3.5% (or less);<br />isn't it?\"")
    one, two, three, four, five = words(draw, 5)
    yield given(f'"{one}", {two}:<br />({three}"{four}")!;{five}')
