"""A course of three tiny lessons, so that tests do not move when the real content does."""

from __future__ import annotations

from pathlib import Path

from tutor.course import Course, read_course

COURSE = """
format_version = 1
title = { en = "A toy course", zh = "玩具课程" }

[[units]]
id = "sums"
title = { en = "Sums", zh = "求和" }
lessons = ["adding", "mean_of_rows"]

[[units]]
id = "products"
title = { en = "Products" }
lessons = ["scaling"]
"""
LESSON = """+++
title = "{title}"
minutes = 10
mirrors = ["### {title}"]
+++

# {title}

Write a function that does it. A [tensor](https://pytorch.org) has a `shape`, and this sentence is long enough to wrap.

```python
x = torch.ones(3)
```

| a | b |
|---|---|

> Remember the
> shape.

- one entry that is rather long, so that its second line has to hang below the first word of the first line
- two

## Your turn

Write `add`.

## Hints

### add

1. Look at the signature.
2. Which operator adds?

### total

1. Nearly: `x.sum()`.

## You can now

- add two tensors
- name the result
"""
STUB = '''"""{title}."""


def add(a, b):
    """a + b"""
    raise NotImplementedError
'''
REFERENCE = '''"""{title}."""


def add(a, b):
    return a + b
'''
TITLES = {"adding": "Adding", "mean_of_rows": "The mean of rows", "scaling": "Scaling"}


def make_course(root: Path) -> Course:
    """Write the course below `root` and read it."""
    for folder in ("lessons/en", "exercises"):
        (root / folder).mkdir(parents=True)
    (root / "lessons/course.toml").write_text(COURSE, encoding="utf-8")
    for lesson, title in TITLES.items():
        (root / "lessons/en" / f"{lesson}.md").write_text(LESSON.format(title=title), encoding="utf-8")
        (root / "exercises" / f"{lesson}.py").write_text(STUB.format(title=title), encoding="utf-8")
        (root / "graders" / lesson).mkdir(parents=True)
        (root / "graders" / lesson / "reference.py").write_text(REFERENCE.format(title=title), encoding="utf-8")
    return read_course(root)
