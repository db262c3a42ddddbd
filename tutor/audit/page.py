"""How well a grader grades, as the audit measured it: a row of docs/graders.md, and the rest of a lesson's record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tutor.audit.answers import LessonAudit
from tutor.audit.mutation_score import MutationScore
from tutor.report import Outcome

COMMAND = "tutor audit --page docs/graders.md"
HEAD = f"""# How well the graders grade

Written by `{COMMAND}` from the records beside the graders; not by hand.

A grader is a classifier, so it is measured like one. Every **right** answer passed, on inputs it had not seen. Every
**wrong** answer, a mistake people really make, failed at the check that is there for it, and was called by its name.
Every **mutant**, a copy of the reference with one small change, was sent the way a learner's file goes. What became of
each is in the lesson's record, `graders/<lesson>/audit.md`, with the fingerprint of the lesson it was found for.

- *killed*: the mutant failed. *kept*: it passed because it is no mistake, and a reason is written down in
  `graders/<lesson>/survivors.toml`. The *score* is killed / (mutants - kept).
- *named*: a known mistake explains all that the mutant does, and its sentence is shown. *pinpointed*: none does, so the
  smallest failing case is shown, with what is wrong there.
"""
COLUMNS = ("lesson", "checks", "right", "wrong", "mutants", "killed", "kept", "score", "named", "pinpointed")
TABLE = f"| {' | '.join(COLUMNS)} |\n|---|{'--:|' * (len(COLUMNS) - 1)}"
_MARKS = {Outcome.PASSED: ".", Outcome.BLOCKED: "–", Outcome.NOT_RUN: "?"}


def page(rows: Sequence[str]) -> str:
    """The whole page, from a row for each lesson in the order of the course."""
    return "\n".join([HEAD, TABLE, *rows]) + "\n"


def row(audit: LessonAudit, score: MutationScore) -> str:
    """A lesson's line of the table."""
    feedback = score.feedback
    cells = [
        audit.lesson.slug,
        len(audit.checks),
        len(audit.right) - 1,
        len(audit.caught),
        score.total,
        len(score.deaths),
        len(score.kept),
        percent(len(score.deaths), score.total - len(score.kept)),
        feedback["named"],
        feedback["pinpointed"],
    ]
    return f"| {' | '.join(map(str, cells))} |"


def percent(part: int, whole: int) -> str:
    """How much of the whole, never rounded up to all of it."""
    return "100 %" if part == whole else f"{int(1000 * part / whole) / 10} %"


def section(audit: LessonAudit, score: MutationScore) -> str:
    """Everything about one lesson."""
    return "\n\n".join([*_inputs(audit), _kill_matrix(audit), *_names(score), *_kept(score)])


def _inputs(audit: LessonAudit) -> Iterator[str]:
    for item, families in audit.families.items():
        yield f"`{item}` is tried on inputs that are: {', '.join(families)}."
    for left in audit.left_out:
        yield f"`{left['item']}` is not tried on: {', '.join(left['families'])}. {left['reason']}"


def _kill_matrix(audit: LessonAudit) -> str:
    """Which check caught which wrong answer: X caught, – waiting for another check, . passed, ? not run."""
    numbered = "\n".join(f"{number}. {check}" for number, check in enumerate(audit.checks, start=1))
    head = f"| wrong answer | {' | '.join(str(number) for number in range(1, len(audit.checks) + 1))} |"
    line = f"|---|{':-:|' * len(audit.checks)}"
    rows = [
        f"| {name.removeprefix('wrong_')} | "
        + " | ".join(_MARKS.get(outcomes.get(check, Outcome.NOT_RUN), "X") for check in audit.checks)
        + " |"
        for name, outcomes in audit.caught.items()
    ]
    legend = "X caught, – waits for another check, . passed."
    return "\n\n".join([numbered, "\n".join([head, line, *rows]), legend])


def _names(score: MutationScore) -> Iterator[str]:
    """The mutants that were called by the name of a known mistake, for somebody to read."""
    if not score.names:
        return
    yield "Mutants that were taken for a known mistake:"
    rows = [
        f"| {name} | {_code(str(death.mutant))} |" for name, deaths in sorted(score.names.items()) for death in deaths
    ]
    yield "\n".join(["| known mistake | mutant |", "|---|---|", *rows])


def _kept(score: MutationScore) -> Iterator[str]:
    if not score.kept:
        return
    yield "Mutants that are no mistake:"
    rows = [
        f"| {where} | {_code(line)} | {_code(becomes) if becomes else '*left out*'} | {reason} |"
        for (where, line, becomes), reason in score.kept.items()
    ]
    yield "\n".join(["| in | stands | becomes | why it is none |", "|---|---|---|---|", *rows])


def _code(text: str) -> str:
    """Code in a table's cell: bars are not its borders, and its own backquotes do not end it."""
    return f"`{text.replace('`', chr(39)).replace('|', chr(92) + '|')}`"
