"""What a probe saw arrives as it was; what a liar sends is refused before anything is built."""

import json
import math
import struct
import sys
from collections import namedtuple

import numpy as np
import pytest
import safetensors.torch
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
from tutor.observation_encoder import MAX_ENTRIES
from tutor.plain_values import MAX_NAME, MAX_TEXT
from tutor.tensor_bytes import MAX_DIMENSIONS, MAX_HEADER, MAX_TENSORS

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


def layout(tensor):
    """Everything that tells two tensors of the same values apart."""
    bytes_behind = tensor.untyped_storage().nbytes()
    return tensor.shape, tensor.stride(), tensor.storage_offset(), bytes_behind, tensor._is_view()


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(torch.randn(3), id="plain"),
        pytest.param(torch.tensor(2.0), id="number"),
        pytest.param(torch.randn(3, 4).t(), id="transposed"),
        pytest.param(torch.randn(4, 1).expand(4, 5), id="expanded"),
        pytest.param(torch.randn(6, 6)[::2, 1::3], id="strided"),
        pytest.param(torch.randn(5).flip(0), id="flipped"),
        pytest.param(torch.arange(10)[2:], id="slice"),
        pytest.param(torch.arange(10)[4:4], id="nothing"),
        pytest.param(torch.arange(12).view(3, 4), id="view"),
        pytest.param(torch.randn(4, dtype=torch.complex64)[1:], id="complex"),
        pytest.param(torch.randn(2, 3, 4, 5).to(memory_format=torch.channels_last), id="channels_last"),
    ],
)
def test_inputs_arrive_laid_out_as_they_were_made(value):
    node, raw = encode_inputs({"x": value})
    rebuilt = decode_inputs(node, load_tensors(raw))["x"]
    assert layout(rebuilt) == layout(value)
    assert torch.equal(rebuilt, value)


def test_inputs_keep_requires_grad():
    node, raw = encode_inputs([torch.randn(3, requires_grad=True), torch.randn(3)])
    assert [x.requires_grad for x in decode_inputs(node, load_tensors(raw))] == [True, False]


@pytest.mark.parametrize(
    "value",
    [
        np.arange(6.0).reshape(2, 3),
        np.arange(6)[::-2],
        np.array(3, dtype=np.int8),
        np.zeros((0, 2), bool),
        np.ones(2, "c8"),
    ],
    ids=["plain", "reversed", "number", "empty", "complex"],
)
def test_a_numpy_array_comes_back_bit_for_bit(value):
    observed = decode(*encode([value]))[0]
    assert observed.is_array
    assert observed.data.numpy().dtype == value.dtype
    assert np.array_equal(observed.data.numpy(), value)


@pytest.mark.parametrize("value", [np.array(["a"]), np.array([None]), np.ones(2, ">f8"), np.array("now", "M8[s]")])
def test_an_array_without_a_tensor_of_its_kind_arrives_as_its_name(value):
    assert decode(*encode(value)).type_name == "numpy.ndarray"


def test_an_array_as_an_input_is_an_array():
    node, raw = encode_inputs({"x": np.arange(3)})
    rebuilt = decode_inputs(node, load_tensors(raw))["x"]
    assert type(rebuilt) is np.ndarray and rebuilt.tolist() == [0, 1, 2]


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
    pair = namedtuple("pair", "left right")
    assert decode(*encode(pair(1, 2))) == NamedTupleObservation(("left", "right"), (1, 2))


def test_meta_tensors_travel_as_shape_and_dtype():
    observed = decode(*encode(torch.empty(2, 3, device="meta", dtype=torch.float16)))
    assert observed == ShapeObservation((2, 3), torch.float16, "meta")


def test_a_value_that_contains_itself_is_cut():
    endless: list = []
    endless.append(endless)
    assert "nested too deeply" in str(decode(*encode(endless)))


ONE = {"tensor": "0", "grad": False, "on": "cpu"}
NODES = {
    "no kind": {},
    "a bare list": [],
    "an unknown kind": {"unknown": 1},
    "two kinds": {"list": [], "tuple": []},
    "an infinite number": math.inf,
    "an integer too large for JSON": 1 << 53,
    "too long a text": "x" * (MAX_TEXT + 1),
    "half a surrogate pair": "\ud800",
    "a list that is a number": {"list": 3},
    "a list that is a text": {"list": "abc"},
    "too many entries": {"list": [None] * (MAX_ENTRIES + 1)},
    "a named tuple without values": {"named": [["a"]]},
    "a named tuple with more fields than values": {"named": [["a", "b"], [1]]},
    "a named tuple with fewer fields than values": {"named": [["a"], [1, 2]]},
    "a named tuple with a field that is no text": {"named": [[1], [1]]},
    "a key that is a list": {"dict": [[{"list": []}, 1]]},
    "a key that is a fraction": {"dict": [[0.5, 1]]},
    "too long a key": {"dict": [["k" * (MAX_NAME + 1), 1]]},
    "one key twice": {"dict": [["a", 1], ["a", 2]]},
    "true and 1 as keys": {"dict": [[True, 1], [1, 2]]},
    "an entry that is no pair": {"dict": [["a", 1, 2]]},
    "a dict as an object": {"dict": {"a": 1}},
    "a float of another name": {"float": "huge"},
    "a float that is a float": {"float": 0.5},
    "an int in words": {"int": "one"},
    "an int in Arabic digits": {"int": "\u0661" * 20},
    "a small int as text": {"int": "7" * 15},
    "an int of 302 nines": {"int": "9" * 302},
    "an int without end": {"int": "9" * 5000},
    "an int that is no text": {"int": 10**20},
    "an ellipsis that is false": {"ellipsis": False},
    "an ellipsis that is 1": {"ellipsis": 1},
    "a module as a dtype": {"dtype": "torch.nn"},
    "a dtype that is a list": {"dtype": ["torch.float32"]},
    "an unknown device": {"device": "moon"},
    "a device by number": {"device": 0},
    "a device far away": {"device": "cuda:9999"},
    "a shape without a device": {"shape": [1], "of": "torch.float32"},
    "a negative shape": {"shape": [-1], "of": "torch.float32", "on": "meta"},
    "a huge shape": {"shape": [1 << 62], "of": "torch.float32", "on": "meta"},
    "a shape of fractions": {"shape": [1.5], "of": "torch.float32", "on": "meta"},
    "a shape of infinities": {"shape": [math.inf], "of": "torch.float32", "on": "meta"},
    "a shape of bools": {"shape": [True], "of": "torch.float32", "on": "meta"},
    "a shape of too many dimensions": {"shape": [1] * (MAX_DIMENSIONS + 1), "of": "torch.float32", "on": "meta"},
    "a shape on a terminal": {"shape": [1], "of": "torch.float32", "on": "\x1b[31m"},
    "an opaque text": {"opaque": "x"},
    "an opaque number": {"opaque": [1, 2]},
    "too long a type's name": {"opaque": ["x" * (MAX_NAME + 1), ""]},
    "a tensor that is not there": ONE,
}


@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_malformed_observations_are_refused(node):
    with pytest.raises(DecodeError):
        decode(node, b"")


RAW = safetensors.torch.save({"0": torch.ones(2, 2)})
TENSOR_NODES = {
    "twice": {"list": [ONE, ONE]},
    "never": {"list": []},
    "under another name": {**ONE, "tensor": "1"},
    "by number": {**ONE, "tensor": 0},
    "without grad": {"tensor": "0", "on": "cpu"},
    "with a grad of 1": {**ONE, "grad": 1},
    "nowhere": {"tensor": "0", "grad": False},
    "on a terminal": {**ONE, "on": "cpu\n"},
    "of a class that is no text": {**ONE, "subclass": ["Liar"]},
    "with a stranger": {**ONE, "data": 1},
    "with strides of its own": {**ONE, "size": [9], "strides": [1 << 40]},
    "half complex": {**ONE, "complex": 1},
}


@pytest.mark.parametrize("node", TENSOR_NODES.values(), ids=TENSOR_NODES)
def test_a_tensor_is_taken_exactly_once_and_described_exactly(node):
    assert torch.equal(decode(ONE, RAW).data, torch.ones(2, 2))
    with pytest.raises(DecodeError):
        decode(node, RAW)


@pytest.mark.parametrize(
    "tensor", [torch.ones(3), torch.ones(()), torch.ones(2, dtype=torch.float16), torch.ones(2, dtype=torch.int64)]
)
def test_complex_numbers_are_pairs_of_floats(tensor):
    with pytest.raises(DecodeError, match="pairs"):
        decode({**ONE, "complex": True}, safetensors.torch.save({"0": tensor}))


def raw_of(header: object, data: bytes = b"") -> bytes:
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def entry(dtype: object = "F32", shape: object = (2,), offsets: object = (0, 8)) -> dict[str, object]:
    return {"0": {"dtype": dtype, "shape": shape, "data_offsets": offsets}}


EIGHT = bytes(8)
BYTES = {
    "cut": RAW[:-1],
    "too long": RAW + b"x",
    "a header cut": RAW[:20],
    "no length": b"1234",
    "an endless header": struct.pack("<Q", (1 << 64) - 1) + b"{}",
    "a large header": raw_of(b"{}" + b" " * MAX_HEADER),
    "no JSON": raw_of(b"{nan}"),
    "a list": raw_of([]),
    "one name twice": raw_of(b'{"0":' + json.dumps(entry()["0"]).encode() + b',"0":{}}', EIGHT),
    "metadata": raw_of({**entry(), "__metadata__": {"a": "b"}}, EIGHT),
    "a dtype that is not compared": raw_of(entry("F8_E8M0", [8]), EIGHT),
    "a complex dtype": raw_of(entry("C64", [1]), EIGHT),
    "a dtype that is a list": raw_of(entry(["F32"]), EIGHT),
    "a shape that is a number": raw_of(entry(shape=2), EIGHT),
    "a negative shape": raw_of(entry(shape=[-1, -2]), EIGHT),
    "a shape of true": raw_of(entry(shape=[2, True]), EIGHT),
    "too many dimensions": raw_of(entry(shape=[2] + [1] * MAX_DIMENSIONS), EIGHT),
    "a huge shape of nothing": raw_of(entry(shape=[0, 1 << 62, 1 << 62], offsets=(0, 0))),
    "an overflowing shape of nothing": raw_of(entry(shape=[0, 1 << 40, 1 << 40], offsets=(0, 0))),
    "more than is there": raw_of(entry(shape=[1 << 40], offsets=(0, 1 << 42)), EIGHT),
    "offsets out of order": raw_of(entry(offsets=(8, 0)), EIGHT),
    "offsets with a hole": raw_of(entry(offsets=(4, 12)), bytes(12)),
    "negative offsets": raw_of(entry(offsets=(-8, 0)), EIGHT),
    "three offsets": raw_of(entry(offsets=(0, 8, 8)), EIGHT),
    "infinite offsets": raw_of(b'{"0":{"dtype":"F32","shape":[2],"data_offsets":[0,1e999]}}', EIGHT),
    "a stranger": raw_of({"0": {**entry()["0"], "more": 1}}, EIGHT),  # type: ignore[dict-item]
}


@pytest.mark.parametrize("raw", BYTES.values(), ids=BYTES)
def test_malformed_tensors_are_refused(raw):
    with pytest.raises(DecodeError):
        decode(ONE, raw)


def test_a_million_tiny_tensors_are_refused_before_one_is_built(monkeypatch):
    monkeypatch.setattr(safetensors.torch, "load", None)
    many = {str(n): {"dtype": "U8", "shape": [0], "data_offsets": [0, 0]} for n in range(MAX_TENSORS + 1)}
    with pytest.raises(DecodeError, match="too many"):
        decode({"list": []}, raw_of(many))
    with pytest.raises(DecodeError, match="too long"):
        decode({"list": []}, raw_of(b" " * (MAX_HEADER + 1)))


def test_a_byte_that_is_neither_true_nor_false_is_true():
    seen = decode(ONE, raw_of(entry("BOOL", [3], (0, 3)), bytes([0, 1, 2]))).data
    assert seen.view(torch.uint8).tolist() == [0, 1, 1]


def test_the_name_of_a_dtype_imports_nothing():
    before = set(sys.modules)
    for name in ("torch._inductor", "torch.onnx", "torch.compiler", "torch._export"):
        with pytest.raises(DecodeError):
            decode({"dtype": name}, b"")
    assert set(sys.modules) == before


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_noise_is_no_tensors(raw):
    if not raw:
        return
    for load in (load_tensors, lambda raw: decode(ONE, raw)):
        with pytest.raises(DecodeError):
            load(raw)


def test_absurd_nesting_is_refused():
    node = 1
    for _ in range(50):
        node = {"list": [node]}
    with pytest.raises(DecodeError, match="deep"):
        decode(node, b"")


def test_an_opaque_value_equals_itself_after_a_round_trip():
    assert decode(*encode(Opaque("no gradient", "why"))) == Opaque("no gradient", "why")


def test_numbers_too_large_to_write_out_arrive_as_their_size():
    assert decode(*encode(1 - (1 << 1000))) == 1 - (1 << 1000)
    assert decode(*encode([1 << 1000, 10**5000])) == [Opaque("an int of 1001 bits"), Opaque("an int of 16610 bits")]


def test_texts_that_only_begin_alike_do_not_arrive_alike():
    long = "x" * MAX_TEXT
    assert decode(*encode(long)) == long
    assert decode(*encode(long + "a")) != decode(*encode(long + "ab"))


def test_a_text_that_is_not_unicode_is_named_as_such():
    assert decode(*encode("a\ud800")) == Opaque("a string that is not Unicode text", "a?")
    assert decode(*encode({"a\ud800": 1})) == {"a?": 1}


def test_a_dict_whose_keys_look_alike_keeps_no_entry_rather_than_lose_one():
    assert decode(*encode({1.5: "a", "1.5": "b"})).type_name == "dict"
    assert decode(*encode({1.5: "a", 2.5: "b"})) == {"1.5": "a", "2.5": "b"}


@pytest.mark.parametrize("dtype", [torch.float8_e8m0fnu, torch.bits8, torch.complex32], ids=str)
@pytest.mark.filterwarnings("ignore:ComplexHalf")
def test_a_tensor_of_a_dtype_that_does_not_travel_is_named(dtype):
    name = str(dtype).removeprefix("torch.")
    value = torch.zeros(8, dtype=torch.uint8).view(dtype)
    assert decode(*encode(value)) == Opaque(f"a tensor of dtype {name}")


@pytest.mark.filterwarnings("ignore:The PyTorch API of nested tensors")
def test_tensors_of_odd_forms_are_named():
    nested = torch.nested.as_nested_tensor([torch.ones(1), torch.ones(2)], layout=torch.strided)
    deep = torch.ones([1] * (MAX_DIMENSIONS + 1))
    seen = decode(*encode([torch.ones(2).to_sparse(), nested, deep, deep.to("meta")]))
    assert [value.type_name for value in seen] == [
        "a tensor with layout torch.sparse_coo",
        "a tensor with layout nested",
        "a tensor of too many dimensions",
        "a tensor of an absurd shape",
    ]


def test_only_the_first_thousand_tensors_are_looked_at():
    seen = decode(*encode([torch.ones(1)] * (MAX_TENSORS + 2)))
    assert isinstance(seen[MAX_TENSORS - 1], TensorObservation)
    assert {type(value) for value in seen[MAX_TENSORS:]} == {Opaque}


def test_inputs_may_be_more_tensors_than_observations():
    node, raw = encode_inputs([torch.ones(1)] * (MAX_TENSORS + 2))
    assert len(decode_inputs(node, load_tensors(raw))) == MAX_TENSORS + 2


def test_the_largest_named_tuple_and_the_longest_names_come_back():
    wide = namedtuple("wide", ["f" * MAX_NAME, *(f"x{n}" for n in range(50))])
    assert len(decode(*encode(wide(*range(51)))).values) == 51
