"""Reports as JSON: one hand-in is a `tutor/report/v1`, several are a `tutor/reports/v1` around them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from tutor.render.occasion import Occasion
from tutor.report import Report
from tutor.report_json import REPORTS_SCHEMA, report_to_dict


def render_asked(reports: Sequence[Report], occasion: Occasion) -> str:
    """The one report that was asked for, or all of them with what is untouched."""
    return render(*reports) if occasion.untouched is None else render_all(reports, occasion.untouched)


def render(report: Report) -> str:
    return _text(report_to_dict(report))


def render_all(reports: Sequence[Report], untouched: Sequence[str]) -> str:
    """What `tutor check --all` found, and the lessons whose stub nobody has changed."""
    return _text(
        {
            "schema": REPORTS_SCHEMA,
            "score": sum(report.score for report in reports),
            "max_score": sum(report.max_score for report in reports),
            "reports": [report_to_dict(report) for report in reports],
            "untouched": list(untouched),
        }
    )


def _text(value: object) -> str:
    # Pure ASCII: nothing a learner's program printed can disturb whoever shows or reads it.
    return json.dumps(value, indent=2, ensure_ascii=True, allow_nan=False) + "\n"
