"""What a probe saw arrives as it was; what a liar sends is refused before anything is built."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.observation import (
    DecodeError,
    NamedTupleObservation,
    Opaque,
    ShapeObservation,
    TensorObservation,
    decode,
    decode_inputs,
    encode,
    encode_inputs,
    load_tensors,
)

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=50)
plain_values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=10,
)
DTYPES = [
    torch.float64,
    torch.float32,
    torch.float16,
    torch.bfloat16,
    torch.int64,
    torch.uint8,
    torch.bool,
    torch.complex64,
]


def same(one, other):
    if isinstance(one, float) and math.isnan(one):
        return isinstance(other, float) and math.isnan(other)
    if isinstance(one, list | tuple):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return type(one) is type(other) and one == other


@given(plain_values)
@settings(deadline=None)
def test_plain_values_come_back_with_their_types(value):
    assert same(value, decode(*encode(value)))


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 4), (2, 3, 4)], ids=str)
def test_tensors_come_back_bit_for_bit(dtype, shape):
    value = (torch.randn(shape, dtype=torch.float64) * 5).to(dtype)
    observed = decode(*encode({"value": value}))["value"]
    assert isinstance(observed, TensorObservation)
    assert observed.data.dtype is dtype
    assert torch.equal(observed.data, value)


@pytest.mark.parametrize(
    "value",
    [torch.randn(3, 4).t(), torch.randn(4, 1).expand(4, 5), torch.randn(6, 6)[::2, 1::3], torch.randn(5).flip(0)],
    ids=["transposed", "expanded", "strided", "flipped"],
)
def test_inputs_keep_their_layout(value):
    node, raw = encode_inputs({"x": value})
    rebuilt = decode_inputs(node, load_tensors(raw))["x"]
    assert rebuilt.stride() == value.stride()
    assert torch.equal(rebuilt, value)


def test_inputs_keep_requires_grad():
    node, raw = encode_inputs([torch.randn(3, requires_grad=True), torch.randn(3)])
    assert [x.requires_grad for x in decode_inputs(node, load_tensors(raw))] == [True, False]


def test_types_that_do_not_travel_arrive_as_their_name():
    class Treacherous:
        def __str__(self):
            raise RuntimeError("no")

    assert decode(*encode(Treacherous())).type_name.endswith("Treacherous")
    assert decode(*encode(lambda: 1)).type_name == "function"


def test_a_lying_subclass_is_named_and_its_bytes_are_the_true_ones():
    class Liar(torch.Tensor):
        @classmethod
        def __torch_function__(cls, func, types, args=(), kwargs=None):
            return torch.zeros(1)

    observed = decode(*encode(torch.ones(2).as_subclass(Liar)))
    assert observed.subclass.endswith("Liar")
    assert torch.equal(observed.data, torch.ones(2))


def test_a_named_tuple_keeps_its_fields():
    from collections import namedtuple

    pair = namedtuple("pair", "left right")
    assert decode(*encode(pair(1, 2))) == NamedTupleObservation(("left", "right"), (1, 2))


def test_meta_tensors_travel_as_shape_and_dtype():
    observed = decode(*encode(torch.empty(2, 3, device="meta", dtype=torch.float16)))
    assert observed == ShapeObservation((2, 3), torch.float16, "meta")


def test_a_value_that_contains_itself_is_cut():
    endless: list = []
    endless.append(endless)
    assert "nested too deeply" in str(decode(*encode(endless)))


@pytest.mark.parametrize(
    "node",
    [
        {"tensor": "0"},
        {"unknown": 1},
        {},
        [],
        {"list": 3},
        {"named": [["a"]]},
        {"dict": [[{"list": []}, 1]]},
        {"float": "huge"},
        {"int": "one"},
        {"dtype": "torch.nn"},
        {"shape": [1], "of": "float32"},
        {"opaque": "x"},
    ],
    ids=str,
)
def test_malformed_observations_are_refused(node):
    with pytest.raises(DecodeError):
        decode(node, b"")


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_malformed_tensor_bytes_are_refused(raw):
    try:
        load_tensors(raw)
    except DecodeError:
        return
    assert raw == b"" or len(raw) >= 8


def test_absurd_nesting_is_refused():
    node = 1
    for _ in range(50):
        node = {"list": [node]}
    with pytest.raises(DecodeError, match="deep"):
        decode(node, b"")


def test_an_opaque_value_equals_itself_after_a_round_trip():
    assert decode(*encode(Opaque("no gradient", "why"))) == Opaque("no gradient", "why")
