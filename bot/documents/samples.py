"""Values of every kind that the templates are filled with, to try a template out before anybody needs it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_HEAD = {"framework": "A framework, a university", "role": "Grade 5, Technician", "date": "1 March 2027"}
_COLUMN = {"name": "Column", "asks": "What does it ask?"}
_ENTRY = {
    "objective": "An objective",
    "activity": "An activity",
    "difference": "A difference",
    "support": "Support",
    "date": "31 March 2027",
    "status": "Planned",
    "competency": "Teamwork",
    "serves": "Serves my current role",
    "quote": "Plans own work.",
    "learnt": "What was learnt",
}
_ROW = {
    "name": "Teamwork",
    "mark": "5.5 of 10",
    "figure": "5.5",
    "shades": ("2E5E8C", "FFFFFF"),
    "expected": ("Plans own work.",),
    "without": "",
    "evidence": ("I run the rota.",),
    "no_evidence": "",
}
_TOPIC = {"name": "Teamwork", "own": "8", "other": "5", "apart": "3", "comment": "Seen in June"}
_CRITERION = {"number": "1", "text": "A criterion", "ready": "Yes", "note": "A note", "evidence": ("I run the rota.",), "no_evidence": ""}

SAMPLES: Mapping[str, dict[str, Any]] = MappingProxyType(
    {
        "plan": {
            **_HEAD,
            "columns": dict.fromkeys(("objective", "activity", "difference", "support", "date"), _COLUMN),
            "note": "A note",
            "entries": [_ENTRY],
            "quoted": [_ENTRY],
            "reflections": [_ENTRY],
            "left_out": "1 entry is left out.",
            "empty": "",
        },
        "assessment": {
            **_HEAD,
            "unfinished": "Not finished.",
            "scale": "Marks go from 1 to 10.",
            "numbers": (1,),
            "rows": [_ROW],
            "strengths": ["Teamwork: 8 of 10"],
            "priorities": ["Budget: 3 of 10"],
            "set_aside": ["Teaching"],
        },
        "dossier": {
            **_HEAD,
            "step": "From grade 5 to grade 6",
            "ready": "1 of 8 ready.",
            "criteria": [_CRITERION],
            "missing": ["A criterion"],
            "nothing_missing": "",
            "assessed": ["A panel reads it."],
            "note": "A note",
        },
        "job_description": {
            **_HEAD,
            "header": [{"name": "Job Title", "text": "Technician"}],
            "based_on": "Based on what the framework expects.",
            "sections": [{"name": "Teamwork", "lines": ["Plans own work."]}],
            "specific": "Role-specific duties",
            "duties": ["Runs the clean room."],
            "person": [{"text": "Plans own work.", "essential": "✓", "desirable": "", "of": "Knowledge"}],
            "career": "Career grade",
            "criteria_heading": "Criteria for grade 6",
            "criteria": ["Shows it."],
            "assessed": ["A panel reads it."],
            "own_criteria": ["Own words."],
        },
        "agenda": {
            **_HEAD,
            "technician": "A technician",
            "reviewer": "A manager",
            "topics": [_TOPIC],
            "nothing_far": "",
            "rows": [_TOPIC],
            "comments": [_TOPIC],
            "agreed": ["Teamwork"],
            "nothing_agreed": "",
            "settled": "",
            "development": "Lead the briefing",
            "helps": [{"name": "Teamwork", "opportunities": ["Shadowing"], "none": ""}],
            "by": "31 March 2027",
            "meet": "1 June 2027",
            "notes": [{"label": "A technician: what was learnt", "text": "To plan"}],
        },
        "holdings": {
            "title": "What is held",
            "date": "1 March 2027",
            "framework": "Everything",
            "sections": [{"heading": "Profile", "rows": ["Grade: 5"], "empty": ""}],
        },
    }
)
