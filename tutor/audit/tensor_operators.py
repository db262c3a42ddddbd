"""Mutation operators made for tensor code: each takes a node of libcst and yields what a mistaken hand would write.

They are of the form of mutmut's own operators, which cover plain Python, and are applied together with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import libcst as cst
import libcst.matchers as m

from tutor.audit.statement_operator import statements

Operator = Callable[[Any], Iterable[cst.CSTNode]]

_NAMESPACES = {"torch", "nn", "F", "dist", "np", "math", "functional", "itertools"}
"""What stands before a dot without being a tensor."""
_SWAPPED_NAMES = (
    ("mean", "sum"),
    ("max", "min"),
    ("amax", "amin"),
    ("argmax", "argmin"),
    ("cummax", "cummin"),
    ("maximum", "minimum"),
    ("var", "std"),
    ("any", "all"),
    ("zeros", "ones"),
    ("zeros_like", "ones_like"),
    ("softmax", "log_softmax"),
    ("sigmoid", "tanh"),
    ("exp", "expm1"),
    ("log", "log1p"),
    ("floor", "ceil"),
    ("cat", "stack"),
    ("chunk", "split"),
    ("repeat", "expand"),
    ("no_grad", "enable_grad"),
    ("train", "eval"),
    ("named_children", "named_modules"),
    ("parameters", "buffers"),
    ("add", "discard"),
)
_IN_PLACE = re.compile(
    "abs|add|addcdiv|addcmul|addmm|clamp|copy|cumsum|detach|div|exp|fill|floor|index_add|index_copy|lerp|log|masked_fill|"
    "mul|neg|pow|relu|requires_grad|rsqrt|scatter|sigmoid|sqrt|squeeze|sub|t|tanh|transpose|tril|triu|unsqueeze|zero"
)
_REDUCTIONS = re.compile("sum|mean|max|min|amax|amin|argmax|argmin|any|all|prod|var|std|norm|logsumexp|median|cumsum")
_CREATORS = re.compile(
    "empty|zeros|ones|full|rand|randn|randint|arange|linspace|tensor|eye|as_tensor|zeros_like|ones_like"
)
_SPATIAL = {"kernel_size", "stride", "padding", "output_padding", "dilation", "groups"}
_STRINGS = (("mean", "sum"), ("sum", "none"), ("none", "mean"), ("same", "valid"), ("valid", "same"))
_NOT_COMMUTATIVE = (cst.Subtract, cst.Divide, cst.FloorDivide, cst.Modulo, cst.Power, cst.MatrixMultiply)
_SMALL = 1e-2
"""A float below it is an epsilon, or a tolerance."""


def drop_call(call: cst.Call) -> Iterator[cst.CSTNode]:
    """x.detach() -> x, x.unsqueeze(1) -> x, sigmoid(x) -> x"""
    if m.matches(call.func, m.Attribute(attr=m.Name("keys"))):  # a dict is its keys
        return
    if isinstance(call.func, cst.Attribute) and not _is_namespace(call.func.value):
        yield _parenthesised(call.func.value)
    elif len(call.args) >= 1 and not call.args[0].star and call.args[0].keyword is None:
        yield _parenthesised(call.args[0].value)


def swap_arguments(call: cst.Call) -> Iterator[cst.CSTNode]:
    """f(a, b) -> f(b, a), and the values of two neighbouring keywords of a convolution"""
    for place, (one, other) in enumerate(pairwise(call.args)):
        plain = not (one.star or other.star) and one.keyword is None and other.keyword is None
        spatial = {arg.keyword.value if arg.keyword else "" for arg in (one, other)} <= _SPATIAL
        if plain or spatial:
            args = list(call.args)
            args[place : place + 2] = one.with_changes(value=other.value), other.with_changes(value=one.value)
            yield call.with_changes(args=args)


def other_function(call: cst.Call) -> Iterator[cst.CSTNode]:
    """x.mean() -> x.sum(), torch.cat -> torch.stack"""
    name = _called(call)
    for one, other in _SWAPPED_NAMES:
        if name in (one, other):
            yield _renamed(call, other if name == one else one)


def in_place(call: cst.Call) -> Iterator[cst.CSTNode]:
    """x.add(y) -> x.add_(y), and back"""
    name = _called(call)
    if not isinstance(call.func, cst.Attribute) or _is_namespace(call.func.value):
        return
    if _IN_PLACE.fullmatch(name):
        yield _renamed(call, f"{name}_")
    elif _IN_PLACE.fullmatch(name.removesuffix("_")):
        yield _renamed(call, name.removesuffix("_"))


def keep_dim(call: cst.Call) -> Iterator[cst.CSTNode]:
    """x.sum(dim=1) -> x.sum(dim=1, keepdim=True)"""
    keywords = {arg.keyword.value for arg in call.args if arg.keyword}
    if _REDUCTIONS.fullmatch(_called(call)) and "dim" in keywords and "keepdim" not in keywords:
        yield _with_keyword(call, "keepdim", "True")


def created_dtype(call: cst.Call) -> Iterator[cst.CSTNode]:
    """torch.zeros(3) -> torch.zeros(3, dtype=torch.float64)"""
    keywords = {arg.keyword.value for arg in call.args if arg.keyword}
    if _CREATORS.fullmatch(_called(call)) and "dtype" not in keywords:
        yield _with_keyword(call, "dtype", "torch.float64")


def shorter_range(call: cst.Call) -> Iterator[cst.CSTNode]:
    """range(n) -> range(1, n), range(n - 1), range(n + 1)"""
    if m.matches(call.func, m.Name("range")) and len(call.args) == 1:
        end = _code(call.args[0].value)
        for text in (f"range(1, {end})", f"range(({end}) - 1)", f"range(({end}) + 1)"):
            yield cst.parse_expression(text)


def other_number(number: cst.Integer | cst.Float) -> Iterator[cst.CSTNode]:
    """2 -> 1, 0.5 -> 0.0, 1e-8 -> 0.0 and 1e-5"""
    value = number.evaluated_value
    if isinstance(value, int):
        yield _parenthesised(cst.parse_expression(repr(value - 1)))
        return
    for other in (0.0, value * 1000) if abs(value) < _SMALL else (0.0, 1.0, value * 2):
        if other != value:
            yield cst.Float(repr(other))


def other_string(text: cst.SimpleString) -> Iterator[cst.CSTNode]:
    """reduction="mean" -> reduction="sum" """
    for one, other in _STRINGS:
        if text.evaluated_value == one:
            yield cst.SimpleString(f'"{other}"')


def detach(statement: cst.Assign | cst.Return) -> Iterator[cst.CSTNode]:
    """y = f(x) -> y = f(x).detach()"""
    if isinstance(statement.value, cst.Call | cst.BinaryOperation | cst.Name | cst.Subscript):
        value = cst.Call(cst.Attribute(_parenthesised(statement.value), cst.Name("detach")))
        yield statement.with_changes(value=value)


def return_nothing(statement: cst.Return) -> Iterator[cst.CSTNode]:
    """return x -> return None"""
    if statement.value is not None and not m.matches(statement.value, m.Name("None")):
        yield statement.with_changes(value=cst.Name("None"), whitespace_after_return=cst.SimpleWhitespace(" "))


def assign_in_place(statement: cst.Assign) -> Iterator[cst.CSTNode]:
    """x = x * y -> x *= y"""
    value = statement.value
    if len(statement.targets) == 1 and isinstance(value, cst.BinaryOperation):
        target = _code(statement.targets[0].target)
        if target == _code(value.left):
            changed = f"{target} {_code_of_operator(value.operator)}= {_code(value.right)}"
            yield cst.ensure_type(
                cst.ensure_type(cst.parse_statement(changed), cst.SimpleStatementLine).body[0], cst.AugAssign
            )


def assign_out_of_place(statement: cst.AugAssign) -> Iterator[cst.CSTNode]:
    """x += y -> x = x + y, unless it only counts"""
    if isinstance(statement.value, cst.Integer):
        return
    target, operator = _code(statement.target), _code_of_operator(statement.operator).removesuffix("=")
    changed = f"{target} = {target} {operator} ({_code(statement.value)})"
    yield cst.ensure_type(cst.ensure_type(cst.parse_statement(changed), cst.SimpleStatementLine).body[0], cst.Assign)


def operands(operation: cst.BinaryOperation) -> Iterator[cst.CSTNode]:
    """a - b -> b - a, a, b; and a // b rounded up"""
    if isinstance(operation.operator, _NOT_COMMUTATIVE):
        left, right = _parenthesised(operation.right), _parenthesised(operation.left)
        yield operation.with_changes(left=left, right=right)
    yield _parenthesised(operation.left)
    yield _parenthesised(operation.right)
    if isinstance(operation.operator, cst.FloorDivide):
        yield cst.parse_expression(f"(-(-({_code(operation.left)}) // ({_code(operation.right)})))")


def other_comparison(target: cst.ComparisonTarget) -> Iterator[cst.CSTNode]:
    """a < b -> a > b; a == b -> a <= b, a >= b"""
    others: dict[type[cst.CSTNode], tuple[cst.BaseCompOp, ...]] = {
        cst.LessThan: (cst.GreaterThan(),),
        cst.GreaterThan: (cst.LessThan(),),
        cst.LessThanEqual: (cst.GreaterThanEqual(), cst.Equal()),
        cst.GreaterThanEqual: (cst.LessThanEqual(), cst.Equal()),
        cst.Equal: (cst.LessThanEqual(), cst.GreaterThanEqual()),
        cst.NotEqual: (cst.LessThan(), cst.GreaterThan()),
    }
    for operator in others.get(type(target.operator), ()):
        yield target.with_changes(operator=operator)


def one_side(operation: cst.BooleanOperation) -> Iterator[cst.CSTNode]:
    """a and b -> a, b"""
    yield _parenthesised(operation.left)
    yield _parenthesised(operation.right)


def condition(statement: cst.If | cst.While) -> Iterator[cst.CSTNode]:
    """if c -> if not c, if True, if False"""
    text = _code(statement.test)
    for other in (f"not ({text})", "False", *(["True"] if isinstance(statement, cst.If) else [])):
        yield statement.with_changes(test=cst.parse_expression(other))


def iterations(loop: cst.For | cst.CompFor) -> Iterator[cst.CSTNode]:
    """for x in xs -> only the first, all but the first, the other way round"""
    text = _code(loop.iter)
    for other in (f"list({text})[:1]", f"list({text})[1:]", f"list({text})[::-1]"):
        yield loop.with_changes(iter=cst.parse_expression(other), whitespace_after_in=cst.SimpleWhitespace(" "))


def no_filter(loop: cst.CompFor) -> Iterator[cst.CSTNode]:
    """[x for x in xs if c] -> [x for x in xs], [... if not c]"""
    for place, clause in enumerate(loop.ifs):
        yield loop.with_changes(ifs=[*loop.ifs[:place], *loop.ifs[place + 1 :]])
        negated = clause.with_changes(test=cst.parse_expression(f"not ({_code(clause.test)})"))
        yield loop.with_changes(ifs=[*loop.ifs[:place], negated, *loop.ifs[place + 1 :]])


def axes(node: cst.Subscript | cst.Tuple) -> Iterator[cst.CSTNode]:
    """x[:, None] -> x[None, :], (h, w) -> (w, h)"""
    entries: Sequence[Any] = node.slice if isinstance(node, cst.Subscript) else node.elements
    name = "slice" if isinstance(node, cst.Subscript) else "elements"
    for place, (one, other) in enumerate(pairwise(entries)):
        swapped = list(entries)
        field = "slice" if isinstance(node, cst.Subscript) else "value"
        swapped[place] = one.with_changes(**{field: getattr(other, field)})
        swapped[place + 1] = other.with_changes(**{field: getattr(one, field)})
        yield node.with_changes(**{name: swapped})


def whole_slice(part: cst.Slice) -> Iterator[cst.CSTNode]:
    """x[a:b] -> x[:b], x[a:]"""
    for end in ("lower", "upper", "step"):
        if getattr(part, end) is not None:
            yield part.with_changes(**{end: None})


def fixed_attribute(attribute: cst.Attribute) -> Iterator[cst.CSTNode]:
    """x.dtype -> torch.float32, x.device -> "cpu", x.T -> x"""
    if _is_namespace(attribute.value):
        return
    match attribute.attr.value:
        case "dtype":
            yield cst.parse_expression("torch.float32")
        case "device":
            yield cst.SimpleString('"cpu"')
        case "T" | "mT" | "data":
            yield attribute.value


def other_exception(statement: cst.Raise) -> Iterator[cst.CSTNode]:
    """raise ValueError(...) -> raise AssertionError(...)"""
    if isinstance(statement.exc, cst.Call):
        yield statement.with_changes(exc=statement.exc.with_changes(func=cst.Name("AssertionError")))


def no_decorator(function: cst.FunctionDef) -> Iterator[cst.CSTNode]:
    """@torch.no_grad() def f -> def f"""
    for place in range(len(function.decorators)):
        yield function.with_changes(decorators=[*function.decorators[:place], *function.decorators[place + 1 :]])


TENSOR_OPERATORS: tuple[tuple[type[cst.CSTNode] | tuple[type[cst.CSTNode], ...], Operator], ...] = (
    (cst.Call, drop_call),
    (cst.Call, swap_arguments),
    (cst.Call, other_function),
    (cst.Call, in_place),
    (cst.Call, keep_dim),
    (cst.Call, created_dtype),
    (cst.Call, shorter_range),
    ((cst.Integer, cst.Float), other_number),
    (cst.SimpleString, other_string),
    ((cst.Assign, cst.Return), detach),
    (cst.Return, return_nothing),
    (cst.Assign, assign_in_place),
    (cst.AugAssign, assign_out_of_place),
    (cst.BinaryOperation, operands),
    (cst.ComparisonTarget, other_comparison),
    (cst.BooleanOperation, one_side),
    ((cst.If, cst.While), condition),
    ((cst.For, cst.CompFor), iterations),
    (cst.CompFor, no_filter),
    ((cst.Subscript, cst.Tuple), axes),
    (cst.Slice, whole_slice),
    (cst.Attribute, fixed_attribute),
    (cst.Raise, other_exception),
    (cst.FunctionDef, no_decorator),
    (cst.IndentedBlock, statements),
)


def _code(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def _code_of_operator(operator: cst.CSTNode) -> str:
    return _code(operator).strip()


def _called(call: cst.Call) -> str:
    """The last name of what is called: "sum" of torch.sum, x.sum and sum."""
    if isinstance(call.func, cst.Attribute):
        return call.func.attr.value
    return call.func.value if isinstance(call.func, cst.Name) else ""


def _renamed(call: cst.Call, name: str) -> cst.Call:
    if isinstance(call.func, cst.Attribute):
        return call.with_changes(func=call.func.with_changes(attr=cst.Name(name)))
    return call.with_changes(func=cst.Name(name))


def _with_keyword(call: cst.Call, name: str, value: str) -> cst.Call:
    added = cst.ensure_type(cst.parse_expression(f"f({name}={value})"), cst.Call).args[0]
    return call.with_changes(args=[*call.args, added])


def _is_namespace(node: cst.CSTNode) -> bool:
    if m.matches(node, m.Call(func=m.Name("super"))):
        return True
    while isinstance(node, cst.Attribute):
        node = node.value
    return isinstance(node, cst.Name) and node.value in _NAMESPACES


def _parenthesised(node: cst.BaseExpression) -> cst.BaseExpression:
    if isinstance(node, cst.Name | cst.Call | cst.Attribute | cst.Subscript) or node.lpar:
        return node
    return node.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
