"""A run's frames have one order and one form; whatever else a liar writes is refused, and never passes."""

import contextlib
import copy
import json
import struct
import tracemalloc
from collections.abc import Callable
from functools import cache

import pytest
import torch
from conftest import Grading
from fuzz.honest import HAND_INS, LESSON, TOY_COURSE, number_of_cases, run_of, stream_of
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.judge.compare import compare
from tutor.judge.record import RunRecord, read_run
from tutor.judge.serve import Judge
from tutor.observation import DecodeError, decode, encode
from tutor.report import Outcome
from tutor.wire import MAGIC, Frame, FrameReader, WireError, pack
from tutor.worker.run import MAX_RUN_JSON

MEBIBYTE = 1 << 20


@cache
def judge() -> Judge:
    return Judge(TOY_COURSE)


@cache
def cases() -> int:
    return number_of_cases(judge())


@cache
def honest(name: str = "strange") -> list[Frame]:
    """What a hand-in emits that returns a little of everything."""
    return run_of(judge(), HAND_INS[name])


def read_stream(stream: bytes) -> RunRecord:
    return read_run(list(FrameReader().feed(stream)), cases())


def assert_says_only_what(record: RunRecord, beginning: list[Frame]) -> None:
    """A record's numbers and names are those of the honest frames it was read from."""
    bodies = [frame.body for frame in beginning]
    assert list(record.results) == [body["case"] for body in bodies if "case" in body]
    assert record.loaded == any("loaded" in body for body in bodies)
    assert record.finished == any("finished" in body for body in bodies)
    for number, result in record.results.items():
        (frame,) = [frame for frame in beginning if frame.body.get("case") == number]
        assert repr(result) == repr(decode(frame.body["observations"], frame.raw))


# Honest frames in every wrong order


@given(st.lists(st.integers(0, 9), max_size=12) | st.permutations(range(10)))
@settings(deadline=None)
def test_honest_frames_are_accepted_in_their_own_order_only(order):
    frames = [honest()[place] for place in order]
    assert len(honest()) == 10
    try:
        record = read_run(frames, cases())
    except DecodeError:
        assert order != list(range(len(order)))
        return
    assert order == list(range(len(order)))
    assert_says_only_what(record, frames)


@given(st.data())
@settings(deadline=None)
def test_a_stream_cut_anywhere_says_what_its_whole_frames_say_and_never_that_it_finished(data):
    stream = stream_of(honest())
    cut = data.draw(st.integers(0, len(stream) - 1))
    record = read_stream(stream[:cut])
    whole = [n for n in range(len(honest())) if len(stream_of(honest()[: n + 1])) <= cut]
    assert_says_only_what(record, honest()[: len(whole)])
    assert not record.finished


@pytest.mark.parametrize("place", range(10))
def test_a_replayed_frame_is_refused(place):
    frames = honest()
    for again in range(place + 1, len(frames) + 1):
        with pytest.raises(DecodeError):
            read_run([*frames[:again], frames[place], *frames[again:]], cases())


@pytest.mark.parametrize("place", range(9))
def test_a_run_that_leaves_a_frame_out_is_refused(place):
    with pytest.raises(DecodeError):
        read_run([*honest()[:place], *honest()[place + 1 :]], cases())


@given(st.data())
@settings(deadline=None)
def test_a_changed_bit_is_refused_or_changes_a_value_but_never_the_order(data):
    stream = bytearray(stream_of(honest()))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(stream) - 1))
        stream[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        record = read_stream(bytes(stream))
    except (WireError, DecodeError):
        return
    assert list(record.results) == list(range(len(record.results)))
    assert record.finished == (len(record.results) == cases() and stream.endswith(stream_of(honest()[-1:])))


@given(st.data())
@settings(deadline=None, max_examples=50)
def test_frames_of_two_runs_never_make_one_that_finished_twice_or_early(data):
    pool = [*honest(), *honest("wrong"), *honest("raises"), *honest("does not load")]
    frames = data.draw(st.lists(st.sampled_from(pool), max_size=14))
    try:
        record = read_run(frames, cases())
    except DecodeError:
        return
    kinds = [next(iter(frame.body)) for frame in frames]
    whole = ["loaded", *["starting", "case"] * cases(), "finished"]
    assert kinds == whole[: len(kinds)] or kinds == ["load"]
    assert record.finished == (kinds == whole)


# One frame that is not what a run emits: plain tests for what was found, by thought or by fuzzing


def told(place: int, **changes: object) -> list[Frame]:
    """The honest frames with other fields in one of them; `...` leaves a field out."""
    frames = copy.deepcopy(honest())
    body = {**frames[place].body, **changes}
    frames[place] = Frame({name: value for name, value in body.items() if value is not ...}, frames[place].raw)
    return frames


def raised(**changes: object) -> list[Frame]:
    frames = copy.deepcopy(honest("raises"))
    frames[4].body["raised"].update(changes)
    return frames


LIES: dict[str, Callable[[], list[Frame]]] = {
    "loaded is 1": lambda: told(0, loaded=1),
    "nothing is said of what is unwritten": lambda: told(0, unwritten=...),
    "unwritten is a number": lambda: told(0, unwritten=3),
    "unwritten holds a list": lambda: told(0, unwritten=[["f"]]),
    "a field too many": lambda: told(0, extra=1),
    "starting with false": lambda: told(1, starting=False),
    "starting with 0.0": lambda: told(1, starting=0.0),
    "starting with -1": lambda: told(1, starting=-1),
    "starting with another case": lambda: told(1, starting=1),
    "starting with 10**4000": lambda: told(1, starting=10**4000),
    "a case that is 0.0": lambda: told(2, case=0.0),
    "a case that is true": lambda: told(4, case=True),
    "a case that did not start": lambda: told(2, case=1),
    "a case without observations": lambda: told(2, observations=...),
    "a case that returned and raised": lambda: told(2, raised={}),
    "observations that are null": lambda: told(2, observations=None),
    "observations that are a list": lambda: told(2, observations={"list": []}),
    "observations without names": lambda: told(2, observations={"dict": [[1, 2]]}),
    "finished is 0": lambda: told(9, finished=0),
    "finished with tensors": lambda: [*honest()[:9], Frame({"finished": True}, honest()[4].raw)],
    "finished with a case": lambda: told(9, case=3),
    "loaded after it did not load": lambda: [*honest("does not load"), honest()[0]],
    "it did not load, late": lambda: [*honest()[:3], *honest("does not load")],
    "it did not load, after all": lambda: [*honest(), *honest("does not load")],
    "a fault, late": lambda: [honest()[0], Frame({"fault": "yours"})],
    "a fault at once": lambda: [Frame({"fault": "yours"})],
    "a fault that is a list": lambda: [Frame({"fault": [["x"]]})],
    "confined again": lambda: [Frame({"confined": True}), *honest()],
    "an empty frame": lambda: [Frame({}), *honest()],
    "an exception that is a list": lambda: [*honest()[:4], Frame({"case": 1, "seconds": 0.0, "raised": []})],
    "an exception with tensors": lambda: [
        *honest("raises")[:4],
        Frame(honest("raises")[4].body, honest()[4].raw),
    ],
    "an exception without a type": lambda: raised(type=None),
    "an exception whose message is a list": lambda: raised(message=[["x"] * 1000]),
    "an exception whose bases are a text": lambda: raised(bases="MemoryError"),
    "an exception whose base is a number": lambda: raised(bases=[1]),
    "a traceback that is a number": lambda: raised(frames=3),
    "a traceback line that is a text": lambda: raised(frames=["line 3"]),
    "a traceback line without source": lambda: raised(frames=[{"line": 1, "function": "f"}]),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_frame_of_another_form_is_refused_with_a_short_reason(lie):
    with pytest.raises(DecodeError):
        read_run(lie(), cases())
    decided = judge().decide(LESSON, 0, "cpu", None, lie())
    assert decided["outcome"] == Outcome.REFUSED and decided["checks"] == []
    assert len(decided["problem"]["message"]) < 300 and decided["problem"]["message"].isprintable()


STRANGE_BUT_TRUE: dict[str, Callable[[], list[Frame]]] = {
    "half a surrogate pair": lambda: raised(type="\ud800", message="\udfff" * 5000, bases=["\ud800"]),
    "lines beyond any file": lambda: raised(
        frames=[{"line": 10**300, "function": "f", "source": "", "column": -1, "end_column": 1.5}] * 100
    ),
    "an allocation of 400 digits": lambda: raised(message="tried to allocate " + "9" * 400 + " bytes"),
    "no bases": lambda: raised(bases=[]),
    "terminal codes": lambda: raised(type="\x1b[2J", message="\x00\x9b"),
}


@pytest.mark.parametrize("story", STRANGE_BUT_TRUE.values(), ids=STRANGE_BUT_TRUE)
def test_a_strange_exception_is_an_error_of_the_hand_in_and_can_be_sent(story):
    decided = judge().decide(LESSON, 0, "cpu", None, story())
    outcomes = {check["id"]: check["outcome"] for check in decided["checks"]}
    assert outcomes["each_mean_follows_from_the_one_before"] in ("error", "out_of_memory")
    json.dumps(decided, ensure_ascii=False).encode()


@pytest.mark.parametrize("mine, theirs", [({1: 0.5}, {True: 0.5}), ({0: "a", 2: "b"}, {False: "a", 2: "b"})], ids=str)
def test_a_key_that_only_equals_another_does_not_pass_for_it(mine, theirs):
    expected, yours = decode(*encode(mine)), decode(*encode(theirs))
    assert compare("table", expected, expected) is None
    assert compare("table", expected, yours) is not None


@pytest.mark.parametrize("value", [2**999, -(2**999), 10**300], ids=["2^999", "-2^999", "10^300"])
@pytest.mark.parametrize("expected", [0.5, float("nan"), 3, [1.5], True, None, torch.ones(())], ids=str)
def test_a_number_beyond_any_other_is_a_difference(expected, value):
    yours = decode(*encode([value] if isinstance(expected, list) else value))
    assert compare("loss", decode(*encode(expected)), yours) is not None


# What the largest messages cost

COSTLY = {
    "empty lists": b"[]",
    "empty objects": b"{}",
    "objects of one": b'{"":0}',
    "short texts": b'"ab"',
    "lists in the encoding": b'{"list":[]}',
    "numbers": b"1e5",
    "named tuples": b'{"named":[[],[]]}',
}


@pytest.mark.parametrize("entry", COSTLY.values(), ids=COSTLY)
def test_no_message_takes_forty_times_its_size(entry):
    row = b'{"list":[' + b",".join([entry] * 9000) + b"]}"
    rows = b",".join([row] * (MAX_RUN_JSON // len(row)))[: MAX_RUN_JSON - 100]
    rows = rows if rows.endswith(b"]}") else rows[: rows.rindex(row) + len(row)]
    text = b'{"case":0,"seconds":0.0,"observations":{"dict":[["a",{"list":[' + rows + b"]}]]}}"
    assert MAX_RUN_JSON / 2 < len(text) <= MAX_RUN_JSON
    stream = stream_of(honest()[:2]) + struct.pack("<4sIQ", MAGIC, len(text), 0) + text
    tracemalloc.start()
    with contextlib.suppress(DecodeError):
        read_stream(stream)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 40 * MEBIBYTE


# Through the whole grader: a hand-in that writes into the pipe its results go through

HEAD = """
import json, os, struct

def send(text, raw=b"", json_size=None, raw_size=None):
    text = text if isinstance(text, bytes) else json.dumps(text).encode()
    header = struct.pack("<4sIQ", b"TUT1", json_size or len(text), raw_size or len(raw))
    data = header + text + raw
    while data:
        data = data[os.write(10, data):]

LOADED = {"loaded": True, "unwritten": []}
def started(observations, raw=b""):
    send(LOADED)
    send({"starting": 0})
    send(b'{"case":0,"seconds":0.0,"observations":' + observations + b"}", raw)
def header(text):
    return struct.pack("<Q", len(text)) + text
"""
FORGERIES = {
    "a number no JSON writer would write": "started(b'1e999')",
    "nesting just below Python's limit": "started(b'[' * 980 + b']' * 980)",
    "letters that grow threefold": "send(('{\"a\":\"' + 'é' * (4 << 20) + '\"}').encode())",
    "more JSON than a frame may have": "send(b'{\"a\":\"' + b'x' * (1 << 20) + b'\"}')",
    "more JSON than a run may have": "[send(b'{\"a\":\"' + b'x' * (1 << 19) + b'\"}') for _ in range(9)]",
    "more frames than there can be": "[send({}) for _ in range(1000)]",
    "a frame that says it is huge": "send({}, raw_size=1 << 60)",
    "a frame that says its JSON is huge": "send({}, json_size=(1 << 32) - 1)",
    "a million tensors": (
        "started(b'{\"list\":[]}', header(json.dumps({str(n): {'dtype': 'U8', 'shape': [0], 'data_offsets': [0, 0]}"
        " for n in range(200000)}).encode()))"
    ),
    "a dtype that is a part of torch": 'started(b\'{"dict":[["table",{"dtype":"torch._inductor"}]]}\')',
    "strides of its own": (
        'started(b\'{"dict":[["table",{"tensor":"0","grad":false,"on":"cpu","size":[9],"strides":[1073741824]}]]}\','
        ' header(b\'{"0":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}\') + b"1")'
    ),
    "the end before the beginning": 'send({"finished": True})',
    "a second confinement": 'send({"confined": True})',
    "noise": "os.write(10, b'noise' * 100)",
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_a_forged_result_is_refused_and_the_grader_stays(forgery, toy_grading: Grading):
    source = f"{HEAD}\n{forgery}\ndef outer_sum(a, b):\n    return a[:, None] + b\n"
    report = toy_grading.check("outer_sum", source)
    assert report.outcome is Outcome.REFUSED
    problem = report.problem or (report.first_failure and report.first_failure.problem)
    assert problem and problem.message.isprintable() and len(problem.message) < 300
    assert toy_grading.check("outer_sum", toy_grading.answer("outer_sum")).passed


def test_a_truncated_frame_is_never_a_pass(toy_grading: Grading):
    forged = "send({}, raw_size=1 << 20)"
    source = f"{HEAD}\n{forged}\ndef outer_sum(a, b):\n    return a[:, None] + b\n"
    assert not toy_grading.check("outer_sum", source).passed


END_WITH = """
def write(fd, data, write=os.write):
    data = bytes(data)
    if b'"finished"' in data:
        write(fd, {0})
        os._exit(0)
    return write(fd, data)
os.write = write
def outer_sum(a, b):
    return a[:, None] + b
"""


def test_what_comes_after_the_end_does_not_count(toy_grading: Grading):
    late = b"".join(pack(body) for body in ({"finished": True}, {"fault": "yours"}, {"load": {}}))
    source = HEAD + END_WITH.format(f"data + {late!r}")
    assert toy_grading.check("outer_sum", source).passed


@pytest.mark.parametrize("instead", ["b'noise' * 9", "data[:-1]", "b''", "data.replace(b'true', b'   1')"], ids=str)
def test_right_results_without_an_end_are_never_a_pass(instead, toy_grading: Grading):
    report = toy_grading.check("outer_sum", HEAD + END_WITH.format(instead))
    assert report.outcome in (Outcome.REFUSED, Outcome.CRASHED)


def test_a_record_that_did_not_finish_passes_no_check():
    source = (TOY_COURSE / "graders" / LESSON / "reference.py").read_text()
    frames = run_of(judge(), source)
    assert any(check["outcome"] == "passed" for check in judge().decide(LESSON, 0, "cpu", None, frames)["checks"])
    decided = judge().decide(LESSON, 0, "cpu", None, frames[:-1])
    assert decided["outcome"] == Outcome.CRASHED and decided["checks"] == []


def test_what_was_refused_on_the_way_is_refused_whole():
    source = (TOY_COURSE / "graders" / LESSON / "reference.py").read_text()
    refusal = {"outcome": "refused", "problem": {"kind": "protocol", "message": "Not a frame."}}
    decided = judge().decide(LESSON, 0, "cpu", refusal, run_of(judge(), source)[:6])
    assert decided["outcome"] == Outcome.REFUSED and decided["checks"] == []


def test_a_run_that_ended_between_loading_and_the_first_check_is_its_ending_and_not_merely_blocked():
    """As when a child goes on loading while the process that is watched ends."""
    source = (TOY_COURSE / "graders" / LESSON / "reference.py").read_text()
    ending = {"outcome": "crashed", "problem": {"kind": "exit", "message": "It ended the Python process itself."}}
    loaded = run_of(judge(), source)[:1]
    assert "loaded" in loaded[0].body
    decided = judge().decide(LESSON, 0, "cpu", ending, loaded)
    assert decided["outcome"] == Outcome.CRASHED and decided["checks"] == []
