"""Derives mutants of an answer: copies with one small mistake each, which a good grader must tell from the original."""

from __future__ import annotations

import ast
import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.errors import TutorError

if TYPE_CHECKING:
    import libcst as cst

MAX_TEXT = 160
Replace = Callable[[Any], Iterable[Any]]


@dataclass(frozen=True)
class Mutant:
    """One answer with one mistake in it."""

    where: str
    """The function it is in, such as FocalLoss.forward."""
    line: str
    """What stands there, on one line."""
    becomes: str
    """What stands there now; empty when it was left out."""
    operator: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.where, self.line, self.becomes

    def __str__(self) -> str:
        return f"{self.where}: `{self.line}` -> `{self.becomes}`"


def mutants_of(source: str) -> list[Mutant]:
    """Every mutant that compiles and says something else than the original and the mutants before it."""
    seen = {_meaning(source)}
    found: list[Mutant] = []
    counts: Counter[tuple[str, str, str]] = Counter()
    for where, operator, changed in _changes(source):
        meaning = _meaning(changed)
        if meaning is None or meaning in seen:
            continue
        seen.add(meaning)
        line, becomes = _difference(source, changed)
        counts[where, line, becomes] += 1
        again = counts[where, line, becomes]
        found.append(Mutant(where, line, becomes + (f"  ({again})" if again > 1 else ""), operator, changed))
    return found


def _changes(source: str) -> Iterator[tuple[str, str, str]]:
    """Every change an operator makes: where, by which operator, and the whole source after it."""
    import_libcst()
    import libcst

    module = libcst.parse_module(source)
    operators = list(_operators())
    for where, node in _nodes(module, ""):
        for kinds, operator in operators:
            if isinstance(node, kinds):
                for replacement in operator(node):
                    try:
                        changed = module.deep_replace(node, replacement)
                        yield where, operator.__name__.removeprefix("operator_"), changed.code
                    except (libcst.CSTValidationError, TypeError):
                        continue  # an operator put something where Python's grammar has no place for it


def _operators() -> Iterator[tuple[Any, Replace]]:
    from mutmut.mutation.mutators import mutation_operators

    from tutor.audit.tensor_operators import TENSOR_OPERATORS

    yield from mutation_operators
    yield from TENSOR_OPERATORS


def import_libcst() -> None:
    """Say what is missing before anything needs it; raises TutorError."""
    try:
        import libcst  # noqa: F401
        import mutmut.mutation.mutators  # noqa: F401
    except ImportError as error:
        message = f"Mutants need {error.name}, which is not installed."
        raise TutorError(message, "Install it with `pip install 'tensor-tutor[authors]'`.") from error


def _nodes(node: cst.CSTNode, where: str) -> Iterator[tuple[str, cst.CSTNode]]:
    """Every node that may be mutated, with the function it is in; types, imports and texts of exceptions are not."""
    import libcst

    if isinstance(node, libcst.Annotation | libcst.Import | libcst.ImportFrom) or _is_not_graded(node):
        return
    if isinstance(node, libcst.FunctionDef | libcst.ClassDef):
        where = f"{where}.{node.name.value}".removeprefix(".")
    yield where or "the file", node
    if isinstance(node, libcst.Raise):
        return
    for child in node.children:
        yield from _nodes(child, where)


def _is_not_graded(node: cst.CSTNode) -> bool:
    """A docstring, or a value of another kind of exercise: a prediction."""
    import libcst
    import libcst.matchers as m

    docstring = m.Expr(value=m.SimpleString() | m.ConcatenatedString())
    prediction = m.AssignTarget(target=m.Name(value=m.MatchIfTrue(lambda name: name.startswith("PREDICT_"))))
    return isinstance(node, libcst.CSTNode) and m.matches(node, m.OneOf(docstring, m.Assign(targets=[prediction])))


def _difference(source: str, changed: str) -> tuple[str, str]:
    """The lines that differ, before and after, each on one line; with what lies between, when lines only moved."""
    before, after = source.splitlines(), changed.splitlines()
    opcodes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    changes = [opcode[1:] for opcode in opcodes if opcode[0] != "equal"]
    gone = [line for i1, i2, _, _ in changes for line in before[i1:i2]]
    came = [line for _, _, j1, j2 in changes for line in after[j1:j2]]
    if gone == came:
        (first, _, to_first, _), (_, last, _, to_last) = changes[0], changes[-1]
        gone, came = before[first:last], after[to_first:to_last]
    return _one_line(gone), _one_line(came)


def _one_line(lines: list[str]) -> str:
    text = "; ".join(line.strip() for line in lines if line.strip())
    return text if len(text) <= MAX_TEXT else text[:MAX_TEXT] + "…"


def _meaning(source: str) -> str | None:
    """What a source does, without types, comments and line breaks; None when Python does not compile it."""
    try:
        compile(source, "<mutant>", "exec", dont_inherit=True)
        tree = _WithoutTypes().visit(ast.parse(source))
    except (SyntaxError, ValueError):
        return None
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return "\n".join(ast.dump(statement) for statement in tree.body if not _is_idle(statement, used))


class _WithoutTypes(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        node.annotation = ast.Constant(None)
        return self.generic_visit(node)


def _is_idle(statement: ast.stmt, used: set[str]) -> bool:
    """A name at the top of the file that only types use."""
    return isinstance(statement, ast.Assign) and all(
        isinstance(target, ast.Name) and target.id not in used and not target.id.startswith("PREDICT_")
        for target in statement.targets
    )
