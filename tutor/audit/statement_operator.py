"""The mutation operator for whole statements: left out, in another order, or taken out of a `with` or a `try`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import libcst as cst
import libcst.matchers as m


def statements(block: cst.IndentedBlock | cst.Module) -> Iterator[cst.CSTNode]:
    """Leave a statement out, change the order of two calls, do without `with` or `try`."""
    body = list(block.body)
    for place, statement in enumerate(body):
        before, after = body[:place], body[place + 1 :]
        if _may_go(statement):
            yield block.with_changes(body=[*before, *([cst.parse_statement("pass")] if len(body) == 1 else []), *after])
        if after and _order_matters(statement, after[0]):
            yield block.with_changes(body=[*before, after[0], statement, *after[1:]])
        for unwrapped in _unwrapped(statement):
            yield block.with_changes(body=[*before, *unwrapped, *after])


def _may_go(statement: cst.CSTNode) -> bool:
    docstring = m.SimpleStatementLine(body=[m.Expr(value=m.SimpleString())])
    kept = m.SimpleStatementLine(body=[m.Import() | m.ImportFrom() | m.Pass() | m.Return()])
    defined = m.FunctionDef() | m.ClassDef()
    return not (m.matches(statement, m.OneOf(docstring, kept)) or m.matches(statement, defined))


def _order_matters(one: cst.CSTNode, other: cst.CSTNode) -> bool:
    """Whether two neighbours both call something, or one assigns what the other names."""
    step = m.SimpleStatementLine(body=[m.OneOf(m.Expr(value=m.Call()), m.Assign(), m.AugAssign())])
    if not all(m.matches(statement, step) for statement in (one, other)):
        return False
    if all(m.findall(statement, m.Call()) for statement in (one, other)):
        return True
    return bool(_assigned(one) & _words(other) or _assigned(other) & _words(one))


def _assigned(statement: cst.CSTNode) -> set[str]:
    targets = m.findall(statement, m.OneOf(m.AssignTarget(), m.AugAssign()))
    found = [_words(node.target) for node in targets if isinstance(node, cst.AssignTarget | cst.AugAssign)]
    return set().union(*found)


def _words(node: cst.CSTNode) -> set[str]:
    """The dotted names in a piece of code, such as self.gamma."""
    return set(re.findall(r"[\w.]+", cst.Module([]).code_for_node(node)))


def _unwrapped(statement: cst.CSTNode) -> Iterator[list[cst.CSTNode]]:
    if isinstance(statement, cst.With) and isinstance(statement.body, cst.IndentedBlock):
        yield list(statement.body.body)
    if isinstance(statement, cst.Try) and isinstance(statement.body, cst.IndentedBlock):
        yield list(statement.body.body)
        if statement.finalbody is not None and isinstance(statement.finalbody.body, cst.IndentedBlock):
            yield [*statement.body.body, *statement.finalbody.body.body]
