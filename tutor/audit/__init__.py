"""`tutor audit` proves the course: stubs are stubs, right answers pass, wrong ones are caught by name."""

from __future__ import annotations

from tutor.audit.run import run

__all__ = ["run"]
