"""The real engine for tests that drive the app: already warm, and not ended with the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from tutor.client import CheckRequest, Client
from tutor.conversation import OnProgress
from tutor.report import Report
from tutor.snippet import SnippetResult


@dataclass
class WarmGrader:
    """Passes everything on to a client that several tests share."""

    client: Client
    requests: list[CheckRequest] = field(default_factory=list)
    is_started: bool = False
    last: Report | None = None

    def start(self) -> None:
        self.is_started = True

    def check(self, request: CheckRequest, on_progress: OnProgress | None = None) -> Report:
        self.requests.append(request)
        self.last = self.client.check(request, on_progress)
        return self.last

    def answers(self, lesson: str) -> dict[str, Any]:
        return self.client.answers(lesson)

    def run_snippet(
        self, lesson: str, blocks: Sequence[str], *, shows_value: bool = False, on_progress: OnProgress | None = None
    ) -> SnippetResult:
        return self.client.run_snippet(lesson, blocks, shows_value=shows_value, on_progress=on_progress)

    def choices(self, lesson: str, name: str) -> tuple[str, ...]:
        return self.client.choices(lesson, name)

    def cancel(self) -> None:
        self.client.cancel()

    def cancel_snippets(self) -> None:
        self.client.cancel_snippets()

    def close(self) -> None: ...
