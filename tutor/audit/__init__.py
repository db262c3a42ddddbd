"""`tutor audit`: proves the course. Every stub is a stub, every right answer passes, every wrong one is caught by name."""

from __future__ import annotations

from tutor.audit.run import run

__all__ = ["run"]
