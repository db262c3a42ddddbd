"""Frames survive any way of being cut up, and nothing that is not a frame gets through."""

import contextlib
import json
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.wire import MAGIC, MAX_JSON, MAX_NESTING, FrameReader, FrameTooLarge, WireError, pack, read_json
from tutor.worker.run import MAX_RUN_JSON

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
bodies = st.dictionaries(st.text(), json_values, max_size=4)


@given(st.lists(st.tuples(bodies, st.binary(max_size=200)), max_size=4), st.lists(st.integers(1, 40), min_size=1))
def test_frames_come_back_whole_however_the_stream_is_cut(messages, cuts):
    stream = b"".join(pack(body, raw) for body, raw in messages)
    reader, frames, position, turn = FrameReader(), [], 0, 0
    while position < len(stream):
        size = cuts[turn % len(cuts)]
        frames += reader.feed(stream[position : position + size])
        position, turn = position + size, turn + 1
    assert [(frame.body, frame.raw) for frame in frames] == messages
    assert reader.is_between_frames


@given(st.binary(min_size=1, max_size=400))
def test_noise_is_refused_or_still_incomplete_but_never_anything_else(noise):
    reader = FrameReader(max_json=1000, max_raw=1000)
    try:
        frames = list(reader.feed(noise))
    except WireError:
        return
    assert all(isinstance(frame.body, dict) for frame in frames)


@given(bodies, st.binary(max_size=50), st.data())
def test_one_changed_byte_never_raises_anything_but_a_wire_error(body, raw, data):
    stream = bytearray(pack(body, raw))
    place = data.draw(st.integers(0, len(stream) - 1))
    stream[place] ^= data.draw(st.integers(1, 255))
    with contextlib.suppress(WireError):
        list(FrameReader(max_json=10_000, max_raw=10_000).feed(bytes(stream)))


def test_a_frame_over_the_limit_is_refused_from_its_header_alone():
    header = struct.pack("<4sIQ", MAGIC, 10, 1 << 40)
    with pytest.raises(FrameTooLarge):
        list(FrameReader().feed(header))


def test_the_frame_that_takes_all_json_over_its_limit_is_refused_from_its_header_alone():
    frame = pack({"text": "x" * 80})
    reader = FrameReader(max_json_in_all=3 * 90)
    assert len(list(reader.feed(frame + frame))) == 2
    with pytest.raises(FrameTooLarge):
        list(reader.feed(frame[:16] * 2))


def test_one_frame_more_than_there_can_be_is_refused_from_its_header_alone():
    reader = FrameReader(max_frames=2)
    assert len(list(reader.feed(pack({}) + pack({})))) == 2
    with pytest.raises(WireError, match="more frames"):
        list(reader.feed(pack({"text": "x"})[:16]))


TEXTS = {
    "list": b"[1]",
    "number": b"3",
    "cut": b"{",
    "nan": b'{"a": NaN}',
    "infinite": b'{"a": 1e999}',
    "infinite below": b'{"a": -1e999}',
    "twice": b'{"a": 1, "a": 2}',
    "twice inside": b'{"a": [{"b": 1, "b": 1}]}',
    "escaped twice": b'{"a": 1, "\\u0061": 2}',
    "not UTF-8": b"\xff\xfe",
    "an integer without end": b'{"a": ' + b"9" * 5000 + b"}",
    "too deep for the parser": b"[" * 100_000 + b"]" * 100_000,
    "too deep": b'{"a":' * MAX_NESTING + b"{}" + b"}" * MAX_NESTING,
    "too deep in lists": b'{"a":' + b"[" * MAX_NESTING + b"]" * MAX_NESTING + b"}",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_not_one_strict_json_object_is_refused(text):
    with pytest.raises(WireError):
        read_json(text)


def test_the_deepest_json_that_is_accepted_is_packed_again():
    deep = b'{"a":' + b"[" * (MAX_NESTING - 1) + b"]" * (MAX_NESTING - 1) + b"}"
    assert pack(read_json(deep))[16:] == deep


@pytest.mark.parametrize("entry", ["1e15", '"é"', '"€"', "1E5", "0e0"])
def test_whatever_a_run_may_send_still_fits_when_it_is_packed_again(entry):
    """Numbers and letters can be shorter than we write them; the judge must not refuse what the worker took."""
    one = entry.encode()
    text = b'{"a":[' + b",".join([one] * (MAX_RUN_JSON // (len(one) + 1) - 4)) + b"]}"
    assert len(text) <= MAX_RUN_JSON < len(pack(read_json(text))) < MAX_JSON


@given(st.binary(max_size=40).map(lambda noise: b'{"a":' + noise + b"}"))
def test_noise_in_json_is_refused_or_packed_again(noise):
    with contextlib.suppress(WireError):
        body = read_json(noise)
        assert read_json(pack(body)[16:]) == body


def test_nan_does_not_travel_as_json():
    with pytest.raises(ValueError, match="JSON"):
        pack({"value": float("nan")})


def test_a_packed_body_is_plain_json():
    data = pack({"op": "run"}, b"abc")
    assert json.loads(data[16:-3]) == {"op": "run"}
